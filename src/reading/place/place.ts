import type { PlaceKind } from '../../knowledge/gazetteer/format.ts'
import type { Candidate, Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Place } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { spanOf } from '../../model/span.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties } from '../party/party.ts'
import { datelineNames, type FoundPlace, findNames } from './find.ts'
import { whereOf } from './story.ts'

/** A toponym in the text, resolved where possible. */
export interface PlaceMention extends Place {
  /** First, last and head token; -1 in a dateline, which has no tokens. */
  readonly first: number
  readonly last: number
  readonly head: number
  /** Why it was resolved so, for the trail. */
  readonly rule: string
}

const PRECISION: Readonly<Record<PlaceKind, Place['precision']>> = {
  country: 'country',
  continent: 'country',
  region: 'region',
  area: 'region',
  district: 'district',
  town: 'town',
  quarter: 'point',
  site: 'point',
  sea: 'region',
  strait: 'region',
  river: 'region',
  lake: 'region',
  island: 'region',
  mountain: 'region',
}

/** All toponyms of a document. Those that stand for a party ("Baku said") are found too; the reader decides by their role. */
export const findPlaces = (doc: Document, gazetteer: Gazetteer, parties: Parties): PlaceMention[] => {
  const states = new Map<string, number>()
  for (const p of parties.all) if (/^[A-Z]{3}$/.test(p.code)) states.set(p.code, (states.get(p.code) ?? 0) + 0.3)
  const filed = datelineNames(doc, gazetteer).map(
    ({ start, end, candidate }): PlaceMention => ({
      ...spanOf(doc.text, start, end),
      ...pointOf(candidate),
      first: -1,
      last: -1,
      head: -1,
      rule: 'place: dateline',
    }),
  )
  return [...filed, ...findNames(doc, gazetteer, states).map(found => mentionOf(doc, found))].sort((a, b) => a.start - b.start)
}

const pointOf = (c: Candidate): Pick<Place, 'name' | 'code' | 'lat' | 'lon' | 'precision' | 'radius'> => ({
  name: c.name,
  code: c.country,
  lat: c.lat,
  lon: c.lon,
  precision: PRECISION[c.kind],
  radius: c.radius,
})

const mentionOf = (doc: Document, { span, resolved, why }: FoundPlace): PlaceMention => {
  const c = resolved?.candidate
  return {
    ...spanOf(doc.text, doc.start[span.first], endOf(doc, span.last)),
    ...(c ? pointOf(c) : { name: span.text, code: null, lat: null, lon: null, precision: null, radius: null }),
    first: span.first,
    last: span.last,
    head: headOf(doc, span.first, span.last),
    rule: c ? `place: ${why}; ${resolved.why}` : `place: ${why}; not in the gazetteer`,
  }
}

/** End of a name, without the apostrophe of a possessive; the last dot of "W.Va." at the end of a sentence is part of it. */
const endOf = (doc: Document, last: number): number => {
  const end = doc.end[last]
  if (/[^'’]['’]$/.test(doc.form[last])) return end - 1
  return /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(doc.form[last]) && doc.text[end] === '.' ? end + 1 : end
}

/** The token of first..last whose head lies outside. */
const headOf = (doc: Document, first: number, last: number): number => {
  for (let t = first; t <= last; t++) if (doc.head[t] < first || doc.head[t] > last) return t
  return last
}

/**
 * Where an event happened: its adjuncts and hit places ("shelled Ganja"), its clause, or a neighbour that is plainly the same event. Places
 * that are common nouns ("the mosque") come with their words, at the named place beside them; "northern X" and "30 km west of X" as points of their own.
 */
export const placesOf = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  places: readonly PlaceMention[],
): PlaceMention[] => {
  const { places: found, rule } = whereOf(doc, event, events, places)
  return found.map(p => ({ ...p, rule: `${p.rule}; ${rule}` }))
}
