import type { Report } from '../../model/report.ts'
import type { Sides } from '../../model/sides.ts'
import type { ClaimEntry, Entry } from '../entry.ts'
import { writeColumns } from './columns.ts'
import type { Database } from './database.ts'

/** Who reads, knowing what, and when and from where the report came. */
export interface Provenance {
  readonly reader: string
  readonly knowledge: string
  /** ISO time. */
  readonly at: string
  /** File or address. */
  readonly from: string
}

/** What adding a report did: a new one, one that was there (perhaps from other bytes), or one read anew. */
export type Added = 'added' | 'known' | 'reread'

/** Whether a ledger has a report, read by this reader with this knowledge, from these bytes. */
export const isKnown = (
  db: Database,
  key: string,
  sha256: string | null,
  { reader, knowledge }: Pick<Provenance, 'reader' | 'knowledge'>,
): boolean =>
  db.get(
    `SELECT 1 FROM report r JOIN reading g ON g.report = r.n AND g.record IS NULL AND g.reader = ? AND g.knowledge = ?
     WHERE r.key = ? AND (? IS NULL OR EXISTS (SELECT 1 FROM retrieval t WHERE t.report = r.n AND t.sha256 = ?))`,
    reader,
    knowledge,
    key,
    sha256,
    sha256,
  ) !== undefined

/** Adds one report with its claims, or a new reading of one that is there. Within a transaction of the caller's. */
export const addEntry = (db: Database, entry: Entry, provenance: Provenance, sides: Sides): Added => {
  const found = db.get('SELECT n FROM report WHERE key = ?', entry.key)?.n as number | undefined
  const n = found ?? insertReport(db, entry)
  keepBytes(db, n, entry.report, provenance)
  if (isKnown(db, entry.key, null, provenance)) return 'known'
  keepReading(db, n, entry, provenance)
  replaceClaims(db, n, entry.claims, sides)
  db.run('UPDATE report SET settled = 0 WHERE n = ?', n)
  return found === undefined ? 'added' : 'reread'
}

