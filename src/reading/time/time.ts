import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import { daysOf, type EventDay } from './day/day.ts'
import { findAll } from './engine.ts'
import { mentionOf, type TimeMention } from './mention.ts'
import { isVerbAt, tenseAt, tokenAt } from './tags.ts'
import { tenseNear } from './tense.ts'
import { tokensOf } from './tokens.ts'

export type { EventDay } from './day/day.ts'
export type { TimeMention } from './mention.ts'

/** All time expressions of a document, in order. `published`: ISO day or null. Tags and tree decide tense and leave out verbs. */
export const findTimes = (doc: Document, published: string | null): TimeMention[] => {
  const tokens = tokensOf(doc.text)
  const tense = (first: number, last: number) => {
    const t = tokenAt(doc, tokens[first].start)
    return tenseNear(tokens, first, last) ?? (t < 0 ? null : tenseAt(doc, t))
  }
  const found = findAll(tokens, { published, tense })
  const verbs = /^(?:may|march|spring|fall|second|seconds|summer|winter)$/
  return found
    .filter(f => !(f.first === f.last && verbs.test(tokens[f.first].low) && isVerbAt(doc, tokens[f.first].start)))
    .map(f => mentionOf(doc.text, tokens, f))
}

/**
 * The day of an event: from its own adjunct, else its clause, sentence or neighbour, else the day of publication (implied), else
 * unknown. The days of all `events` are found at the first call and kept with that list.
 */
export const dayOf = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  times: readonly TimeMention[],
  published: string | null,
): EventDay => {
  let days = KEPT.get(events)
  if (!days?.has(event)) {
    days = daysOf(doc, events.includes(event) ? events : [...events, event], times, published)
    KEPT.set(events, days)
  }
  return days.get(event) as EventDay
}

/**
 * The days of a list of events; reports are read one at a time, so that a list is met with one document and one day of
 * publication.
 */
const KEPT = new WeakMap<readonly EventMention[], ReadonlyMap<EventMention, EventDay>>()
