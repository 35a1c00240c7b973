import nlp from 'compromise'
import dates from 'compromise-dates'
import type { Timex } from '../timex.ts'
import { type Peer, periodValue } from './peer.ts'

interface Found {
  readonly offset: { readonly start: number; readonly length: number }
  readonly dates?: {
    readonly start: string | null
    readonly end: string | null
    readonly repeat?: { readonly interval?: Record<string, number> }
  }
  readonly duration?: Record<string, number>
}
interface View {
  dates(context: { today: string; timezone: string }): { json(options: { offset: boolean }): Found[] }
  durations(): { json(options: { offset: boolean }): Found[] }
}

nlp.plugin(dates as unknown as Parameters<typeof nlp.plugin>[0])

const LETTERS: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
}

const lengthOf = (parts: Record<string, number> | undefined): string | null => {
  const [unit, n] = Object.entries(parts ?? {}).find(([u, k]) => LETTERS[u] && k) ?? []
  if (!unit) return null
  const letters = LETTERS[unit]
  return letters.length === 2 ? `PT${n}${letters[1]}` : `P${n}${letters}`
}

/** compromise with compromise-dates: the value is the period between its start and end. */
export const peer: Peer = {
  name: 'compromise-dates',
  version: '3.9.0',
  find: (text, published) => {
    const view = nlp(text) as unknown as View
    const span = ({ offset }: Found) => ({ start: offset.start, end: offset.start + offset.length })
    const found = view.dates({ today: published, timezone: 'UTC' }).json({ offset: true })
    const dated = found.map((f): Timex => {
      if (f.dates?.repeat) return { ...span(f), type: 'SET', value: lengthOf(f.dates.repeat.interval) }
      const { start, end } = f.dates ?? {}
      return { ...span(f), type: 'DATE', value: start ? periodValue(new Date(start), new Date(end ?? start)) : null }
    })
    const lengths = view.durations().json({ offset: true })
    const free = lengths.map(f => ({ ...span(f), type: 'DURATION', value: lengthOf(f.duration) }))
    return [...dated, ...free.filter(d => !dated.some(t => t.start < d.end && d.start < t.end))]
  },
}
