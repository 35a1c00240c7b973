import { EVENT_TYPES, type EventType } from '../model/claim.ts'
import { type Filter, STATUSES, type Status } from '../model/filter.ts'

/** What the page shows. */
export type View = 'incidents' | 'incident' | 'report' | 'map' | 'reports' | 'sources' | 'corrections' | 'add' | 'nowhere'

/** The state of the page, all of it in its address. */
export interface Address {
  readonly view: View
  /** Of the incident or report; null in lists. */
  readonly key: string | null
  readonly filter: Filter
  /** Rows that are left out before the first one shown. */
  readonly offset: number
}

const LISTS: Readonly<Record<string, View>> = {
  '/': 'incidents',
  '/map': 'map',
  '/reports': 'reports',
  '/sources': 'sources',
  '/corrections': 'corrections',
  '/add': 'add',
}
const PATHS = Object.fromEntries(Object.entries(LISTS).map(([path, view]) => [view, path]))

/** The address of a path and a query string. What cannot be understood is left out. */
export const addressOf = (path: string, search: string): Address => {
  const query = new URLSearchParams(search)
  const [, view, key] = /^\/(incident|report)\/([^/]+)\/?$/.exec(path) ?? []
  const offset = Number(query.get('offset') ?? 0)
  return {
    view: view ? (view as View) : (LISTS[path.length > 1 ? path.replace(/\/$/, '') : path] ?? 'nowhere'),
    key: key ? decoded(key) : null,
    filter: filterOf(query),
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The filter of a query. A party is only split at commas with no space after: "Syria, armed opposition" is one. */
export const filterOf = (query: URLSearchParams): Filter => {
  const all = (name: string, comma: RegExp) => [
    ...new Set(
      query
        .getAll(name)
        .flatMap(v => v.split(comma))
        .map(v => v.trim())
        .filter(v => v),
    ),
  ]
  const party = all('party', /,(?! )/)
  const type = all('type', /,/).filter((t): t is EventType => EVENT_TYPES.includes(t as EventType))
  const status = all('status', /,/).filter((s): s is Status => STATUSES.includes(s as Status))
  const box = boxOf(query.get('box'))
  const days = (['from', 'to'] as const).filter(n => isDay(query.get(n)))
  const words = (['place', 'source', 'words'] as const).filter(n => query.get(n)?.trim())
  return {
    ...(party.length && { party }),
    ...(type.length && { type }),
    ...(status.length && { status }),
    ...(box && { box }),
    ...Object.fromEntries([...days, ...words].map(n => [n, query.get(n)!.trim()])),
  }
}

/** Whether a text is an ISO day of the calendar. */
export const isDay = (text: string | null): text is string =>
  !!text && /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const boxOf = (text: string | null): Filter['box'] | null => {
  const numbers = (text ?? '').split(',').map(part => (part.trim() ? Number(part) : Number.NaN))
  const [west, south, east, north] = numbers
  const right = numbers.length === 4 && numbers.every(Number.isFinite) && south <= north
  const within = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90
  return right && within ? [west, south, east, north] : null
}

/** A filter as a query, in a fixed order of names; "" when nothing is narrowed. */
export const queryOf = (filter: Filter, more: Readonly<Record<string, string | number>> = {}): string => {
  const query = new URLSearchParams()
  for (const name of ['party', 'type', 'status'] as const) for (const value of filter[name] ?? []) query.append(name, value)
  for (const name of ['place', 'from', 'to', 'source', 'words'] as const) if (filter[name]) query.set(name, filter[name])
  if (filter.box) query.set('box', filter.box.map(n => Number(n.toFixed(4))).join(','))
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return String(query)
}

/** The path and query of an address, for links and history. */
export const hrefOf = ({ view, key, filter, offset }: Partial<Address> & { readonly view: View }): string => {
  const path = key ? `/${view}/${encodeURIComponent(key)}` : (PATHS[view] ?? '/')
  const query = queryOf(filter ?? {}, offset ? { offset } : {})
  return query ? `${path}?${query}` : path
}

/** A filter with some fields set; undefined or empty ones are left out. */
export const narrowed = (filter: Filter, changes: { readonly [K in keyof Filter]?: Filter[K] | undefined }): Filter =>
  Object.fromEntries(Object.entries({ ...filter, ...changes }).filter(([, v]) => v !== undefined && v.length > 0))
