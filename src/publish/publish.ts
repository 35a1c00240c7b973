import type { LedgerReader } from '../ledger/ledger.ts'
import { acled } from './acled.ts'
import { csv } from './csv.ts'
import { geojson } from './geojson.ts'
import { html } from './html/html.ts'
import { jsonl } from './jsonl.ts'
import type { Export, ExportOptions } from './options.ts'
import { plover } from './plover.ts'
import { timelinejs } from './timelinejs.ts'
import { ucdp } from './ucdp.ts'

export type { Export, ExportOptions } from './options.ts'

/** The formats by name. */
export const FORMATS = { jsonl, csv, geojson, timelinejs, plover, acled, ucdp, html } as const satisfies Readonly<
  Record<string, Export>
>
export type ExportName = keyof typeof FORMATS
export const EXPORTS = Object.keys(FORMATS) as readonly ExportName[]

/**
 * A ledger, narrowed by a filter, in one of the formats: pieces of UTF-8 text in order. The ledger is read a page at a time and nothing
 * is kept but names; the same ledger and options give the same text.
 */
export const exportOf = (name: ExportName, ledger: LedgerReader, options: ExportOptions): Iterable<string> =>
  FORMATS[name].write(ledger, options)
