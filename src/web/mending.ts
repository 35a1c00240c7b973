import { signal } from '@preact/signals'
import {
  type AttributionLink,
  type Claim,
  type EventType,
  MODES,
  type Participant,
  type Place,
  type Sector,
} from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import { isDay } from './address.ts'
import type { Changes } from './answers.ts'
import { nearest } from './segments.ts'

/** The claim that is being corrected, or null. */
export const mending = signal<LedgerClaim | null>(null)

/** A participant or source as it is typed. */
export interface TypedParty {
  readonly words: string
  readonly code: string
  readonly sector: Sector
}

export interface TypedPlace {
  readonly words: string
  readonly name: string
  readonly code: string
  readonly lat: string
  readonly lon: string
  readonly precision: string
}

/** A claim as the form holds it. */
export interface Draft {
  readonly type: EventType
  readonly mode: string
  readonly polarity: Claim['polarity']
  readonly modality: Claim['modality']
  readonly actors: readonly TypedParty[]
  readonly recipients: readonly TypedParty[]
  /** Outermost first. */
  readonly sources: readonly TypedParty[]
  readonly places: readonly TypedPlace[]
  readonly from: string
  readonly to: string
}

const typed = ({ quote, code, sector }: Participant): TypedParty => ({ words: quote, code, sector })
const number = (n: number | null): string => (n === null ? '' : String(n))

/** The form of a claim as it stands. */
export const draftOf = (c: Claim): Draft => ({
  type: c.type,
  mode: c.mode ?? '',
  polarity: c.polarity,
  modality: c.modality,
  actors: c.actors.map(typed),
  recipients: c.recipients.map(typed),
  sources: c.attribution.map(typed),
  places: c.places.map(p => ({
    words: p.quote,
    name: p.name,
    code: p.code ?? '',
    lat: number(p.lat),
    lon: number(p.lon),
    precision: p.precision ?? '',
  })),
  from: c.date.from ?? '',
  to: c.date.to ?? '',
})

/** Kilometres around a point that is known so well. */
const RADIUS: Readonly<Record<string, number>> = { point: 1, town: 5, district: 20, region: 60, country: 300 }

/** Something that the form cannot mean. */
export class Unclear extends Error {}

/** What a form changes of a claim. Words must stand in the report's text; of several places the one nearest to the trigger counts. */
export const changesOf = (claim: LedgerClaim, draft: Draft, text: string): Changes => {
  const before = draftOf(claim)
  const differs = (...fields: (keyof Draft)[]) => fields.some(f => JSON.stringify(before[f]) !== JSON.stringify(draft[f]))
  const span = (words: string) => {
    const found = nearest(text, words.trim(), claim.trigger.start)
    if (!found)
      throw new Unclear(words.trim() ? `“${words.trim()}” does not stand in the report.` : 'Words of the report are missing.')
    return found
  }
  const party =
    (held: readonly Participant[]) =>
    (t: TypedParty): Participant => {
      const same = held.find(p => JSON.stringify(typed(p)) === JSON.stringify(t))
      if (same) return same
      if (!/^[A-Z]{3}$/.test(t.code.trim())) throw new Unclear(`“${t.words}” needs a code of three capitals, like GEO or UNO.`)
      return { ...span(t.words), code: t.code.trim(), sector: t.sector }
    }
  const mode = MODES[draft.type].includes(draft.mode) ? draft.mode : null
  return {
    ...(differs('type') && { type: draft.type }),
    ...(differs('type', 'mode') && { mode }),
    ...(differs('polarity') && { polarity: draft.polarity }),
    ...(differs('modality') && { modality: draft.modality }),
    ...(differs('actors') && { actors: draft.actors.map(party(claim.actors)) }),
    ...(differs('recipients') && { recipients: draft.recipients.map(party(claim.recipients)) }),
    ...(differs('sources') && { attribution: draft.sources.map(linkBy(party(claim.attribution))) }),
    ...(differs('places') && { places: draft.places.map((p, i) => placeOf(p, claim.places[i], before.places[i], span)) }),
    ...(differs('from', 'to') && { date: dateOf(claim.date, draft) }),
  }
}

const linkBy =
  (party: (t: TypedParty) => Participant) =>
  (t: TypedParty): AttributionLink => ({ cue: null, via: null, ...party(t) })

const placeOf = (
  typedPlace: TypedPlace,
  held: Place | undefined,
  before: TypedPlace | undefined,
  span: (words: string) => { start: number; end: number; quote: string },
): Place => {
  if (held && JSON.stringify(typedPlace) === JSON.stringify(before)) return held
  const { name, code, precision } = typedPlace
  const [lat, lon] = [coordinate(typedPlace.lat, 90, 'latitude'), coordinate(typedPlace.lon, 180, 'longitude')]
  if ((lat === null) !== (lon === null)) throw new Unclear('A place needs latitude and longitude, or neither.')
  const words = span(typedPlace.words)
  const known = lat === null ? null : precision || 'town'
  return {
    ...words,
    name: name.trim() || words.quote,
    code: code.trim() || null,
    lat,
    lon,
    precision: known as Place['precision'],
    radius: known === null ? null : precision === before?.precision && held?.radius ? held.radius : RADIUS[known],
  }
}

const coordinate = (given: string, most: number, name: string): number | null => {
  if (!given.trim()) return null
  const n = Number(given.replace(',', '.'))
  if (!Number.isFinite(n) || Math.abs(n) > most) throw new Unclear(`The ${name} must be a number from −${most} to ${most}.`)
  return n
}

const dateOf = (date: Claim['date'], { from, to }: Draft): Claim['date'] => {
  for (const day of [from, to]) if (day && !isDay(day)) throw new Unclear(`“${day}” is no day.`)
  if (from && to && to < from) throw new Unclear('The last day is before the first.')
  const how = !from && !to ? 'unknown' : date.quote === null ? 'implied' : 'stated'
  return { ...date, from: from || null, to: to || null, how }
}
