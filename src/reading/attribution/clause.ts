import { VERB_CUES } from '../../knowledge/attribution.ts'
import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { gather, hull, spansOf } from './found.ts'
import { invertedSpeaker, reportingEnd, reportingStart, subjectOf } from './reporting.ts'

/** What verb t says by a clause: "said (that) A", "A, X said", "A, X said, B", "As X said, A", "X said: A"; empty if there is none. */
export const clauseContent = (doc: Document, t: number): Span[] => {
  const complements = [...children(doc, t)].filter(c => isRelation(doc, c, 'ccomp') && isClause(doc, c, t))
  const after = complements.find(c => c > t && subtree(doc, c)[0] > t)
  const start = reportingStart(doc, t)
  if (start >= 0 && isParenthesis(doc, t, after)) return prefix(doc, t, start, complements)
  if (after !== undefined) return spansOf(doc, withGoingOn(doc, t, after), t)
  if (start < 0 && subjectOf(doc, t) >= 0 && complements.length && isOpenVerb(doc, t)) return rest(doc, t)
  if (complements.length) return spansOf(doc, gather(doc, complements[0], new Set()), t)
  if (isAsClause(doc, t)) return outside(doc, t)
  if (isRelation(doc, t, 'parataxis') && !childrenBy(doc, t, 'obj', 'xcomp').some(c => c > t)) return outside(doc, t)
  const listed = childrenBy(doc, t, 'parataxis').find(c => c > t && doc.form.slice(t, subtree(doc, c)[0] + 1).includes(':'))
  if (listed !== undefined) return spansOf(doc, gather(doc, listed, new Set()), t)
  const told = toldClause(doc, t)
  if (told >= 0) return spansOf(doc, gather(doc, told, new Set()), t)
  if (start >= 0) return []
  return isOpenVerb(doc, t) && hasClauseAfter(doc, t) ? rest(doc, t) : withinReach(doc, t)
}

/** Things that are said, rather than nouns that begin what is said. */
const SAID =
  /^(so|that|it|this|these|those|nothing|something|anything|everything|what|which|yes|no|hello|goodbye|thanks|much|more|little|things?|words?)$/i

/** "said the mayor's letter proved it": to say has no noun for its object, so one begins what is said, up to the end of the verb's own part. */
const withinReach = (doc: Document, t: number): Span[] => {
  if (doc.lemma[t].toLowerCase() !== 'say' || doc.xpos[t] === 'VBN' || SAID.test(doc.form[t + 1] ?? '')) return []
  const last = doc.head[t] < 0 ? doc.sentenceLast[doc.sentence[t]] : subtree(doc, t)[1]
  const verbs = Array.from({ length: Math.max(0, last - t) }, (_, i) => t + 1 + i).filter(
    k => k > t + 1 && /^VB[DZPN]?$|^MD$/.test(doc.xpos[k]),
  )
  return verbs.length ? hull(doc, t + 1, last) : []
}

const TELLING = new Set('tell inform warn remind assure notify advise convince persuade brief alert'.split(' '))

/** The clause that the tree hangs on the addressee, medium or occasion: "told reporters A", "said in a letter that A"; -1 if none. */
const toldClause = (doc: Document, t: number): number => {
  const isTelling = TELLING.has(doc.lemma[t].toLowerCase())
  for (const noun of childrenBy(doc, t, 'iobj', 'obj', 'obl').filter(c => c > t)) {
    const clause = childrenBy(doc, noun, 'acl', 'amod', 'ccomp', 'parataxis').find(c => {
      const ownSubject = c > noun && [...children(doc, c)].some(s => isRelation(doc, s, 'nsubj') && s > noun)
      const hasThat = doc.form[child(doc, c, 'mark')]?.toLowerCase() === 'that'
      return ownSubject && (hasThat || (isTelling && !isRelation(doc, noun, 'obl')))
    })
    if (clause !== undefined) return clause
  }
  return -1
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])

/** ", while B", ", as B": what the writer sets beside it. */
const isContrast = (doc: Document, c: number): boolean =>
  isRelation(doc, c, 'advcl') &&
  /^(while|whereas|as)$/i.test(doc.form[child(doc, c, 'mark')] ?? '') &&
  (doc.form[subtree(doc, c)[0] - 1] === ',' || doc.form[subtree(doc, c)[0]] === ',')

/** Verbs that a clause follows so often that it is read even where the tree hangs it elsewhere. */
const SAYING = new Set('say add state warn insist tell argue believe'.split(' '))

