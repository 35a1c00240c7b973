import { reportKey } from '../ledger/entry.ts'
import type { Added } from '../ledger/sqlite/add.ts'
import type { OpenLedger } from '../ledger/sqlite/open.ts'
import type { Item } from './inputs.ts'
import type { Readers } from './readers.ts'
import type { Versions } from './versions.ts'

/** Reports that are written in one transaction, and the longest that one waits for others, in milliseconds. */
const [BATCH, PATIENCE] = [64, 500]

/** What adding came to. */
export interface Tally {
  added: number
  known: number
  reread: number
  failed: number
}

export interface Adding {
  readonly ledger: OpenLedger
  readonly readers: Readers
  readonly versions: Versions
  /** ISO time. */
  readonly now: () => string
  /** A report is on disk, or was there already. */
  readonly done: (id: string, added: Added, tally: Tally) => Promise<void>
  readonly failed: (message: string, tally: Tally) => Promise<void>
  /** All that was taken in so far is on disk. */
  readonly rested?: () => void
  /** Aborted: nothing more is taken in, what was read is written. */
  readonly signal: AbortSignal
}

/**
 * Adds reports to a ledger: they are read in parallel and written in batches; a report counts as added only when its batch is on
 * disk. One that cannot be read does not stop the others.
 */
export const addAll = async (items: AsyncIterable<Item>, adding: Adding): Promise<Tally> => {
  const { ledger, readers, versions, signal } = adding
  const tally: Tally = { added: 0, known: 0, reread: 0, failed: 0 }
  const inHand = new Set<Promise<void>>()
  const writer = batchWriter(adding, tally, inHand)
  const failed = async (message: string): Promise<void> => {
    tally.failed++
    await adding.failed(message, tally)
  }
  // Once something is thrown, what is still being read is let go.
  let thrown = false
  const take = async (item: Item): Promise<void> => {
    if ('error' in item) return failed(item.error)
    const { report, from } = item
    if (ledger.knows(reportKey(report), report.archive?.sha256 ?? null, versions)) {
      tally.known++
      return adding.done(report.id, 'known', tally)
    }
    const task: Promise<void> = readers
      .read(report)
      .then(entry => writer.put({ entry, provenance: { ...versions, at: adding.now(), from } }))
      .catch(error => (thrown ? undefined : failed(`${from}: reading failed, please report it: ${(error as Error).stack}`)))
      .finally(() => inHand.delete(task))
    inHand.add(task)
    if (inHand.size >= readers.width) await Promise.race(inHand)
    await writer.check()
  }
  try {
    for await (const item of items) {
      if (signal.aborted) break
      await take(item)
    }
    await Promise.all(inHand)
    await writer.flush()
  } catch (error) {
    thrown = true
    throw error
  }
  return tally
}

type Prepared = Parameters<OpenLedger['add']>[0][number]

/** Gathers what was read and writes it when enough is there or has waited long enough; a fault in writing is thrown by `check`. */
const batchWriter = ({ ledger, done, rested }: Adding, tally: Tally, inHand: ReadonlySet<unknown>) => {
  let batch: Prepared[] = []
  let timer: NodeJS.Timeout | null = null
  let fault: unknown = null
  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const written = batch
    batch = []
    if (written.length) {
      const results = ledger.add(written)
      for (const [i, added] of results.entries()) {
        tally[added]++
        await done(written[i].entry.report.id, added, tally)
      }
    }
    if (!inHand.size && !batch.length) rested?.()
  }
  const guarded = (): Promise<void> =>
    flush().catch(error => {
      fault = error
    })
  const check = async (): Promise<void> => {
    if (fault) throw fault
    if (batch.length >= BATCH) await flush()
  }
  return {
    check,
    flush: async () => {
      await check()
      await flush()
    },
    put: async (prepared: Prepared): Promise<void> => {
      batch.push(prepared)
      if (batch.length >= BATCH) await guarded()
      else timer ??= setTimeout(() => void guarded(), PATIENCE)
    },
  }
}
