import type { Filter, Status } from '../../model/filter.ts'

/** A condition of SQL with its parameters. */
export interface Where {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

type Part = readonly [sql: string, ...params: (string | number)[]]

/** A text for LIKE: any text that holds `words`; `\` escapes what LIKE would read as a pattern. */
const holding = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, c => `\\${c}`)}%`

/** Words for FTS5: each as a quoted string, so that none is read as an operator; all must be there. Null when there are none. */
export const ftsOf = (words: string): string | null => {
  const found = words.match(/[\p{L}\p{N}]+/gu)
  return found ? found.map(w => `"${w}"`).join(' ') : null
}

const CLAIM_STATUS: Readonly<Record<Status, string>> = {
  asserted: 'c.negative = 0',
  denied: 'c.negative = 1',
  planned: 'c.actual = 0',
  actual: 'c.actual = 1',
  news: 'c.background = 0',
  background: 'c.background = 1',
  contested: 'EXISTS (SELECT 1 FROM incident x WHERE x.n = c.incident AND x.contested = 1)',
  admitted: 'EXISTS (SELECT 1 FROM incident x WHERE x.n = c.incident AND x.admitted = 1)',
}

/** The conditions on claims (`c`) that a filter makes. */
const claimParts = (filter: Filter): Part[] => [
  ...(filter.party?.length
    ? [
        [
          `c.n IN (SELECT claim FROM claim_party WHERE party IN (${filter.party.map(() => '?').join(', ')}))`,
          ...filter.party,
        ] as const,
      ]
    : []),
  ...(filter.type?.length ? [[`c.type IN (${filter.type.map(() => '?').join(', ')})`, ...filter.type] as const] : []),
  ...(filter.place ? [["c.places LIKE ? ESCAPE '\\'", holding(filter.place)] as const] : []),
  ...boxPart(filter, 'c'),
  ...(filter.from ? [['coalesce(c.day_to, c.day_from) >= ?', filter.from] as const] : []),
  ...(filter.to ? [['coalesce(c.day_from, c.day_to) <= ?', filter.to] as const] : []),
  ...(filter.source ? [["c.sources LIKE ? ESCAPE '\\'", holding(filter.source)] as const] : []),
  ...wordsPart(filter),
]

const boxPart = ({ box }: Filter, table: string): Part[] => {
  if (!box) return []
  const [west, south, east, north] = box
  const lon = west <= east ? `${table}.lon BETWEEN ? AND ?` : `(${table}.lon >= ? OR ${table}.lon <= ?)`
  return [[`${table}.lat BETWEEN ? AND ? AND ${lon}`, south, north, west, east]]
}

const wordsPart = ({ words }: Filter): Part[] => {
  if (!words) return []
  const query = ftsOf(words)
  return [query ? ['c.n IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)', query] : ['0']]
}

const joined = (parts: readonly Part[]): Where => ({
  sql: parts.length ? parts.map(([sql]) => `(${sql})`).join(' AND ') : '1',
  params: parts.flatMap(([, ...params]) => params),
})

/** Which claims (`c`) a filter leaves; those marked as wrong are never among them. */
export const claimWhere = (filter: Filter): Where =>
  joined([['c.wrong = 0'], ...claimParts(filter), ...(filter.status ?? []).map((s): Part => [CLAIM_STATUS[s]])])

const INCIDENT_STATUS: Readonly<Record<Status, string>> = {
  asserted: 'EXISTS (SELECT 1 FROM claim y WHERE y.incident = i.n AND y.negative = 0)',
  denied: 'i.denied = 1',
  planned: "i.status = 'planned'",
  actual: "i.status = 'actual'",
  news: 'i.background = 0',
  background: 'i.background = 1',
  contested: 'i.contested = 1',
  admitted: 'i.admitted = 1',
}

/** Which incidents (`i`) a filter leaves: type, days and box hold of the incident; what else is given, of one claim of it. */
export const incidentWhere = (filter: Filter): Where => {
  const { party, place, source, words } = filter
  const inner = claimParts({
    ...(party && { party }),
    ...(place && { place }),
    ...(source && { source }),
    ...(words && { words }),
  })
  const { sql, params } = joined(inner)
  return joined([
    ...(filter.type?.length ? [[`i.type IN (${filter.type.map(() => '?').join(', ')})`, ...filter.type] as const] : []),
    ...boxPart(filter, 'i'),
    ...(filter.from ? [['coalesce(i.day_to, i.day_from) >= ?', filter.from] as const] : []),
    ...(filter.to ? [['coalesce(i.day_from, i.day_to) <= ?', filter.to] as const] : []),
    ...(filter.status ?? []).map((s): Part => [INCIDENT_STATUS[s]]),
    ...(inner.length ? [[`i.n IN (SELECT c.incident FROM claim c WHERE c.wrong = 0 AND ${sql})`, ...params] as const] : []),
  ])
}

/** Which reports (`r`) a filter leaves: by outlet, own words and day of publication; by anything else through their claims. */
export const reportWhere = (filter: Filter): Where => {
  const { from, to, source, words, ...rest } = filter
  const query = words ? ftsOf(words) : null
  const narrowed = Object.values(rest).some(v => v !== undefined)
  const inner = claimWhere(rest)
  return joined([
    ...(from ? [['r.published >= ?', from] as const] : []),
    ...(to ? [['r.published <= ?', to] as const] : []),
    ...(source
      ? [
          [
            "(lower(coalesce(r.outlet, '')) LIKE ? ESCAPE '\\' OR r.n IN (SELECT report FROM claim WHERE sources LIKE ? ESCAPE '\\'))",
            holding(source),
            holding(source),
          ] as const,
        ]
      : []),
    ...(words ? [(query ? ['r.n IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)', query] : ['0']) as Part] : []),
    ...(narrowed ? [[`r.n IN (SELECT c.report FROM claim c WHERE ${inner.sql})`, ...inner.params] as const] : []),
  ])
}
