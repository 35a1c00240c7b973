import type { Span } from './span.ts'

/** PLOVER 0.8's sixteen event types (Open Event Data Alliance). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** The modes of each type (PLOVER 0.8; `territory` under COERCE is ours). */
export const MODES: Readonly<Record<EventType, readonly string[]>> = {
  AGREE: [],
  CONSULT: ['visit', 'third-party', 'multilateral', 'phone'],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'investigate', 'allege'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  THREATEN: ['restrict', 'arrest', 'relations', 'expel', 'territory', 'violence'],
  PROTEST: ['demo', 'riot', 'strike', 'hunger', 'boycott', 'obstruct', 'vandalize'],
  SANCTION: ['convict', 'expel', 'withdraw', 'discontinue'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize',
    'territory',
    'restrict',
    'censor',
    'curfew',
    'martial-law',
    'arrest',
    'deport',
    'withhold',
    'misinformation',
    'cyber',
  ],
  ASSAULT: [
    'abduct',
    'beat',
    'torture',
    'sexual',
    'targeted',
    'destroy',
    'primitive',
    'firearms',
    'explosives',
    'suicide-attack',
    'aerial',
    'drone',
    'heavy-weapons',
    'crowd-control',
    'unconventional',
  ],
}

/** Sectors of a participant; "" stands for a state or organisation as such. */
export const SECTORS = [
  '',
  'GOV',
  'MIL',
  'COP',
  'SPY',
  'LEG',
  'JUD',
  'PTY',
  'REB',
  'PRM',
  'UAF',
  'OPP',
  'CVL',
  'JRN',
  'MED',
  'REF',
  'BUS',
  'REL',
  'CRM',
  'EDU',
  'LAB',
] as const
export type Sector = (typeof SECTORS)[number]

/** What a quantity counts. */
export const MEASURES = ['killed', 'injured', 'missing', 'captured', 'displaced', 'destroyed'] as const
export type Measure = (typeof MEASURES)[number]

/** A participant: the shortest phrase that names it, with the code of the state or body it belongs to. */
export interface Participant extends Span {
  /** ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC, NKR, UNK. */
  readonly code: string
  readonly sector: Sector
}

/** Where it happened. Coordinates are decimal degrees (WGS 84); null when unresolved. */
export interface Place extends Span {
  /** The gazetteer's name; the words as written when unresolved. */
  readonly name: string
  /** ISO 3166 alpha-3 of the state that the place is assigned to, or null. */
  readonly code: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: 'point' | 'town' | 'district' | 'region' | 'country' | null
  /** Kilometres around the point. */
  readonly radius: number | null
}

/** The days it happened on. `quote` null: not written beside the event, so inferred as `how` says. */
export interface ClaimDate {
  readonly quote: string | null
  readonly start: number | null
  readonly end: number | null
  /** ISO days; null: open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly how: 'stated' | 'implied' | 'unknown'
}

/** A count said of the event. `low` or `high` null: open on that side. */
export interface Quantity extends Span {
  readonly measure: Measure
  readonly low: number | null
  readonly high: number | null
}

/** One link of an attribution, as the text names it. */
export interface AttributionLink extends Participant {
  /** The words that attribute ("said", "according to"); null when the source carries over from a neighbouring sentence. */
  readonly cue: Span | null
  /** The medium named ("Twitter"), or null. */
  readonly via: string | null
}

/** One event as one source tells it: the record of the codebook. */
export interface Claim {
  readonly type: EventType
  readonly mode: string | null
  readonly trigger: Span
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly places: readonly Place[]
  readonly date: ClaimDate
  readonly polarity: 'positive' | 'negative'
  readonly modality: 'actual' | 'future' | 'hypothetical'
  readonly quantities: readonly Quantity[]
  /** Outermost first, without the outlet; empty: told in the outlet's own voice. */
  readonly attribution: readonly AttributionLink[]
  readonly background: boolean
  readonly loaded: readonly Span[]
  /** How each value was read: field -> the rules that made it. */
  readonly trail: Readonly<Record<string, string>>
}

/** A report's claims, in the order of their triggers, and what could not be read. */
export interface Reading {
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly claims: readonly Claim[]
  /** Plain sentences for the user: "no publication day: relative dates stay unresolved". */
  readonly notes: readonly string[]
}
