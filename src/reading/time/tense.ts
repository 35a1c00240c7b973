import type { Tense } from './rule.ts'
import type { Token } from './words.ts'

const FUTURE = new Set(['will', "won't", 'll', 'shall', 'tomorrow'])
const FUTURE_BEFORE_TO = new Set([
  'going',
  'due',
  'scheduled',
  'expected',
  'set',
  'plan',
  'plans',
  'planned',
  'planning',
  'likely',
  'hopes',
  'hope',
  'intends',
  'intend',
  'vowed',
  'agreed',
  'slated',
  'about',
  'expects',
  'expect',
  'is',
  'are',
  'ready',
  'prepared',
  'preparing',
  'wants',
  'want',
])
const PAST = new Set(
  'was were had did said told came went took made gave got began broke brought fell fled flew found fought held hit kept killed left led lost met put ran rose saw sent shot sold spoke stood struck swept threw won wrote became built burned chose drew drove felt grew heard knew laid lay paid read rode sank sought shook spent stole taught thought withdrew wounded blew'.split(
    ' ',
  ),
)
const PRESENT = new Set(['is', 'are', 'has', 'have', 'does', 'do', "'s", 'says', 'say'])
const BOUNDARY = /^[.;!?¶]$/
const REACH = 14

const signOf = (tokens: readonly Token[], i: number): Tense | null => {
  const word = tokens[i].low
  if (FUTURE.has(word)) return 'future'
  if (word === 'to' && FUTURE_BEFORE_TO.has(tokens[i - 1]?.low ?? '')) return 'future'
  if (PAST.has(word) || (word.length > 4 && word.endsWith('ed'))) return 'past'
  if (word === 'would') return 'future'
  return PRESENT.has(word) ? 'present' : null
}

/**
 * The tense of the clause around tokens first..last, read from the words alone: the nearest sign before them in the
 * sentence, else the nearest behind; a future sign within reach outweighs the participle it governs ("will be released Friday").
 */
export const tenseNear = (tokens: readonly Token[], first: number, last: number): Tense | null => {
  let weak: Tense | null = null
  for (let i = first - 1; i >= 0 && i >= first - REACH && !BOUNDARY.test(tokens[i].low); i--) {
    const sign = signOf(tokens, i)
    if (sign === 'future') return weak === 'past' && !governs(tokens, i, first) ? 'past' : 'future'
    if (sign === 'past' && weak === null) weak = 'past'
    else if (sign === 'present' && weak === null) weak = 'present'
  }
  if (weak !== null) return weak
  for (let i = last + 1; i < tokens.length && i <= last + REACH && !BOUNDARY.test(tokens[i].low); i++) {
    const sign = signOf(tokens, i)
    if (sign) return sign
  }
  return null
}

/** Whether the past form behind a future sign is its participle: no finite past ("said", "was") stands between. */
const governs = (tokens: readonly Token[], sign: number, end: number): boolean => {
  for (let i = sign + 1; i < end; i++)
    if (
      PAST.has(tokens[i].low) &&
      !/ed$/.test(tokens[i].low) &&
      !/^(?:held|met|made|put|sent|taken|hit|shot|built|sold|paid|read|kept|left|led|found|brought)$/.test(tokens[i].low)
    )
      return false
  return true
}
