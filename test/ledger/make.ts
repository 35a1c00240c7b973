import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Entry, entryOf } from '../../src/ledger/entry.ts'
import { type OpenLedger, openLedger } from '../../src/ledger/sqlite/open.ts'
import { loadKnowledge } from '../../src/load.ts'
import type { Report } from '../../src/model/report.ts'
import { find, type Knowledge, readingOf } from '../../src/reading/reading.ts'
import { isReportError, reportsFrom } from '../../src/text/reports.ts'

let knowledge: Knowledge | null = null

/** The entry of a report, read here. */
export const entry = (report: Report): Entry => {
  knowledge ??= loadKnowledge()
  const findings = find(report, knowledge)
  return entryOf(report, findings, readingOf(report, findings))
}

/** Entries of short reports: `[outlet, day, text]`. */
export const entries = async (
  reports: readonly (readonly [outlet: string, published: string, text: string])[],
): Promise<Entry[]> => {
  const lines = reports
    .map(([outlet, published, text], i) => JSON.stringify({ id: `r${i + 1}`, outlet, published, text }))
    .join('\n')
  const found = await reportsFrom('made.jsonl', new TextEncoder().encode(lines))
  return found.map(r => {
    if (isReportError(r)) throw new Error(r.message)
    return entry(r)
  })
}

export const PROVENANCE = { reader: 'test 1', knowledge: 'k1', at: '2026-11-25T12:00:00.000Z', from: 'made.jsonl' }

/** A folder of its own, removed by `remove`. */
export const folder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'hearsay-ledger-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Adds entries in one batch and joins them. */
export const fill = (ledger: OpenLedger, list: readonly Entry[], provenance = PROVENANCE): void => {
  ledger.add(list.map(e => ({ entry: e, provenance })))
  while (ledger.settle() > 0);
}

/** A ledger in a folder of its own with these entries; `close` removes it. */
export const ledgerOf = (
  list: readonly Entry[],
): { readonly ledger: OpenLedger; readonly path: string; readonly close: () => void } => {
  const { path: dir, remove } = folder()
  const path = join(dir, 'made.ledger')
  const ledger = openLedger(path)
  fill(ledger, list)
  return {
    ledger,
    path,
    close: () => {
      ledger.close()
      remove()
    },
  }
}
