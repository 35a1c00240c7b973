import type { English } from '../language/english.ts'
import type { Gazetteer } from '../knowledge/gazetteer.ts'
import type { Ontology } from '../knowledge/ontology.ts'
import type { PartyIndex } from '../knowledge/parties.ts'
import type { Document } from '../model/document.ts'
import type { AttributionLink, Claim, Participant, Place, Reading } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { layOut } from '../text/layout.ts'
import { type Attribution, findAttributions } from './attribution/attribution.ts'
import { type EventMention, findEvents } from './event/event.ts'
import { findParties, type Parties, type PartyMention } from './party/party.ts'
import { findPlaces, type PlaceMention, placesOf } from './place/place.ts'
import { quantitiesOf } from './quantity/quantity.ts'
import { statusOf } from './status/status.ts'
import { dayOf, findTimes, type TimeMention } from './time/time.ts'
import { loadedWords } from './wording/wording.ts'

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
  const parties = findParties(doc, knowledge.parties)
  const times = findTimes(doc, report.published)
  const places = findPlaces(doc, knowledge.gazetteer, parties)
  const events = findEvents(doc, knowledge.ontology)
  const attributions = findAttributions(doc, parties)
  return { doc, parties, times, places, events, attributions }
}

/** Reads one report into claims. Never throws on any text; spans are UTF-16 offsets of `report.text`. */
export const read = (report: Report, knowledge: Knowledge): Reading => {
  const found = find(report, knowledge)
  const claims = found.events.map(event => claimOf(report, found, event))
  const notes = report.published ? [] : ['The publication day is unknown: relative dates stay unresolved.']
  return { id: report.id, outlet: report.outlet, published: report.published, claims, notes }
}

const participant = (p: PartyMention): Participant => ({ ...p.name, code: p.code, sector: p.sector })

const claimOf = (report: Report, found: Findings, event: EventMention): Claim => {
  const { doc, parties, times, places, events, attributions } = found
  const participants = (tokens: readonly number[]) => tokens.flatMap(t => parties.at(t).map(participant))
  const status = statusOf(doc, event, events)
  const { rule: dateRule, ...date } = dayOf(doc, event, events, times, report.published)
  const links = attributions
    .filter(a => a.content.some(c => c.start <= event.span.start && event.span.end <= c.end))
    .flatMap((a): AttributionLink[] => (a.source < 0 ? [] : parties.at(a.source).slice(0, 1).map(p => ({ ...participant(p), cue: a.cue, via: a.via }))))
  return {
    type: event.type,
    mode: event.mode,
    trigger: event.span,
    actors: participants(event.actors),
    recipients: participants(event.recipients),
    places: placesOf(doc, event, events, places).map(({ first: _f, last: _l, head: _h, rule: _r, ...p }): Place => p),
    date,
    polarity: status.polarity,
    modality: status.modality,
    quantities: quantitiesOf(doc, event).map(({ rule: _r, ...q }) => q),
    attribution: links,
    background: false,
    loaded: loadedWords(doc, event, events),
    trail: { type: event.rule, date: dateRule, status: status.rule },
  }
}
