import type { LedgerWriter } from '../ledger/ledger.ts'
import type { Accounts } from '../model/account.ts'
import type { Reading } from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Report } from '../model/report.ts'
import type { Sides } from '../model/sides.ts'
import type { Export } from '../publish/options.ts'
import type { Asset } from './assets.ts'

/** A text that is given in the page, with what is known of it. */
export interface GivenText {
  readonly text: string
  readonly id?: string | undefined
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly headline?: string | undefined
  readonly url?: string | undefined
}

/** A file that is given in the page. The name is a name only: nothing is opened by it. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A text as it was read, not kept. Offsets of the claims count UTF-16 code units of `report.text`. */
export interface LiveReading {
  readonly report: Pick<Report, 'id' | 'outlet' | 'published' | 'headline' | 'url' | 'text'>
  readonly reading: Reading
}

/** What adding has come to so far. */
export interface AddingStep {
  readonly done: number
  /** Null while nobody knows. */
  readonly total: number | null
  readonly added: number
  readonly known: number
  readonly reread: number
  readonly failed: number
}

/** How an adder tells of its work, and is told to stop. */
export interface AddingWatch {
  readonly signal: AbortSignal
  readonly step: (step: AddingStep) => void
  /** A sentence on something that could not be read; the others go on. */
  readonly failed: (sentence: string) => void
  /** What goes on just now ("joining claims into incidents"). */
  readonly say: (note: string) => void
}

/** All that the server works with. It opens no file, asks no clock and reaches no network but through this. */
export interface Desk {
  readonly ledger: LedgerWriter
  readonly accountsOf: (claims: readonly LedgerClaim[], sides: Sides) => Accounts
  readonly nameOfParty: (party: string) => string
  /** Formats of export by name. */
  readonly exports: Readonly<Record<string, Export>>
  readonly read: (given: GivenText) => Promise<LiveReading>
  /** Fetches and reads an address; null: switched off. Throws a sentence. */
  readonly readAddress: ((address: string) => Promise<LiveReading>) | null
  /** Adds to the ledger and joins into incidents. When stopped by the signal it ends in good order. */
  readonly add: (
    given: { readonly texts: readonly GivenText[]; readonly files: readonly GivenFile[] },
    watch: AddingWatch,
  ) => Promise<void>
  /** A file of the page by its path ("index.html"), or null. */
  readonly asset: (path: string) => Asset | null
  /** ISO time. */
  readonly now: () => string
  /** Told of faults of the program, for whoever runs it; never sent. */
  readonly fault: (error: unknown) => void
}
