import type { Reading } from '../../model/claim.ts'
import type { Report } from '../../model/report.ts'
import type { Findings } from '../../reading/reading.ts'
import type { Output } from '../effects.ts'

export const FORMATS = ['text', 'json', 'jsonl', 'csv'] as const
export type FormatName = (typeof FORMATS)[number]

/** How readings are written: what stands before, between and after them. */
export interface Format {
  readonly start: string
  report(report: Report, findings: Findings, reading: Reading): string
  readonly end: string
}

/** What a format needs to know. */
export interface FormatOptions {
  /** Whether the trail of each value is wanted. */
  readonly explain: boolean
  readonly output: Output
}

/** The format of a name; only the one asked for is loaded. */
export const formatOf = async (name: FormatName, options: FormatOptions): Promise<Format> => {
  switch (name) {
    case 'text':
      return (await import('./text.ts')).textFormat(options)
    case 'csv':
      return (await import('./csv.ts')).csvFormat()
    case 'json':
      return (await import('./json.ts')).jsonFormat(options)
    case 'jsonl':
      return (await import('./json.ts')).jsonLinesFormat(options)
  }
}
