import type { Claim } from '../model/claim.ts'
import type { Filter, Page } from '../model/filter.ts'
import type { Incident, Judgement, Verdict } from '../model/incident.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Sides } from '../model/sides.ts'
import type { ReportRow, SourceRow, StoredReport } from '../model/stored-report.ts'

/** Counts of a whole ledger. */
export interface LedgerCounts {
  readonly reports: number
  readonly copies: number
  readonly claims: number
  readonly incidents: number
  readonly bytes: number
  /** Reports whose claims are not yet joined into incidents. */
  readonly unsettled: number
}

/** What a person says of a claim: that it is wrong, or what it should say. */
export interface Correction {
  readonly id: number
  readonly claim: string
  readonly verdict: 'wrong' | 'mended'
  readonly changes: Partial<
    Pick<
      Claim,
      'type' | 'mode' | 'actors' | 'recipients' | 'places' | 'date' | 'polarity' | 'modality' | 'quantities' | 'attribution'
    >
  >
  readonly by: string
  readonly at: string
  readonly note: string
  readonly undone: string | null
}

/** What can be asked of a ledger. Lists are in a fixed order: incidents by day and id, claims by report and trigger. */
export interface LedgerReader {
  counts(): LedgerCounts
  sides(): Sides
  /** Reader and knowledge versions in force, for exports: "hearsay 0.1.0, knowledge 1a2b3c". */
  versions(): { readonly reader: string; readonly knowledge: string; readonly content: string }
  reports(filter: Filter, page: Page): ReportRow[]
  /** By its key, or by its id where only one has it; null when there is none. */
  report(key: string): StoredReport | null
  /** The archived bytes by SHA-256 (hex). */
  archived(sha256: string): Uint8Array | null
  claims(filter: Filter, page: Page): LedgerClaim[]
  claim(key: string): LedgerClaim | null
  incidents(filter: Filter, page: Page): Incident[]
  /** An incident by its id or by the key of any of its claims, with its claims (copies too) in the order of telling. */
  incident(key: string): { readonly incident: Incident; readonly claims: readonly LedgerClaim[] } | null
  sources(filter: Filter, page: Page): SourceRow[]
  /** How many rows a filter leaves. */
  count(what: 'reports' | 'claims' | 'incidents' | 'sources', filter: Filter): number
  judgements(claims: readonly string[]): Judgement[]
  corrections(): Correction[]
}

/** What a person or the program may say to a ledger. Each call is one transaction. */
export interface LedgerWriter extends LedgerReader {
  setSides(sides: Sides): void
  /** A person's judgement between two claims; incidents follow at once. Throws when a claim is unknown. */
  judge(a: string, b: string, verdict: Verdict, by: string, at: string): Judgement
  undoJudgement(id: number, at: string): void
  correct(correction: Omit<Correction, 'id' | 'undone'>): Correction
  undoCorrection(id: number, at: string): void
}
