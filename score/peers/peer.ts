import { dayFrom, monthLength, partsOf, weekOf } from '../../src/reading/time/calendar.ts'
import type { Timex } from '../timex.ts'

/** A tool that finds time expressions. */
export interface Peer {
  readonly name: string
  readonly version: string
  /** Expressions of a text published on an ISO day. */
  readonly find: (text: string, published: string) => Timex[]
}

const DAY_MS = 86_400_000

/** The TIMEX3 value that covers a period best: a year, quarter, month, week, day. Both moments belong to it. */
export const periodValue = (start: Date, end: Date): string => {
  const [first, last] = [Math.floor(start.getTime() / DAY_MS), Math.floor(end.getTime() / DAY_MS)]
  const [year, month, day] = partsOf(first)
  const two = String(month).padStart(2, '0')
  const length = last - first + 1
  if (day === 1 && month === 1 && length >= 365) return String(year)
  if (day === 1 && length === dayFrom(month > 9 ? year + 1 : year, ((month + 2) % 12) + 1, 1) - first)
    return `${year}-Q${Math.ceil(month / 3)}`
  if (day === 1 && length === monthLength(year, month)) return `${year}-${two}`
  if (length === 7) return weekOf(first)
  return `${year}-${two}-${String(day).padStart(2, '0')}`
}
