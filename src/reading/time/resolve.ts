import {
  addMonths,
  type Day,
  dayFrom,
  daysOfValue,
  isoOf,
  monthFrom,
  monthLength,
  partsOf,
  validDay,
  weekdayOf,
  weekOf,
} from './calendar.ts'
import { before, behind, type Context, type Found, isOneOf, type Proposal, type Tense } from './rule.ts'

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** A date value with its days. */
export const date = (value: string, days?: readonly [Day | null, Day | null] | null): Proposal =>
  days ? { type: 'DATE', value, days } : { type: 'DATE', value }

/** A day as a date. */
export const dayDate = (day: Day): Proposal => date(isoOf(day))

/** How many expressions back is looked for the one that an expression leans on. */
const REACH = 60

/** "2020-10" of a year and month. */
export const monthValue = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

/**
 * Of the years in which a month (or day of a month) lies near the day of publication: the one the tense points to. News
 * looks back by default; but a day soon to come is meant even behind a past tense ("he set a Jan. 14 deadline"), for one
 * eleven months gone would be given its year.
 */
export const yearFor = (month: number, dayOfMonth: number | null, context: Context): number | null => {
  const { published } = context
  const told = context.isHistory ? yearNearTold(month, dayOfMonth ?? 1, context) : null
  if (told !== null || published === null) return told
  const [year] = partsOf(published)
  const start = (y: number) => dayFrom(y, month, Math.min(dayOfMonth ?? 1, monthLength(y, month)))
  const isNow = dayOfMonth === null && monthFrom(published, 0) === monthValue(year, month)
  const back = start(year) <= published ? year : year - 1
  const ahead = isNow || start(year) >= published ? year : year + 1
  const lead = isOneOf(before(context), 'by until till through effective payable')
  const tense = context.tense()
  if (tense === 'future') return ahead
  const reach = tense === 'past' ? (dayOfMonth === null && !lead ? 0 : 30) : 120
  return start(ahead) - published < reach ? ahead : back
}

/** The year in which a day of a month lies nearest to the date told before; the year itself where that was all that was told. */
const yearNearTold = (month: number, dayOfMonth: number, context: Context): number | null => {
  const told = context.found.slice(-REACH).findLast(f => /^\d{4}(?:$|-\d\d)/.test(f.value ?? ''))
  const days = told ? daysOfValue(told.value) : null
  if (!days) return null
  const [year] = partsOf(days[0])
  if (/^\d{4}$/.test(told?.value ?? '')) return year
  const distance = (y: number) => Math.abs(dayFrom(y, month, Math.min(dayOfMonth, monthLength(y, month))) - days[0])
  return [year, year + 1, year - 1].reduce((a, b) => (distance(b) < distance(a) ? b : a))
}

/**
 * The day a bare weekday means: the nearest before publication (that day included), after it where the clause looks ahead.
 * Where no tense shows, tomorrow is meant rather than the day six days gone.
 */
export const weekdayFor = (weekday: number, context: Context): Day | null => {
  if (context.published === null) return null
  const gap = (weekdayOf(context.published) - weekday + 7) % 7
  const tense = dayTense(context)
  const ahead = tense === 'future' || (tense !== 'past' && gap === 6) || (tense === 'present' && gap > 3)
  return ahead ? context.published + ((7 - gap) % 7) : context.published - gap
}

const ARRANGED = 'vote election elections meeting summit talks deadline hearing debate conference session match ceremony'

const HAPPENED =
  /^(?:attack|raid|strike|airstrike|bombing|shelling|blast|explosion|shooting|killing|clash|massacre|ambush|assault|battle|bombardment|coup|crash|fire|incident)(?:e?s)?$/

