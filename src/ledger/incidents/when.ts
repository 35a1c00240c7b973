import type { Telling } from './telling.ts'

/** Days since 1970 of an ISO day. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** How two tellings' days stand to one another; `what` in words. */
export interface Timing {
  readonly how: 'same' | 'adjacent' | 'tally' | 'unknown' | 'apart'
  readonly what: string
}

/** Days that a night or an ongoing fight may take and still be one happening. */
const NIGHT = 2

type Dated = Telling & { readonly days: readonly [string, string] }

const isDated = (t: Telling): t is Dated => t.days !== null
export const length = (t: Telling): number => (t.days ? dayNumber(t.days[1]) - dayNumber(t.days[0]) + 1 : 0)

/** Whether two tellings' days can be one; symmetric. */
export const timing = (a: Telling, b: Telling): Timing => {
  if (!isDated(a) || !isDated(b)) return { how: 'unknown', what: 'a day is not known' }
  if (a.days[0] === b.days[0] && a.days[1] === b.days[1])
    return { how: 'same', what: a.days[0] === a.days[1] ? 'same day' : 'same days' }
  const gap = Math.max(dayNumber(a.days[0]) - dayNumber(b.days[1]), dayNumber(b.days[0]) - dayNumber(a.days[1]))
  const long = length(a) > NIGHT || length(b) > NIGHT
  if (gap <= 0) return long ? { how: 'tally', what: 'several days against one' } : { how: 'same', what: 'days overlap' }
  const loose = a.how !== 'stated' || b.how !== 'stated'
  if (gap === 1 && loose && !long) return { how: 'adjacent', what: 'next day, one of them not stated' }
  return { how: 'apart', what: gap === 1 ? 'next day' : `${gap} days apart` }
}

/** The days under which a telling is looked for; those that are only implied also under their neighbours. */
export const dayKeys = (t: Telling): string[] => {
  if (!isDated(t)) return []
  if (length(t) > NIGHT) return [t.days.join('..')]
  const [first, last] = t.days.map(dayNumber)
  const slack = t.how === 'stated' ? 0 : 1
  return Array.from({ length: last - first + 1 + 2 * slack }, (_, i) => String(first - slack + i))
}
