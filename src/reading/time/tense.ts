import type { Tense } from './rule.ts'
import type { Token } from './words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const WILL = words("will won't ll shall would could may might must should can")
/** Words whose infinitive lies ahead: "due to expire", "decided to admit". */
const AHEAD_TO = words(
  'going due scheduled expected set plan plans planned planning likely hopes hope hoped intends intend intended vowed agreed slated about expects expect ready ' +
    'prepared preparing prepares wants want wanted decided supposed ordered is are asked told urged promised pledged threatened invited deadline time order',
)
/** Words that put the day beside them ahead: "scheduled for Monday", "payable Dec. 15". */
const AHEAD = words(
  'scheduled postponed slated due payable effective extended expire expires expiring deadline upcoming adjourned tomorrow plans planned expected sets set delayed',
)
const PAST = words(
  'was were had did said told came went took made gave got began broke brought fell fled flew found fought held hit kept killed left led lost met put ran rose saw ' +
    'sent shot sold spoke stood struck swept threw won wrote became built burned chose drew drove felt grew heard knew laid lay paid read rode sank sought shook ' +
    'spent stole taught thought withdrew wounded blew been since',
)
const PRESENT = words("is are has have does do 's says say")
const HELPERS = words('be been being have not also n t now soon probably likely still then finally officially formally')
const BOUNDARY = /^[.;!?¶]$/
const REACH = 16

const isPastForm = ({ text, low: word }: Token): boolean =>
  PAST.has(word) || (word.length > 3 && word.endsWith('ed') && !/eed$/.test(word) && !/^\p{Lu}\p{Ll}/u.test(text))

/** Whether the verb at i stands under "will" or an infinitive that lies ahead: "will be released", "due to expire". */
const isAhead = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const word = tokens[k].low
    if (WILL.has(word)) return true
    if (word === 'to') return AHEAD_TO.has(tokens[k - 1]?.low ?? '') || tokens[k + 1]?.low === 'be'
    if (!HELPERS.has(word)) return false
  }
  return false
}

const signOf = (tokens: readonly Token[], i: number, isBefore: boolean): Tense | null => {
  const word = tokens[i].low
  if (word === 'could' && tokens[i + 1]?.low === 'not') return 'past'
  if (isBefore && AHEAD.has(word) && !/^(?:had|previously)$/.test(tokens[i - 2]?.low ?? '')) return 'future'
  if (WILL.has(word) || (word === 'to' && AHEAD_TO.has(tokens[i - 1]?.low ?? ''))) return 'future'
  if (isPastForm(tokens[i])) return isAhead(tokens, i) ? 'future' : 'past'
  return PRESENT.has(word) ? 'present' : null
}

/**
 * The tense of the clause around tokens first..last, read from the words alone: the nearest sign before them in the
 * sentence, else the nearest behind. A present form only counts where no other sign is found.
 */
export const tenseNear = (tokens: readonly Token[], first: number, last: number): Tense | null => {
  let present: Tense | null = null
  for (let i = first - 1; i >= 0 && i >= first - REACH && !BOUNDARY.test(tokens[i].low); i--) {
    const sign = signOf(tokens, i, true)
    if (sign === 'present') present ??= sign
    else if (sign) return present && sign === 'past' && first - i > 8 ? present : sign
  }
  if (present) return present
  for (let i = last + 1; i < tokens.length && i <= last + REACH && !BOUNDARY.test(tokens[i].low); i++) {
    const sign = signOf(tokens, i, false)
    if (sign) return sign
  }
  return null
}
