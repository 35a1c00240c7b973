import { dayFrom, daysOfValue, isoOf, partsOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { date, dayDate, lastOf, namedQuarter, partOfDays, quarterOf, quarterShifted, unitOf } from '../resolve.ts'
import { before, behind, type Context, isOneOf, type Proposal, partNamed, type TimeRule } from '../rule.ts'
import { WORDS } from '../words.ts'

const QUARTER = /^\d{4}-Q[1-4]$/

/**
 * The year of a quarter without one: the last such quarter begun, or the nearer of last and next where the clause is not
 * past.
 */
const quarterFor = (quarter: number, context: Context): Proposal => {
  const { published } = context
  if (published === null) return { type: 'DATE', value: `XXXX-Q${quarter}` }
  const [year] = partsOf(published)
  const back = dayFrom(year, quarter * 3 - 2, 1) <= published ? year : year - 1
  const past = published - dayFrom(back, quarter * 3, 28)
  const ahead = dayFrom(back + 1, quarter * 3 - 2, 1) - published
  return date(`${context.tense() !== 'past' && ahead < past ? back + 1 : back}-Q${quarter}`)
}

const yearOf = (c: Captures, context: Context): number | null => {
  if (typeof c.year === 'number') return c.year
  if (c.relativeYear === undefined || context.published === null) return null
  return partsOf(context.published)[0] + ({ last: -1, this: 0, next: 1 }[String(c.relativeYear)] ?? 0)
}

const quarter = (c: Captures, context: Context): Proposal | null => {
  const n = Number(c.ordinal)
  if (n > 4) return null
  if (c.yearAgo) {
    const now = quarterFor(n, context)
    return QUARTER.test(now.value ?? '') ? date(quarterShifted(String(now.value), -4)) : now
  }
  const year = yearOf(c, context)
  return year === null ? quarterFor(n, context) : date(`${year}-Q${n}`)
}

/** The quarter a business text speaks of: of the month it ended in, else the latest named, else the last that has ended. */
const spokenQuarter = (context: Context): string | null => {
  const ended = isOneOf(behind(context), 'ended ending') ? WORDS.month.get(behind(context, 2)) : undefined
  if (ended !== undefined && context.published !== null) {
    const [year, month] = partsOf(context.published)
    return `${ended <= month ? year : year - 1}-Q${Math.ceil(ended / 3)}`
  }
  return namedQuarter(context) ?? (context.published === null ? null : quarterShifted(quarterOf(context.published), -1))
}

const latestQuarter = (c: Captures, context: Context): Proposal | null => {
  const value = c.current && context.published !== null ? quarterOf(context.published) : spokenQuarter(context)
  if (value === null) return { type: 'DATE', value: null }
  if (c.yearAgo) {
    if (c.period && !spoken(context)) return null
    return date(quarterShifted(value, -4))
  }
  if (typeof c.year === 'number')
    return c.period && !QUARTER.test(spoken(context)) ? date(String(c.year)) : date(`${c.year}${value.slice(4)}`)
  if (c.period && !QUARTER.test(spoken(context))) return null
  return date(value)
}

const spoken = (context: Context): string => lastOf(context, QUARTER, 400)?.value ?? ''

const half = (c: Captures, context: Context): Proposal | null => {
  const n = c.ordinal === undefined ? 2 : Number(c.ordinal)
  const year = yearOf(c, context) ?? (context.published === null ? null : partsOf(context.published)[0])
  return n > 2 || year === null ? null : date(`${year}-H${n}`)
}

const unitEdge = (c: Captures, context: Context): Proposal | null => {
  if (context.published === null) return { type: 'DATE', value: null }
  const value = unitOf(context.published, c.word === 'last' ? -1 : c.word === 'next' ? 1 : 0, String(c.unit))
  const days = daysOfValue(value)
  if (value === null || !days) return null
  if (c.unit === 'M' && c.late) return date(isoOf(days[1]))
  return date(value, partOfDays(value, partNamed(c)))
}

/** Quarters, halves, fiscal years, ends of years. */
export const PERIODS: readonly TimeRule[] = [
  {
    name: 'quarter',
    patterns: [
      'the? fiscal? -? @ordinal -? quarter',
      'the? @ordinal -? quarter of last|this|next=relativeYear year',
      'the? @ordinal -? quarter of fiscal? @year',
      'the? @ordinal -? quarter ,? @year',
      "last|this|next=relativeYear year ' s @ordinal quarter",
      'the? fiscal? @year @ordinal quarter',
      'the? year - earlier|ago=yearAgo @ordinal quarter',
      'the? @ordinal quarter a year ago|earlier=yearAgo',
      'the? fiscal @year @ordinal -? quarter',
      'its @ordinal quarter',
      'the? @ordinal quarter last=relativeYear year',
    ],
    make: quarter,
    reads: [
      ['Exports fell in [the third quarter].', '2020-Q3'],
      ['Spending rose in [the second quarter of 2019].', '2019-Q2'],
      ['Output will grow in [the first quarter].', '2021-Q1'],
      ['[Fourth-quarter] losses grew.', '2020-Q4'],
    ],
    leaves: ['The fifth quarter of the city burned.'],
  },
  {
    name: 'latest quarter',
    patterns: [
      'the quarter',
      'the latest|most|recent quarter',
      'the? latest quarter|period=period',
      'that quarter',
      'this|current=current quarter',
      'the current=current quarter',
      'the comparable|corresponding? year - ago|earlier=yearAgo quarter|period=period',
      'the? comparable|corresponding|like? @year quarter|period=period',
      'the quarter a year ago|earlier=yearAgo',
      'the year - ago|earlier=yearAgo quarter',
      "last=yearAgo year ' s quarter",
      'the? year - ago|earlier=yearAgo quarter|period=period',
      'the same quarter|period=period last=yearAgo year',
      'the same quarter|period=period a year ago|earlier=yearAgo',
      'the corresponding|comparable|like quarter|period=period last=yearAgo year',
    ],
    make: latestQuarter,
    reads: [['In the third quarter it lost; [the year-ago quarter] was better.', '2019-Q3']],
    leaves: ['They took a quarter of the city.'],
  },
  {
    name: 'half year',
    patterns: [
      'the? @ordinal half of @year',
      'the last half of @year',
      'the? @ordinal half of last|this|next=relativeYear year',
      'the? @ordinal half of the year',
      'the? @year @ordinal half',
    ],
    make: half,
    reads: [['Crossings doubled in [the first half of 2015].', '2015-H1']],
    leaves: ['The first half of the column crossed.'],
  },
  {
    name: 'fiscal year',
    patterns: [
      'fiscal year? @year',
      'the? @year fiscal year',
      'the current|this=this fiscal year',
      'this=this fiscal year',
      'the? last|latest=last fiscal year',
      'the? next=next fiscal year',
      'the? full|whole year',
      'the whole of @year',
      'a good part of @year',
      'most of @year',
      'all of @year',
      'the rest|remainder of the year=restYear',
      'the full|whole=whole year',
    ],
    make: (c, context) => {
      if (typeof c.year === 'number') return date(String(c.year))
      if (context.published === null) return { type: 'DATE', value: null }
      return date(String(partsOf(context.published)[0] + (c.last ? -1 : c.next ? 1 : 0)))
    },
    reads: [['Arms spending rose in [fiscal 2019].', '2019']],
    leaves: ['Fiscal rules apply.'],
  },
  {
    name: 'the year',
    patterns: ['the year|week|month=word'],
    make: (c, context) => {
      if (isOneOf(behind(context), 'ended ending')) return { type: 'DURATION', value: 'P1Y', days: [null, null] }
      if (!isOneOf(before(context), 'of for during throughout so') || !closes(context) || context.published === null) return null
      const value = unitOf(context.published, 0, { year: 'Y', week: 'W', month: 'M' }[String(c.word)] ?? 'Y')
      return value === null ? null : date(value)
    },
    reads: [
      ['It was the worst raid of [the year].', '2020'],
      ['Exports fell in [the year] ended March 31.', 'P1Y'],
    ],
    leaves: ['He came in the year of the flood.', 'The year was hard.'],
  },
  {
    name: 'end of the year',
    patterns: [
      'the? end=late of the @unit',
      'the? beginning|start=early of the @unit',
      'the? middle=mid of the @unit',
      'the? end=late of this|last|next=word @unit',
      'the? beginning|start=early of this|last|next=word @unit',
      'year - end=late',
      "year ' s end=late",
      'year end=late',
      "the? year ' s end=late",
      "month ' s end=month",
    ],
    make: (c, context) => {
      if (c.month) return unitEdge({ ...c, unit: 'M', late: 'end' }, context)
      if (c.unit === undefined) {
        if (context.published === null) return { type: 'DATE', value: null }
        const [year] = partsOf(context.published)
        const last = dayFrom(year, 12, 31)
        return context.tokens[context.first + 1].low === '-' ? dayDate(last) : date(String(year), [last - 30, last])
      }
      return isOneOf(String(c.unit), 'Y M W E C Q') ? unitEdge(c, context) : null
    },
    reads: [
      ['They want them home by [the end of the year].', '2020'],
      ['It ends at [the end of the month].', '2020-10-31'],
    ],
    leaves: ['At the end of the road he stopped.'],
  },
]

/** Whether the words behind close the phrase. */
const closes = (context: Context): boolean => /^[.,;:!?¶)]?$/.test(behind(context))
