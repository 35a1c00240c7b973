import type { Stance } from '../model/account.ts'
import type { EventType } from '../model/claim.ts'
import type { Status } from '../model/filter.ts'
import { counted as count, MONTHS, rangeWords as range, TYPE_WORDS } from '../model/words.ts'
import type { Precision } from './answers.ts'

export { dayWords, spanWords, TYPE_WORDS } from '../model/words.ts'

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  asserted: 'asserted by somebody',
  denied: 'denied by somebody',
  planned: 'planned, threatened or demanded',
  actual: 'told as done',
  news: 'news, no background',
  background: 'background',
  contested: 'accounts differ',
  admitted: 'somebody admits an act or loss',
}

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  'other doer': 'names another doer',
  'other number': 'gives another number',
  'other day': 'gives another day',
  'other place': 'gives another place',
  silent: 'silent',
}

export const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  point: 'exact place',
  town: 'town',
  district: 'district: somewhere in it',
  region: 'region: somewhere in it',
  country: 'country: somewhere in it',
}

/** "ASSAULT", "heavy-weapons" -> "use of force, heavy weapons". */
export const kindWords = (type: EventType, mode: string | null): string =>
  mode ? `${TYPE_WORDS[type]}, ${mode.replaceAll('-', ' ')}` : TYPE_WORDS[type]

/** "2020-10-04" -> "4 Oct 2020". */
export const shortDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${(MONTHS[month - 1] ?? '?').slice(0, 3)} ${year}`
}

/** As in the model, with grouped digits. */
export const rangeWords = (low: number | null, high: number | null): string => range(low, high, grouped)

/** 1234567 -> "1,234,567". */
export const grouped = (n: number): string => n.toLocaleString('en-GB')

/** As in the model, with grouped digits: "1,200 parties". */
export const counted = (n: number, one: string, many?: string): string => count(n, one, many, grouped)

/** Bytes for people: "1.5 MB". */
export const sizeWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** What to say of a party that has no name with us. */
export const partyWords = (party: string): string => (party.startsWith('outlet: ') ? party.slice(8) : party)
