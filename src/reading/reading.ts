import type { Gazetteer } from '../knowledge/gazetteer.ts'
import type { Ontology } from '../knowledge/ontology.ts'
import type { PartyIndex } from '../knowledge/parties.ts'
import type { English } from '../language/english.ts'
import type { Reading } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { layOut } from '../text/layout.ts'
import { type Attribution, findAttributions } from './attribution/attribution.ts'
import { claimsOf } from './claim.ts'
import { type EventMention, findEvents } from './event/event.ts'
import { countryOfOutlet } from './party/issuer.ts'
import { findParties, type Parties, withHomeCountry } from './party/party.ts'
import { homeCountry } from './place/country.ts'
import { datelineNames } from './place/find.ts'
import { findPlaces, type PlaceMention } from './place/place.ts'
import { findTimes, type TimeMention } from './time/time.ts'

/** What the reader knows: loaded once, used for every report. */
export interface Knowledge {
  readonly english: English
  readonly ontology: Ontology
  readonly parties: PartyIndex
  readonly gazetteer: Gazetteer
}

/** All that the steps found in one report, before claims are made of it. */
export interface Findings {
  readonly doc: Document
  readonly parties: Parties
  readonly times: readonly TimeMention[]
  readonly places: readonly PlaceMention[]
  readonly events: readonly EventMention[]
  readonly attributions: readonly Attribution[]
}

/** Runs the steps over one report, each on what the earlier ones gave. */
export const find = (report: Report, knowledge: Knowledge): Findings => {
  const doc = knowledge.english.parse(report.text, layOut(report.text, report.headline))
  const named = findParties(doc, knowledge.parties, report.outlet)
  const times = findTimes(doc, report.published)
  const places = findPlaces(doc, knowledge.gazetteer, named)
  const inPlaces = new Set(places.flatMap(p => Array.from({ length: p.last - p.first + 1 }, (_, i) => p.first + i)))
  const home = homeCountry(
    places,
    named.all,
    datelineNames(doc, knowledge.gazetteer)[0]?.candidate.country ?? null,
    report.outlet === null ? null : countryOfOutlet(report.outlet, knowledge.parties),
  )
  const parties = withHomeCountry(named, home, t => inPlaces.has(t))
  const events = findEvents(doc, knowledge.ontology)
  const attributions = findAttributions(doc, parties)
  return { doc, parties, times, places, events, attributions }
}

/** Reads one report into claims. Never throws on any text; spans are UTF-16 offsets of `report.text`. */
export const read = (report: Report, knowledge: Knowledge): Reading => readingOf(report, find(report, knowledge))

/** The claims of a report of which the steps have found `findings`. */
export const readingOf = (report: Report, findings: Findings): Reading => {
  const claims = claimsOf(report, findings)
  const notes = report.published ? [] : ['The publication day is unknown: relative dates stay unresolved.']
  return { id: report.id, outlet: report.outlet, published: report.published, claims, notes }
}
