import { nameOfParty } from '../ledger/party.ts'
import type { Figure } from '../model/account.ts'
import { rangeWords } from '../model/words.ts'

export { dayWords, rangeWords, spanWords, TYPE_WORDS } from '../model/words.ts'

/** "13 killed (Azerbaijan), says the ministry". */
export const figureWords = ({ measure, whose, low, high, source }: Figure): string =>
  `${rangeWords(low, high)} ${measure}${whose ? ` (${nameOfParty(whose)})` : ''}, says ${source}`
