import { type Canonical, createCanonical } from './canonical.ts'
import { guessHeadline } from './layout.ts'

/** A text made canonical: headline, blank line, body. */
export interface CanonicalText {
  readonly headline: string | null
  readonly canonical: Canonical
}

/** What a plain text writes otherwise than a canonical one: line ends of other systems, page breaks. */
const OTHER = /\r\n?|\u2028|\u2029|\f/g

/**
 * Makes a plain text canonical: line ends become "\n", white space around the text goes, a headline is parted from its body by one
 * blank line. Nothing else changes.
 */
export const readPlain = (source: string): CanonicalText => {
  const start = source.length - source.trimStart().length
  const end = source.trimEnd().length
  const canonical = createCanonical(source)
  const copy = (from: number, to: number): void => {
    let at = from
    OTHER.lastIndex = from
    for (let match = OTHER.exec(source); match && match.index < to; match = OTHER.exec(source)) {
      canonical.copy(at, match.index)
      canonical.write('\n', match.index, match.index + match[0].length)
      at = match.index + match[0].length
    }
    canonical.copy(at, to)
  }
  if (end <= start) return { headline: null, canonical }
  const head = source
    .slice(start, Math.min(end, start + 2000))
    .replace(/\r\n|\f|\u2028|\u2029/g, found => '\n'.padStart(found.length))
    .replaceAll('\r', '\n')
  const title = guessHeadline(head + (end > start + 2000 ? source.slice(start + 2000, start + 2400) : ''), end - start)
  if (!title) {
    copy(start, end)
    return { headline: null, canonical }
  }
  const headline = source.slice(start + title.start, start + title.end)
  canonical.copy(start + title.start, start + title.end)
  const body = start + title.end
  const gap = /^\s*/.exec(source.slice(body, end))![0]
  const indent = /[ \t]*$/.exec(gap)![0].length
  canonical.write('\n\n', body, body + gap.length - indent)
  copy(body + gap.length - indent, end)
  return { headline, canonical }
}
