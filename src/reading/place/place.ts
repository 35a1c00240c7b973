import type { Place } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Gazetteer } from '../../knowledge/gazetteer.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties } from '../party/party.ts'

/** A toponym in the text, resolved where possible. */
export interface PlaceMention extends Place {
  /** First, last and head token. */
  readonly first: number
  readonly last: number
  readonly head: number
  /** Why it was resolved so, for the trail. */
  readonly rule: string
}

/** All toponyms of a document. Those that stand for a party ("Baku said") are found too; the reader decides by their role. */
export const findPlaces = (_doc: Document, _gazetteer: Gazetteer, _parties: Parties): PlaceMention[] => []

/** Where an event happened: its adjuncts and hit places ("shelled Ganja"), its clause, or a neighbour that is plainly the same event. */
export const placesOf = (
  _doc: Document,
  _event: EventMention,
  _events: readonly EventMention[],
  _places: readonly PlaceMention[],
): PlaceMention[] => []
