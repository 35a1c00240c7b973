import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import { type Found, gather, spansOf } from './found.ts'

/** "A, according to X", "in X's words, A", "in X's view": the content is the clause that the phrase hangs on. */
export const findAccording = (doc: Document): Found[] => {
  const out: Found[] = []
  for (let t = 0; t < doc.length; t++) {
    const found = isAccording(doc, t) ? according(doc, t) : OPINION.has(doc.lemma[t].toLowerCase()) ? inWords(doc, t) : undefined
    if (found) out.push(found)
  }
  return out
}

const isAccording = (doc: Document, t: number): boolean =>
  doc.form[t].toLowerCase() === 'according' && doc.form[t + 1]?.toLowerCase() === 'to' && doc.sentence[t] === doc.sentence[t + 1]

const according = (doc: Document, t: number): Found | undefined => {
  const source = nounAfter(doc, t)
  if (source < 0 || STANDARDS.has(doc.lemma[source].toLowerCase())) return undefined
  const cue = spanOf(doc.text, doc.start[t], doc.end[t + 1])
  return {
    source,
    pronoun: -1,
    at: t,
    cue,
    content: afterComma(doc, t, source) ?? around(doc, source, t),
    kind: 'speech',
    stance: 'asserts',
    rule: 'according to',
  }
}

/** "According to X, A" at the head of a sentence, or "that according to X, A": all after the comma, whatever the tree joins to the source; null elsewhere. */
const afterComma = (doc: Document, t: number, source: number): Span[] | null => {
  const sentence = doc.sentence[t]
  const last = doc.sentenceLast[sentence]
  if (t > doc.sentenceFirst[sentence] + 1 && !OPENING.test(doc.form[t - 1])) return null
  let comma = source + 1
  while (comma <= last && doc.form[comma] !== ',') comma++
  if (comma > source + 12 || comma >= last - 1) return null
  const rest = Array.from({ length: last - comma }, (_, i) => comma + 1 + i)
  return rest.some(k => doc.upos[k] === 'VERB' || doc.upos[k] === 'AUX') ? spansOf(doc, new Set(rest)) : null
}

/** What an act conforms to, and not who tells of it: "according to plan". */
const STANDARDS = new Set(
  'plan schedule timetable agreement accord treaty deal law constitution rule procedure tradition custom need ability size type taste'.split(
    ' ',
  ),
)

const OPENING = /^(that|but|and|because|while|although)$/i

/** The noun phrase of "according to": the noun that it marks, or the object hung on "according" itself. */
const nounAfter = (doc: Document, t: number): number => {
  for (let k = t + 2; k <= doc.sentenceLast[doc.sentence[t]] && k < t + 15; k++) {
    if (doc.head[t] === k || doc.head[t + 1] === k || doc.head[k] === t) return k
  }
  return -1
}

const OPINION = new Set(['word', 'view', 'opinion', 'account', 'estimate', 'estimation', 'telling', 'reckoning'])
const BEFORE = new Set(['in', 'by', 'on'])

const inWords = (doc: Document, t: number): Found | undefined => {
  const preposition = child(doc, t, 'case')
  if (preposition < 0 || !BEFORE.has(doc.form[preposition].toLowerCase()) || !isRelation(doc, t, 'obl')) return undefined
  const owner = child(doc, t, 'nmod:poss')
  const source =
    owner >= 0 ? owner : (childrenBy(doc, t, 'nmod').find(c => doc.form[child(doc, c, 'case')]?.toLowerCase() === 'of') ?? -1)
  if (source < 0) return undefined
  const cue = spanOf(doc.text, doc.start[t], doc.end[t])
  return {
    source,
    pronoun: -1,
    at: t,
    cue,
    content: around(doc, t, t),
    kind: 'speech',
    stance: 'asserts',
    rule: `in the ${doc.lemma[t]} of`,
  }
}

/** The clause that a phrase from token `cut` to the end of t's subtree belongs to, without the phrase. */
const around = (doc: Document, t: number, cut: number): Span[] => {
  const last = subtree(doc, t)[1]
  const first = Math.min(subtree(doc, t)[0], cut)
  const top = clauseOf(doc, doc.head[t] === cut ? doc.head[cut] : doc.head[t])
  if (top < 0) return []
  const tokens = gather(doc, top, new Set(), c => c === t || c === cut)
  const ahead = [...tokens].filter(k => k < first)
  const after = [...tokens].filter(k => k > last)
  if (isRoot(doc, top) && ahead.length) for (let k = doc.sentenceFirst[doc.sentence[t]]; k < first; k++) ahead.push(k)
  const goesOn = !ahead.length || after.some(k => doc.upos[k] === 'VERB' || doc.upos[k] === 'AUX')
  return spansOf(doc, new Set(goesOn ? [...ahead, ...after] : ahead), cut)
}

const isRoot = (doc: Document, t: number): boolean => doc.head[t] < 0

/** The clause that token t stands in: up to a verb with a subject of its own, or the sentence's root. */
const clauseOf = (doc: Document, t: number): number => {
  let top = t
  while (top >= 0 && doc.head[top] >= 0 && !isOwnClause(doc, top)) top = doc.head[top]
  return top
}

const ownSubject = (doc: Document, t: number): boolean =>
  [...children(doc, t)].some(c => isRelation(doc, c, 'nsubj') || isRelation(doc, c, 'csubj'))

const isOwnClause = (doc: Document, t: number): boolean =>
  !isRelation(doc, t, 'xcomp') &&
  (ownSubject(doc, t) || ['ccomp', 'acl:relcl', 'parataxis'].some(r => isRelation(doc, t, r))) &&
  !isRelation(doc, t, 'conj') &&
  !isRelation(doc, t, 'advcl')