/** "Friday's raid" and "the raid on Friday" have happened whatever the clause looks ahead to; "as soon as Friday" is ahead. */
const dayTense = (context: Context): Tense | null => {
  const possessive = /^['’]$/.test(behind(context)) && behind(context, 2) === 's'
  if (possessive && !isOneOf(behind(context, 3), ARRANGED)) return 'past'
  if (before(context) === 'on' && HAPPENED.test(before(context, 2))) return 'past'
  if (before(context) === 'as' && isOneOf(before(context, 2), 'soon early late') && before(context, 3) === 'as') return 'future'
  return context.tense()
}

const UNIT_LETTER: Readonly<Record<string, string>> = {
  S: 'TS',
  TM: 'TM',
  TH: 'TH',
  D: 'D',
  W: 'W',
  F: 'W',
  M: 'M',
  Q: 'Q',
  Y: 'Y',
  E: 'Y',
  C: 'Y',
}
const UNIT_FACTOR: Readonly<Record<string, number>> = { F: 2, E: 10, C: 100 }

/** The TIMEX3 duration of n units: P2W, PT5H30M, P10Y for a decade; PXD when n is null. */
export const durationValue = (n: number | null, unit: string): string => {
  const letter = UNIT_LETTER[unit]
  const time = letter.startsWith('T') ? 'T' : ''
  const name = letter.slice(time.length)
  if (n === null) return `P${time}X${unit === 'E' || unit === 'C' ? unit : name}`
  const total = n * (UNIT_FACTOR[unit] ?? 1)
  const whole = Math.floor(total)
  if (whole === total) return `P${time}${whole}${name}`
  const rest: Record<string, string> = { Y: '6M', TH: '30M', TM: '30S', D: 'T12H' }
  return `P${time}${whole || ''}${whole ? name : ''}${rest[letter] ?? ''}`
}

/** The day n units from a day (n may be negative); for hours and less the same day. */
export const shiftDay = (day: Day, n: number, unit: string): Day => {
  if (unit === 'D') return day + Math.round(n)
  if (unit === 'W' || unit === 'F') return day + Math.round(n * 7 * (UNIT_FACTOR[unit] ?? 1))
  if (unit === 'TH') return day + Math.sign(n) * Math.floor(Math.abs(n) / 24)
  const months: Record<string, number> = { M: 1, Q: 3, Y: 12, E: 120, C: 1200 }
  const count = Math.round(n * (months[unit] ?? 0))
  return Math.abs(count) > 100_000 ? day : addMonths(day, count)
}

/** The date n units from a day, as fine as the unit: "two weeks ago" is a week, "five years ago" a year. */
export const shifted = (day: Day, n: number, unit: string): Proposal | null => {
  const target = shiftDay(day, n, unit)
  if (partsOf(target)[0] < 1 || partsOf(target)[0] > 9999) return null
  if (unit === 'W' || unit === 'F') return date(weekOf(target), [target, target])
  if (unit === 'M') return date(monthFrom(target, 0))
  if (unit === 'Q') return date(quarterOf(target))
  if (unit === 'Y' || unit === 'E' || unit === 'C') return date(pad(partsOf(target)[0], 4))
  return dayDate(target)
}

/** "1989-Q3" of a day. */
export const quarterOf = (day: Day): string => {
  const [year, month] = partsOf(day)
  return `${pad(year, 4)}-Q${Math.floor((month - 1) / 3) + 1}`
}

/** "1989-Q3" `n` quarters on. */
export const quarterShifted = (value: string, n: number): string => {
  const [year, quarter] = value.split('-Q').map(Number)
  const k = year * 4 + quarter - 1 + n
  return `${pad(Math.floor(k / 4), 4)}-Q${(((k % 4) + 4) % 4) + 1}`
}

/** The unit that holds a day, `n` units on: this week 0, last month -1. */
export const unitOf = (day: Day, n: number, unit: string): string | null => {
  const [year] = partsOf(day)
  if (unit === 'D') return isoOf(day + n)
  if (unit === 'W') return weekOf(day + 7 * n)
  if (unit === 'M') return monthFrom(day, n)
  if (unit === 'Q') return quarterShifted(quarterOf(day), n)
  if (unit === 'Y') return pad(year + n, 4)
  if (unit === 'E') return pad(Math.floor(year / 10) + n, 3)
  if (unit === 'C') return pad(Math.floor(year / 100) + n)
  return null
}

/** The weekend of a day's week, n weeks on; on Monday to Friday "the weekend" of a past clause is the one before. */
export const weekendOf = (day: Day, n: number): string => `${weekOf(day + 7 * n)}-WE`

/** The year of a season near a day: the last one begun, or the next to begin. */
export const seasonFor = (season: string, day: Day, direction: 'past' | 'future' | 'this'): string => {
  const [year] = partsOf(day)
  const start = (y: number) => daysOfValue(`${pad(y, 4)}-${season}`)?.[0] ?? 0
  if (direction === 'this') return `${pad(year, 4)}-${season}`
  const back = start(year) <= day ? year : year - 1
  return `${pad(direction === 'past' ? back : start(year) > day ? year : year + 1, 4)}-${season}`
}

const SPLITS: Readonly<Record<string, readonly [number, number]>> = { early: [0, 1 / 3], mid: [1 / 3, 2 / 3], late: [2 / 3, 1] }

/** The days of the early, middle or late third of a value; all of them without a part, and for a day. */
export const partOfDays = (value: string | null, part: string | null): [Day, Day] | null => {
  const days = daysOfValue(value)
  if (!days || days[0] === days[1] || part === null) return days
  const [first, last] = days
  if (/^\d{4}$/.test(value ?? '')) return yearThird(Number(value), part)
  if (/^\d{3}$/.test(value ?? '')) return decadeThird(Number(value) * 10, part)
  const length = last - first + 1
  return [first + Math.floor(SPLITS[part][0] * length), first + Math.max(Math.floor(SPLITS[part][1] * length), 1) - 1]
}

const decadeThird = (year: number, part: string): [Day, Day] => {
  const [first, last] = part === 'early' ? [0, 3] : part === 'mid' ? [4, 6] : [7, 9]
  return [dayFrom(year + first, 1, 1), dayFrom(year + last, 12, 31)]
}

const yearThird = (year: number, part: string): [Day, Day] => {
  const first = part === 'early' ? 1 : part === 'mid' ? 5 : 9
  return [dayFrom(year, first, 1), addMonths(dayFrom(year, first, 1), 4) - 1]
}

/** The last expression before the match that is a single day, or null; looks at the last sixty. */
export const lastDay = (context: Context): Day | null => {
  for (let k = context.found.length - 1; k >= 0 && k >= context.found.length - REACH; k--) {
    const days = daysOfValue(context.found[k].value)
    if (days && days[0] === days[1]) return days[0]
  }
  return null
}

const QUARTER = /^\d{4}-Q[1-4]$/

/** The latest quarter named within the last 400 words that had begun by publication, or null. */
export const namedQuarter = (context: Context): string | null => {
  const now = context.published === null ? '9999-Q4' : quarterOf(context.published)
  let latest: string | null = null
  for (let k = context.found.length - 1; k >= 0 && context.first - context.found[k].last < 400; k--) {
    const { value } = context.found[k]
    if (value !== null && QUARTER.test(value) && value <= now && (latest === null || value > latest)) latest = value
  }
  return latest
}

/** The last expression before the match whose value has a shape, not more than `reach` tokens back. */
export const lastOf = (context: Context, shape: RegExp, reach: number): Found | null => {
  for (let k = context.found.length - 1; k >= 0; k--) {
    const found = context.found[k]
    if (context.first - found.last > reach) return null
    if (shape.test(found.value ?? '')) return found
  }
  return null
}

/**
 * The date of figures ("27/9/2020", "10.10.20"): day first unless only month first makes a day, or that lies nearer
 * publication.
 */
export const figuresDay = (figures: string, published: Day | null): Day | null => {
  const numbers = figures.split(/[./-]/).map(Number)
  if (figures.indexOf('/') === 4) return validDay(numbers[0], numbers[1], numbers[2])
  const [a, b, y] = numbers
  const year = y < 100 ? (y < 50 ? 2000 : 1900) + y : y
  const dayFirst = validDay(year, b, a)
  const monthFirst = validDay(year, a, b)
  if (dayFirst === null || monthFirst === null || published === null) return dayFirst ?? monthFirst
  return Math.abs(published - dayFirst) <= Math.abs(published - monthFirst) ? dayFirst : monthFirst
}
