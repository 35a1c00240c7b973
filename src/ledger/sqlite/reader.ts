import { statSync } from 'node:fs'
import type { Page } from '../../model/filter.ts'
import type { Judgement, Reason, Verdict } from '../../model/incident.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { NO_SIDES, type Sides } from '../../model/sides.ts'
import { spanOf } from '../../model/span.ts'
import type { Likeness, ReadingHead, ReportRow, Retrieval, SourceRow, StoredReport } from '../../model/stored-report.ts'
import type { Correction, LedgerReader } from '../ledger.ts'
import { contentHash } from './content.ts'
import type { Database } from './database.ts'
import { claimWhere, incidentWhere, reportWhere, type Where } from './filter.ts'
import { CLAIMS, claimOf, headColumns, headOf, incidentOf, type Row } from './rows.ts'

const COUNTED = 'c.copy_of IS NULL AND c.first_told IS NULL'

const REPORTS = `
SELECT r.n, ${headColumns('r', 'r')}, r.published_by, r.like_kind, ${headColumns('l', 'l')},
  (SELECT count(*) FROM claim c WHERE c.report = r.n) AS claims,
  (SELECT count(*) FROM claim c WHERE c.report = r.n AND ${COUNTED}) AS counted
FROM report r LEFT JOIN report l ON l.n = r.like_of`

/** What can be asked of a ledger in SQLite. `path`: its file, for its size. */
export const sqliteReader = (db: Database, path: string): LedgerReader => {
  const number = (sql: string, ...params: readonly (string | number)[]): number =>
    Object.values(db.get(sql, ...params)!)[0] as number
  const meta = (key: string): string | null => (db.get('SELECT value FROM meta WHERE key = ?', key)?.value as string) ?? null
  const claimsBy = (where: Where, tail: string, ...params: readonly (string | number)[]): LedgerClaim[] =>
    db.all(`${CLAIMS} WHERE ${where.sql} ${tail}`, ...where.params, ...params).map(claimOf)
  const sides = (): Sides => JSON.parse(meta('sides') ?? 'null') ?? NO_SIDES
  const reportRow = (row: Row): ReportRow => ({
    ...headOf(row, 'r'),
    publishedBy: row.published_by as ReportRow['publishedBy'],
    claims: row.claims as number,
    counted: row.counted as number,
    like: row.like_kind ? { kind: row.like_kind as Likeness['kind'], of: headOf(row, 'l') } : null,
  })

  let [state, hash] = ['', '']
  /** Hashed again only after something was written, here or by another process. */
  const content = (): string => {
    const now = JSON.stringify([db.get('PRAGMA data_version'), db.get('SELECT total_changes()')])
    if (now !== state) [state, hash] = [now, contentHash(db)]
    return hash
  }

  return {
    sides,
    counts: () => ({
      reports: number('SELECT count(*) FROM report'),
      copies: number("SELECT count(*) FROM report WHERE like_kind = 'copy'"),
      claims: number('SELECT count(*) FROM claim WHERE wrong = 0'),
      incidents: number('SELECT count(*) FROM incident'),
      bytes: ['', '-wal'].reduce((n, end) => n + (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0), 0),
      unsettled: number('SELECT count(*) FROM report WHERE settled = 0'),
    }),
    versions: () => ({ reader: meta('reader') ?? '', knowledge: meta('knowledge') ?? '', content: content() }),
    reports: (filter, { limit, offset }) => {
      const { sql, params } = reportWhere(filter)
      return db
        .all(
          `${REPORTS} WHERE ${sql} ORDER BY r.published IS NULL, r.published, r.key LIMIT ? OFFSET ?`,
          ...params,
          limit,
          offset,
        )
        .map(reportRow)
    },
    report: key => {
      const rows = db.all(`${REPORTS} WHERE r.key = ?1 OR r.id = ?1 ORDER BY r.key <> ?1 LIMIT 2`, key)
      if (!rows.length || (rows.length > 1 && rows[0].r_key !== key)) return null
      return storedReport(db, rows[0], reportRow(rows[0]))
    },
    archived: sha256 => (db.get('SELECT bytes FROM archive WHERE sha256 = ?', sha256)?.bytes as Uint8Array) ?? null,
    claims: (filter, { limit, offset }) =>
      // The rows of the page are found first, in the small table alone.
      claimsBy(
        {
          sql: `c.n IN (SELECT c.n FROM claim c WHERE ${claimWhere(filter).sql} ORDER BY c.told LIMIT ? OFFSET ?)`,
          params: [...claimWhere(filter).params, limit, offset],
        },
        'ORDER BY c.told',
      ),
    claim: key => {
      const found = claimsBy(beginning('c.key', key), 'LIMIT 2')
      return found.length === 1 ? found[0] : null
    },
    incidents: (filter, { limit, offset }) => {
      const { sql, params } = incidentWhere(filter)
      return db
        .all(
          `SELECT i.record FROM incident i WHERE ${sql} ORDER BY i.day_from IS NULL, i.day_from, i.id LIMIT ? OFFSET ?`,
          ...params,
          limit,
          offset,
        )
        .map(incidentOf)
    },
    incident: key => {
      const [byId, byClaim] = [beginning('i.id', key), beginning('c.key', key)]
      const rows = db.all(
        `SELECT i.n, i.record FROM incident i WHERE ${byId.sql}
         UNION SELECT i.n, i.record FROM incident i JOIN claim c ON c.incident = i.n WHERE ${byClaim.sql} LIMIT 2`,
        ...byId.params,
        ...byClaim.params,
      )
      if (rows.length !== 1) return null
      const where = { sql: 'c.incident = ?', params: [rows[0].n as number] }
      return {
        incident: incidentOf(rows[0]),
        claims: claimsBy(where, 'ORDER BY c.told'),
      }
    },
    sources: (filter, page) => sourceRows(db, claimWhere(filter), page),
    count: (what, filter) => {
      if (what === 'reports') return countBy(db, 'report r', reportWhere(filter))
      if (what === 'incidents') return countBy(db, 'incident i', incidentWhere(filter))
      if (what === 'claims') return countBy(db, 'claim c', claimWhere(filter))
      const { sql, params } = claimWhere(filter)
      return number(
        `SELECT count(*) FROM (SELECT 1 FROM claim c WHERE ${sql} AND ${COUNTED} GROUP BY c.teller, c.source)`,
        ...params,
      )
    },
    judgements: claims => {
      const numbers = '(SELECT n FROM claim WHERE key IN (SELECT value FROM json_each(?1)))'
      return db
        .all(
          `SELECT j.*, a.key AS a_key, b.key AS b_key FROM judgement j JOIN claim a ON a.n = j.a JOIN claim b ON b.n = j.b
           WHERE j.n IN (SELECT n FROM judgement WHERE a IN ${numbers} UNION SELECT n FROM judgement WHERE b IN ${numbers}) ORDER BY j.n`,
          JSON.stringify(claims),
        )
        .map(judgementOf)
    },
    corrections: () =>
      db.all('SELECT k.*, c.key AS claim_key FROM correction k JOIN claim c ON c.n = k.claim ORDER BY k.n').map(correctionOf),
  }
}

