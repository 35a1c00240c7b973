import type { Captures } from '../pattern.ts'
import { durationValue } from '../resolve.ts'
import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'
import { WORDS } from '../words.ts'

const UNKNOWN_DAYS = [null, null] as const
const duration = (n: number | null, unit: string): Proposal => ({
  type: 'DURATION',
  value: durationValue(n, unit),
  days: UNKNOWN_DAYS,
})
const set = (value: string): Proposal => ({ type: 'SET', value, days: UNKNOWN_DAYS })

const LEADS =
  'for in within over after of during about nearly almost than least lasted took takes last take lasting by under around approximately until through only just every throughout'
const TIMES = /^(?:once|twice|times|hours|miles|flights|sorties|rounds|shells|barrels|tons|tonnes)$/

/** "a week": a rate behind a number ("twice a week"), a stretch of time behind a preposition; otherwise not clear enough. */
const article = (c: Captures, context: Context): Proposal | null => {
  const unit = String(c.unit)
  const previous = before(context)
  if (unit === 'S' || (unit === 'TM' && !isOneOf(previous, LEADS))) return null
  if (TIMES.test(previous) && context.tokens[context.first].low !== 'one') return set(durationValue(1, unit))
  if (unit === 'Q') return null
  const approx = c.approx !== undefined && c.approx !== 'some'
  return approx || isOneOf(previous, LEADS) ? duration(1, unit) : null
}

const counted = (c: Captures, context: Context): Proposal | null => {
  const unit = String(c.units ?? c.unit)
  const many = c.count === null || c.count === undefined ? null : Number(c.count)
  if (c.units !== undefined && many === null && c.count === undefined) return bare(unit, context)
  if (isOneOf(before(context), '$ £ €') || many === 0) return null
  if (unit === 'Q' && many !== null && c.hyphen === undefined && c.units === undefined) return null
  if (isAge(unit, context)) return null
  return duration(many, unit)
}

const CONFLICT =
  /^(?:war|wars|conflict|conflicts|insurgency|siege|offensive|campaign|blockade|truce|ceasefire|cease|fighting|crisis|standoff|uprising|rebellion|revolt|occupation|dispute|strike|civil|battle|revolution|embargo|operation)$/

/** "a six-year-old boy", "52 years old": an age is no time expression; how long a conflict has gone on is one. */
const isAge = (unit: string, context: Context): boolean => {
  const old =
    context.tokens[context.last].low === 'old' ||
    behind(context) === 'old' ||
    (behind(context) === '-' && behind(context, 2) === 'old')
  return old && (unit === 'Y' || unit === 'M') && ![1, 2, 3].some(k => CONFLICT.test(behind(context, k)))
}

/** "for years", "in months", "after days of": plural units without a number. */
const bare = (unit: string, context: Context): Proposal | null => {
  if (unit === 'S' || unit === 'Q') return null
  return isOneOf(before(context), 'for in within over after of during took lasted last take through')
    ? duration(null, unit)
    : null
}

const LONG: Proposal = { type: 'DURATION', value: 'PXX', days: UNKNOWN_DAYS }

/** The forms with a number, a half, or words for one. */
const countedUnits = (c: Captures, context: Context): Proposal | null => {
  const words = context.tokens.slice(context.first, context.last + 1).map(t => t.low)
  const unit = String(c.unit)
  if (c.some || words.at(-1) === 'time') return LONG
  if (c.vague) return duration(null, String(WORDS.units.get(String(c.vague))))
  if (c.half) return duration(1.5, unit)
  if (c.count === undefined) return duration(words.includes('half') ? 0.5 : 1, unit)
  const bareUnit = c.unit !== undefined && !words.includes('-')
  return bareUnit && (c.unit === 'S' || typeof c.count !== 'number') ? null : counted(c, context)
}

const wholeUnit = (c: Captures): Proposal => duration(1, String(c.unit))

const RATES: Readonly<Record<string, string>> = {
  daily: 'D',
  nightly: 'D',
  weekly: 'W',
  monthly: 'M',
  yearly: 'Y',
  annually: 'Y',
  hourly: 'TH',
}

const repeated = (c: Captures): Proposal | null => {
  if (c.weekday !== undefined) {
    const part = c.daypart ?? c.dayparts
    return set(`XXXX-WXX-${c.weekday}${part === undefined ? '' : `T${part}`}`)
  }
  if (c.weekdays !== undefined) return set(`XXXX-WXX-${c.weekdays}`)
  if (c.month !== undefined) return set(`XXXX-${String(c.month).padStart(2, '0')}`)
  if (c.season !== undefined) return set(`XXXX-${c.season}`)
  if (c.daypart !== undefined) return set(`XXXX-XX-XXT${c.daypart}`)
  if (c.units !== undefined) return set(durationValue(c.count === null ? null : Number(c.count), String(c.units)))
  return c.unit === undefined || c.unit === 'S' ? null : set(durationValue(1, String(c.unit)))
}

