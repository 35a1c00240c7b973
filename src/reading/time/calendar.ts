/** Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar: no clock, no time zone. */
export type Day = number

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** The day of year, month (1-12) and day of the month. */
export const dayFrom = (year: number, month: number, day: number): Day => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const inEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + ofYear - 719468
}

/** Year, month (1-12) and day of the month. */
export const partsOf = (date: Day): [year: number, month: number, day: number] => {
  const z = date + 719468
  const era = Math.floor(z / 146097)
  const inEra = z - era * 146097
  const y = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365)
  const ofYear = inEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return [y + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1]
}

/** "2020-10-10" of a day. */
export const isoOf = (date: Day): string => {
  const [y, m, d] = partsOf(date)
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`
}

/** "2020-10-10" of a day; null beyond the years 1 to 9999, and for null. */
export const isoOrNull = (date: Day | null): string | null => {
  const year = date === null ? 0 : partsOf(date)[0]
  return date === null || year < 1 || year > 9999 ? null : isoOf(date)
}

/** The day of "2020-10-10"; null for anything else, and for days that do not exist. */
export const dayOfIso = (iso: string | null): Day | null => {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '')
  return m ? validDay(Number(m[1]), Number(m[2]), Number(m[3])) : null
}

/** The day, or null when the calendar has no such day ("June 31"). */
export const validDay = (year: number, month: number, day: number): Day | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month) ? dayFrom(year, month, day) : null

/** Number of days of a month (1-12). */
export const monthLength = (year: number, month: number): number =>
  dayFrom(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayFrom(year, month, 1)

/** Monday = 1 ... Sunday = 7. */
export const weekdayOf = (date: Day): number => ((((date + 3) % 7) + 7) % 7) + 1

/** "2020-10" `months` after the month of `date`. */
export const monthFrom = (date: Day, months: number): string => {
  const [y, m] = partsOf(date)
  const n = y * 12 + m - 1 + months
  return `${pad(Math.floor(n / 12), 4)}-${pad((((n % 12) + 12) % 12) + 1, 2)}`
}

/** The same day of the month `months` later, or the month's last day where it has no such day. */
export const addMonths = (date: Day, months: number): Day => {
  const [y, m] = monthFrom(date, months).split('-').map(Number)
  return dayFrom(y, m, Math.min(partsOf(date)[2], monthLength(y, m)))
}

/** The ISO 8601 week "2020-W41" that holds a day. */
export const weekOf = (date: Day): string => {
  const thursday = date - weekdayOf(date) + 4
  const [year] = partsOf(thursday)
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - dayFrom(year, 1, 1)) / 7) + 1, 2)}`
}

const mondayOfWeek = (year: number, week: number): Day => {
  const fourth = dayFrom(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const months = (year: number, first: number, count: number): [Day, Day] => {
  const start = dayFrom(year, first, 1)
  return [start, addMonths(start, count) - 1]
}

const SHAPES: readonly (readonly [shape: RegExp, days: (year: number, part: string) => [Day, Day]])[] = [
  [/^(\d{4})$/, year => months(year, 1, 12)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (year, month) => months(year, Number(month), 1)],
  [/^(\d{4})-Q([1-4])$/, (year, quarter) => months(year, Number(quarter) * 3 - 2, 3)],
  [/^(\d{4})-H([12])$/, (year, half) => months(year, Number(half) * 6 - 5, 6)],
  [/^(\d{4})-(SP|SU|FA|WI)$/, (year, season) => months(year, SEASON_START[season], 3)],
  [/^(\d{4})-W(\d\d)$/, (year, week) => [mondayOfWeek(year, Number(week)), mondayOfWeek(year, Number(week)) + 6]],
  [/^(\d{4})-W(\d\d)-WE$/, (year, week) => [mondayOfWeek(year, Number(week)) + 5, mondayOfWeek(year, Number(week)) + 6]],
  [/^(\d{3})$/, decade => months(decade * 10, 1, 120)],
  [/^(\d{2})$/, century => months(century * 100, 1, 1200)],
]

/**
 * First and last day of a TIMEX3 date value: "2020-10-10T15:09", "2020-10", "1988", "2020-W41", "2020-W41-WE", "1989-Q3",
 * "1990-H1", "1994-SU" (seasons of the northern half, WI from December), "199" (decade), "19" (century), and ISO intervals
 * of days or years ("2020-09-27/2020-09-30"). Null for others.
 */
export const daysOfValue = (value: string | null): [Day, Day] | null => {
  if (value === null) return null
  const [start, end] = value.split('/')
  if (end !== undefined) {
    const [a, b] = [daysOfValue(start), daysOfValue(end)]
    return a && b ? [a[0], b[1]] : null
  }
  const day = dayOfIso(value)
  if (day !== null) return [day, day]
  for (const [shape, days] of SHAPES) {
    const m = shape.exec(value)
    if (m) return days(Number(m[1]), m[2])
  }
  return null
}
