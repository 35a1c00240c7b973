import { readdirSync, readFileSync } from 'node:fs'
import type { Entry } from '../../src/ledger/entry.ts'
import { isReportError, reportsFrom } from '../../src/text/reports.ts'
import { entry } from './make.ts'

const DEMO = new URL('../../samples/georgia-2008/', import.meta.url)
export const SIDES = new URL('sides.yaml', DEMO)

/** The demo's reports, read. */
export const demoEntries = async (): Promise<Entry[]> => {
  const files = readdirSync(DEMO).filter(f => f.endsWith('.jsonl'))
  const found = await Promise.all(files.map(f => reportsFrom(f, readFileSync(new URL(f, DEMO)))))
  return found.flat().map(r => {
    if (isReportError(r)) throw new Error(r.message)
    return entry(r)
  })
}