/** Stretches of time and repeated times. */
export const DURATIONS: readonly TimeRule[] = [
  {
    name: 'counted units',
    patterns: [
      '@approx? @count more|additional|full|consecutive|straight|successive|long|working|trading|whole|further|extra|business|calendar? @units',
      '@approx? @count - @unit',
      '@approx? @count @units',
      '@count to|or|- @count=upTo @units',
      '@approx? a @unit or two',
      '@approx? a|an @unit and a half=half',
      'the @count @units',
      '@approx? @count to|- @count=upTo - @unit',
      'the first|last=edge @count @units',
      '@approx? half an|a @unit',
      'an additional|extra|entire|whole|full @unit',
      'a further @count @units',
      'another @count @units',
      'another @unit',
      '@approx? @count @unit',
      '@count - @unit - old',
      '@approx? @count - @unit - long',
      '@approx? @count - @units - long',
      'a @count - @unit period',
      '@approx? @count - and - a - half - @unit',
      'weeks|months|days=vague or months|years|weeks',
      'a=some while',
      'some time',
      'a long time',
    ],
    make: countedUnits,
    reads: [
      ['The town held out for [two weeks].', 'P2W'],
      ['It was a [three-day] siege.', 'P3D'],
      ['After [almost two weeks] of fighting they met.', 'P2W'],
      ['He spoke for [half an hour].', 'PT30M'],
      ['They waited [several days].', 'PXD'],
      ['The [five-year] war goes on.', 'P5Y'],
      ['It lasted [two and a half years].', 'P2Y6M'],
      ['He hid for [more than 24 hours].', 'PT24H'],
    ],
    leaves: ['Two men waited.', 'A second attack came.'],
  },
  {
    name: 'bare units',
    patterns: ['@units'],
    make: (c, context) => counted(c, context),
    reads: [
      ['Shells fell for [hours].', 'PTXH'],
      ['They have waited for [years].', 'PXY'],
    ],
    leaves: ['Those days are gone.'],
  },
  {
    name: 'one unit',
    patterns: ['@approx? a|an|one @unit', 'per=per @unit'],
    make: (c, context) => {
      if (!c.per) return article(c, context)
      return /^T?S$/.test(String(c.unit)) ? null : set(durationValue(1, String(c.unit)))
    },
    reads: [
      ['They fought for [a week].', 'P1W'],
      ['Bread comes twice [a week].', 'P1W'],
    ],
    leaves: ['It was a day.'],
  },
  {
    name: 'the whole unit',
    patterns: [
      'the? whole|entire @unit',
      'all @unit',
      '@unit - long',
      '@units - long',
      'a|an @unit - long',
      'a|an @unit - old',
      '@approx? @unit - long',
      '@units - old',
      '@unit - old',
    ],
    make: (c, context) => {
      if (isOneOf(before(context), '- –')) return null
      return c.units ? duration(null, String(c.units)) : wholeUnit(c)
    },
    reads: [
      ['The [week-long] truce held.', 'P1W'],
      ['[Decades-long] quarrels ended.', 'PXE'],
    ],
    leaves: ['The whole army came.'],
  },
  {
    name: 'every',
    patterns: [
      'every|each @unit',
      'every|each @count @units',
      'every|each other @unit',
      'every|each @weekday',
      'every|each @weekday @daypart',
      'every|each @month',
      'every|each @season',
      'every|each @daypart',
      '@weekdays',
      '@weekday @dayparts',
      'every single @unit',
    ],
    make: c => repeated(c),
    reads: [
      ['Guns fire [every day].', 'P1D'],
      ['They gather [each Friday].', 'XXXX-WXX-5'],
      ['It opens on [Mondays].', 'XXXX-WXX-1'],
      ['It floods [every March].', 'XXXX-03'],
      ['A convoy comes [every two weeks].', 'P2W'],
    ],
    leaves: ['Every man knew.'],
  },
  {
    name: 'daily',
    patterns: ['daily|weekly|monthly|yearly|annually|hourly|nightly=word'],
    make: (c, context) => {
      const token = context.tokens[context.first]
      if (/^\p{Lu}/u.test(token.text) && context.first > 0 && !/^[.!?¶:"“]$/.test(before(context))) return null
      return isCapital(context.tokens[context.last + 1]) ? null : set(durationValue(1, RATES[String(c.word)]))
    },
    reads: [['Shells fall [daily].', 'P1D']],
    leaves: ['The Daily Post wrote so.'],
  },
]