const insertReport = (db: Database, { key, report, fingerprints }: Entry): number => {
  const { id, outlet, published, publishedBy, headline, url, text } = report
  const n = db.run(
    `INSERT INTO report (key, id, outlet, published, published_by, headline, url, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    id,
    outlet,
    published,
    publishedBy,
    headline,
    url,
    text,
  )
  db.run('INSERT INTO report_words (rowid, text) VALUES (?, ?)', n, text)
  for (const { hash, start } of fingerprints) db.run('INSERT OR IGNORE INTO fingerprint VALUES (?, ?, ?)', hash, n, start)
  return n
}

const keepBytes = (db: Database, n: number, { archive }: Report, { from, at }: Provenance): void => {
  if (!archive) return
  const { sha256, encoding, bytes, map } = archive
  if (!db.get('SELECT 1 FROM archive WHERE sha256 = ?', sha256))
    db.run('INSERT INTO archive VALUES (?, ?, ?)', sha256, encoding, bytes)
  db.run('INSERT OR IGNORE INTO retrieval VALUES (?, ?, ?, ?, ?)', n, sha256, from, at, map && JSON.stringify(map))
}

/** The claims of the reading in force go into its record before a new one takes its place. */
const keepReading = (db: Database, n: number, { claims, notes }: Entry, { reader, knowledge, at }: Provenance): void => {
  const record = JSON.stringify(
    db
      .all('SELECT c.key, x.record FROM claim c JOIN claim_text x ON x.claim = c.n WHERE c.report = ? ORDER BY c.n', n)
      .map(c => ({ key: c.key, ...JSON.parse(c.record as string) })),
  )
  db.run('UPDATE reading SET record = ? WHERE report = ? AND record IS NULL', record, n)
  db.run(
    'INSERT INTO reading (report, reader, knowledge, at, notes, claims) VALUES (?, ?, ?, ?, ?, ?)',
    n,
    reader,
    knowledge,
    at,
    JSON.stringify(notes),
    claims.length,
  )
}

/** Claims that are read at the same place keep their row, so that what people said of them stays with them. */
const replaceClaims = (db: Database, report: number, claims: readonly ClaimEntry[], sides: Sides): void => {
  const old = db.all('SELECT n, key, anchor FROM claim WHERE report = ?', report)
  const free = new Set(old)
  const take = (match: (row: (typeof old)[number]) => boolean) => {
    for (const row of free)
      if (match(row)) {
        free.delete(row)
        return row
      }
    return null
  }
  const same = claims.map(entry => [entry, take(row => row.key === entry.key)] as const)
  const kept = same.map(([entry, row]) => [entry, row ?? take(o => o.anchor === entry.anchor)] as const)
  for (const { n } of free) dropClaim(db, n as number)
  for (const [entry, row] of kept) {
    const n = row ? (row.n as number) : insertClaim(db, report, entry)
    if (row && row.key !== entry.key) updateClaim(db, n, entry)
    writeColumns(db, n, sides)
  }
}

const dropClaim = (db: Database, n: number): void => {
  db.run(
    'INSERT OR IGNORE INTO unjoined SELECT n FROM claim WHERE incident = (SELECT incident FROM claim WHERE n = ?1) AND n <> ?1',
    n,
  )
  for (const table of ['claim_party', 'block']) db.run(`DELETE FROM ${table} WHERE claim = ?`, n)
  db.run('DELETE FROM judgement WHERE (a = ?1 OR b = ?1) AND at IS NULL', n)
  db.run('DELETE FROM claim_words WHERE rowid = ?', n)
  db.run('DELETE FROM claim_text WHERE claim = ?', n)
  db.run('DELETE FROM claim WHERE n = ?', n)
}

const insertClaim = (db: Database, report: number, { key, anchor, claim, sentence }: ClaimEntry): number => {
  const n = db.run(
    `INSERT INTO claim (key, report, anchor, trigger_start, told, sentence_start, sentence_end, type, actual, negative, background,
     places, sources, teller, source) VALUES (?, ?, ?, ?, ?, ?, ?, '', 0, 0, 0, '', '', '', '')`,
    key,
    report,
    anchor,
    claim.trigger.start,
    toldAt(db, report, claim.trigger.start, key),
    sentence.start,
    sentence.end,
  )
  db.run('INSERT INTO claim_text (claim, record, sentence) VALUES (?, ?, ?)', n, JSON.stringify(claim), sentence.quote)
  db.run('INSERT INTO claim_words (rowid, sentence) VALUES (?, ?)', n, sentence.quote)
  return n
}

const updateClaim = (db: Database, n: number, { key, anchor, claim, sentence }: ClaimEntry): void => {
  db.run('DELETE FROM claim_words WHERE rowid = ?', n)
  db.run('INSERT INTO claim_words (rowid, sentence) VALUES (?, ?)', n, sentence.quote)
  db.run('UPDATE claim_text SET record = ?, sentence = ? WHERE claim = ?', JSON.stringify(claim), sentence.quote, n)
  const report = db.get('SELECT report FROM claim WHERE n = ?', n)!.report as number
  db.run(
    'UPDATE claim SET key = ?, anchor = ?, trigger_start = ?, told = ?, sentence_start = ?, sentence_end = ? WHERE n = ?',
    key,
    anchor,
    claim.trigger.start,
    toldAt(db, report, claim.trigger.start, key),
    sentence.start,
    sentence.end,
    n,
  )
}

/** A text that sorts as claims are told: reports of an unknown day last. */
const toldAt = (db: Database, report: number, start: number, key: string): string => {
  const row = db.get('SELECT published, key FROM report WHERE n = ?', report)!
  return [row.published ?? '~', row.key, String(start).padStart(9, '0'), key.slice(0, 8)].join(' ')
}
