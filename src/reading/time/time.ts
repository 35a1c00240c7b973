import type { ClaimDate } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { EventMention } from '../event/event.ts'

/** A time expression (TIMEX3) and the days it covers. */
export interface TimeMention {
  readonly span: Span
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value: "2020-10-10", "1988", "P2W", "PRESENT_REF"; null when it cannot be resolved. */
  readonly value: string | null
  /** ISO days it covers; null: open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly rule: string
}

/** All time expressions of a document. `published`: ISO day or null. */
export const findTimes = (_doc: Document, _published: string | null): TimeMention[] => []

/** The day of an event: from its own adjunct, else its clause, sentence or neighbour, else the day of publication (implied), else unknown. */
export const dayOf = (
  _doc: Document,
  _event: EventMention,
  _events: readonly EventMention[],
  _times: readonly TimeMention[],
  published: string | null,
): ClaimDate & { readonly rule: string } => ({ quote: null, start: null, end: null, from: published, to: published, how: published ? 'implied' : 'unknown', rule: 'publication' })
