import { VERB_CUES } from '../../knowledge/attribution.ts'
import { children, childrenBy, isRelation } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import { type Found, tokenFrom, tokenSpan, tokensIn } from './found.ts'
import type { Quotation } from './quotation.ts'
import { reportingStart } from './reporting.ts'
import { sourceOfVerb } from './source.ts'
import { usesOf } from './verb.ts'

/** A quotation with the tokens in it: `first` to `last`; none if first > last. */
interface Quoted extends Quotation {
  readonly first: number
  readonly last: number
}

/**
 * Brings attributions and quotations together: a content takes in the whole quotations that it touches; a quotation without
 * one gets the speech verb beside it; quotations that go on without a cue belong to who spoke before. Other
 * cues within quotations are left out: their speaker is the quotation's.
 */
export const withQuotations = (doc: Document, cued: readonly Found[], quotations: readonly Quotation[]): Found[] => {
  const quotes = quotations
    .map(q => ({ ...q, first: tokenFrom(doc, q.start), last: tokenFrom(doc, q.end) - 1 }))
    .filter(q => q.first <= q.last)
  const quoteOf = byToken(doc, quotes)
  const found = cued.filter(f => f.at < 0 || quoteOf[f.at] < 0 || isVoiceInside(doc, f, quoteOf))
  const owner = new Map<Quoted, number>()
  const indexOf = new Map(found.map((f, i) => [f.at, i]))
  found.forEach((f, i) => {
    if (!QUOTING.has(f.kind) || quoteOf[f.at] >= 0) return
    const touched = touching(doc, f.content, quoteOf).map(k => quotes[k])
    for (const q of touched) if (!owner.has(q)) owner.set(q, i)
    found[i] = { ...f, content: touched.reduce((content, q) => joined(doc, content, q, f), f.content) }
  })
  quotes.forEach((q, i) => {
    if (owner.has(q)) return
    const verb = cueBeside(doc, q, quoteOf)
    if (verb >= 0) {
      const at = indexOf.get(verb) ?? -1
      if (at >= 0)
        found[at] = {
          ...found[at],
          content: isAfter(doc, found[at], q, quoteOf)
            ? [spanOf(doc.text, q.start, q.end)]
            : joined(doc, found[at].content, q, found[at]),
        }
      else found.push(spoken(doc, verb, q))
      owner.set(q, at >= 0 ? at : found.length - 1)
      return
    }
    const previous = quotes[i - 1]
    const by = previous && owner.get(previous)
    if (by === undefined || !goesOn(doc, previous, q, found[by])) return
    if (previous.block === q.block) found[by] = { ...found[by], content: joined(doc, found[by].content, q, found[by]) }
    else found.push({ ...found[by], at: -1, cue: null, content: [spanOf(doc.text, q.start, q.end)], rule: 'carried quotation' })
    owner.set(q, previous.block === q.block ? by : found.length - 1)
  })
  return found
}

/** "'The rebels told us that A,' said X": somebody named speaks within what is quoted. */
const isVoiceInside = (doc: Document, f: Found, quoteOf: Int32Array): boolean =>
  f.kind === 'speech' &&
  f.rule.includes('clause') &&
  f.source >= 0 &&
  quoteOf[f.source] === quoteOf[f.at] &&
  (doc.upos[f.source] === 'PROPN' || doc.upos[f.source] === 'NOUN')

const QUOTING: ReadonlySet<string> = new Set(['speech', 'writing', 'belief', 'topic'])

/** The quotations that share a token with one of the spans, in order. */
const touching = (doc: Document, spans: readonly Span[], quoteOf: Int32Array): number[] => {
  const out = new Set<number>()
  for (const t of tokensIn(doc, spans)) if (quoteOf[t] >= 0) out.add(quoteOf[t])
  return [...out]
}

/** The index of the quotation that each token stands in; -1 outside. */
const byToken = (doc: Document, quotes: readonly Quoted[]): Int32Array => {
  const out = new Int32Array(doc.length).fill(-1)
  quotes.forEach((q, i) => {
    out.fill(i, q.first, q.last + 1)
  })
  return out
}

/** A content with a quotation added: the part nearest to it grows, so that the cue stays outside. */
const joined = (doc: Document, content: readonly Span[], q: Quotation, f: Found): Span[] => {
  const cue = f.cue?.start ?? -1
  const spans = [...content, spanOf(doc.text, q.start, q.end)]
  const parts = cue < 0 ? [spans] : [spans.filter(s => s.start < cue), spans.filter(s => s.start > cue)]
  return parts
    .filter(p => p.length > 0)
    .map(p => spanOf(doc.text, Math.min(...p.map(s => s.start)), Math.max(...p.map(s => s.end))))
}

