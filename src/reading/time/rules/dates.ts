import { type Day, dayFrom, dayOfIso, isoOf, monthLength, partsOf, validDay, weekOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { date, dayDate, figuresDay, monthValue, partOfDays, yearFor } from '../resolve.ts'
import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'
import { fullYear, WORDS } from '../words.ts'

const pad = (n: number) => String(n).padStart(2, '0')

/** The year written, or the one the tense points to; null without a day of publication. */
const yearOf = (c: Captures, month: number, dayOfMonth: number | null, context: Context): number | null => {
  if (typeof c.year === 'number') return c.year
  if (typeof c.twoDigits === 'string') return fullYear(Number(c.twoDigits))
  return yearFor(month, dayOfMonth, context)
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
  const part = typeof c.part === 'string' ? c.part : null
  const days = part ? partOfDays(value, part) : null
  return days ? date(value, days) : date(value)
}

const COUNTED =
  /^(?:people|persons?|men|women|children|soldiers|troops|fighters|civilians|militants|rebels|police|policemen|officers|refugees|families|homes|houses|vehicles|tanks|tons?|tonnes|kilometers|kilometres|km|kms|miles|meters|metres|feet|m|kg|percent|%|dollars|euros|pounds|rubles|votes|points|dead|others|hectares|acres|square|barrels|rounds|shells|rockets|missiles|prisoners|hostages|members|residents|villages|workers|cases|megawatts|mw|hp|mhz|calories|bpd|units|shares)$/
const YEAR_BEFORE =
  'in since of by until till from to through between and during before after for early late mid as the this back around'

/** A number of four digits alone: a year where a preposition leads to it or it stands as one, never a count, price or number. */
const bareYear = (c: Captures, context: Context): Proposal | null => {
  const year = Number(c.year)
  const [previous, next] = [before(context), behind(context)]
  const led = isOneOf(previous, YEAR_BEFORE) || (previous === '-' && isOneOf(before(context, 2), 'mid early late pre post'))
  if (COUNTED.test(next) || (next === '-' && !/^\d/.test(behind(context, 2)) && !led)) return null
  if (/^[$£€#.,/+:]$/.test(previous) && touches(context, -1)) return null
  if (/^[/.:]$/.test(next) && touches(context, 1) && /^\d/.test(behind(context, 2))) return null
  if (
    isOneOf(
      previous,
      'no nr number some nearly over than least about approximately almost killed wounded only another flight resolution room route highway',
    )
  )
    return null
  if (year < 1900 && isOneOf(next, 'on hours hrs h gmt utc local')) return null
  const inWords = !/^['’]?\d/.test(context.tokens[context.at.year].low)
  if (!led && (year < 1900 || (inWords && context.tokens[context.at.year].low !== 'nineteen'))) return null
  if (year < 1900 && !isOneOf(previous, 'in since of by until from during before after')) return null
  if (year < 1900 && /^[a-z]{3,}s$/.test(next) && !isOneOf(next, 'was has its this')) return null
  const days = typeof c.part === 'string' ? partOfDays(String(year), c.part) : null
  return days ? date(String(year), days) : date(String(year))
}

/** Whether the token before (-1) or behind (1) the match stands without a space. */
const touches = (context: Context, side: -1 | 1): boolean =>
  side < 0
    ? context.tokens[context.first - 1]?.end === context.tokens[context.first].start
    : context.tokens[context.last + 1]?.start === context.tokens[context.last].end

const figures = (day: Day | null): Proposal | null => (day === null ? null : dayDate(day))

/** Dates of the calendar: days, months and years by name or figures. */
export const DATES: readonly TimeRule[] = [
  {
    name: 'ISO date',
    patterns: ['@isoDate'],
    make: c => {
      const value = String(c.isoDate)
      const day = dayOfIso(value)
      if (day === null) return null
      const time = value.slice(10, 16).toUpperCase()
      const zone = /z$|[+-]\d\d:?\d\d$/i.exec(value.slice(16))?.[0].toUpperCase() ?? ''
      return time ? { type: 'TIME', value: `${isoOf(day)}${time}${zone}` } : dayDate(day)
    },
    reads: [
      ['The log of [2020-10-09] lists two shots.', '2020-10-09'],
      ['Sent [2020-10-10T15:09] from the front.', '2020-10-10T15:09'],
    ],
    leaves: ['The part number is 2020-99-99.'],
  },
  {
    name: 'date in figures',
    patterns: ['@slashDate'],
    make: (c, context) => {
      const text = String(c.slashDate)
      const day = figuresDay(text, context.published)
      return text.includes('/') || /\d{4}$/.test(text) || /\d\.\d\d\.\d/.test(text) ? figures(day) : null
    },
    reads: [
      ['Shelling of [27/9/2020] was the first.', '2020-09-27'],
      ['The order of [9/27/2020] was sealed.', '2020-09-27'],
      ['Kyiv, [24.02.2014].', '2014-02-24'],
    ],
    leaves: ['Version 1.2.3 was released.', 'The score was 3-2-1.', 'About 33/44/2020 nothing is known.'],
  },
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
    make: (c, context) => {
      const [month, day] = [context.tokens[context.at.month], context.tokens[context.at.dayOfMonth]]
      const spelled = !/^\d/.test(day.low)
      if (/^(?:may|march)$/.test(month.low) && !isCapital(month)) return null
      if (
        spelled &&
        month.low === 'may' &&
        context.at.month > context.at.dayOfMonth &&
        behind(context) !== ',' &&
        !/^of$/.test(context.tokens[context.at.month - 1].low)
      )
        return null
      if (
        context.at.month > context.at.dayOfMonth &&
        typeof c.year !== 'number' &&
        /^(?:may|march)$/.test(month.low) &&
        behind(context) === 'of'
      )
        return null
      return monthDay(c, context)
    },
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
    make: (c, context) => {
      const last = context.found.at(-1)
      const sameList = last && /^month and day|^another day/.test(last.rule) && last.last === context.first - 2
      if (
        !sameList ||
        !isOneOf(before(context), 'and or &') ||
        !/^(?:[.,;:)¶]|in|at|as|when|but|near|by|while)?$/.test(behind(context))
      )
        return null
      const day = dayOfIso(last.value)
      const [year, month] = day === null ? [0, 0] : partsOf(day)
      const found = day === null ? null : validDay(year, month, Number(c.dayOfMonth))
      return found === null ? null : dayDate(found)
    },
    reads: [['They met on Sept. 27 and [28] in Geneva.', '2020-09-28']],
    leaves: ['On Sept. 27 and 28 people died of it.', 'He took 3 and 4.'],
  },
  {
    name: 'days of one month',
    patterns: [
      '@month @dayOfMonth=from -|–|— @dayOfMonth=to ,? @year?',
      '@month @dayOfMonth=from to|through @dayOfMonth=to ,? @year?',
      '@dayOfMonth=from -|–|—|to @dayOfMonth=to of? @month ,? @year?',
      '@month @dayOfMonth=from -|–|— @month=monthTo @dayOfMonth=to ,? @year?',
    ],
    make: (c, context) => (isCapital(context.tokens[context.at.month]) ? dayRange(c, context) : null),
    reads: [
      ['Fighting of [Sept. 27-30] left the town empty.', '2020-09-27/2020-09-30'],
      ['The raids of [3-5 August 2008] went on.', '2008-08-03/2008-08-05'],
    ],
    leaves: ['They won the match 3-5.'],
  },
  {
    name: 'month',
    patterns: [
      '@month ,? @year',
      '@month of? @year',
      '@month',
      '@month this|last|next year=relativeYear',
      'the? @part @month ,? @year?',
      'the? @part - @month ,? @year?',
      'the? middle=mid of @month ,? @year?',
      'the? beginning|start=early of @month ,? @year?',
      'the? end=late of @month ,? @year?',
      'the month of @month ,? @year?',
    ],
    make: (c, context) => {
      const part = typeof c.part === 'string' ? c.part : c.mid ? 'mid' : c.early ? 'early' : c.late ? 'late' : null
      if (c.relativeYear && context.published !== null) {
        const shift = { last: -1, this: 0, next: 1 }[context.tokens[context.last - 1].low] ?? 0
        return isMonthName(context, context.at.month) || isCapital(context.tokens[context.at.month])
          ? date(monthValue(Number(isoOf(context.published).slice(0, 4)) + shift, Number(c.month)))
          : null
      }
      return bareMonth({ ...c, part }, context)
    },
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
  {
    name: 'years',
    patterns: ['@year -|–|— @twoDigits', '@year=first -|–|— @year'],
    make: c => {
      const first = Number(c.first ?? c.year)
      const last = c.first === undefined ? Math.floor(first / 100) * 100 + Number(c.twoDigits) : Number(c.year)
      return last > first && last - first < 100 ? date(`${first}/${last}`, [dayFrom(first, 1, 1), dayFrom(last, 12, 31)]) : null
    },
    reads: [
      ['The siege of [2016-17] emptied it.', '2016/2017'],
      ['In the war of [1992–1995] he was a child.', '1992/1995'],
    ],
    leaves: ['Call 2016-04 for help.'],
  },
  {
    name: 'year',
    patterns: [
      '@year',
      'the? @part @year',
      'the? @part - @year',
      'the? year=word @year',
      'the? end=late of @year',
      'the? beginning|start=early of @year',
      'the? middle=mid of @year',
    ],
    make: (c, context) =>
      bareYear({ ...c, part: c.part ?? (c.late ? 'late' : c.early ? 'early' : c.mid ? 'mid' : null) }, context),
    reads: [
      ['It was founded in [1988].', '1988'],
      ['The town fell in [mid-1983].', '1983'],
      ['The [1994] truce failed.', '1994'],
      ['Since [early 2011] the country has burned.', '2011'],
      ['In [nineteen ninety-six] he left.', '1996'],
    ],
    leaves: [
      'About 1,200 people fled.',
      'Some 2000 soldiers came.',
      'He paid $1988 for it.',
      'The shell killed 1991 people.',
      'Flight 1999 landed.',
    ],
  },
]
