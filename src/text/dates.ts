/** A calendar day as far as it is written: the year may be missing. `end`: where it stops in the text. */
export interface WrittenDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly end: number
}

const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAY_NAMES = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH = `(?<month>${MONTH_NAMES})\\b\\.?`
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:])'
const YEAR = "(?<year>(?:19|20)\\d\\d|['’]\\d\\d)(?![\\d:])"
/** A year of two digits stands only behind a month's name ("10 JAN 90"), so that it is no hour or count. */
const SHORT = "(?<year>(?:19|20)\\d\\d|['’]?\\d\\d)(?![\\d:.,]\\d|\\d|\\s*(?:am|pm|hrs|gmt|utc|[%-]))"
const WEEKDAY = `(?:(?:${WEEKDAY_NAMES})\\b[.,]?\\s{1,3})?`

/** The written forms, most telling first. Numbers alone need four digits of year; their order is judged in `numeric`. */
const FORMS = [
  `${WEEKDAY}${DAY}\\s?(?:of\\s)?[-\\s]?${MONTH}(?:,?[-\\s]{0,3}${SHORT})?`,
  `${WEEKDAY}${MONTH}\\s?[-\\s]?${DAY}(?:,?\\s{1,3}${YEAR})?`,
  '(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?:T[\\d:.]{4,12}(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)',
  `${WEEKDAY}(?<first>\\d\\d?)(?<mark>[./-])(?<second>\\d\\d?)\\k<mark>(?<year>(?:19|20)\\d\\d)(?!\\d)`,
].map(source => new RegExp(source, 'iyu'))

/** The year of two digits: 45 to 99 are of the last century, as no report here is older than 1945. */
const fullYear = (written: string): number => {
  const digits = written.replace(/\D/g, '')
  const n = Number(digits)
  return digits.length === 4 ? n : n >= 45 ? 1900 + n : 2000 + n
}

const daysIn = (year: number | null, month: number): number => new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()

const checked = (year: number | null, month: number, day: number, end: number): WrittenDay | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day, end } : null

/** 19.07.2016 is day first everywhere; 07/08/2013 can be either, so it is no day unless one number exceeds twelve. */
const numeric = (first: number, second: number, mark: string, year: number, end: number): WrittenDay | null => {
  if (mark === '.' || first > 12 || first === second) return checked(year, second, first, end)
  return second > 12 ? checked(year, first, second, end) : null
}

/** The day written at `at`, or null. Reads English dates with or without year, ISO days and days in figures. */
export const dayAt = (text: string, at: number): WrittenDay | null => {
  for (const form of FORMS) {
    form.lastIndex = at
    const match = form.exec(text)
    if (!match?.groups) continue
    const { month, day, year, first, second, mark } = match.groups
    const end = at + match[0].length
    const found = first
      ? numeric(Number(first), Number(second), mark, Number(year), end)
      : checked(
          year ? fullYear(year) : null,
          Number(month) || STARTS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
          Number(day),
          end,
        )
    if (found) return found
  }
  return null
}

const POSSIBLE = new RegExp(`(?<![\\p{L}\\p{N}.])(?:\\d|${MONTH_NAMES}|${WEEKDAY_NAMES})`, 'giu')

/** All days written in `text` from `from` to `to`, in order. */
export const daysWritten = (text: string, from: number, to: number): (WrittenDay & { readonly start: number })[] => {
  const out: (WrittenDay & { start: number })[] = []
  const part = text.slice(0, to)
  POSSIBLE.lastIndex = from
  for (let match = POSSIBLE.exec(part); match; match = POSSIBLE.exec(part)) {
    const day = dayAt(part, match.index)
    if (!day) continue
    out.push({ ...day, start: match.index })
    POSSIBLE.lastIndex = day.end
  }
  return out
}

const FIGURES_AT = new RegExp(`${WEEKDAY}\\d\\d?(?<mark>[./-])\\d\\d?\\k<mark>(?:19|20)\\d\\d(?!\\d)`, 'iyu')

/** Where a full date at `at` ends, be it one whose order of day and month is unsure ("07/08/2013"), or `at`. */
export const fullDateEnd = (text: string, at: number): number => {
  const day = dayAt(text, at)
  if (day) return day.year === null ? at : day.end
  FIGURES_AT.lastIndex = at
  return at + (FIGURES_AT.exec(text)?.[0].length ?? 0)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** "2020-10-10", or "--10-10" when the year is not written (as xsd:gMonthDay). */
export const isoOf = (day: WrittenDay): string => `${day.year ?? '-'}-${two(day.month)}-${two(day.day)}`
