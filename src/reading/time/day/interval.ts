import { type Day, dayOfIso, isoOf, isoOrNull } from '../calendar.ts'
import { shiftDay } from '../resolve.ts'
import type { Anchor } from './anchor.ts'

/** First and last day of an event; null: open or unknown. */
export interface Interval {
  readonly from: string | null
  readonly to: string | null
}

const LETTERS: Readonly<Record<string, string>> = { D: 'D', W: 'W', M: 'M', Q: 'Q', Y: 'Y' }

/** The days that an expression gives its event, by its preposition; null when it gives none. */
export const intervalOf = (anchor: Anchor, published: string | null): Interval | null => {
  const { time, lead } = anchor
  if (time.type === 'DURATION') return durationInterval(anchor, published)
  if (time.from === null && time.to === null) return null
  if (lead === 'since' || lead === 'from') return sinceInterval(time.from, published, lead)
  if (lead === 'until' || lead === 'till') return { from: null, to: time.to }
  if (lead === 'before' || lead === 'prior to') return null
  return { from: time.from, to: time.to }
}

const sinceInterval = (from: string | null, published: string | null, lead: string): Interval => {
  const today = from !== null && from === published
  return lead === 'since' && !today ? { from, to: null } : { from, to: from }
}

/** "for two years", "the two-week-long truce", "in the past hours": back from publication; a bare length gives no days. */
const durationInterval = ({ time, lead }: Anchor, published: string | null): Interval | null => {
  const today = dayOfIso(published)
  if (today === null || /\b(?:after|before|later|earlier|afterwards)$/i.test(time.span.quote)) return null
  if (time.from !== null && time.to !== null) return { from: time.from, to: time.to }
  if (/^PT/.test(time.value ?? '')) return /^(?:in|over|during|within)$/.test(lead) ? { from: published, to: published } : null
  const m = /^P(\d+)([DWMQY])$/.exec(time.value ?? '')
  if (!m || lead === 'before' || lead === 'within' || lead === 'in') return null
  return { from: isoOrNull(shiftDay(today, -Number(m[1]), LETTERS[m[2]])), to: open(time.span.quote, lead, today) }
}

/** What has lasted "for" or "after" so long goes up to publication; an offensive a week old goes on. */
const open = (quote: string, lead: string, today: Day): string | null =>
  /\bold$|-old|year$/i.test(quote) && lead !== 'for' && lead !== 'after' && lead !== 'following' ? null : isoOf(today)
