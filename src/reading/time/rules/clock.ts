import type { Captures } from '../pattern.ts'
import { before, behind, type Context, isOneOf, type Proposal, type TimeRule } from '../rule.ts'
import { WORDS } from '../words.ts'

const pad = (n: number) => String(n).padStart(2, '0')

/** A time of day that still needs its day: "T15:09", with Z for universal time. */
const timeOf = (hour: number, minute: number, zone: unknown): Proposal | null =>
  hour > 24 || minute > 59 ? null : { type: 'TIME', value: `T${pad(hour)}:${pad(minute)}${zone === 'Z' ? 'Z' : ''}` }

const clock = (c: Captures, context: Context): Proposal | null => {
  const [hour, minute] = c.clock === undefined ? [Number(c.hour), 0] : String(c.clock).split(/[:.]/).map(Number)
  if (String(c.clock).includes('.') && c.ampm === undefined) return null
  const half = typeof c.ampm === 'string' ? c.ampm[0] : c.word === 'morning' ? 'a' : c.word === undefined ? null : 'p'
  if (c.clock === undefined && !half && c.oclock === undefined) return null
  if (half && (hour > 12 || hour === 0)) return hour > 12 && hour < 24 && c.ampm ? timeOf(hour, minute, c.zone) : null
  if (!half && c.clock !== undefined && isScore(context)) return null
  return timeOf(half === 'p' ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour, minute, c.zone)
}

/** "won 3:00", "Genesis 1:20": figures with a colon that are no time have no preposition and no zone. */
const isScore = (context: Context): boolean =>
  !isOneOf(before(context), 'at by about around until till from to since before after between and @ , ( approximately , - –') &&
  !WORDS.zone.has(context.tokens[context.last].low) &&
  behind(context) !== ')'

/** "at 0600", "as of 1300 on 30 August", "2130 hours": four digits with a sign that they are no year and no count. */
const fourDigits = (c: Captures, context: Context): Proposal | null => {
  const text = String(c.fourDigits)
  const named = c.hours !== undefined || c.zone !== undefined
  const beforeDay =
    behind(context) === 'on' &&
    /^\d{1,2}$/.test(behind(context, 2)) &&
    isOneOf(before(context), 'of at since from until by about')
  if (!named && !beforeDay && !standsAt(text, context)) return null
  return timeOf(Number(text.slice(0, 2)), Number(text.slice(2)), c.zone)
}

const standsAt = (text: string, context: Context): boolean => {
  const led =
    before(context) === 'at' || (isOneOf(before(context), 'about approximately around by') && before(context, 2) === 'at')
  if (!led || /^(?:19|20)/.test(text)) return false
  return !/^[a-z]+$/.test(behind(context)) || isOneOf(behind(context), AFTER_TIME)
}

const AFTER_TIME = 'on in today yesterday this and to local when by the after before at last as but'

/** Times of day. */
export const CLOCK: readonly TimeRule[] = [
  {
    name: 'clock',
    patterns: [
      '@approx? @clock @ampm? @zone? time?',
      '@approx? @hour @ampm @zone? time?',
      "@approx? @hour o'clock|o’clock=oclock in? the? morning|afternoon|evening|night=word",
      "@approx? @hour o'clock|o’clock=oclock",
      '@count=hourWord in the morning|afternoon|evening=word',
      '@clock in the morning|afternoon|evening=word',
      '@clock hours|hrs @zone?',
      "@approx? @count=hourWord o'clock|o’clock=oclock",
      "@approx? @count=hourWord o'clock|o’clock=oclock in the morning|afternoon|evening=word",
      '@approx? @count=hourWord @ampm',
      '@approx? @clock @ampm? local time',
      '@approx? @clock @ampm? ( @zone )',
    ],
    make: (c, context) => clock(c.hourWord === undefined ? c : { ...c, hour: c.hourWord }, context),
    reads: [
      ['The blast came at [6 p.m.] near the port.', '2020-10-10T18:00'],
      ['Sirens sounded at [15:09 GMT].', '2020-10-10T15:09Z'],
      ['They left at [4 in the morning].', '2020-10-10T04:00'],
      ['At [7:15 a.m.] the dam broke.', '2020-10-10T07:15'],
    ],
    leaves: ['The home side won 3:00 there.', 'He lost 10 a day.'],
  },
  {
    name: 'military time',
    patterns: ['@fourDigits hours|hrs|h=hours @zone?', '@fourDigits @zone time?', '@fourDigits'],
    make: fourDigits,
    reads: [
      ['Rebels blocked the road at [0600] on Monday.', '2020-10-05T06:00'],
      ['The alarm rang at [2130 hours].', '2020-10-10T21:30'],
      ['Shots were heard at [0345 GMT].', '2020-10-10T03:45Z'],
      ['Fire will cease as of [1300] on 30 October.', '2020-10-30T13:00'],
    ],
    leaves: ['It cost 1200 dollars.', 'Some 1500 men came.', 'At 1200 metres they rested.'],
  },
  {
    name: 'noon and midnight',
    patterns: ['noon|midnight|midday=word', 'noon|midnight|midday=word @zone', '12 noon|midnight=word'],
    make: (c, context) => {
      if (/^\p{Lu}/u.test(context.tokens[context.last].text) && c.zone === undefined) return null
      if (isOneOf(before(context), 'a the') && isOneOf(behind(context), 'blue mass meal prayer prayers raid sun')) return null
      return timeOf(c.word === 'midnight' ? 24 : 12, 0, c.zone)
    },
    reads: [
      ['The truce began at [noon].', '2020-10-10T12:00'],
      ['It ends at [midnight].', '2020-10-10T24:00'],
    ],
    leaves: ['The Midnight Post wrote it.'],
  },
]
