import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'

/** Whether an event is told as happened, planned, demanded; or as not having happened. Denials by a source are the attribution's. */
export interface Status {
  readonly polarity: 'positive' | 'negative'
  readonly modality: 'actual' | 'future' | 'hypothetical'
  readonly rule: string
}

/** The status of an event from its own words and those above it in the tree. */
export const statusOf = (_doc: Document, _event: EventMention, _events: readonly EventMention[]): Status => ({ polarity: 'positive', modality: 'actual', rule: '' })
