import type { Claim } from './claim.ts'
import type { Span } from './span.ts'

/** What is told of a report wherever one of its claims is shown. */
export interface ReportHead {
  /** Identity: the hash of its content (hex). */
  readonly key: string
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly headline: string | null
  readonly url: string | null
}

/** An earlier report that told the same words: they are context where they are told again. */
export interface FirstTold extends ReportHead {
  /** The passage in this claim's own report that repeats it. */
  readonly passage: Span
}

/** A claim as it stands in a ledger: as read or as a person mended it, with its report, its sentence and its incident. */
export interface LedgerClaim extends Claim {
  /** Identity: the hash of the report's key and the claim as it was read (hex). */
  readonly key: string
  readonly report: ReportHead
  /** The sentence or headline that holds the trigger; offsets in the report's canonical text. */
  readonly sentence: Span
  /** Id of its incident; null for a claim that a person marked as wrong. */
  readonly incident: string | null
  /** Key of the claim with the same words in the report that it copies; claims with one are not counted again. */
  readonly copyOf: string | null
  /** Set where an earlier story told the same passage; `background` is true then. */
  readonly firstTold: FirstTold | null
  /** The fields that a person has mended. */
  readonly mended: readonly string[]
}
