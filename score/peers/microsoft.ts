import recognizers from '@microsoft/recognizers-text-date-time'
import type { Timex } from '../timex.ts'
import { type Peer, periodValue } from './peer.ts'

interface Value {
  readonly timex?: string
  readonly type: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}
interface Found {
  readonly start: number
  readonly end: number
  readonly resolution: { readonly values: readonly Value[] } | null
}
type Recognize = (text: string, culture: string, options: undefined, reference: Date) => Found[]

const recognize = (recognizers as unknown as { recognizeDateTime: Recognize }).recognizeDateTime
const DAY_MS = 86_400_000

/** Its own TIMEX where that is resolved, else its first value, which is the past one. */
const timexOf = ({ timex, type, value, start, end }: Value): string | null => {
  if (timex && (type === 'duration' || type === 'set' || !/^\(|XXXX/.test(timex))) return timex
  if (start)
    return periodValue(
      new Date(`${start.slice(0, 10)}T00:00Z`),
      new Date(Date.parse(`${(end ?? start).slice(0, 10)}T00:00Z`) - (end ? DAY_MS : 0)),
    )
  if (!value || value === 'not resolved') return timex ?? null
  return type === 'datetime' ? value.replace(' ', 'T').slice(0, 16) : value
}

const typeOf = (type: string): string =>
  type === 'duration' ? 'DURATION' : type === 'set' ? 'SET' : /time/.test(type) ? 'TIME' : 'DATE'

/** @microsoft/recognizers-text-date-time. */
export const peer: Peer = {
  name: '@microsoft/recognizers-text-date-time',
  version: '1.3.2',
  find: (text, published) =>
    recognize(text, 'en-us', undefined, new Date(`${published}T12:00:00`)).map((f): Timex => {
      const first = f.resolution?.values[0]
      return { start: f.start, end: f.end + 1, type: first ? typeOf(first.type) : null, value: first ? timexOf(first) : null }
    }),
}
