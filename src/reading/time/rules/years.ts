import { dayFrom } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { date, partOfDays, unitOf } from '../resolve.ts'
import { before, behind, type Context, isOneOf, type Proposal, partNamed, type TimeRule } from '../rule.ts'

const COUNTED =
  /^(?:people|persons?|men|women|children|soldiers|troops|fighters|civilians|militants|rebels|police|policemen|officers|refugees|families|homes|houses|vehicles|tanks|tons?|tonnes|kilometers|kilometres|km|kms|miles|meters|metres|feet|m|kg|percent|%|dollars|euros|pounds|rubles|votes|points|dead|others|hectares|acres|square|barrels|rounds|shells|rockets|missiles|prisoners|hostages|members|residents|villages|workers|cases|megawatts|mw|hp|mhz|calories|bpd|units|shares)$/
const COUNT_BEFORE =
  'no nr number some nearly over than least about approximately almost killed wounded only another flight resolution room route highway'
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
  if (isOneOf(previous, COUNT_BEFORE)) return null
  if (year < 1900 && isOneOf(next, 'on hours hrs h gmt utc local')) return null
  const inWords = !/^['’]?\d/.test(context.tokens[context.at.year].low)
  if (!led && (year < 1900 || (inWords && context.tokens[context.at.year].low !== 'nineteen'))) return null
  if (year < 1900 && !isOneOf(previous, 'in since of by until from during before after')) return null
  if (year < 1900 && /^[a-z]{3,}s$/.test(next) && !isOneOf(next, 'was has its this')) return null
  return date(String(year), partOfDays(String(year), partNamed(c)))
}

/** Whether the token before (-1) or behind (1) the match stands without a space. */
const touches = (context: Context, side: -1 | 1): boolean =>
  side < 0
    ? context.tokens[context.first - 1]?.end === context.tokens[context.first].start
    : context.tokens[context.last + 1]?.start === context.tokens[context.last].end

const decade = (c: Captures, context: Context): Proposal | null => {
  const part = partNamed(c)
  const figures = /(\d{2,4})s$/.exec(String(c.decade ?? ''))?.[1]
  const short = /^['’]/.test(String(c.decade ?? ''))
  if (figures !== undefined && figures.length === 2 && !short && !isOneOf(context.tokens[context.first].low, 'the') && !part)
    return null
  if (isOneOf(before(context), 'his her their my our')) return null
  const two = figures === undefined ? Number(c.decadeName) : Number(figures.slice(-2)) / 10
  const value = figures?.length === 4 ? figures.slice(0, 3) : `19${two}`
  return date(value, partOfDays(value, part))
}

/** Years, decades, centuries. */
export const YEARS: readonly TimeRule[] = [
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
    make: bareYear,
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
  {
    name: 'decade',
    patterns: [
      'the? @decade',
      'the? @part @decade',
      'the? @part - @decade',
      'the @decadeName',
      'the @part @decadeName',
      'the? last|first half of the @decade',
      'the? end=late of the @decade',
      'the beginning|start=early of the @decade',
      'the? nineteen @decadeName',
    ],
    make: decade,
    reads: [
      ['The war of [the 1990s] left mines.', '199'],
      ['In [the late 1970s] the junta ruled.', '197'],
      ["By [the '80s] it was over.", '198'],
      ['In [the nineties] they fled.', '199'],
    ],
    leaves: ['He is in his eighties.', 'Temperatures in 70s.'],
  },
  {
    name: 'century',
    patterns: [
      'the? @ordinal -? century',
      'the? @part @ordinal century',
      'the? @ordinal century bc|b=bc',
      'this=this century',
      'the? last=last century',
    ],
    make: (c, context) => {
      if (c.bc) return null
      if (c.this || c.last)
        return context.published === null
          ? { type: 'DATE', value: null }
          : date(String(unitOf(context.published, c.last ? -1 : 0, 'C')))
      const n = Number(c.ordinal)
      return n < 1 || n > 30 ? null : date(String(n - 1).padStart(2, '0'))
    },
    reads: [
      ['The fort of [the 16th century] was hit.', '15'],
      ['It was the worst war of [the twentieth century].', '19'],
    ],
    leaves: ['A century of fighters came.'.replace('A century of', 'A group of')],
  },
]
