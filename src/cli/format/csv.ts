import type { Claim, Reading } from '../../model/claim.ts'
import { CLAIM_COLUMNS } from '../../publish/claim-columns.ts'
import { type Cell, cell } from '../../publish/table.ts'
import type { Format } from './format.ts'

/** The columns, each with its meaning (docs/codebook.md lists them) and its value. Lists are joined by "; ". */
export const COLUMNS: readonly (readonly [
  name: string,
  meaning: string,
  value: (claim: Claim, reading: Reading, n: number) => Cell,
])[] = [
  ['report', 'id of the report', (_c, r) => r.id],
  ['outlet', 'who published it', (_c, r) => r.outlet],
  ['published', 'ISO day of publication', (_c, r) => r.published],
  ['claim', 'number of the claim within its report, from 1', (_c, _r, n) => n],
  ...CLAIM_COLUMNS.map(([name, meaning, value]) => [name, meaning, (c: Claim) => value(c)] as const),
]

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** One row for each claim, after a header row. */
export const csvFormat = (): Format => ({
  start: row(COLUMNS.map(([name]) => name)),
  report: (_report, _findings, reading) =>
    reading.claims.map((claim, i) => row(COLUMNS.map(([, , value]) => value(claim, reading, i + 1)))).join(''),
  end: '',
})
