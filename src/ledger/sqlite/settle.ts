import type { Sides } from '../../model/sides.ts'
import { hash53 } from '../hash.ts'
import { cluster, type Edge } from '../incidents/cluster.ts'
import { judge } from '../incidents/judge.ts'
import { blockKeys } from '../incidents/keys.ts'
import { storyOf, type Telling, tellingOf } from '../incidents/telling.ts'
import { incidentSummary } from '../summary.ts'
import { writeColumns } from './columns.ts'
import { findLikenesses, markCopies } from './copies.ts'
import type { Database } from './database.ts'
import { CLAIMS, claimOf, mendedClaim, type Row } from './rows.ts'

/** Reports that are joined in one transaction. */
const CHUNK = 250

/**
 * Joins what is not yet joined: finds copies of new reports, judges new claims against those that could tell of the same happening, and
 * makes the incidents anew that this touches. Does one part of the work in one transaction; gives how many reports are left.
 * Whatever the order of adding, the same claims end in the same incidents: each judgement depends on two claims only, each incident on
 * the judgements that connect its claims.
 */
export const settleSome = (db: Database, sides: Sides): number =>
  db.transaction(() => {
    const reports = db.all('SELECT n FROM report WHERE settled = 0 ORDER BY n LIMIT ?', CHUNK).map(r => r.n as number)
    const unjoined = db.all('SELECT claim FROM unjoined ORDER BY claim').map(r => r.claim as number)
    const dirty = new Set([
      ...unjoined,
      ...reports.flatMap(n => db.all('SELECT n FROM claim WHERE report = ?', n).map(c => c.n as number)),
    ])
    for (const report of findLikenesses(db, reports))
      for (const n of markCopies(db, report)) {
        dirty.add(n)
        writeColumns(db, n, sides)
      }
    const tellings = tellingsOf(db)
    judgeAll(
      db,
      [...dirty].sort((a, b) => a - b),
      tellings,
    )
    rejoin(db, dirty, tellings, sides)
    db.exec('DELETE FROM unjoined')
    for (const n of reports) db.run('UPDATE report SET settled = 1 WHERE n = ?', n)
    return db.get('SELECT count(*) AS n FROM report WHERE settled = 0')!.n as number
  })

/** Tellings kept while claims are compared. */
const KEPT = 5_000

const tellingsOf = (db: Database): ((n: number) => Telling) => {
  const kept = new Map<number, Telling>()
  const stories = new Map<string, string[]>()
  const story = (report: string): string[] => {
    const words = stories.get(report) ?? storyOf(db.get('SELECT text FROM report WHERE key = ?', report)!.text as string)
    if (stories.size >= KEPT / 10) stories.delete(stories.keys().next().value as string)
    stories.set(report, words)
    return words
  }
  return n => {
    let telling = kept.get(n)
    if (!telling) {
      const row = db.get(`${CLAIMS} WHERE c.n = ?`, n) as Row
      telling = tellingOf(mendedClaim(row), {
        key: row.key as string,
        report: row.r_key as string,
        published: row.r_published as string | null,
        sentence: row.sentence as string,
        story: story(row.r_key as string),
      })
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number)
      kept.set(n, telling)
    }
    return telling
  }
}

/** Judges claims against those that share a key of the index; a copy only against what it copies. */
const judgeAll = (db: Database, dirty: readonly number[], tellings: (n: number) => Telling): void => {
  const free: number[] = []
  const changed = new Set(dirty)
  for (const n of dirty) {
    db.run('DELETE FROM judgement WHERE (a = ?1 OR b = ?1) AND at IS NULL', n)
    db.run('DELETE FROM block WHERE claim = ?', n)
  }
  for (const n of dirty) {
    const row = db.get('SELECT copy_of, wrong FROM claim WHERE n = ?', n)
    if (!row || row.wrong) continue
    if (row.copy_of !== null) {
      keepJudgement(db, n, row.copy_of as number, 1, COPIED)
      continue
    }
    free.push(n)
    for (const key of blockKeys(tellings(n))) db.run('INSERT OR IGNORE INTO block VALUES (?, ?)', hash53(key), n)
  }
  // Copies of what changed lost their judgement above: they get it back.
  for (const n of dirty)
    for (const { n: copy } of db.all('SELECT n FROM claim WHERE copy_of = ? AND wrong = 0', n))
      if (!changed.has(copy as number)) keepJudgement(db, copy as number, n, 1, COPIED)
  const fresh = new Set(free)
  for (const n of free)
    for (const { claim } of db.all('SELECT DISTINCT o.claim FROM block m JOIN block o ON o.key = m.key WHERE m.claim = ?', n)) {
      const other = claim as number
      if (other === n || (fresh.has(other) && other < n)) continue
      const { verdict, score, reasons } = judge(tellings(n), tellings(other))
      if (verdict === 'same') keepJudgement(db, n, other, score, reasons)
    }
}

