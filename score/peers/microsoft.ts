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

/** Its own TIMEX where that is resolved, else its first value, which is the past one; a bare weekday may be the day of publication. */
const timexOf = ({ timex, type, value, start, end }: Value, published: string): string | null => {
  if (timex && (type === 'duration' || type === 'set' || !/^\(|XXXX/.test(timex))) return timex
  if (start) return rangeValue(timex ?? '', start, end ?? null)
  if (!value || value === 'not resolved') return timex ?? null
  const isWeekday = /^XXXX-WXX-\d$/.test(timex ?? '') && Date.parse(published) - Date.parse(value) === 7 * DAY_MS
  return isWeekday ? published : type === 'datetime' ? value.replace(' ', 'T').slice(0, 16) : value
}

/** The period between start and end; where that is none of the calendar, the length that its TIMEX names. */
const rangeValue = (timex: string, start: string, end: string | null): string => {
  const first = new Date(`${start.slice(0, 10)}T00:00Z`)
  const last = end ? new Date(Date.parse(`${end.slice(0, 10)}T00:00Z`) - DAY_MS) : first
  const value = periodValue(first, last)
  const length = /,(P[^)]+)\)$/.exec(timex)?.[1]
  return length && /^\d{4}-\d\d-\d\d$/.test(value) && last > first ? length : value
}

const typeOf = (type: string): string =>
  type === 'duration' ? 'DURATION' : type === 'set' ? 'SET' : /time/.test(type) ? 'TIME' : 'DATE'

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** @microsoft/recognizers-text-date-time, sentence by sentence: over a whole article it joins words far apart into one expression. */
export const peer: Peer = {
  name: '@microsoft/recognizers-text-date-time',
  version: '1.3.2',
  find: (text, published) =>
    [...sentences.segment(text)].flatMap(({ segment, index }) =>
      recognize(segment, 'en-us', undefined, new Date(`${published}T12:00:00`)).map((f): Timex => {
        const first = f.resolution?.values[0]
        const value = first ? timexOf(first, published) : null
        return { start: index + f.start, end: index + f.end + 1, type: first ? typeOf(first.type) : null, value }
      }),
    ),
}