/** Keys that begin like this; a whole key is found by itself. */
const beginning = (column: string, key: string): Where => ({
  sql: `${column} >= ? AND ${column} < ?`,
  params: [/^[0-9a-f]{4,}$/.test(key) ? key : '~', `${key}g`],
})

const countBy = (db: Database, table: string, { sql, params }: Where): number =>
  db.get(`SELECT count(*) AS n FROM ${table} WHERE ${sql}`, ...params)!.n as number

const sourceRows = (db: Database, { sql, params }: Where, { limit, offset }: Page): SourceRow[] =>
  db
    .all(
      `SELECT c.source AS name, c.teller AS party, count(*) AS claims, sum(c.negative) AS denials,
         count(DISTINCT c.report) AS reports, count(DISTINCT c.incident) AS incidents
       FROM claim c WHERE ${sql} AND ${COUNTED} GROUP BY c.teller, c.source ORDER BY claims DESC, name, party LIMIT ? OFFSET ?`,
      ...params,
      limit,
      offset,
    )
    .map(row => ({ ...row }) as unknown as SourceRow)

/** A person's or the program's judgement; its keys are given with the lesser first. */
export const judgementOf = (row: Row): Judgement => {
  const [a, b] = [row.a_key as string, row.b_key as string].sort()
  return {
    id: row.n as number,
    a,
    b,
    verdict: row.verdict as Verdict,
    score: row.score as number | null,
    by: row.by as string,
    at: row.at as string | null,
    reasons: JSON.parse(row.reasons as string) as Reason[],
    undone: row.undone as string | null,
  }
}

export const correctionOf = (row: Row): Correction => ({
  id: row.n as number,
  claim: row.claim_key as string,
  verdict: row.verdict as Correction['verdict'],
  changes: JSON.parse(row.changes as string),
  by: row.by as string,
  at: row.at as string,
  note: row.note as string,
  undone: row.undone as string | null,
})

const storedReport = (db: Database, { n }: Row, row: ReportRow): StoredReport => {
  const text = db.get('SELECT text FROM report WHERE n = ?', n as number)!.text as string
  return {
    ...row,
    text,
    likenesses: db
      .all(
        `SELECT k.kind, k.share, k.passages, ${headColumns('r', 'r')} FROM likeness k JOIN report r ON r.n = k.of
         WHERE k.report = ? ORDER BY r.published, r.key`,
        n as number,
      )
      .map(k => ({
        kind: k.kind as Likeness['kind'],
        of: headOf(k, 'r'),
        share: k.share as number,
        passages: (JSON.parse(k.passages as string) as [number, number][]).map(([start, end]) => spanOf(text, start, end)),
      })),
    retrievals: db
      .all(
        `SELECT t.source, t.at, t.sha256, length(a.bytes) AS bytes, a.encoding FROM retrieval t JOIN archive a USING (sha256)
         WHERE t.report = ? ORDER BY t.at, t.sha256`,
        n as number,
      )
      .map(({ source, ...rest }) => ({ from: source, ...rest }) as unknown as Retrieval),
    readings: db
      .all('SELECT reader, knowledge, at, claims, notes FROM reading WHERE report = ? ORDER BY n', n as number)
      .map(r => ({ ...r, notes: JSON.parse(r.notes as string) }) as unknown as ReadingHead),
    told: db.all(`${CLAIMS} WHERE c.report = ? AND c.wrong = 0 ORDER BY c.told`, n as number).map(claimOf),
  }
}
