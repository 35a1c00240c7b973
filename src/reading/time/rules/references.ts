import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'

const ref = (value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF', context: Context): Proposal => {
  const { published } = context
  const days = value === 'PRESENT_REF' ? ([published, published] as const) : ([null, null] as const)
  return { type: 'DATE', value, days }
}

const nounFollows = (context: Context): boolean =>
  /^[a-z-]+$/.test(behind(context)) && !isOneOf(behind(context), 'and or but in on at by for to of that is are was were')

/** Vague references: the present, the past, the future. */
export const REFERENCES: readonly TimeRule[] = [
  {
    name: 'present',
    patterns: [
      'now',
      'right now',
      'currently',
      'at present=lead',
      'these days',
      'nowadays',
      'presently',
      'the present',
      'this moment',
      'current',
    ],
    make: (c, context) => {
      const word = context.tokens[context.first].low
      if (
        word === 'now' &&
        (isOneOf(before(context), 'until by from') ? false : isOneOf(behind(context), 'famous defunct infamous'))
      )
        return null
      if (word === 'current' && (isOneOf(before(context), 'a an electric account') || !nounFollows(context))) return null
      if (word === 'the' && (nounFollows(context) || isCapital(context.tokens[context.last + 1]))) return null
      return c.lead ? ref('PRESENT_REF', context) : ref('PRESENT_REF', context)
    },
    reads: [
      ['The army [now] holds the hill.', 'PRESENT_REF'],
      ['The town is [currently] cut off.', 'PRESENT_REF'],
    ],
    leaves: ['The electric current failed.'],
  },
  {
    name: 'past',
    patterns: [
      'recently',
      'most|more recently',
      'the? recent days|weeks|months|years=span',
      'recent',
      'previously',
      'the past',
      'the recent past',
      'in the old days',
      'not long ago',
      'not that long ago',
      'long ago',
      'at that time=time',
      'at the time=time',
      'a? short time|while ago',
      'formerly',
    ],
    make: (c, context) => {
      if (c.span)
        return {
          type: 'DURATION',
          value: { days: 'PXD', weeks: 'PXW', months: 'PXM', years: 'PXY' }[String(c.span)] ?? null,
          days: [null, context.published],
        }
      if (c.time) return null
      const word = context.tokens[context.last].low
      if (word === 'past' && (nounFollows(context) || !isOneOf(before(context), 'in from of'))) return null
      if (word === 'formerly') return null
      return ref('PAST_REF', context)
    },
    reads: [
      ['Two villages fell [recently].', 'PAST_REF'],
      ['It has burned in [the past].', 'PAST_REF'],
      ['In [recent days] shells fell.', 'PXD'],
    ],
    leaves: ['They ran past the post.'],
  },
  {
    name: 'future',
    patterns: [
      'the future',
      'the near|foreseeable|distant future',
      'future',
      'soon',
      'the? coming days|weeks|months|years=span',
      'the days|weeks|months|years=span ahead',
      'in due course',
      'as soon as possible',
      'the near|short|long term=term',
    ],
    make: (c, context) => {
      if (c.span)
        return {
          type: 'DURATION',
          value: { days: 'PXD', weeks: 'PXW', months: 'PXM', years: 'PXY' }[String(c.span)] ?? null,
          days: [context.published, null],
        }
      const word = context.tokens[context.first].low
      if (
        word === 'soon' &&
        context.first === context.last &&
        (isOneOf(before(context), 'as too') || isOneOf(behind(context), 'after as afterwards') || context.tense() === 'past')
      )
        return null
      if (word === 'future' && (!nounFollows(context) || isCapital(context.tokens[context.first]))) return null
      if (
        word === 'the' &&
        c.term === undefined &&
        isOneOf(behind(context), 'of tense king president') &&
        behind(context) !== 'of'
      )
        return null
      if (c.term && !/^(?:near)$/.test(context.tokens[context.first + 1].low)) return null
      return ref('FUTURE_REF', context)
    },
    reads: [
      ['A truce may follow in [the near future].', 'FUTURE_REF'],
      ['They will leave [soon].', 'FUTURE_REF'],
    ],
    leaves: ['As soon as they came, he left.', 'He left soon after.'],
  },
]
