import { availableParallelism } from 'node:os'
import type { Entry } from '../ledger/entry.ts'
import type { Report } from '../model/report.ts'

/** Reads reports in threads of their own. */
export interface Readers {
  /** How many reports are worth having in hand at once. */
  readonly width: number
  read(report: Report): Promise<Entry>
  close(): Promise<void>
}

/** Threads that read: one core is left for the writer where there are many; of two the writer needs little. */
const THREADS = Math.min(availableParallelism(), Math.max(2, availableParallelism() - 1))

/** Starts the readers; each loads the reader's knowledge when its first report comes. */
export const startReaders = async (threads = THREADS): Promise<Readers> => {
  const { Piscina } = await import('piscina')
  // The sources are run as they are in a checkout, built in a package.
  const worker = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url)
  const pool = new Piscina<Report, Entry>({ filename: worker.href, minThreads: 1, maxThreads: threads, idleTimeout: 60_000 })
  return {
    width: threads * 4,
    read: async report => {
      // The bytes stay here: a thread has no use for them.
      const entry = await pool.run({ ...report, archive: null })
      return { ...entry, report }
    },
    close: () => pool.destroy(),
  }
}
