import type { EventType, Measure, Place } from './claim.ts'

/** The claims judged to tell of one happening, summed up. Nothing in it is decided between the claims: it says what they span. */
export interface Incident {
  /** Key of the claim that was told first; the key of any of its claims finds it. */
  readonly id: string
  readonly type: EventType
  /** The mode that most of its claims give; null when none does. */
  readonly mode: string | null
  /** Whether its claims tell of something done, or of something planned, threatened or demanded. */
  readonly status: 'actual' | 'planned'
  /** First and last day that its claims give; null: none gives one. */
  readonly from: string | null
  readonly to: string | null
  /** The most precise place that its claims give. */
  readonly place: Omit<Place, 'start' | 'end' | 'quote'> | null
  /** Parties (see `Party`) that are told to have acted, and to whom. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Words for people: the sentence that tells it first, cut short. */
  readonly title: string
  /** Counts: claims without copies and repeats, reports, independent sources, parties that tell of it. */
  readonly claims: number
  readonly reports: number
  readonly sources: number
  readonly tellers: number
  /** Whether accounts differ: one denies, or gives another doer, number, day or place. */
  readonly contested: boolean
  /** Whether all of its claims are background. */
  readonly background: boolean
  /** The span of all numbers given, by what is counted; the accounts tell whose they are. */
  readonly figures: readonly { readonly measure: Measure; readonly low: number | null; readonly high: number | null }[]
}

/** Whether two claims tell of one happening. */
export type Verdict = 'same' | 'different' | 'unsure'

/** One reason of a judgement: what was compared, and how much it weighs for (above 0) or against (below). */
export interface Reason {
  readonly what: string
  readonly weight: number
}

/** Joins or parts two claims. A person's outweighs the program's; it is undone, never deleted. */
export interface Judgement {
  readonly id: number
  /** Keys of the claims; a < b. */
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
  /** 0 to 1: how sure the program is; null for a person's. */
  readonly score: number | null
  /** "program", or the name that the person gave. */
  readonly by: string
  /** ISO time; null for the program's, which follow from the claims alone. */
  readonly at: string | null
  readonly reasons: readonly Reason[]
  /** When it was undone (ISO time), or null. */
  readonly undone: string | null
}
