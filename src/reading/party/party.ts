import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { PartyIndex } from '../../knowledge/parties.ts'

/** A noun phrase that names, or refers to, a participant or a source. */
export interface PartyMention {
  /** Head token of the noun phrase. */
  readonly head: number
  /** The shortest phrase of the text that names the participant; for "he" or "the ministry" its antecedent's. */
  readonly name: Span
  /** The phrase as it stands here ("he", "the ministry"). */
  readonly here: Span
  readonly code: string
  readonly sector: Sector
  readonly kind: 'state' | 'force' | 'office' | 'group' | 'organisation' | 'person' | 'people' | 'media' | 'weapon'
  /** The rules that made it, for the trail. */
  readonly rule: string
}

/** The parties of a document, coreference resolved. */
export interface Parties {
  /** The parties that the noun phrase headed by token t stands for, its conjuncts not included: none, one, or several ("the two countries"). */
  at(t: number): readonly PartyMention[]
  /** Every mention, in order. */
  readonly all: readonly PartyMention[]
}

/** All parties of a document. */
export const findParties = (_doc: Document, _index: PartyIndex): Parties => ({ at: () => [], all: [] })
