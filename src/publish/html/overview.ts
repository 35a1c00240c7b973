import { nameOfState } from '../../knowledge/parties.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { Filter } from '../../model/filter.ts'
import { paged } from '../release.ts'

/** A stretch of days in the timeline: its first day, and how many incidents begin in it. */
export interface Bin {
  readonly day: string
  readonly all: number
  readonly contested: number
}

/** A place by name, and what is told to have happened there. */
export interface PlaceRow {
  readonly name: string
  readonly country: string
  readonly incidents: number
  readonly from: string | null
  readonly to: string | null
}

/** What a page says before and after its incidents. */
export interface Overview {
  readonly incidents: number
  readonly contested: number
  readonly first: string | null
  readonly last: string | null
  readonly step: 'day' | 'week' | 'month' | 'year'
  readonly bins: readonly Bin[]
  readonly places: readonly PlaceRow[]
}

/** More bars than this cannot be told apart on a phone. */
const BARS = 120
const DAY = 86_400_000
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const STEPS = ['day', 'week', 'month', 'year'] as const

/** Counts incidents by day and by place in one pass. The timeline leaves out what is only background: it may be decades old. */
export const overviewOf = (ledger: LedgerReader, filter: Filter): Overview => {
  const [days, places] = [new Map<string, { all: number; contested: number }>(), new Map<string, PlaceRow>()]
  let [incidents, contested] = [0, 0]
  for (const i of paged(page => ledger.incidents(filter, page))) {
    incidents++
    if (i.contested) contested++
    const day = i.from ?? i.to
    if (day !== null && !i.background) {
      const at = days.get(day) ?? { all: 0, contested: 0 }
      days.set(day, { all: at.all + 1, contested: at.contested + (i.contested ? 1 : 0) })
    }
    if (!i.place) continue
    const country = i.place.code ? (nameOfState(i.place.code) ?? i.place.code) : ''
    const key = JSON.stringify([i.place.name, country])
    const row = places.get(key) ?? { name: i.place.name, country, incidents: 0, from: null, to: null }
    places.set(key, { ...row, incidents: row.incidents + 1, from: least(row.from, i.from), to: greatest(row.to, i.to ?? i.from) })
  }
  const sorted = [...days.keys()].sort()
  const [first, last] = [sorted[0] ?? null, sorted.at(-1) ?? null]
  const { step, bins } = binned(days, first, last)
  return { incidents, contested, first, last, step, bins, places: [...places.values()].sort(byCount) }
}

const least = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a)
const greatest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)
const byCount = (a: PlaceRow, b: PlaceRow): number =>
  b.incidents - a.incidents || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.country < b.country ? -1 : 1)

/** The first day of the stretch that a day lies in. Weeks begin on Monday. */
const startOf = (day: string, step: Overview['step']): string => {
  if (step === 'month') return `${day.slice(0, 7)}-01`
  if (step === 'year') return `${day.slice(0, 4)}-01-01`
  if (step === 'day') return day
  const ms = Date.parse(day)
  return dayOf(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY)
}

const after = (day: string, step: Overview['step']): string => {
  const [year, month] = day.split('-').map(Number)
  if (step === 'year') return dayOf(Date.UTC(year + 1, 0, 1))
  if (step === 'month') return dayOf(Date.UTC(year, month, 1))
  return dayOf(Date.parse(day) + (step === 'week' ? 7 : 1) * DAY)
}

const binned = (
  days: ReadonlyMap<string, { all: number; contested: number }>,
  first: string | null,
  last: string | null,
): Pick<Overview, 'step' | 'bins'> => {
  if (first === null || last === null) return { step: 'day', bins: [] }
  for (const step of STEPS) {
    const starts: string[] = []
    // A calendar longer than the bars allow is cut at the limit, not walked to its end.
    for (let at = startOf(first, step); at <= last && starts.length <= BARS; at = after(at, step)) starts.push(at)
    if (starts.length > BARS && step !== 'year') continue
    const counts = new Map(starts.map(day => [day, { all: 0, contested: 0 }]))
    for (const [day, n] of days) {
      const bin = counts.get(startOf(day, step))
      if (!bin) continue
      bin.all += n.all
      bin.contested += n.contested
    }
    return { step, bins: [...counts].map(([day, n]) => ({ day, ...n })) }
  }
  return { step: 'year', bins: [] }
}
