import type { Claim } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { LedgerClaim, ReportHead } from '../../model/ledger-claim.ts'

/** A row as SQLite gives it. */
export type Row = Record<string, string | number | bigint | null | Uint8Array>

/** Columns of a report's head under a prefix, and the head that they make. */
export const headColumns = (table: string, prefix: string): string =>
  ['key', 'id', 'outlet', 'published', 'headline', 'url'].map(c => `${table}.${c} AS ${prefix}_${c}`).join(', ')

export const headOf = (row: Row, prefix: string): ReportHead => ({
  key: row[`${prefix}_key`] as string,
  id: row[`${prefix}_id`] as string,
  outlet: row[`${prefix}_outlet`] as string | null,
  published: row[`${prefix}_published`] as string | null,
  headline: row[`${prefix}_headline`] as string | null,
  url: row[`${prefix}_url`] as string | null,
})

/** Everything of a claim but its where; ends before WHERE, ORDER BY and LIMIT. */
export const CLAIMS = `
SELECT c.n, c.key, x.record, x.mended, c.sentence_start, c.sentence_end, x.sentence, c.passage_start, c.passage_end,
  i.id AS incident_id, o.key AS copy_key, substr(r.text, c.passage_start + 1, c.passage_end - c.passage_start) AS passage,
  ${headColumns('r', 'r')}, ${headColumns('f', 'f')}
FROM claim c JOIN claim_text x ON x.claim = c.n JOIN report r ON r.n = c.report
LEFT JOIN incident i ON i.n = c.incident LEFT JOIN claim o ON o.n = c.copy_of LEFT JOIN report f ON f.n = c.first_told`

/** A claim's record with what a person mended of it. */
export const mendedClaim = (row: Row): Claim => {
  const claim = JSON.parse(row.record as string) as Claim
  return row.mended ? { ...claim, ...(JSON.parse(row.mended as string) as Partial<Claim>) } : claim
}

export const claimOf = (row: Row): LedgerClaim => {
  const claim = mendedClaim(row)
  const told = row.f_key !== null
  const [start, end] = [row.passage_start as number, row.passage_end as number]
  return {
    ...claim,
    key: row.key as string,
    report: headOf(row, 'r'),
    sentence: { start: row.sentence_start as number, end: row.sentence_end as number, quote: row.sentence as string },
    background: claim.background || told,
    incident: row.incident_id as string | null,
    copyOf: row.copy_key as string | null,
    firstTold: told ? { ...headOf(row, 'f'), passage: { start, end, quote: row.passage as string } } : null,
    mended: row.mended ? Object.keys(JSON.parse(row.mended as string)) : [],
  }
}

export const incidentOf = (row: Row): Incident => JSON.parse(row.record as string) as Incident
