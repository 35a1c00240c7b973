import type { Stance } from '../model/account.ts'
import type { EventType } from '../model/claim.ts'
import type { Status } from '../model/filter.ts'
import { dayWords, MONTHS, TYPE_WORDS } from '../model/words.ts'
import type { Precision } from './answers.ts'

export { dayWords, TYPE_WORDS } from '../model/words.ts'

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

/** "4 October 2020", "4 to 6 October 2020"; open ends are said. */
export const spanWords = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'day unknown'
  if (from === null) return `until ${dayWords(to as string)}`
  if (to === null) return `from ${dayWords(from)}`
  if (from === to) return dayWords(from)
  const first = dayWords(from)
  const shared =
    from.slice(0, 7) === to.slice(0, 7) ? first.split(' ')[0] : from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first
  return `${shared} to ${dayWords(to)}`
}

/** "5", "5 to 7", "at least 5", "at most 7". */
export const rangeWords = (low: number | null, high: number | null): string => {
  if (low === null && high === null) return 'not counted'
  if (low === null) return `at most ${grouped(high as number)}`
  if (high === null) return `at least ${grouped(low)}`
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`
}

/** 1234567 -> "1,234,567". */
export const grouped = (n: number): string => n.toLocaleString('en-GB')

/** "1 claim", "2 claims", "1,200 parties". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`

/** Bytes for people: "1.5 MB". */
export const sizeWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** What to say of a party that has no name with us. */
export const partyWords = (party: string): string => (party.startsWith('outlet: ') ? party.slice(8) : party)
