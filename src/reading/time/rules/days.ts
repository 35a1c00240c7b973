import { type Day, isoOf, weekdayOf } from '../calendar.ts'
import type { Captures } from '../pattern.ts'
import { lastDay, weekdayFor, weekendOf } from '../resolve.ts'
import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'
import { WORDS } from '../words.ts'

/** A day with an optional part of it: "Tuesday night" is a TIME, "early Tuesday" the day. */
const dayWithPart = (day: Day | null, weekday: number | null, part: unknown): Proposal => {
  const unknown = weekday === null ? null : `XXXX-WXX-${weekday}`
  const base = day === null ? unknown : isoOf(day)
  return typeof part === 'string' && base !== null ? { type: 'TIME', value: `${base}T${part}` } : { type: 'DATE', value: base }
}

/** "last Friday" is before the day of publication, "next Friday" after it; "this Friday" goes by tense. */
const pointedDay = (weekday: number, word: string, context: Context): Day | null => {
  const { published } = context
  if (published === null) return null
  const today = weekdayOf(published)
  if (word === 'last' || word === 'past') return published - (((today - weekday + 6) % 7) + 1)
  if (word === 'previous') return previousDay(weekday, context)
  if (word === 'next' || word === 'coming') return published + (((weekday - today + 6) % 7) + 1)
  return weekdayFor(weekday, context)
}

/** The weekday before the day last spoken of. */
const previousDay = (weekday: number, context: Context): Day | null => {
  const anchor = lastDay(context) ?? context.published
  return anchor === null ? null : anchor - ((weekdayOf(anchor) - weekday + 6) % 7) - 1
}

const OFFSETS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }

const offsetDay = (context: Context, offset: number, part?: unknown): Proposal =>
  dayWithPart(context.published === null ? null : context.published + offset, null, part)

/**
 * How many weeks on a weekend lies: on a Saturday or Sunday "the weekend" is that one, else the one before, or the next
 * where the clause looks ahead.
 */
const weekendShift = (word: string, published: Day, context: Context): number => {
  if (word === 'this') return 0
  if (word === 'next') return 1
  if (word === 'last') return -1
  const ahead = word === 'coming' || (word !== 'past' && context.tense() === 'future')
  return ahead || weekdayOf(published) >= 6 ? 0 : -1
}

const LEADS_PART = 'at by before after since until'

/** "in the morning", "at dawn", "overnight": of the day spoken of, else of the day of publication. */
const partAlone = (c: Captures, context: Context): Proposal | null => {
  const part = c.hours ? 'MO' : String(c.daypart ?? WORDS.daypart.get(String(c.word)))
  const token = context.tokens[context.first]
  const previous = before(context)
  if (!c.hours && !partStands(token.low, isCapital(token), previous, behind(context))) return null
  if (typeof c.weekday === 'number') return dayWithPart(weekdayFor(c.weekday, context), c.weekday, part)
  const published = context.published === null ? null : context.published + (c.day === 'yesterday' ? -1 : 0)
  const day = c.day ? published : (nearDay(context) ?? published)
  return { type: 'TIME', value: day === null ? null : `${isoOf(day)}T${part === 'MI' ? '12:00' : part}` }
}

const partStands = (word: string, capital: boolean, previous: string, next: string): boolean => {
  if (word === 'overnight') return !isOneOf(previous, 'an the a') || !/^[a-z]+$/.test(next)
  if (word === 'the') return isOneOf(previous, `in during throughout ${LEADS_PART}`)
  return !capital && isOneOf(previous, LEADS_PART)
}

/** The day spoken of within the last two sentences or so, or null. */
const nearDay = (context: Context): Day | null => {
  const last = context.found.at(-1)
  return last && context.first - last.last < 40 ? lastDay(context) : null
}