/** Why a copy tells of what its original tells. */
const COPIED = [{ what: 'the same words', weight: 1 }]

/** Reasons that are kept of a judgement, the heaviest first; `judge` gives them all again. */
const REASONS = 5

const keepJudgement = (db: Database, n: number, other: number, score: number, reasons: readonly unknown[]): void => {
  db.run(
    "INSERT INTO judgement (a, b, verdict, score, by, reasons) VALUES (?, ?, 'same', ?, 'program', ?)",
    Math.min(n, other),
    Math.max(n, other),
    score,
    JSON.stringify(reasons.slice(0, REASONS)),
  )
}

/** Makes the incidents of some claims anew, and of all claims that a judgement connects with them. */
const rejoin = (db: Database, dirty: ReadonlySet<number>, tellings: (n: number) => Telling, sides: Sides): void => {
  const touched = new Set<number>()
  const open = [...dirty]
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    if (touched.has(n)) continue
    touched.add(n)
    for (const { n: other } of db.all(CONNECTED, n)) if (!touched.has(other as number)) open.push(other as number)
  }
  const numbers = [...touched].filter(n => db.get('SELECT 1 FROM claim WHERE n = ? AND wrong = 0', n))
  for (const n of touched) {
    const old = db.get('SELECT incident FROM claim WHERE n = ?', n)?.incident
    if (old !== null && old !== undefined) db.run('DELETE FROM incident WHERE n = ?', old)
    db.run('UPDATE claim SET incident = NULL WHERE n = ?', n)
  }
  const byKey = new Map(numbers.map(n => [tellings(n).key, n]))
  const told = (key: string): Telling => tellings(byKey.get(key) as number)
  const keys = [...byKey.keys()].sort()
  const groups = cluster(keys, judgementsOf(db, new Set(numbers), tellings), told)
  for (const group of groups)
    writeIncident(
      db,
      group.map(key => byKey.get(key) as number),
      sides,
    )
}

/** Claims that a claim is connected with: by a judgement, or by the incident that it was in. */
const CONNECTED = `
SELECT b AS n FROM judgement WHERE a = ?1 AND undone IS NULL
UNION SELECT a FROM judgement WHERE b = ?1 AND undone IS NULL
UNION SELECT o.n FROM claim c JOIN claim o ON o.incident = c.incident WHERE c.n = ?1`

const judgementsOf = (db: Database, numbers: ReadonlySet<number>, tellings: (n: number) => Telling): Edge[] =>
  [...numbers].flatMap(n =>
    db
      .all('SELECT a, b, verdict, score, by FROM judgement WHERE a = ? AND undone IS NULL ORDER BY n', n)
      .filter(j => numbers.has(j.b as number))
      .map(j => ({ ...(j as unknown as Edge), a: tellings(j.a as number).key, b: tellings(j.b as number).key })),
  )

/** Sums every incident up anew, with the same claims: what sides change. */
export const summariseAll = (db: Database, sides: Sides): void => {
  for (const { n } of db.all('SELECT n FROM incident ORDER BY n')) {
    const claims = db.all('SELECT n FROM claim WHERE incident = ?', n)
    db.run('DELETE FROM incident WHERE n = ?', n)
    writeIncident(
      db,
      claims.map(c => c.n as number),
      sides,
    )
  }
}

const writeIncident = (db: Database, numbers: readonly number[], sides: Sides): void => {
  const claims = db
    .all(`${CLAIMS} WHERE c.n IN (SELECT value FROM json_each(?)) ORDER BY c.told`, JSON.stringify(numbers))
    .map(claimOf)
  const { incident, admitted, denied } = incidentSummary(claims, sides)
  const n = db.run(
    `INSERT INTO incident (id, type, status, day_from, day_to, lat, lon, reports, contested, admitted, denied, background, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    incident.id,
    incident.type,
    incident.status,
    incident.from,
    incident.to,
    incident.place?.lat ?? null,
    incident.place?.lon ?? null,
    incident.reports,
    Number(incident.contested),
    Number(admitted),
    Number(denied),
    Number(incident.background),
    JSON.stringify(incident),
  )
  for (const claim of numbers) db.run('UPDATE claim SET incident = ? WHERE n = ?', n, claim)
}
