import type { CueKind, Stance } from '../../knowledge/attribution.ts'
import { children } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'

/** An attribution while it is being found: tokens beside spans. */
export interface Found {
  /** Head token of the source; -1 if none. */
  readonly source: number
  /** Token of a relative pronoun that stands for the source ("officials who say"); -1 if none. */
  readonly pronoun: number
  /** The cue's main token; -1 when the source carries over. */
  readonly at: number
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly kind: CueKind
  readonly stance: Stance
  readonly rule: string
}

/** Marks the tokens of t's subtree in `into`, leaving out the subtrees of tokens for which `skip` holds. */
export const gather = (doc: Document, t: number, into: Set<number>, skip: (c: number) => boolean = () => false): Set<number> => {
  into.add(t)
  for (const c of children(doc, t)) if (!skip(c)) gather(doc, c, into, skip)
  return into
}

const EDGE = /^[\s,.;:!?)\]…—–-]+$/

/**
 * The spans of a set of tokens: one stretch, or two when token `cut` stands inside it. Punctuation at the outer edges is
 * left out, other tokens that lie between are taken in.
 */
export const spansOf = (doc: Document, tokens: ReadonlySet<number>, cut = -1): Span[] => {
  const sorted = [...tokens].sort((a, b) => a - b)
  const parts = cut < 0 ? [sorted] : [sorted.filter(t => t < cut), sorted.filter(t => t > cut)]
  return parts
    .map(p => trimmed(doc, p))
    .filter(p => p.length > 0)
    .map(p => spanOf(doc.text, doc.start[p[0]], doc.end[p[p.length - 1]]))
}

const trimmed = (doc: Document, tokens: readonly number[]): number[] => {
  let [first, last] = [0, tokens.length - 1]
  while (first <= last && EDGE.test(doc.form[tokens[first]])) first++
  while (last >= first && EDGE.test(doc.form[tokens[last]])) last--
  return tokens.slice(first, last + 1)
}

/** The span of a token. */
export const tokenSpan = (doc: Document, t: number): Span => spanOf(doc.text, doc.start[t], doc.end[t])

/** The spans of tokens first to last. */
export const hull = (doc: Document, first: number, last: number): Span[] => {
  const tokens = new Set<number>()
  for (let t = first; t <= last; t++) tokens.add(t)
  return spansOf(doc, tokens)
}

/** The first token that starts at or after an offset; the number of tokens if there is none. */
export const tokenFrom = (doc: Document, offset: number): number => {
  let [low, high] = [0, doc.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (doc.start[middle] < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that start within one of the spans. */
export const tokensIn = (doc: Document, spans: readonly Span[]): number[] => {
  const out: number[] = []
  for (const s of spans) for (let t = tokenFrom(doc, s.start); t < doc.length && doc.start[t] < s.end; t++) out.push(t)
  return out
}
