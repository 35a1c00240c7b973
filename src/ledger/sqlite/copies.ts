import { layOut } from '../../text/layout.ts'
import { CANDIDATE } from '../copies/fingerprint.ts'
import { earlier, likenessOf, type Story } from '../copies/likeness.ts'
import { sameSentence } from '../copies/passages.ts'
import { wordsOf } from '../copies/words.ts'
import type { Database } from './database.ts'
import type { Row } from './rows.ts'

interface Numbered extends Story {
  readonly n: number
}

/** Texts kept while copies are looked for. */
const KEPT = 400

/** Reads the reports of a database as stories, keeping the last ones. */
const storiesOf = (db: Database): ((n: number) => Numbered) => {
  const kept = new Map<number, Numbered>()
  return n => {
    let story = kept.get(n)
    if (!story) {
      const { key, outlet, published, headline, text } = db.get(
        'SELECT key, outlet, published, headline, text FROM report WHERE n = ?',
        n,
      ) as Record<string, string>
      story = { n, key, outlet, published, text, words: wordsOf(text, layOut(text, headline)) }
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number)
      kept.set(n, story)
    }
    return story
  }
}

/** Characters within which so many fingerprints must be shared: those of a passage stand close together. */
const CLOSE = 200

/** Reports that share a passage's worth of fingerprints with a report, close together in one of the two. */
const candidatesOf = (db: Database, n: number): number[] => {
  const rows = db.all(
    `SELECT o.report, m.start AS mine, o.start AS other FROM fingerprint m JOIN fingerprint o ON o.hash = m.hash AND o.report <> m.report
     WHERE m.report = ?`,
    n,
  )
  const starts = new Map<number, { mine: number[]; other: number[] }>()
  for (const row of rows) {
    const found = starts.get(row.report as number) ?? { mine: [], other: [] }
    found.mine.push(row.mine as number)
    found.other.push(row.other as number)
    starts.set(row.report as number, found)
  }
  return [...starts]
    .flatMap(([report, { mine, other }]) => (isDense(mine) || isDense(other) ? [report] : []))
    .sort((a, b) => a - b)
}

const isDense = (starts: number[]): boolean =>
  starts.length >= CANDIDATE &&
  starts.sort((a, b) => a - b).some((start, i) => i >= CANDIDATE - 1 && start - starts[i - CANDIDATE + 1] <= CLOSE)

/**
 * Compares reports with all that share fingerprints with them, and writes how each later one stands to each earlier one. What is
 * written of two reports depends on these two alone. Gives the reports whose copies must be looked at again.
 */
export const findLikenesses = (db: Database, reports: readonly number[]): Set<number> => {
  const story = storiesOf(db)
  const affected = new Set(reports)
  const fresh = new Set(reports)
  for (const n of reports) {
    for (const other of candidatesOf(db, n)) {
      // A pair of new reports is met from both of its ends.
      if (other < n && fresh.has(other)) continue
      const [first, later] = [story(n), story(other)].sort((a, b) => (earlier(a, b) ? -1 : 1))
      const likeness = likenessOf(later, first)
      if (!likeness) continue
      affected.add(later.n)
      const passages = JSON.stringify(likeness.passages.map(p => [p.start, p.end]))
      db.run('INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?, ?)', later.n, first.n, likeness.kind, likeness.share, passages)
    }
  }
  return affected
}

/** What a report has of the earlier ones, the earliest first. */
const LIKENESSES = `
SELECT k.of, k.kind, k.passages FROM likeness k JOIN report r ON r.n = k.of
WHERE k.report = ? ORDER BY r.published IS NULL, r.published, r.key`

/**
 * Sets what of a report is told again: each claim in a passage that an earlier report has points to the claim that told it first, and
 * is background where the whole is another story. Gives the claims of which that changed.
 */
export const markCopies = (db: Database, report: number): number[] => {
  const likenesses = db.all(LIKENESSES, report).map(k => ({
    of: k.of as number,
    kind: k.kind as string,
    passages: JSON.parse(k.passages as string) as [number, number][],
  }))
  const whole = likenesses.find(k => k.kind !== 'repeat') ?? likenesses[0]
  db.run('UPDATE report SET like_kind = ?, like_of = ? WHERE n = ?', whole?.kind ?? null, whole?.of ?? null, report)
  const changed: number[] = []
  const claims = db.all(
    `SELECT c.n, c.type, c.trigger_start, x.sentence, c.copy_of, c.first_told, c.passage_start, c.passage_end
     FROM claim c JOIN claim_text x ON x.claim = c.n WHERE c.report = ? ORDER BY c.told`,
    report,
  )
  const taken = new Set<number>()
  for (const claim of claims) {
    const told = toldBefore(db, claim, likenesses, taken)
    const now = [told.copyOf, told.firstTold, told.passage?.[0] ?? null, told.passage?.[1] ?? null]
    if (JSON.stringify(now) === JSON.stringify([claim.copy_of, claim.first_told, claim.passage_start, claim.passage_end]))
      continue
    db.run('UPDATE claim SET copy_of = ?, first_told = ?, passage_start = ?, passage_end = ? WHERE n = ?', ...now, claim.n)
    changed.push(claim.n as number)
  }
  return changed
}

interface Likeness {
  /** Number of the earlier report. */
  readonly of: number
  readonly kind: string
  readonly passages: readonly (readonly [start: number, end: number])[]
}

interface Told {
  readonly copyOf: number | null
  readonly firstTold: number | null
  readonly passage: readonly [number, number] | null
}

const toldBefore = (db: Database, claim: Row, likenesses: readonly Likeness[], taken: Set<number>): Told => {
  for (const k of likenesses) {
    const at = claim.trigger_start as number
    const passage = k.passages.find(([start, end]) => start <= at && at < end)
    if (!passage) continue
    const original = db
      .all(
        'SELECT c.n, x.sentence FROM claim c JOIN claim_text x ON x.claim = c.n WHERE c.report = ? AND c.type = ? ORDER BY c.told',
        k.of,
        claim.type,
      )
      .find(o => !taken.has(o.n as number) && sameSentence(o.sentence as string, claim.sentence as string))
    if (original) taken.add(original.n as number)
    const copyOf = (original?.n as number | undefined) ?? null
    if (k.kind === 'repeat') return { copyOf, firstTold: k.of, passage }
    if (copyOf !== null) return { copyOf, firstTold: null, passage: null }
  }
  return { copyOf: null, firstTold: null, passage: null }
}
