import { daysOfValue, isoOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import {
  date,
  durationValue,
  lastDay,
  lastOf,
  namedQuarter,
  partOfDays,
  quarterShifted,
  shiftDay,
  shifted,
  unitOf,
} from '../resolve.ts'
import { behind, type Context, isCapital, isOneOf, type Proposal, partNamed, type TimeRule } from '../rule.ts'

const QUARTER = /^\d{4}-Q[1-4]$/

/** "last week", "this year", "next month": the unit around the day of publication, moved. */
const pointedUnit = (c: Captures, context: Context): Proposal | null => {
  const { published } = context
  const unit = String(c.unit)
  if (published === null) return { type: 'DATE', value: null }
  if (unit === 'S' || unit === 'TM' || unit === 'TH' || unit === 'F') return null
  if (c.word === 'past' && unit === 'D') return { type: 'DURATION', value: 'P1D', days: [published - 1, published] }
  const shift = { last: -1, previous: -1, past: -1, this: 0, current: 0, next: 1, coming: 1, following: 1 }[String(c.word)] ?? 0
  if (/^(?:following|previous)$/.test(String(c.word))) return anchoredUnit(shift, unit, context)
  const value = unitOf(published, c.word === 'past' && unit !== 'Y' ? 0 : shift, unit)
  return value === null ? null : date(value, partOfDays(value, partNamed(c)))
}

/** "the following year", "the previous day": counted from the expression before, else from publication. */
const anchoredUnit = (shift: number, unit: string, context: Context): Proposal | null => {
  const anchor = anchorDay(context, unit)
  if (anchor === null) return { type: 'DATE', value: null }
  const value = unitOf(anchor, shift, unit)
  return value === null ? null : date(value)
}

/**
 * The day that "later" and "earlier" count from: the last date spoken of that is at least as fine as needed, else
 * publication.
 */
const anchorDay = (context: Context, unit: string): number | null => {
  const shape =
    unit === 'Y' || unit === 'E' || unit === 'C'
      ? /^\d{4}(?:-|$)/
      : unit === 'M' || unit === 'Q'
        ? /^\d{4}-(?:\d\d|Q)/
        : /^\d{4}-\d\d-\d\d/
  const found = lastOf(context, shape, 80)
  return found ? (daysOfValue(found.value)?.[0] ?? null) : context.published
}

/** "two days ago", "a year earlier": a year before a quarter is the same quarter. */
const back = (n: number, unit: string, anchor: number | null, context: Context): Proposal | null => {
  const quarter = n === -1 && unit === 'Y' && lastOf(context, QUARTER, 120) ? namedQuarter(context) : null
  if (quarter) return date(quarterShifted(quarter, -4))
  if (anchor === null) return { type: 'DATE', value: null }
  if (/^(?:S|TM|TH)$/.test(unit)) return { type: 'TIME', value: isoOf(shiftDay(anchor, n, unit)) }
  return shifted(anchor, n, unit)
}

const ago = (c: Captures, context: Context): Proposal | null => {
  if (c.count === null || c.count === undefined) return { type: 'DATE', value: 'PAST_REF', days: [null, context.published] }
  return back(-Number(c.count), String(c.unit ?? c.units), context.published, context)
}

const laterOrEarlier = (c: Captures, context: Context): Proposal | null => {
  const unit = String(c.unit ?? c.units)
  if (c.count === null || /^(?:S|TM|TH)$/.test(unit))
    return { type: 'DURATION', value: durationValue(c.count === null ? null : Number(c.count), unit), days: [null, null] }
  const sign = c.word === 'later' || c.word === 'after' || c.word === 'afterwards' ? 1 : -1
  const follows = isOneOf(String(c.word), 'before after')
  if (follows && !/^[.,;:!?¶)]?$/.test(behind(context)))
    return { type: 'DURATION', value: durationValue(Number(c.count), unit), days: [null, null] }
  return back(sign * Number(c.count), unit, anchorDay(context, unit), context)
}

/** "the past two weeks", "the next three days": a duration that ends or begins with publication. */
const spanAround = (c: Captures, context: Context): Proposal => {
  const unit = String(c.units ?? c.unit)
  const n = c.count === undefined || c.count === null ? null : Number(c.count)
  const ahead = isOneOf(String(c.word), 'next coming following')
  const value = unit === 'TH' && n && n % 24 === 0 ? durationValue(n / 24, 'D') : durationValue(n, unit)
  const { published } = context
  if (published === null || n === null || c.word === 'first') return { type: 'DURATION', value, days: [null, null] }
  const edge = shiftDay(published, ahead ? n : -n, unit)
  return { type: 'DURATION', value, days: ahead ? [published, edge] : [edge, published] }
}

/** "earlier this month" ends with publication, "later this year" begins with it. */
const partOfUnit = (c: Captures, context: Context): Proposal | null => {
  const { published } = context
  const unit = String(c.unit ?? 'D')
  if (published === null) return { type: 'DATE', value: null }
  const value = unitOf(published, c.word === 'last' ? -1 : c.word === 'next' ? 1 : 0, unit)
  const days = daysOfValue(value)
  if (value === null || !days) return null
  if (c.word !== 'this' && c.word !== 'the') return date(value)
  return date(value, c.side === 'later' ? [published, days[1]] : [days[0], published])
}