/** Whether the quotation follows a cue whose content was read before it and holds no quotation: "Asked about it, X said, 'A'". */
const isAfter = (doc: Document, f: Found, q: Quoted, quoteOf: Int32Array): boolean => {
  const last = f.content.at(-1) as Span
  return f.cue !== null && last.end <= f.cue.start && q.start > f.cue.end && !touching(doc, [last], quoteOf).length
}

const isSpeechVerb = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'VERB' &&
  !isRelation(doc, t, 'amod') &&
  (usesOf(doc, t) ?? VERB_CUES.get(doc.lemma[t]) ?? []).some(u => u.frames.includes('clause') || u.frames.includes('quote'))

/** The speech verb that a quotation leans on: right after it ("'A,' said X"), or before it with a colon, comma or nothing between. */
const cueBeside = (doc: Document, q: Quoted, quoteOf: Int32Array): number => {
  const after = cueAfter(doc, q, quoteOf)
  return after >= 0 ? after : cueBefore(doc, q, quoteOf)
}

const REACH = 25

const cueAfter = (doc: Document, q: Quoted, quoteOf: Int32Array): number => {
  for (let t = q.last + 1; t < doc.length && t <= q.last + REACH; t++) {
    if (sentenceBlock(doc, t) !== q.block || /^[.!?;:]$/.test(doc.form[t]) || quoteOf[t] >= 0) return -1
    if (!isSpeechVerb(doc, t)) continue
    const start = reportingStart(doc, t)
    const begins = start >= 0 ? start : doc.sentenceFirst[doc.sentence[t]]
    return begins <= q.last + 2 && !childrenBy(doc, t, 'ccomp').some(c => c > t) ? t : -1
  }
  return -1
}

const cueBefore = (doc: Document, q: Quoted, quoteOf: Int32Array): number => {
  let [between, colon] = [0, false]
  for (let t = q.first - 1; t >= 0 && t >= q.first - REACH; t--) {
    if (sentenceBlock(doc, t) < q.block - 1 || quoteOf[t] >= 0) return -1
    if (between === 0 && doc.form[t] === ':') colon = true
    if (sentenceBlock(doc, t) !== q.block && !colon) return -1
    if (/^[.!?;]$/.test(doc.form[t])) return -1
    if (isSpeechVerb(doc, t) && (colon || between <= 8)) return t
    between++
  }
  return -1
}

const sentenceBlock = (doc: Document, t: number): number => doc.sentenceBlock[doc.sentence[t]]

/** Whether a quotation goes on where the one before it ended: the next sentence in the paragraph, or the next paragraph's start. */
const goesOn = (doc: Document, previous: Quoted, q: Quoted, f: Found): boolean => {
  if (previous.block === q.block) return startsSentence(doc, q)
  if (q.block !== previous.block + 1 || doc.text.slice(doc.blocks[q.block].start, q.start).trim() !== '') return false
  if (previous.open) return true
  const isWhole = /[.?!…]["”»'’]*$/.test(doc.text.slice(q.start, q.end))
  return isWhole && (isBlank(doc, previous.end, q.start) || closesBlock(doc, f.at, previous.block))
}

const isBlank = (doc: Document, from: number, to: number): boolean => doc.text.slice(from, to).trim() === ''

/** Whether the sentence of a cue is the last of its paragraph. */
const closesBlock = (doc: Document, at: number, block: number): boolean => {
  if (at < 0) return false
  const s = doc.sentence[at]
  return doc.sentenceBlock[s] === block && (s + 1 >= doc.sentences || doc.sentenceBlock[s + 1] !== block)
}

const startsSentence = (doc: Document, q: Quoted): boolean =>
  doc.sentenceFirst[doc.sentence[q.first]] >= q.first - 1 && doc.sentenceFirst[doc.sentence[q.first]] <= q.first + 1

const spoken = (doc: Document, verb: number, q: Quoted): Found => {
  const source = sourceOfVerb(doc, verb)
  const use = (usesOf(doc, verb) ?? []).find(u => u.frames.includes('clause') || u.frames.includes('quote'))
  return {
    source: source.head >= 0 ? source.head : speakerAfter(doc, verb),
    pronoun: source.pronoun,
    at: verb,
    cue: tokenSpan(doc, verb),
    content: [spanOf(doc.text, q.start, q.end)],
    kind: use?.kind === 'writing' ? 'writing' : 'quote',
    stance: 'asserts',
    rule: `${doc.lemma[verb]} quotation`,
  }
}

/** "said Akar" where the tree has no subject: the nominal right after the verb. */
const speakerAfter = (doc: Document, verb: number): number => {
  const below = [...children(doc, verb)].find(c => c > verb && ['NOUN', 'PROPN', 'PRON'].includes(doc.upos[c]))
  return below ?? -1
}
