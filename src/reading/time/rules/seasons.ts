import { isoOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { date, monthValue, seasonFor } from '../resolve.ts'
import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'

const pointedMonth = (c: Captures, context: Context): Proposal | null => {
  const month = Number(c.month)
  if (!isCapital(context.tokens[context.at.month])) return null
  if (context.published === null) return { type: 'DATE', value: `XXXX-${String(month).padStart(2, '0')}` }
  const [year, now] = isoOf(context.published).split('-').map(Number)
  if (c.word === 'last' || c.word === 'past') return date(monthValue(month < now ? year : year - 1, month))
  if (c.word === 'next' || c.word === 'coming') return date(monthValue(month > now ? year : year + 1, month))
  return date(monthValue(year, month))
}

const season = (c: Captures, context: Context): Proposal | null => {
  const code = String(c.season)
  const word = context.tokens[context.at.season]
  if (typeof c.year === 'number') return date(`${c.year}-${code}`)
  if (!c.word && !seasonStands(c, word.low, context)) return null
  if (context.published === null) return { type: 'DATE', value: `XXXX-${code}` }
  if (c.word === 'this') return date(seasonFor(code, context.published, 'this'))
  const ahead = isOneOf(String(c.word), 'next coming') || (!c.word && context.tense() === 'future')
  return date(seasonFor(code, context.published, ahead ? 'future' : 'past'))
}

const seasonStands = (c: Captures, word: string, context: Context): boolean => {
  if (behind(context) === 'of') return false
  if (c.part) return true
  const leads = /^(?:summer|winter|autumn)$/.test(word)
    ? 'in during since by until before after through throughout over for'
    : 'in since by until during through'
  return isOneOf(before(context), leads)
}

/** "last October", "next winter", "the summer of 2014". */
export const SEASONS: readonly TimeRule[] = [
  {
    name: 'pointed month or season',
    patterns: [
      'last|this|next|past=word @month',
      'this past|coming=word @month',
      'last|this|next=word @season',
      'the last|past|previous|coming|following=word @season',
      'this past|coming=word @season',
      '@season of? @year',
      'the? @part? @season of @year',
      'the? @part @season of? @year',
      'the? @part @season',
      'the @season',
    ],
    make: (c, context) => (c.month ? pointedMonth(c, context) : season(c, context)),
    reads: [
      ['He left [last October].', '2019-10'],
      ['They planted it [last spring].', '2020-SP'],
      ['In [the summer of 2014] the raids began.', '2014-SU'],
      ['It will end [next winter].', '2020-WI'],
    ],
    leaves: ['The spring was poisoned.', 'After the fall of Saigon he fled.', 'They spring a trap.'],
  },
]
