import type { Claim } from '../src/model/claim.ts'
import { km } from '../src/reading/place/resolve.ts'

/** One field of a claim as the scorer sees it: the values it holds, and when two of them are equal. */
export interface Slot {
  readonly name: string
  readonly values: (claim: Claim) => readonly unknown[]
  readonly equal?: (a: never, b: never) => boolean
}

type Point = { lat: number; lon: number }

const source = (c: Claim) => c.attribution.at(-1)
const alike = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)))

/** The slots, in the order they are printed. */
export const SLOTS: readonly Slot[] = [
  { name: 'type', values: c => [c.type] },
  { name: 'mode', values: c => (c.mode ? [`${c.type}/${c.mode}`] : []) },
  { name: 'actor code', values: c => c.actors.map(a => a.code) },
  { name: 'actor code+sector', values: c => c.actors.map(a => a.code + a.sector) },
  { name: 'recipient code', values: c => c.recipients.map(a => a.code) },
  { name: 'recipient code+sector', values: c => c.recipients.map(a => a.code + a.sector) },
  {
    name: 'place (50 km)',
    values: c => c.places.filter(p => p.lat !== null && p.lat !== undefined),
    equal: (a: Point, b: Point) => km(a, b) <= 50,
  },
  { name: 'place name', values: c => c.places.map(p => (p.quote ?? '').toLowerCase()), equal: alike },
  { name: 'date (exact days)', values: c => (c.date?.from || c.date?.to ? [`${c.date.from}..${c.date.to}`] : []) },
  { name: 'quantity', values: c => c.quantities.map(q => `${q.measure} ${q.low} ${q.high}`) },
  { name: 'attribution source', values: c => [source(c)?.code ?? 'OUTLET'] },
  { name: 'attribution source+sector', values: c => [source(c) ? `${source(c)?.code}${source(c)?.sector}` : 'OUTLET'] },
  { name: 'attribution chain', values: c => [c.attribution.map(a => a.code).join('>')] },
  { name: 'polarity', values: c => [c.polarity] },
  { name: 'modality', values: c => [c.modality] },
  { name: 'background', values: c => [c.background === true] },
  { name: 'loaded word', values: c => c.loaded.map(l => (l.quote ?? String(l)).toLowerCase()) },
]

/** The core of a claim: what, who, to whom, yes or no, according to whom. */
export const core = (c: Claim): string =>
  JSON.stringify([
    c.type,
    c.actors.map(a => a.code).sort(),
    c.recipients.map(a => a.code).sort(),
    c.polarity,
    source(c)?.code ?? 'OUTLET',
  ])

/** The core with its days. */
export const datedCore = (c: Claim): string => `${core(c)}${c.date?.from ?? ''}..${c.date?.to ?? ''}`
