import { nameOfParty } from '../ledger/party.ts'
import type { Figure } from '../model/account.ts'
import { dayWords } from '../model/words.ts'

export { dayWords, TYPE_WORDS } from '../model/words.ts'

/** "4 October 2020", "4 to 6 October 2020"; open ends are said. */
export const spanWords = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'day unknown'
  if (from === null) return `until ${dayWords(to as string)}`
  if (to === null) return `from ${dayWords(from)}`
  if (from === to) return dayWords(from)
  const [first, last] = [dayWords(from), dayWords(to)]
  const shared =
    from.slice(0, 7) === to.slice(0, 7) ? first.split(' ')[0] : from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first
  return `${shared} to ${last}`
}

/** "5", "5 to 7", "at least 5", "at most 7". */
export const rangeWords = (low: number | null, high: number | null): string => {
  if (low === null && high === null) return 'not counted'
  if (low === null) return `at most ${high}`
  if (high === null) return `at least ${low}`
  return low === high ? `${low}` : `${low} to ${high}`
}

/** "13 killed (Azerbaijan), says the ministry". */
export const figureWords = ({ measure, whose, low, high, source }: Figure): string =>
  `${rangeWords(low, high)} ${measure}${whose ? ` (${nameOfParty(whose)})` : ''}, says ${source}`
