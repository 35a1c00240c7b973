import { z } from 'zod'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { ExportOptions } from '../../publish/options.ts'
import { claimsOf, incidentsOf, paged } from '../../publish/release.ts'
import { type Column, csvOf } from '../../publish/table.ts'
import type { Desk } from '../desk.ts'
import { exportQuery, filterOf } from '../query.ts'
import { type Download, found, get, type Route } from '../route.ts'
import { CORRECTION_COLUMNS, INCIDENT_COLUMNS, REPORT_COLUMNS, SOURCE_COLUMNS } from '../tables.ts'

type Query = z.infer<typeof exportQuery>

const optionsOf = ({ names, quoteWords, ...query }: Query, { accountsOf }: Desk): ExportOptions => ({
  filter: filterOf(query),
  names,
  quoteWords,
  accountsOf,
})

const exported = (desk: Desk, name: string, query: Query, called = 'hearsay'): Download => {
  const format = found(
    Object.hasOwn(desk.exports, name) ? desk.exports[name] : null,
    `There is no format of this name; there are ${Object.keys(desk.exports).join(', ')}.`,
  )
  return {
    pieces: format.write(desk.ledger, optionsOf(query, desk)),
    mediaType: format.mediaType,
    name: `${called}.${format.extension}`,
  }
}

const CSV = 'text/csv; charset=utf-8'
const JSON_TYPE = 'application/json'

/** An array of rows, a row a line. */
function* jsonOf(rows: Iterable<unknown>): Iterable<string> {
  let first = true
  for (const row of rows) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`
    first = false
  }
  yield first ? '[]\n' : '\n]\n'
}

/** A whole list: its rows, and its columns; null: an export makes its table. */
interface List<Row> {
  readonly name: string
  readonly about: string
  readonly rows: (ledger: LedgerReader, options: ExportOptions) => Iterable<Row>
  readonly columns: readonly Column<Row>[] | null
}

const list = <Row>({ name, about, rows, columns }: List<Row>): Route[] => [
  get(`/${name}.json`, {
    about: `${about}, as JSON.`,
    query: exportQuery,
    answer: JSON_TYPE,
    handle: ({ desk, query }) => ({
      pieces: jsonOf(rows(desk.ledger, optionsOf(query, desk))),
      mediaType: JSON_TYPE,
      name: `${name}.json`,
    }),
  }),
  get(`/${name}.csv`, {
    about: `${about}, as a table.`,
    query: exportQuery,
    answer: CSV,
    handle: ({ desk, query }) =>
      columns
        ? { pieces: csvOf(columns, rows(desk.ledger, optionsOf(query, desk))), mediaType: CSV, name: `${name}.csv` }
        : exported(desk, 'csv', query, name),
  }),
]

function* only<T, U>(rows: Iterable<T>, of: (row: T) => U): Iterable<U> {
  for (const row of rows) yield of(row)
}

/** Whole lists as files, and the formats of export. Private persons are initialled in claims and incidents unless names are asked for. */
export const DOWNLOADS: readonly Route[] = [
  get('/api/exports', {
    about: 'The formats of export, and what each cannot hold.',
    answer: z.strictObject({
      rows: z.array(
        z.strictObject({
          name: z.string(),
          extension: z.string(),
          mediaType: z.string(),
          about: z.string(),
          loses: z.array(z.string()),
        }),
      ),
    }) as z.ZodType,
    handle: ({ desk }) => ({
      rows: Object.entries(desk.exports).map(([name, { extension, mediaType, about, loses }]) => ({
        name,
        extension,
        mediaType,
        about,
        loses,
      })),
    }),
  }),
  get('/api/exports/:name', {
    about: 'The ledger, narrowed by a filter, in a format of export.',
    query: exportQuery,
    answer: 'application/octet-stream',
    handle: ({ desk, params: { name }, query }) => exported(desk, name, query),
  }),
  ...list({
    name: 'incidents',
    about: 'All incidents of a filter',
    rows: (ledger, options) => only(incidentsOf(ledger, options), t => t.incident),
    columns: INCIDENT_COLUMNS,
  }),
  ...list({ name: 'claims', about: 'All claims of a filter', rows: claimsOf, columns: null }),
  ...list({
    name: 'reports',
    about: 'All reports of a filter',
    rows: (ledger, { filter }) => paged(page => ledger.reports(filter, page)),
    columns: REPORT_COLUMNS,
  }),
  ...list({
    name: 'sources',
    about: 'All who assert, by a filter',
    rows: (ledger, { filter }) => paged(page => ledger.sources(filter, page)),
    columns: SOURCE_COLUMNS,
  }),
  ...list({
    name: 'corrections',
    about: 'All that people corrected',
    rows: ledger => ledger.corrections(),
    columns: CORRECTION_COLUMNS,
  }),
]
