import type { LedgerClaim, ReportHead } from './ledger-claim.ts'
import type { PublishedBy } from './report.ts'
import type { Span } from './span.ts'

/** How one report's text stands to an earlier one: the same wire text, a later version by the same outlet, or some passages. */
export interface Likeness {
  readonly kind: 'copy' | 'update' | 'repeat'
  /** The earlier report. */
  readonly of: ReportHead
  /** Share of this report's words that it holds, 0 to 1. */
  readonly share: number
  /** The passages of this report that it holds. */
  readonly passages: readonly Span[]
}

/** When and from where the bytes of a report came. */
export interface Retrieval {
  /** The file's name or the address. */
  readonly from: string
  /** ISO time. */
  readonly at: string
  /** SHA-256 (hex) of the archived bytes. */
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
}

/** One run of a reader over a report; the last one is in force. */
export interface ReadingHead {
  readonly reader: string
  readonly knowledge: string
  /** ISO time. */
  readonly at: string
  readonly claims: number
  readonly notes: readonly string[]
}

/** A report in a list. */
export interface ReportRow extends ReportHead {
  readonly publishedBy: PublishedBy | null
  /** How many claims were read of it; how many of them are counted (no copies, no repeats). */
  readonly claims: number
  readonly counted: number
  /** The report that it copies or updates. */
  readonly like: { readonly kind: Likeness['kind']; readonly of: ReportHead } | null
}

/** A report with all that a ledger knows of it. Offsets count UTF-16 code units of `text`. */
export interface StoredReport extends ReportRow {
  readonly text: string
  readonly likenesses: readonly Likeness[]
  readonly retrievals: readonly Retrieval[]
  /** Oldest first. */
  readonly readings: readonly ReadingHead[]
  readonly told: readonly LedgerClaim[]
}

/** Somebody who asserts, over all reports. */
export interface SourceRow {
  readonly name: string
  /** Its party, as in `Account`. */
  readonly party: string
  /** Claims (without copies), those that deny, reports and incidents. */
  readonly claims: number
  readonly denials: number
  readonly reports: number
  readonly incidents: number
}
