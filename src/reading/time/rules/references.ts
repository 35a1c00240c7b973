import { before, behind, type Context, isCapital, isOneOf, type Proposal, type TimeRule } from '../rule.ts'

const PAST: Proposal = { type: 'DATE', value: 'PAST_REF', days: [null, null] }
const FUTURE: Proposal = { type: 'DATE', value: 'FUTURE_REF', days: [null, null] }
const VAGUE: Readonly<Record<string, string>> = { days: 'PXD', weeks: 'PXW', months: 'PXM', years: 'PXY' }

const nounFollows = (context: Context): boolean =>
  /^[a-z-]+$/.test(behind(context)) &&
  !isOneOf(behind(context), 'and or but in on at by for to of that is are was were he she it they we you there the this')

/** Vague references: the present, the past, the future. */
export const REFERENCES: readonly TimeRule[] = [
  {
    name: 'present',
    patterns: ['now', 'right now', 'currently', 'these days', 'nowadays', 'presently', 'the present', 'this moment', 'current'],
    make: (_, context) => {
      const word = context.tokens[context.first].low
      const next = context.tokens[context.last + 1]
      if (word === 'now' && isOneOf(behind(context), 'famous defunct infamous')) return null
      if (word === 'current' && (isOneOf(before(context), 'a an electric account then') || !nounFollows(context))) return null
      if (word === 'the' && (nounFollows(context) || isCapital(next))) return null
      return { type: 'DATE', value: 'PRESENT_REF', days: [context.published, context.published] }
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
      'the past',
      'the recent past',
      'not that? long ago',
      'long ago',
      'a? short time|while ago',
    ],
    make: (c, context) => {
      if (c.span) return { type: 'DURATION', value: VAGUE[String(c.span)], days: [null, context.published] }
      const thePast = context.tokens[context.last].low === 'past'
      return thePast && (nounFollows(context) || !isOneOf(before(context), 'in from of')) ? null : PAST
    },
    reads: [
      ['Two villages fell [recently].', 'PAST_REF'],
      ['It has burned in [the past].', 'PAST_REF'],
      ['In [recent days] shells fell.', 'PXD'],
    ],
    leaves: ['They ran past the post.', 'The past years were hard.'],
  },
  {
    name: 'future',
    patterns: [
      'the future',
      'the near|foreseeable|distant future',
      'soon',
      'the? coming days|weeks|months|years=span',
      'the days|weeks|months|years=span ahead',
      'in due course',
      'the near term',
    ],
    make: (c, context) => {
      if (c.span) return { type: 'DURATION', value: VAGUE[String(c.span)], days: [context.published, null] }
      if (context.tokens[context.first].low !== 'soon') return isOneOf(behind(context), 'tense king president') ? null : FUTURE
      const other = isOneOf(before(context), 'as too how') || isOneOf(behind(context), 'after as afterwards')
      return other || context.tense() === 'past' ? null : FUTURE
    },
    reads: [
      ['A truce may follow in [the near future].', 'FUTURE_REF'],
      ['They will leave [soon].', 'FUTURE_REF'],
    ],
    leaves: ['As soon as they came, he left.', 'He left soon after.'],
  },
]
