/** A piece of a report's canonical text: `[start, end)` in UTF-16 code units, with its words: `text.slice(start, end) === quote`. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** The span of `text` from `start` to `end` (UTF-16 code units, end exclusive). */
export const spanOf = (text: string, start: number, end: number): Span => ({ start, end, quote: text.slice(start, end) })
