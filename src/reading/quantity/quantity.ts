import type { Quantity } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'

/** The counts said of an event: killed, injured, missing, captured, displaced, destroyed. */
export const quantitiesOf = (_doc: Document, _event: EventMention): (Quantity & { readonly rule: string })[] => []