/** Expressions that count from the day of publication or from the date before. */
export const RELATIVE: readonly TimeRule[] = [
  {
    name: 'pointed unit',
    patterns: [
      'last|this|next|previous|following|coming=word @unit',
      'the last|past|previous|following|current|coming=word @unit',
      'the? @part last|this|next=word @unit',
      'the? end=late of this|last|next=word @unit',
      'sometime last|this|next=word @unit',
      'this=word past|coming @unit',
      'this=word same @unit',
    ],
    make: (c, context) => {
      if (c.unit === 'S' || (c.unit === 'Q' && context.published === null)) return null
      return pointedUnit(c, context)
    },
    reads: [
      ['Forty fled [last week].', '2020-W40'],
      ['[This year] was worse.', '2020'],
      ['They vote [next month].', '2020-11'],
      ['[Next year] it will reopen.', '2021'],
    ],
    leaves: ['He came last.', 'This second attack failed.'],
  },
  {
    name: 'earlier this month',
    patterns: [
      'earlier|later=side this|last|next=word @unit',
      'earlier|later=side in the=word @unit',
      'earlier|later=side on? that=that @unit',
    ],
    make: (c, context) => {
      if (!c.that) return partOfUnit(c, context)
      const unit = String(c.unit)
      const anchor = anchorDay(context, unit)
      const value = anchor === null ? null : unitOf(anchor, 0, unit)
      return value === null ? { type: 'DATE', value: null } : date(value)
    },
    reads: [
      ['The bridge fell [earlier this month].', '2020-10'],
      ['A vote is due [later this year].', '2020'],
    ],
    leaves: ['He had come earlier.'],
  },
  {
    name: 'that day',
    patterns: [
      'that|same=that same? day|week|month|year=word',
      'the same=that day|week|month|year=word',
      'the next|following=next day|morning|night=word',
      'the previous=previous day|night=word',
      'the day before=previous',
    ],
    make: (c, context) => {
      const word = String(c.word ?? 'day')
      const unit = { week: 'W', month: 'M', year: 'Y' }[word] ?? 'D'
      if (c.that && context.tokens[context.first].low === 'same') return null
      if (c.previous === 'before' && !/^[.,;:!?¶]?$/.test(behind(context))) return null
      const anchor = unit === 'D' ? lastDay(context) : anchorDay(context, unit)
      if (anchor === null) return { type: 'DATE', value: null }
      const value = unitOf(anchor, c.next ? 1 : c.previous ? -1 : 0, unit)
      const part = { morning: 'TMO', night: 'TNI' }[word]
      return value === null ? null : part ? { type: 'TIME', value: value + part } : date(value)
    },
    reads: [
      ['They met on Oct. 2 and signed [the next day].', '2020-10-03'],
      ['He fell on May 3, 1999. [The same day] his son was born.', '1999-05-03'],
    ],
    leaves: ['The same men came.'],
  },
  {
    name: 'ago',
    patterns: [
      '@approx? @count @units ago|back',
      '@approx? a|an @unit ago',
      '@approx? @count @unit ago',
      '@count to|or @count=second @units ago',
      'a @unit or so|two ago',
      '@units=vague ago',
      '@count or so @units ago',
      '@count @count=of @units ago',
      'a @unit and a half ago',
      'a|an @unit - ago',
      'some @count @units ago',
      'less|more than @count @units ago',
    ],
    make: (c, context) => {
      if (c.vague) return { type: 'DATE', value: 'PAST_REF', days: [null, context.published] }
      if (context.tokens[context.last].low === 'back' && !isOneOf(behind(context), ', . ;')) return null
      return ago(c.count === undefined ? { ...c, count: 1 } : c, context)
    },
    reads: [
      ['The rebels kidnapped them [6 weeks ago].', '2020-W35'],
      ['He left [two days ago].', '2020-10-08'],
      ['[Ten years ago] the dam burst.', '2010'],
      ['[A month ago] they met.', '2020-09'],
      ['[Several years ago] it was a school.', 'PAST_REF'],
    ],
    leaves: ['Long shots rang out.'],
  },
  {
    name: 'earlier or later',
    patterns: [
      '@approx? @count @units later|earlier|before|after|afterwards=word',
      '@approx? a|an @unit later|earlier|before|after=word',
      '@approx? one @unit later|earlier|before|after=word',
      'a|the? @unit - earlier|ago=word',
      '@unit - ago|earlier=word',
    ],
    make: (c, context) => {
      if (isCapital(context.tokens[context.last])) return null
      return laterOrEarlier(c.count === undefined ? { ...c, count: 1 } : c, context)
    },
    reads: [
      ['He was shot on Oct. 1 and died [two days later].', '2020-10-03'],
      ['Warsaw protested [a day after] the raid.', 'P1D'],
      ['In 1995 the city was free; [a year earlier] it had burned.', '1994'],
    ],
    leaves: ['Men before him tried.'],
  },
  {
    name: 'span around publication',
    patterns: [
      'the? last|past|next|coming|following|previous|first=word @count @units',
      'the last|past=word @approx? @count @units',
      'each=each of the last|past=word @count @units',
      'the past|last=word @unit or so',
      'the next|last|past=word @unit or two',
      'at least the? last|past=word @count @units',
    ],
    make: (c, context) => spanAround(c.count === undefined && c.unit ? { ...c, count: 1 } : c, context),
    reads: [
      ['Ten have died in [the past two weeks].', 'P2W'],
      ['Talks go on over [the next three days].', 'P3D'],
      ['In [the past few hours] two were taken.', 'PTXH'],
    ],
    leaves: ['The last two men left.'],
  },
]
