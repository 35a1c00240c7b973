import type { Account } from '../model/account.ts'
import type { Claim, EventType, Reading } from '../model/claim.ts'
import type { Incident, Judgement } from '../model/incident.ts'
import type { LedgerClaim, ReportHead } from '../model/ledger-claim.ts'

/** What the server answers, where it is no type of the model. */

/** A piece of a list, and how many rows there are in all. */
export interface List<T> {
  readonly rows: readonly T[]
  readonly total: number
  readonly limit: number
  readonly offset: number
}

export interface Counts {
  readonly reports: number
  readonly copies: number
  readonly claims: number
  readonly incidents: number
  readonly bytes: number
  readonly unsettled: number
}

/** A party with its name for people, and in how many incidents it is told to have acted or been acted upon. */
export interface PartyRow {
  readonly party: string
  readonly name: string
  readonly acted: number
  readonly suffered: number
}

export interface IncidentAnswer {
  readonly incident: Incident
  readonly claims: readonly LedgerClaim[]
  readonly accounts: readonly Account[]
  readonly summary: string
  readonly judgements: readonly Judgement[]
}

/** One day of the timeline. Each incident is counted once, on its first day. */
export interface TimelineDay {
  readonly day: string
  readonly incidents: number
  readonly contested: number
}

export interface TimelineAnswer {
  readonly days: readonly TimelineDay[]
  readonly undated: number
}

export type Precision = 'point' | 'town' | 'district' | 'region' | 'country'

/** An incident on the map. */
export type PlacePoint = readonly [
  id: string,
  lon: number,
  lat: number,
  radiusKm: number | null,
  precision: Precision | null,
  type: EventType,
  from: string | null,
  contested: boolean,
  title: string,
]

export interface PlacesAnswer {
  readonly points: readonly PlacePoint[]
  readonly total: number
  readonly unplaced: number
}

/** The fields of a claim that a person can mend. */
export type Changes = Partial<
  Pick<
    Claim,
    'type' | 'mode' | 'actors' | 'recipients' | 'places' | 'date' | 'polarity' | 'modality' | 'quantities' | 'attribution'
  >
>

export interface Correction {
  readonly id: number
  readonly claim: string
  readonly verdict: 'wrong' | 'mended'
  readonly changes: Changes
  readonly by: string
  readonly at: string
  readonly note: string
  readonly undone: string | null
}

export interface ClaimAnswer {
  readonly claim: LedgerClaim
  readonly judgements: readonly Judgement[]
  readonly corrections: readonly Correction[]
}

/** A text as it was read, not kept. */
export interface LiveReading {
  readonly report: Omit<ReportHead, 'key'> & { readonly text: string }
  readonly reading: Reading
}

/** Work of the server that goes on by itself. */
export interface Job {
  readonly id: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly added: number
  readonly known: number
  readonly reread: number
  readonly failed: number
  readonly messages: readonly string[]
  readonly note: string | null
}

export interface ExportRow {
  readonly name: string
  readonly extension: string
  readonly about: string
  readonly loses: readonly string[]
}
