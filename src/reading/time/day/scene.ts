import type { ClaimDate } from '../../../model/claim.ts'
import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import { dayOfIso } from '../calendar.ts'
import type { Anchor } from './anchor.ts'
import type { Interval } from './interval.ts'

/**
 * An event's date with the rule that found it: "own adjunct", "clause", "sentence", "carried", "reporting clause",
 * "publication", "unknown".
 */
export type EventDay = ClaimDate & { readonly rule: string }

/** What the search for days looks at. */
export interface Scene {
  readonly doc: Document
  readonly events: readonly EventMention[]
  /** Place of each event in `events`. */
  readonly index: ReadonlyMap<EventMention, number>
  /** The events of each sentence. */
  readonly bySentence: ReadonlyMap<number, readonly EventMention[]>
  /** The day of publication, or of the dateline where that is not told. */
  readonly published: string | null
  readonly isPublished: boolean
  /** Time expressions by the verb or event whose time they tell, by their own token, and by their sentence. */
  readonly byOwner: ReadonlyMap<number, readonly Anchor[]>
  readonly byToken: ReadonlyMap<number, Anchor>
  readonly timesBySentence: ReadonlyMap<number, readonly Anchor[]>
  readonly isEvent: (token: number) => boolean
  readonly modality: ReadonlyMap<EventMention, string>
  /** The day in the dateline where it is not the day of publication, or null. */
  readonly dateline: string | null
}

/** The days found so far. */
export type Days = ReadonlyMap<EventMention, EventDay>

export const UNKNOWN: EventDay = { quote: null, start: null, end: null, from: null, to: null, how: 'unknown', rule: 'unknown' }

export const implied = ({ from, to }: Interval, rule: string): EventDay => ({
  quote: null,
  start: null,
  end: null,
  from,
  to,
  how: 'implied',
  rule,
})

const NEWS_DAYS = 10

/** Whether a day is near enough to publication, and exact enough, to be the day of the report's news. */
export const isNews = ({ published }: Scene, day: EventDay): boolean => {
  const [from, to, today] = [dayOfIso(day.from), dayOfIso(day.to ?? day.from), dayOfIso(published)]
  return from !== null && to !== null && today !== null && today - from <= NEWS_DAYS && to - from <= 2 && today >= from
}

/** Acts that a report tells of over several sentences; speech acts stand each for itself. */
export const isStory = (event: EventMention): boolean => /^(?:ASSAULT|COERCE|RETREAT|MOBILIZE)$/.test(event.type)

export const lemmaOf = (doc: Document, event: EventMention): string => doc.lemma[event.head].toLowerCase()
