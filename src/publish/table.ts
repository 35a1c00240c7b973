/** What a cell may hold; null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined

/** A column: its name, what it means and how it is filled, and its value. */
export type Column<Row> = readonly [name: string, meaning: string, value: (row: Row) => Cell]

/** A column that the format has and that nothing here can fill. */
export const empty = (name: string, why: string): Column<unknown> => [name, `Empty: ${why}`, () => null]

/** Text that a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV injection). */
const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** A cell by RFC 4180. */
export const cell = (value: Cell): string => {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const safe = harmless(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell between tabs, which knows no quoting: tabs and line ends become spaces. */
const tabbed = (value: Cell): string => (typeof value === 'string' ? harmless(value.replace(/[\t\r\n]+/g, ' ')) : cell(value))

/** Byte order mark: without it Excel takes UTF-8 for the system's own letters. */
const BOM = '\uFEFF'

/** Rows as comma-separated values for spreadsheets, after a header row. */
export function* csvOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Iterable<string> {
  yield `${BOM}${columns.map(([name]) => cell(name)).join(',')}\r\n`
  for (const row of rows) yield `${columns.map(([, , value]) => cell(value(row))).join(',')}\r\n`
}

/** Rows as tab-separated values, after a header row. */
export function* tsvOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Iterable<string> {
  yield `${columns.map(([name]) => tabbed(name)).join('\t')}\n`
  for (const row of rows) yield `${columns.map(([, , value]) => tabbed(value(row))).join('\t')}\n`
}