/** Days named from the day of publication or by weekday. */
export const DAYS: readonly TimeRule[] = [
  {
    name: 'weekday',
    patterns: [
      '@weekday',
      'early|late|later|earlier @weekday',
      '@weekday @daypart',
      'early|late|later|earlier @weekday @daypart',
      '@weekday early|late @daypart',
      'the? @daypart of @weekday',
      '@weekday - @daypart',
    ],
    make: (c, context) => {
      const weekday = Number(c.weekday)
      return isCapital(context.tokens[context.at.weekday]) || isOneOf(before(context), 'on by since until last next this')
        ? dayWithPart(weekdayFor(weekday, context), weekday, c.daypart === 'MI' ? '12:00' : c.daypart)
        : null
    },
    reads: [
      ['The shelling began on [Friday].', '2020-10-09'],
      ['Rebels attacked [late Tuesday night].', '2020-10-06TNI'],
      ['They will meet on [Monday].', '2020-10-12'],
      ["[Thursday]'s raid killed two.", '2020-10-08'],
      ['He died [early Wednesday].', '2020-10-07'],
    ],
    leaves: ['A monday-like mood held the town.'],
  },
  {
    name: 'weekday without its apostrophe',
    patterns: ['@weekdays', '@weekday @dayparts'],
    make: (c, context) => {
      if (isOneOf(before(context), 'on every of all most some many') || !/^[a-z]{3,}$/.test(behind(context))) return null
      if (isOneOf(behind(context), 'are were was and have had has will can the for from when but they people')) return null
      const weekday = Number(c.weekday ?? c.weekdays)
      return dayWithPart(weekdayFor(weekday, context), weekday, c.dayparts)
    },
    reads: [
      ['A monitor blamed [Saturdays] strikes on the army.', '2020-10-10'],
      ['The UN condemned [Monday nights] attack.', '2020-10-05TNI'],
    ],
    leaves: ['They gather on Mondays here.', 'Sundays are quiet.'],
  },
  {
    name: 'pointed weekday',
    patterns: [
      'the? last|this|next|past|previous|coming=word @weekday @daypart?',
      'this=this coming|past=word @weekday @daypart?',
    ],
    make: (c, context) => dayWithPart(pointedDay(Number(c.weekday), String(c.word), context), Number(c.weekday), c.daypart),
    reads: [
      ['Since [last Saturday] they have starved.', '2020-10-03'],
      ['The court sits [next Monday].', '2020-10-12'],
      ['It fell [last Sunday night].', '2020-10-04TNI'],
    ],
    leaves: ['The last weak shots fell.'],
  },
  {
    name: 'today',
    patterns: [
      'today|yesterday|tomorrow=word',
      'early|late|later|earlier today|yesterday|tomorrow=word',
      'early|late? today|yesterday|tomorrow=word @daypart',
      'tonight=word',
      'later|late|earlier tonight=word',
    ],
    make: (c, context) => offsetDay(context, OFFSETS[String(c.word)], c.word === 'tonight' ? 'NI' : c.daypart),
    reads: [
      ['Iraq said [today] its forces held.', '2020-10-10'],
      ['Two died [yesterday].', '2020-10-09'],
      ['They leave [tomorrow morning].', '2020-10-11TMO'],
      ['Sirens sounded [tonight].', '2020-10-10TNI'],
    ],
    leaves: ['The Todays are a family.'],
  },
  {
    name: 'this morning',
    patterns: ['this @daypart', 'early|late|later|earlier this @daypart', 'last|yesterday=last night|evening|afternoon=word'],
    make: (c, context) => {
      if (!c.last) return offsetDay(context, 0, c.daypart === 'MI' ? '12:00' : c.daypart)
      return offsetDay(context, -1, { night: 'NI', evening: 'EV', afternoon: 'AF' }[String(c.word)])
    },
    reads: [
      ['Rebels cut the road [this morning].', '2020-10-10TMO'],
      ['A bridge was blown up [last night].', '2020-10-09TNI'],
    ],
    leaves: ['This mourning is long.'],
  },
  {
    name: 'day before yesterday',
    patterns: ['the? day before yesterday=word', 'the? day after tomorrow=word', 'the? night before last=nights'],
    make: (c, context) => (c.nights ? offsetDay(context, -2, 'NI') : offsetDay(context, c.word === 'yesterday' ? -2 : 2)),
    reads: [
      ['He was seen [the day before yesterday].', '2020-10-08'],
      ['They return [the day after tomorrow].', '2020-10-12'],
    ],
    leaves: ['The day before was quiet there.'],
  },
  {
    name: 'part of the day',
    patterns: [
      'the? early|small hours=hours of? @weekday?',
      'the? early|small hours=hours of this? today|yesterday=day',
      'the early|late=early @daypart',
      'overnight=word',
      'the @daypart',
      'early|late=early morning|evening|afternoon=word',
      'mid - morning|afternoon=word',
      'mid morning|afternoon=word',
      '@daypart',
    ],
    make: partAlone,
    reads: [
      ['Jets struck in [the early hours].', '2020-10-10TMO'],
      ['Two mines went off in [the morning].', '2020-10-10TMO'],
      ['The post was hit [overnight].', '2020-10-10TNI'],
    ],
    leaves: ['He bought a night lamp.', 'Operation Dawn began.', 'Good morning, he said.'],
  },
  {
    name: 'weekend',
    patterns: ['the weekend', 'this|last|next|past=word weekend', 'the=the last|past|coming=word weekend'],
    make: (c, context) => {
      if (context.published === null) return { type: 'DATE', value: null }
      return { type: 'DATE', value: weekendOf(context.published, weekendShift(String(c.word), context.published, context)) }
    },
    reads: [['They fought [last weekend].', '2020-W40-WE']],
    leaves: ['He wore weekend clothes.'],
  },
]
