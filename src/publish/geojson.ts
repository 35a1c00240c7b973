import { nameOfParty } from '../ledger/party.ts'
import type { Incident } from '../model/incident.ts'
import { type Area, circle, type Position, rounded } from './circle.ts'
import { type Export, versionsOf } from './options.ts'
import { incidentsOf, type Told } from './release.ts'

type Geometry = { readonly type: 'Point'; readonly coordinates: Position } | Area | null

/** A feature's properties and what they mean. */
export const PROPERTIES: readonly (readonly [name: string, meaning: string, value: (told: Told) => unknown])[] = [
  ['title', 'the sentence that tells it first, cut short', t => t.incident.title],
  ['type', 'event type (PLOVER)', t => t.incident.type],
  ['mode', 'mode that most claims give, or null', t => t.incident.mode],
  ['status', 'actual, or planned: threatened, demanded, announced', t => t.incident.status],
  ['from', 'first day that a claim gives (ISO), or null', t => t.incident.from],
  ['to', 'last day that a claim gives (ISO), or null', t => t.incident.to],
  [
    'place',
    "the gazetteer's name of the most precise place, or the words of the text; null: none",
    t => t.incident.place?.name ?? null,
  ],
  ['country', 'ISO 3166 alpha-3 of the state that the place is assigned to, or null', t => t.incident.place?.code ?? null],
  [
    'geo_precision',
    'what the geometry stands for: point, town (a Point), district, region, country (a circle as Polygon); null: not located',
    t => t.incident.place?.precision ?? null,
  ],
  ['radius_m', 'metres around the point, or null; a Point too stands for all within it', t => metres(t.incident)],
  ['actors', 'parties told to have acted', t => t.incident.actors.map(nameOfParty)],
  ['recipients', 'parties told to have been acted upon', t => t.incident.recipients.map(nameOfParty)],
  ['claims', 'how many claims tell it (no copies, no repeats)', t => t.incident.claims],
  ['reports', 'in how many reports', t => t.incident.reports],
  ['sources', 'independent sources', t => t.incident.sources],
  ['tellers', 'parties that tell of it', t => t.incident.tellers],
  ['contested', 'whether accounts differ', t => t.incident.contested],
  ['background', 'whether all of its claims are background', t => t.incident.background],
  ['figures', 'span of all numbers given: {measure, low, high}; no account need give the ends together', t => t.incident.figures],
  ['summary', 'who asserts and who denies, in numbers', t => t.accounts.summary],
  [
    'accounts',
    'each party with its stances: {party, name, stances}',
    t => t.accounts.accounts.map(({ party, name, stances }) => ({ party, name, stances })),
  ],
]

const metres = ({ place }: Incident): number | null => (place?.radius == null ? null : Math.round(place.radius * 1000))

/** An area is never a bare pin: a circle where its radius is known, else nothing. */
const geometryOf = ({ place }: Incident): Geometry => {
  if (place?.lat == null || place.lon == null) return null
  const at = [place.lon, place.lat] as const
  if (place.precision === 'point' || place.precision === 'town') return { type: 'Point', coordinates: rounded(at) }
  return place.radius ? circle(at, place.radius) : null
}

/** Incidents for maps. */
export const geojson: Export = {
  extension: 'geojson',
  mediaType: 'application/geo+json',
  about:
    'The incidents for maps (RFC 7946): a FeatureCollection, one feature for each incident; null geometry where nothing is located.',
  loses: [
    'Claims, quotes and chains of sources: only the parties and their stances stay.',
    'One place for each incident, the most precise that any claim gives; where accounts differ on the place, the others are lost.',
    'Districts, regions and countries are circles of about their size, not their borders.',
  ],
  *write(ledger, options) {
    yield `{"type":"FeatureCollection","hearsay":${JSON.stringify({ versions: versionsOf(ledger) })},"features":[`
    let separator = '\n'
    for (const told of incidentsOf(ledger, options)) {
      const properties = Object.fromEntries(PROPERTIES.map(([name, , value]) => [name, value(told)]))
      const feature = { type: 'Feature', id: told.incident.id, geometry: geometryOf(told.incident), properties }
      yield separator + JSON.stringify(feature)
      separator = ',\n'
    }
    yield '\n]}\n'
  },
}
