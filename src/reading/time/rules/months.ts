import { dayFrom, dayOfIso, daysOfValue, isoOf, monthLength, partsOf, validDay, weekdayOf, weekOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { date, dayDate, monthValue, partOfDays, yearFor } from '../resolve.ts'
import { before, behind, type Context, isCapital, isOneOf, type Proposal, partNamed, type TimeRule } from '../rule.ts'
import { fullYear, WORDS } from '../words.ts'

const pad = (n: number) => String(n).padStart(2, '0')

/** The year written, or the one the tense points to; null without a day of publication. */
const yearOf = (c: Captures, month: number, dayOfMonth: number | null, context: Context): number | null => {
  if (typeof c.year === 'number') return c.year
  if (typeof c.twoDigits === 'string') return fullYear(Number(c.twoDigits))
  const byWeekday =
    dayOfMonth !== null && typeof c.anyWeekday === 'number' ? yearOfWeekday(c.anyWeekday, month, dayOfMonth, context) : null
  return byWeekday ?? yearFor(month, dayOfMonth, context)
}

/** The year near publication in which the day falls on the weekday written beside it. */
const yearOfWeekday = (weekday: number, month: number, dayOfMonth: number, { published }: Context): number | null => {
  if (published === null) return null
  const [year] = partsOf(published)
  const fits = (y: number) => {
    const day = validDay(y, month, dayOfMonth)
    return day !== null && weekdayOf(day) === weekday
  }
  return [year, year - 1, year + 1].find(fits) ?? null
}

const monthDay = (c: Captures, context: Context): Proposal | null => {
  const [month, day] = [Number(c.month), Number(c.dayOfMonth)]
  const year = yearOf(c, month, day, context)
  if (day > monthLength(2000, month)) return null
  if (year === null) return { type: 'DATE', value: `XXXX-${pad(month)}-${pad(day)}` }
  const found = validDay(c.pointer === 'last' ? (lastYear(month, day, context) ?? year) : year, month, day)
  if (found !== null && c.week) return date(weekOf(found))
  if (found !== null && typeof c.daypart === 'string') return { type: 'TIME', value: `${isoOf(found)}T${c.daypart}` }
  return found === null ? null : dayDate(found)
}

/** The year of the last such day before publication. */
const lastYear = (month: number, day: number, context: Context): number | null => {
  if (context.published === null) return null
  const year = Number(isoOf(context.published).slice(0, 4))
  return dayFrom(year, month, day) < context.published ? year : year - 1
}

/** A range of days within what one month and year say. */
const dayRange = (c: Captures, context: Context): Proposal | null => {
  const month = Number(c.month)
  const last = c.monthTo === undefined ? month : Number(c.monthTo)
  const year = yearOf(c, month, Number(c.from), context)
  if (year === null) return null
  const [from, to] = [validDay(year, month, Number(c.from)), validDay(last < month ? year + 1 : year, last, Number(c.to))]
  if (from === null || to === null || to <= from) return null
  if (typeof c.daypart === 'string') return { type: 'TIME', value: `${isoOf(from)}T${c.daypart}`, days: [from, to] }
  return date(`${isoOf(from)}/${isoOf(to)}`, [from, to])
}

const IN_CALENDAR =
  'in since of by until till from to through between and during before after for early late mid last next this past throughout into around about'

/** Whether a month's name stands where only the month can be meant: "may", "march" and "august" are words too. */
const isMonthName = (context: Context, i: number): boolean => {
  const token = context.tokens[i]
  if (!isCapital(token)) return false
  const previous = context.tokens[i - 1]
  const word = token.low.replace('.', '')
  const beside =
    isOneOf(previous?.low ?? '', IN_CALENDAR) ||
    (previous?.low === '-' && isOneOf(context.tokens[i - 2]?.low ?? '', 'mid early late'))
  if (/^(?:may|march)$/.test(word))
    return beside && (toMonth(context, i) || !/^(?:of|on|to|for|against)$/.test(context.tokens[i + 1]?.low ?? ''))
  if (/^(?:mar|jun|sep|sept|dec|jan|apr)$/.test(word)) return beside || token.low.endsWith('.')
  const named = isCapital(previous) && !isOneOf(previous.low, IN_CALENDAR) && previous.end === token.start - 1
  const surname = /^(?:april|june|august|jan)$/.test(word) && isCapital(context.tokens[i + 1]) && !beside
  return !surname && !(named && !sentenceStart(context, i - 1) && previous.text !== previous.text.toUpperCase())
}

const toMonth = ({ tokens }: Context, i: number): boolean =>
  tokens[i + 1]?.low === 'to' && WORDS.month.has(tokens[i + 2]?.low ?? '')

const sentenceStart = (context: Context, i: number): boolean => i === 0 || /^[.!?¶:"“”]$/.test(context.tokens[i - 1].text)

const bareMonth = (c: Captures, context: Context): Proposal | null => {
  const i = context.at.month
  if (typeof c.year !== 'number' && !isMonthName(context, i)) return null
  const month = Number(c.month)
  const year = yearOf(c, month, null, context)
  if (year === null) return { type: 'DATE', value: `XXXX-${pad(month)}` }
  const value = monthValue(year, month)
  return date(value, partOfDays(value, partNamed(c)))
}

/** "December last year". */
const monthOfYear = (c: Captures, context: Context): Proposal | null => {
  if (context.published === null || !isCapital(context.tokens[context.at.month])) return null
  const shift = { last: -1, this: 0, next: 1 }[String(c.relativeYear)] ?? 0
  return date(monthValue(partsOf(context.published)[0] + shift, Number(c.month)))
}

/** "May 3" but not "ten may", "the second may follow" or "3 March of": the words around show which it is. */
const isDayOfMonth = (c: Captures, { tokens, at, last }: Context): boolean => {
  const month = tokens[at.month]
  if (!/^(?:may|march)$/.test(month.low)) return true
  if (!isCapital(month)) return false
  if (at.month < at.dayOfMonth) return true
  const next = tokens[last + 1]?.low ?? ''
  if (next === 'of' && typeof c.year !== 'number') return false
  const spelled = !/^\d/.test(tokens[at.dayOfMonth].low)
  return !spelled || month.low === 'march' || next === ',' || tokens[at.month - 1].low === 'of'
}

/** The "28" of "on Sept. 27 and 28". */
const anotherDay = (c: Captures, context: Context): Proposal | null => {
  const list = context.found.at(-1)
  if (!list || !/^(?:month and day|another day)/.test(list.rule) || list.last !== context.first - 2) return null
  const inList = before(context) === ',' && isOneOf(behind(context), 'and or ,') && /^\d{1,2}$/.test(behind(context, 2))
  const endsList = isOneOf(before(context), 'and or &') && /^(?:[.,;:)¶]|in|at|as|when|but|near|by|while)?$/.test(behind(context))
  if (!inList && !endsList) return null
  const first = dayOfIso(list.value)
  if (first === null) return null
  const [year, month] = partsOf(first)
  const day = validDay(year, month, Number(c.dayOfMonth))
  return day === null ? null : dayDate(day)
}

/** Months and days of months, by name. */
export const MONTHS: readonly TimeRule[] = [
  {
    name: 'month and day',
    patterns: [
      '@anyWeekday ,? the? @month . @dayOfMonth ,? @year',
      '@anyWeekday ,? the? @month @dayOfMonth ,? @year?',
      '@anyWeekday ,? the? @dayOfMonth of? @month ,? @year?',
      '@month @dayOfMonth , @year',
      '@month the? @dayOfMonth @year?',
      '@month . @dayOfMonth ,? @year?',
      'the? @dayOfMonth of? @month ,? @year?',
      'the? @dayOfMonth - @month - @year?',
      '@dayOfMonth @month @twoDigits',
      '@dayOfMonth - @month - @twoDigits',
      'this|last=pointer @month @dayOfMonth',
      'this coming @anyWeekday , @month @dayOfMonth',
      'the? @daypart of @anyWeekday , @month @dayOfMonth ,? @year?',
      'the week of=week @month @dayOfMonth',
      'the? @daypart of the? @month @dayOfMonth ,? @year?',
      'the? @daypart of the? @dayOfMonth of? @month ,? @year?',
    ],
    make: (c, context) => (isDayOfMonth(c, context) ? monthDay(c, context) : null),
    reads: [
      ['The army crossed the river on [Sept. 27, 2020].', '2020-09-27'],
      ['They met on [Oct.10] at noon.', '2020-10-10'],
      ['Beirut, [10 JAN 90] (AFP) -- two died.', '1990-01-10'],
      ['It began on [the 27th of September].', '2020-09-27'],
      ['A truce was signed on [Friday, Oct. 9].', '2020-10-09'],
      ['Talks will open on [November 3].', '2020-11-03'],
      ['TROOPS LEFT ON [MARCH 3] AT DAWN', '2020-03-03'],
      ['On [May 8, 1945] the guns fell silent.', '1945-05-08'],
    ],
    leaves: ['Ten may die.', 'The second may follow the first.', 'They march 10 abreast.'],
  },
  {
    name: 'another day of the month',
    patterns: ['@dayOfMonth'],
    make: anotherDay,
    reads: [
      ['They met on Sept. 27 and [28] in Geneva.', '2020-09-28'],
      ['They met on Sept. 27, [28] and 29.', '2020-09-28'],
    ],
    leaves: ['On Sept. 27 and 28 people died of it.', 'He took 3 and 4.'],
  },
  {
    name: 'days of one month',
    patterns: [
      '@month @dayOfMonth=from -|–|— @dayOfMonth=to ,? @year?',
      '@month @dayOfMonth=from to|through @dayOfMonth=to ,? @year?',
      '@dayOfMonth=from -|–|—|to @dayOfMonth=to of? @month ,? @year?',
      '@month @dayOfMonth=from -|–|— @month=monthTo @dayOfMonth=to ,? @year?',
      'the? @daypart of @month @dayOfMonth=from -|–|to @dayOfMonth=to ,? @year?',
      'the? @daypart of @dayOfMonth=from -|–|to @dayOfMonth=to @month ,? @year?',
      '@dayOfMonth=from and=between @dayOfMonth=to of? @month ,? @year?',
      '@month @dayOfMonth=from and=between @dayOfMonth=to ,? @year?',
    ],
    make: (c, context) => {
      if (!isCapital(context.tokens[context.at.month]) || (c.between && before(context) !== 'between')) return null
      return dayRange(c, context)
    },
    reads: [
      ['Fighting of [Sept. 27-30] left the town empty.', '2020-09-27/2020-09-30'],
      ['The raids of [3-5 August 2008] went on.', '2008-08-03/2008-08-05'],
      ['Between [5 and 8 October] three villages fell.', '2020-10-05/2020-10-08'],
    ],
    leaves: ['They won the match 3-5.'],
  },
  {
    name: 'part of a month',
    patterns: ['the? first|last=edge week of @month ,? @year?', 'the? first|second=half half of @month ,? @year?'],
    make: (c, context) => {
      const year = yearOf(c, Number(c.month), null, context)
      const days = year === null ? null : daysOfValue(monthValue(year, Number(c.month)))
      if (!days || !isCapital(context.tokens[context.at.month])) return null
      const [first, last] = days
      if (c.edge) return c.edge === 'first' ? date(weekOf(first), [first, first + 6]) : date(weekOf(last), [last - 6, last])
      const value = isoOf(first).slice(0, 7)
      return date(value, c.half === 'first' ? [first, first + 14] : [first + 15, last])
    },
    reads: [
      ['The siege began in [the first week of March].', '2020-W09'],
      ['Fighting went on in [the second half of May].', '2020-05'],
    ],
    leaves: ['The first week of the siege was quiet.'],
  },
  {
    name: 'month',
    patterns: [
      '@month ,? @year',
      '@month of? @year',
      '@month',
      '@month this|last|next=relativeYear year',
      'the? @part @month ,? @year?',
      'the? @part - @month ,? @year?',
      'the? middle=mid of @month ,? @year?',
      'the? beginning|start=early of @month ,? @year?',
      'the? end=late of @month ,? @year?',
      'the month of @month ,? @year?',
    ],
    make: (c, context) => (c.relativeYear ? monthOfYear(c, context) : bareMonth(c, context)),
    reads: [
      ['No shot has been heard since [October].', '2020-10'],
      ['They held the town until [late August 1995].', '1995-08'],
      ['In [May] the army returned.', '2020-05'],
      ['It was rebuilt in [mid-July].', '2020-07'],
      ['In [December last year] he fled.', '2019-12'],
      ['Elections will be held in [March].', '2021-03'],
    ],
    leaves: [
      'They may attack.',
      'May they rest in peace.',
      'Troops march on the capital.',
      'The March on Rome was told again.',
      'Theresa May spoke.',
      'An august body met.',
      'April Smith saw it.',
    ],
  },
]
