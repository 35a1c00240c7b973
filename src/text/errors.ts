/** Why a report could not be taken in. */
export type ReportErrorCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'not-english'
  | 'damaged-json'
  | 'damaged-feed'
  | 'damaged-warc'
  | 'not-a-report'
  | 'no-text'
  | 'bad-day'
  | 'no-article'

/** Where in the file: counted from one; `byte` from zero. */
export interface ErrorPlace {
  readonly line: number | null
  readonly column: number | null
  readonly byte: number | null
}

/** A report that could not be taken in: the message is a sentence for people and names the file. */
export interface ReportError {
  readonly error: ReportErrorCode
  readonly file: string
  readonly place: ErrorPlace | null
  readonly message: string
}

const whereOf = (place: ErrorPlace | null): string => {
  if (!place) return ''
  if (place.line === null) return place.byte === null ? '' : `, byte ${place.byte}`
  return place.column === null ? `, line ${place.line}` : `, line ${place.line}, column ${place.column}`
}

/** An error of `file`; `what` says what is wrong and what was expected. */
export const reportError = (
  error: ReportErrorCode,
  file: string,
  what: string,
  place: Partial<ErrorPlace> | null = null,
): ReportError => {
  const full = place ? { line: null, column: null, byte: null, ...place } : null
  return { error, file, place: full, message: `${file}${whereOf(full)}: ${what}` }
}

/** Whether a result is an error instead of a report. */
export const isReportError = (result: object): result is ReportError => 'error' in result && 'message' in result
