import type { Document } from '../../model/document.ts'
import type { EventType } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Ontology } from '../../knowledge/ontology.ts'

/** A trigger found in the tree, its type, and the tokens that fill its roles. */
export interface EventMention {
  /** The trigger's words. */
  readonly span: Span
  /** The trigger's syntactic head: a verb, noun or adjective. */
  readonly head: number
  readonly type: EventType
  readonly mode: string | null
  /** Head tokens of the noun phrases that do it, conjuncts included (for reciprocal events all parties). */
  readonly actors: readonly number[]
  /** Head tokens of the noun phrases it is done to, conjuncts included; may be places ("shelled Ganja"). */
  readonly recipients: readonly number[]
  /** For saying-like events (ACCUSE, REQUEST, THREATEN, AGREE, REJECT...): the head token of what is accused, demanded, threatened; -1 if none. */
  readonly content: number
  /** Set by the frame: the event was only tried, failed, or prevented ("tried to storm", "foiled an attack"). */
  readonly attempt: 'none' | 'attempted' | 'failed'
  /** The rule that made it, for the trail: "ASSAULT shell.v passive". */
  readonly rule: string
}

/** All events of a document, in order of their triggers. */
export const findEvents = (_doc: Document, _ontology: Ontology): EventMention[] => []
