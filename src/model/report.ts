/** How a report's publication day is known. */
export type PublishedBy = 'given' | 'metadata' | 'dateline' | 'option'

/** One dated text of one outlet. Offsets of every claim count UTF-16 code units in `text`. */
export interface Report {
  readonly id: string
  readonly outlet: string | null
  /** ISO day, or null when unknown: then relative dates stay unresolved. */
  readonly published: string | null
  readonly publishedBy: PublishedBy | null
  readonly headline: string | null
  /** The canonical text: headline, a blank line, body; the dateline stays in the body. */
  readonly text: string
  readonly url: string | null
  /** Where the text came from: the file's name and the SHA-256 (hex) of its archived bytes; null for text given directly. */
  readonly archive: Archive | null
}

/** The archived bytes that a canonical text was taken from. */
export interface Archive {
  readonly name: string
  readonly sha256: string
  readonly encoding: string
  /** The bytes themselves: those of the line in JSON Lines, else of the file. */
  readonly bytes: Uint8Array
  /** Pieces of the canonical text with their place in the archived bytes, in order; absent where the text is the bytes. */
  readonly map: readonly OffsetRun[] | null
}

/** `length` UTF-16 units of the canonical text from `text` on were read from `byteLength` archived bytes from `byte` on. */
export interface OffsetRun {
  readonly text: number
  readonly length: number
  readonly byte: number
  readonly byteLength: number
}

/** What a stretch of the canonical text is. Only headline and paragraph are read for events; dateline and header hold day and place. */
export type BlockKind = 'headline' | 'header' | 'dateline' | 'agency' | 'paragraph'

/** A stretch of the canonical text, `[start, end)` in UTF-16 code units. Blocks are in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
}

/** A report of a text given directly: unknown fields are null. */
export const reportOf = (given: Partial<Report> & { readonly id: string; readonly text: string }): Report => ({
  outlet: null,
  published: null,
  publishedBy: given.published ? 'given' : null,
  headline: null,
  url: null,
  archive: null,
  ...given,
})