/** Whether "he", or a noun with a verb right after it, stands between verb t and the sentence's end. */
const hasClauseAfter = (doc: Document, t: number): boolean => {
  if (/^(he|she|it|they|we|i)$/i.test(doc.form[t + 1])) return true
  if (/^SAYS?$/.test(doc.form[t])) return true
  if (!SAYING.has(doc.lemma[t].toLowerCase())) return false
  for (let k = t + 2; k <= doc.sentenceLast[doc.sentence[t]]; k++)
    if (/^(VB[DZP]|MD)$/.test(doc.xpos[k]) && NOMINAL.has(doc.upos[k - 1])) return true
  return false
}

/** A complement that is a clause, and not the speaker of an inverted report. */
const isClause = (doc: Document, c: number, t: number): boolean => c !== invertedSpeaker(doc, t) && !isAfterthought(doc, c, t)

/** "X said, pointing to the map": what the speaker did meanwhile. */
const isAfterthought = (doc: Document, c: number, t: number): boolean =>
  c > t && doc.xpos[c] === 'VBG' && doc.form[subtree(doc, c)[0] - 1] === ',' && !childrenBy(doc, c, 'nsubj', 'aux', 'mark').length

/**
 * Whether the reporting clause of verb t stands beside what is said: punctuation or the sentence's end comes right after it.
 * A clause before it is then what is said, unless a quotation follows.
 */
const isParenthesis = (doc: Document, t: number, after: number | undefined): boolean => {
  const end = reportingEnd(doc, t)
  const next = doc.form[end + 1]
  const isLast = end >= doc.sentenceLast[doc.sentence[t]]
  if (!isLast && !/^[,.;!?—–-]+$/.test(next)) return false
  if (childrenBy(doc, t, 'obj').some(c => c > t && c !== invertedSpeaker(doc, t)) && doc.lemma[t] !== 'tell') return false
  if (after === undefined) return toldClause(doc, t) < 0
  return next === ',' && !/^(["“«]|''|``)$/.test(doc.form[end + 2] ?? '')
}

/** What stands in the sentence before a reporting clause, and after it what goes on with the same clause. */
const prefix = (doc: Document, t: number, start: number, complements: readonly number[]): Span[] => {
  const tokens = new Set<number>()
  for (const c of complements) gather(doc, c, tokens)
  if (isRelation(doc, t, 'parataxis')) gather(doc, topOf(doc, t), tokens, c => c === t)
  for (const k of [...tokens]) if (k >= start && k <= t) tokens.delete(k)
  for (let k = doc.sentenceFirst[doc.sentence[t]]; k < start; k++) tokens.add(k)
  return spansOf(doc, tokens, t)
}

/** A complement after its verb, with clauses hung on the verb that plainly go on with it: "said A and would B". */
const withGoingOn = (doc: Document, t: number, complement: number): Set<number> => {
  const tokens = gather(doc, complement, new Set(), c => c > complement && isContrast(doc, c))
  if (SAYING.has(doc.lemma[t].toLowerCase()) && doc.lemma[t] !== 'tell')
    for (const c of childrenBy(doc, t, 'nsubj', 'obj', 'iobj'))
      if (c > t && c < complement && c !== invertedSpeaker(doc, t)) gather(doc, c, tokens)
  for (const c of childrenBy(doc, t, 'conj'))
    if (c > complement && doc.xpos[c] !== doc.xpos[t] && !VERB_CUES.has(doc.lemma[c])) gather(doc, c, tokens)
  return tokens
}

/** Verbs that are followed by what is said, even where the tree hangs it the other way round. */
const isOpenVerb = (doc: Document, t: number): boolean =>
  doc.head[t] < 0 && reportingEnd(doc, t) < doc.sentenceLast[doc.sentence[t]]

/** The rest of the sentence after a reporting clause. */
const rest = (doc: Document, t: number): Span[] => {
  const tokens = new Set<number>()
  let first = t + 1
  if (doc.lemma[t] === 'tell')
    for (const c of childrenBy(doc, t, 'iobj', 'obj')) if (c > t) first = Math.max(first, subtree(doc, c)[1] + 1)
  for (let k = first; k <= doc.sentenceLast[doc.sentence[t]]; k++) tokens.add(k)
  return spansOf(doc, tokens)
}

const isAsClause = (doc: Document, t: number): boolean =>
  isRelation(doc, t, 'advcl') && doc.form[child(doc, t, 'mark')]?.toLowerCase() === 'as' && subjectOf(doc, t) >= 0

/** The clause that a reporting clause stands in, without it. */
const outside = (doc: Document, t: number): Span[] =>
  spansOf(
    doc,
    gather(doc, topOf(doc, t), new Set(), c => c === t),
    t,
  )

/** The head of the clause that a verb hangs on, up its coordination. */
const topOf = (doc: Document, t: number): number => {
  let top = doc.head[t]
  while (isRelation(doc, top, 'conj') && doc.upos[doc.head[top]] === 'VERB') top = doc.head[top]
  return top
}
