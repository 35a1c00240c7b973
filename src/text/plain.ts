import { type Canonical, createCanonical } from './canonical.ts'
import { guessHeadline } from './layout.ts'

/** A text made canonical: headline, blank line, body. */
export interface CanonicalText {
  readonly headline: string | null
  readonly canonical: Canonical
}

/** What a plain text writes otherwise than a canonical one: line ends of other systems, page breaks. */
const OTHER = /\r\n?|\u2028|\u2029|\f/g

/** Archives of newspapers and mail programs write the headline behind a label, somewhere among other labelled lines. */
const LABELLED_HEADLINE = /^(?<label>(?:HEADLINE|TITLE|Headline|Title|Subject):[ \t]+)(?<headline>[^\s:][^\r\n]{6,200})$/m

/**
 * Makes a plain text canonical: line ends become "\n", white space around the text goes, the headline comes first, parted from its body
 * by one blank line. Nothing else changes.
 */
export const readPlain = (source: string): CanonicalText => {
  const start = source.length - source.trimStart().length
  const end = source.trimEnd().length
  const canonical = createCanonical(source)
  if (end <= start) return { headline: null, canonical }
  const labelled = LABELLED_HEADLINE.exec(source.slice(start, Math.min(end, start + 1500)))
  if (labelled) {
    const line = start + labelled.index
    const from = line + labelled.groups!.label.length
    const to = from + labelled.groups!.headline.trimEnd().length
    canonical.copy(from, to)
    canonical.insert('\n\n')
    copyLines(canonical, source, start, line)
    copyLines(canonical, source, afterSpace(source, line + labelled[0].length, end), end)
    return { headline: source.slice(from, to), canonical }
  }
  const title = guessHeadline(beginning(source, start, end), end - start)
  if (!title) {
    copyLines(canonical, source, start, end)
    return { headline: null, canonical }
  }
  const stop = start + title.end
  canonical.copy(start + title.start, stop)
  const body = afterSpace(source, stop, end)
  canonical.write('\n\n', stop, body)
  copyLines(canonical, source, body, end)
  return { headline: source.slice(start + title.start, stop), canonical }
}

/** The first lines with "\n" as line ends and every sign at its place. */
const beginning = (source: string, start: number, end: number): string =>
  source
    .slice(start, Math.min(end, start + 2400))
    .replace(/\r\n/g, ' \n')
    .replace(/[\r\f\u2028\u2029]/g, '\n')

/** Behind the white space at `at`, but before the indent of the next line. */
const afterSpace = (source: string, at: number, end: number): number => {
  const gap = /^\s*/.exec(source.slice(at, end))![0]
  return at + gap.length - /[ \t]*$/.exec(gap)![0].length
}

const copyLines = (canonical: Canonical, source: string, from: number, to: number): void => {
  let at = from
  OTHER.lastIndex = from
  for (let match = OTHER.exec(source); match && match.index < to; match = OTHER.exec(source)) {
    canonical.copy(at, match.index)
    canonical.write('\n', match.index, match.index + match[0].length)
    at = match.index + match[0].length
  }
  canonical.copy(at, to)
}
