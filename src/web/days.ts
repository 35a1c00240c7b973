import type { TimelineDay } from './answers.ts'

const DAY = 86_400_000

/** One bar of the timeline: the days from first to last. */
export interface Bar {
  readonly from: string
  readonly to: string
  readonly incidents: number
  readonly contested: number
}

/** Bars that follow each other without a long gap. */
export interface Stretch {
  readonly bars: readonly Bar[]
}

/** How much one bar holds. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** Days since 1970 of an ISO day, and back. */
export const numberOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)
export const dayOfNumber = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10)

/** Parts of a sorted list that have no gap longer than `gap` days. */
const runsOf = (days: readonly TimelineDay[], gap: number): TimelineDay[][] => {
  const runs: TimelineDay[][] = []
  for (const day of days) {
    const last = runs.at(-1)?.at(-1)
    if (last && numberOfDay(day.day) - numberOfDay(last.day) <= gap) runs.at(-1)!.push(day)
    else runs.push([day])
  }
  return runs
}

const lengthOf = (run: readonly TimelineDay[]): number => numberOfDay(run.at(-1)!.day) - numberOfDay(run[0].day) + 1

/**
 * The timeline of some days, sorted: stretches of bars, at most about `most` bars in all. A gap in which nothing is told and that
 * would take up more than a sixth of the axis is left out between two stretches.
 */
export const stretchesOf = (
  days: readonly TimelineDay[],
  most: number,
): { readonly unit: Unit; readonly stretches: Stretch[] } => {
  if (!days.length) return { unit: 'day', stretches: [] }
  let runs = [[...days]]
  for (;;) {
    const gap = Math.max(30, runs.reduce((n, r) => n + lengthOf(r), 0) / 6)
    const next = runsOf(days, gap)
    if (next.length <= runs.length) break
    runs = next
  }
  const total = runs.reduce((n, r) => n + lengthOf(r), 0)
  const unit: Unit = total <= most ? 'day' : total / 7 <= most ? 'week' : total / 30 <= most ? 'month' : 'year'
  return { unit, stretches: runs.map(run => ({ bars: barsOf(run, unit) })) }
}

const barsOf = (run: readonly TimelineDay[], unit: Unit): Bar[] => {
  const sums = new Map<string, { incidents: number; contested: number }>()
  for (const { day, incidents, contested } of run) {
    const start = startOf(day, unit)
    const sum = sums.get(start) ?? { incidents: 0, contested: 0 }
    sums.set(start, { incidents: sum.incidents + incidents, contested: sum.contested + contested })
  }
  const bars: Bar[] = []
  for (let from = startOf(run[0].day, unit); from <= run.at(-1)!.day; from = after(from, unit))
    bars.push({
      from,
      to: dayOfNumber(numberOfDay(after(from, unit)) - 1),
      ...(sums.get(from) ?? { incidents: 0, contested: 0 }),
    })
  return bars
}

/** First day of the day, week (from Monday), month or year that a day is in. */
const startOf = (day: string, unit: Unit): string => {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  const n = numberOfDay(day)
  return unit === 'day' ? day : dayOfNumber(n - ((((n + 3) % 7) + 7) % 7))
}

const after = (start: string, unit: Unit): string => {
  const [year, month] = start.split('-').map(Number)
  if (unit === 'month')
    return month === 12 ? `${year + 1}-01-01` : `${start.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`
  if (unit === 'year') return `${String(year + 1).padStart(4, '0')}-01-01`
  return dayOfNumber(numberOfDay(start) + (unit === 'day' ? 1 : 7))
}
