import type { LedgerReader } from '../ledger/ledger.ts'
import type { Accounts } from '../model/account.ts'
import type { Filter } from '../model/filter.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Sides } from '../model/sides.ts'

/** How a ledger is published. */
export interface ExportOptions {
  readonly filter: Filter
  /** Whether private persons keep their names; false: initials. */
  readonly names: boolean
  /** The most words of a text that are quoted in one piece. */
  readonly quoteWords: number
  readonly accountsOf: (claims: readonly LedgerClaim[], sides: Sides) => Accounts
}

/** One format: its pieces of text come in order and are written one after the other. */
export interface Export {
  readonly extension: string
  readonly mediaType: string
  /** One sentence: what it is for. */
  readonly about: string
  /** What the format cannot hold or leaves out, in plain sentences. */
  readonly loses: readonly string[]
  readonly write: (ledger: LedgerReader, options: ExportOptions) => Iterable<string>
}

/** Versions and content hash in one line: "hearsay 0.1.0, knowledge 1a2b, ledger 3c4d". Same line, same export. */
export const versionsOf = (ledger: Pick<LedgerReader, 'versions'>): string => {
  const { reader, knowledge, content } = ledger.versions()
  return `${reader}, knowledge ${knowledge}, ledger ${content}`
}
