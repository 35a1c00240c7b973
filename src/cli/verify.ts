import { createHash } from 'node:crypto'
import { Command } from 'commander'
import type { LedgerReader } from '../ledger/ledger.ts'
import type { Span } from '../model/span.ts'
import type { Effects } from './effects.ts'
import { ledgerOption, withLedger } from './ledger-options.ts'

const PAGE = 200

/** `hearsay verify`: checks a ledger against itself. `exit` takes 1 when something does not hold. */
export const verifyCommand = (effects: Effects, exit: (code: number) => void): Command =>
  new Command('verify')
    .description('check that archived bytes have their hashes and every quote its characters; print the hash of the content')
    .addOption(ledgerOption())
    .action(({ ledger: path }: { ledger: string }) =>
      withLedger(path, effects, async ledger => {
        const faults = faultsOf(ledger)
        for (const fault of faults) await effects.err.write(`hearsay: ${path}: ${fault}\n`)
        if (faults.length) exit(1)
        const { reports, claims } = ledger.counts()
        await effects.out.write(
          `${reports} reports, ${claims} claims, ${faults.length ? `${faults.length} faults` : 'all sound'}.\ncontent ${ledger.versions().content}\n`,
        )
      }),
    )

/** What of a ledger does not hold, in sentences. */
export const faultsOf = (ledger: LedgerReader): string[] => {
  const faults: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const rows = ledger.reports({}, { limit: PAGE, offset })
    for (const { key, id } of rows) {
      const report = ledger.report(key)!
      for (const { sha256 } of report.retrievals) {
        const bytes = ledger.archived(sha256)
        if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
          faults.push(`report ${id}: the archived bytes are not those of ${sha256}.`)
      }
      for (const claim of report.told)
        if (spansOf(claim).some(s => report.text.slice(s.start, s.end) !== s.quote) && !claim.mended.length)
          faults.push(`report ${id}: a quote of claim ${claim.key} is not what stands in the text.`)
    }
    if (rows.length < PAGE) return faults
  }
}

/** All spans within a value. */
const spansOf = (value: unknown): Span[] => {
  if (typeof value !== 'object' || value === null) return []
  const { start, end, quote } = value as Partial<Span>
  const own = typeof start === 'number' && typeof end === 'number' && typeof quote === 'string' ? [{ start, end, quote }] : []
  return [...own, ...Object.entries(value).flatMap(([field, inner]) => (field === 'report' ? [] : spansOf(inner)))]
}
