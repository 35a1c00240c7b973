import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { EventMention } from '../event/event.ts'

/** Partisan or judging words inside the event's clause. */
export const loadedWords = (_doc: Document, _event: EventMention): Span[] => []
