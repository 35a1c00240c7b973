import { z } from 'zod'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { Filter } from '../../model/filter.ts'
import type { Incident } from '../../model/incident.ts'
import { filterOf, filterQuery, narrowed, placesQuery } from '../query.ts'
import { get, type Route } from '../route.ts'
import * as schema from '../schemas.ts'

type Point = [string, number, number, number | null, string | null, string, string | null, boolean, string]

/** Incidents for a map, a timeline, and a list of parties: what is asked of all incidents of a filter at once. */
export const VIEWS: readonly Route[] = [
  get('/api/places', {
    about:
      'Points of a map: [id, longitude, latitude, radius in km, precision, type, first day, contested, title] of each incident.',
    query: placesQuery,
    answer: z.strictObject({ points: z.array(schema.pointSchema), total: z.int(), unplaced: z.int() }) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => {
      const { filter, page } = narrowed(query)
      const incidents = ledger.incidents(filter, page)
      const points = incidents.flatMap(pointsOf)
      return { points, total: ledger.count('incidents', filter), unplaced: incidents.length - points.length }
    },
  }),
  get('/api/timeline', {
    about: 'Incidents by their first day, with counts by type and by party that is told to have acted.',
    query: filterQuery,
    answer: schema.timelineSchema as z.ZodType,
    handle: ({ desk: { ledger }, query }) => timelineOf(allOf(ledger, filterOf(query))),
  }),
  get('/api/parties', {
    about: 'Parties of the incidents, with their names, those in most incidents first.',
    query: filterQuery,
    answer: z.strictObject({ rows: z.array(schema.partySchema) }) as z.ZodType,
    handle: ({ desk: { ledger, nameOfParty }, query }) => ({ rows: partiesOf(allOf(ledger, filterOf(query)), nameOfParty) }),
  }),
]

const allOf = (ledger: LedgerReader, filter: Filter): Incident[] => ledger.incidents(filter, { limit: 1_000_000, offset: 0 })

const pointsOf = ({ id, place, type, from, contested, title }: Incident): Point[] =>
  place && place.lon !== null && place.lat !== null
    ? [[id, place.lon, place.lat, place.radius, place.precision, type, from, contested, title]]
    : []

interface Day {
  readonly day: string
  incidents: number
  contested: number
  readonly types: Record<string, number>
  readonly parties: Record<string, number>
}

/** Each incident once, on its first day. */
export const timelineOf = (incidents: readonly Incident[]): { readonly days: Day[]; readonly undated: number } => {
  const days = new Map<string, Day>()
  let undated = 0
  for (const { from, to, type, actors, contested } of incidents) {
    const day = from ?? to
    if (day === null) {
      undated++
      continue
    }
    // Names come from texts: a record without a prototype takes any.
    const entry = days.get(day) ?? { day, incidents: 0, contested: 0, types: Object.create(null), parties: Object.create(null) }
    days.set(day, entry)
    entry.incidents++
    entry.contested += Number(contested)
    entry.types[type] = (entry.types[type] ?? 0) + 1
    for (const party of actors) entry.parties[party] = (entry.parties[party] ?? 0) + 1
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), undated }
}

const partiesOf = (incidents: readonly Incident[], nameOf: (party: string) => string) => {
  const counts = new Map<string, { party: string; name: string; acted: number; suffered: number }>()
  for (const incident of incidents)
    for (const [list, field] of [
      [incident.actors, 'acted'],
      [incident.recipients, 'suffered'],
    ] as const)
      for (const party of list) {
        const row = counts.get(party) ?? { party, name: nameOf(party), acted: 0, suffered: 0 }
        counts.set(party, row)
        row[field]++
      }
  return [...counts.values()].sort((a, b) => b.acted + b.suffered - a.acted - a.suffered || (a.party < b.party ? -1 : 1))
}
