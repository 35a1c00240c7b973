import type { Measure } from './claim.ts'
import type { Span } from './span.ts'

/** What a party says of an incident, set beside what the others say. */
export const STANCES = ['asserts', 'denies', 'other doer', 'other number', 'other day', 'other place', 'silent'] as const
export type Stance = (typeof STANCES)[number]

/** One link of a chain of sources, innermost first; the outlet is the last. */
export interface SourceLink {
  readonly name: string
  /** The party it belongs to; null for an outlet that stands for none. */
  readonly party: string | null
  readonly cue: string | null
  readonly via: string | null
}

/** Somebody who asserts, with every chain by which that reached us. */
export interface AccountSource {
  readonly name: string
  readonly chains: readonly (readonly SourceLink[])[]
  /** Keys of the claims; copies are left out. */
  readonly claims: readonly string[]
  /** How many reports printed it, copies included. */
  readonly reports: number
}

/** A number with its owner. `whose`: the party that lost or was counted; null when the text does not say. */
export interface Figure {
  readonly measure: Measure
  readonly whose: string | null
  readonly low: number | null
  readonly high: number | null
  readonly quote: string
  readonly claim: string
  readonly source: string
}

/** A judging word, with the claim that it was read from. */
export interface LoadedWord extends Span {
  readonly claim: string
}

/** One party's account of an incident. */
export interface Account {
  /** The party: a side's name, or the code of a state or body ("GEO", "SYR REB"), or "outlet: NAME" in the outlet's own voice. */
  readonly party: string
  /** The party's name for people. */
  readonly name: string
  readonly stances: readonly Stance[]
  /** Whether it asserts an act or a loss of its own. */
  readonly admits: boolean
  readonly sources: readonly AccountSource[]
  readonly figures: readonly Figure[]
  /** Doers that it names; its days (first, last) and its places, by name. */
  readonly doers: readonly string[]
  readonly days: readonly (readonly [from: string | null, to: string | null])[]
  readonly places: readonly string[]
  readonly loaded: readonly LoadedWord[]
  /** Keys of all its claims, in the order of telling; copies left out. */
  readonly claims: readonly string[]
}

/** An incident's accounts, and in how many independent voices it is told. */
export interface Accounts {
  readonly accounts: readonly Account[]
  /** "asserted by N independent sources of M parties, denied by K". */
  readonly summary: string
}
