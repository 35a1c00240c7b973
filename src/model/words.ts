import type { EventType } from './claim.ts'

/** What readers call each type of event. */
export const TYPE_WORDS: Readonly<Record<EventType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'stepping back',
  REQUEST: 'demand',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'use of force',
}

/** Months by their number less one. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "2020-10-04" -> "4 October 2020". */
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[month - 1] ?? '?'} ${year}`
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

/** "5", "5 to 7", "at least 5", "at most 7"; `say` writes a number. */
export const rangeWords = (low: number | null, high: number | null, say: (n: number) => string = String): string => {
  if (low === null) return high === null ? 'not counted' : `at most ${say(high)}`
  if (high === null) return `at least ${say(low)}`
  return low === high ? say(low) : `${say(low)} to ${say(high)}`
}

/** "1 claim", "2 claims", "3 parties"; `say` writes the number. */
export const counted = (n: number, one: string, many = `${one}s`, say: (n: number) => string = String): string =>
  `${say(n)} ${n === 1 ? one : many}`
