import { loadKnowledge } from './load.ts'
import type { Reading } from './model/claim.ts'
import { type Report, reportOf } from './model/report.ts'
import { type Knowledge, read as readWith } from './reading/reading.ts'

export { loadEnglish, loadGazetteer, loadKnowledge } from './load.ts'
export * from './model/claim.ts'
export type { Document } from './model/document.ts'
export { type Archive, type Block, type OffsetRun, type PublishedBy, type Report, reportOf } from './model/report.ts'
export type { Span } from './model/span.ts'
export { type Findings, find, type Knowledge } from './reading/reading.ts'
export { isReportError, type ReportError } from './text/errors.ts'
export { readJsonLines, reportsFrom } from './text/reports.ts'

/** What a text does not tell of itself. */
export interface ReadOptions {
  /** ISO day of publication; without it "on Tuesday" stays unresolved. */
  readonly published?: string
  readonly outlet?: string
  readonly headline?: string
  readonly id?: string
  /** What `loadKnowledge` gave; by default it is loaded at the first call and kept. */
  readonly knowledge?: Knowledge
}

let kept: Knowledge | null = null

/**
 * Reads a report, or a plain text with what the options say of it, into claims. Spans are UTF-16 offsets of the text. Never throws
 * on any text; throws when the package's own files are missing.
 */
export const read = (report: Report | string, options: ReadOptions = {}): Reading => {
  const { knowledge, ...known } = options
  const dated = typeof report === 'string' ? reportOf({ id: 'text', text: report, ...known }) : report
  if (!knowledge) kept ??= loadKnowledge()
  return readWith(dated, knowledge ?? (kept as Knowledge))
}
