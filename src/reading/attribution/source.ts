import { child, children, childrenBy, isRelation } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import type { Found } from './found.ts'
import { invertedSpeaker, mistakenSubject, nounBefore, subjectOf } from './reporting.ts'

/** Who a cue's content is ascribed to: its head token and, in a relative clause, the pronoun that stands for it. */
export interface Source {
  readonly head: number
  readonly pronoun: number
}

export const NO_SOURCE: Source = { head: -1, pronoun: -1 }
const of = (head: number, pronoun = -1): Source => ({ head, pronoun })

/** Acts, weapons and happenings: they do not speak. */
const SPEECHLESS = new Set(
  `attack raid strike airstrike clash bombing bombardment shelling explosion blast fighting missile rocket bomb shell mine offensive battle war
  conflict violence death toll damage fire warplane plane jet helicopter tank aircraft ship tanker vessel bullet gun weapon truck convoy`.split(
    /\s+/,
  ),
)

/** Whether token t can hold an opinion; "this" and "which" without a noun cannot. */
export const canSpeak = (doc: Document, t: number): boolean =>
  !SPEECHLESS.has(doc.lemma[t].toLowerCase()) && !/^(this|that|these|those|which|what)$/i.test(doc.form[t])

/** The subject that a verb takes over from the verb it hangs on; where that cannot speak, the speaker around both. */
const ofGovernor = (doc: Document, t: number, governor: number, depth: number): Source => {
  if (isMisjoined(doc, t)) return sourceOfVerb(doc, doc.head[governor], depth + 1)
  const passive = child(doc, governor, 'nsubj:pass')
  const source = isPassive(doc, governor) && passive >= 0 ? of(passive) : sourceOfVerb(doc, governor, depth + 1)
  if (!isRelation(doc, governor, 'ccomp')) return source
  const isMute = isRelation(doc, t, 'conj') && source.head >= 0 && !canSpeak(doc, source.head)
  return isMute || isAfterthought(doc, t) ? sourceOfVerb(doc, doc.head[governor], depth + 1) : source
}

/** "X accused Y of shelling A and called on B": a finite verb does not go on a participle, but the verb above it. */
export const isMisjoined = (doc: Document, t: number): boolean => {
  const governor = doc.head[t]
  const isTensed = /^VB[DZ]$/.test(doc.xpos[t]) || (doc.xpos[t] === 'VBN' && child(doc, t, 'aux') < 0)
  const isParticiple = /^VBG?$/.test(doc.xpos[governor]) && doc.upos[doc.head[governor]] === 'VERB'
  return isRelation(doc, t, 'conj') && isTensed && isParticiple
}

/** "X said that A, adding that B": it is X who adds. */
const isAfterthought = (doc: Document, t: number): boolean =>
  doc.xpos[t] === 'VBG' && isRelation(doc, t, 'advcl') && doc.form[t - 1] === ',' && doc.upos[doc.head[doc.head[t]]] === 'VERB'

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])
const DOCUMENTS = new Set(
  'statement letter tweet message post report memo communique note interview release email article editorial speech briefing bulletin declaration leaflet telegram comment remark video'.split(
    ' ',
  ),
)

/** Whether verb t is passive; a lone "called for" is not, whatever the tree says of its subject. */
export const isPassive = (doc: Document, t: number): boolean => {
  const relations = [...children(doc, t)].map(c => doc.deprel[c])
  if (relations.includes('aux:pass')) return mistakenSubject(doc, t) < 0
  if (!relations.includes('nsubj:pass') && !relations.includes('csubj:pass')) return false
  return !/^(for|on|upon)$/i.test(doc.form[t + 1] ?? '')
}

/** The doer of a passive or of a participle without subject: "by X". */
export const agentOf = (doc: Document, t: number): number =>
  childrenBy(doc, t, 'obl', 'nmod').find(c => c > t && doc.form[child(doc, c, 'case')]?.toLowerCase() === 'by') ?? -1

/** Who says, thinks or wants what verb t introduces; an expletive "it" and a missing doer give no source. */
export const sourceOfVerb = (doc: Document, t: number, depth = 0): Source => {
  if (depth > 6) return NO_SOURCE
  const inverted = invertedSpeaker(doc, t)
  if (inverted >= 0) return of(inverted)
  if (isPassive(doc, t)) return of(agentOf(doc, t))
  const subject = subjectOf(doc, t)
  if (subject >= 0) return fromSubject(doc, t, subject)
  const beside = nounBefore(doc, t)
  if (beside >= 0) return of(beside)
  const governor = doc.head[t]
  if (governor < 0) return NO_SOURCE
  if (isRelation(doc, t, 'acl')) return ofModifier(doc, t, governor, depth)
  if (isRelation(doc, t, 'xcomp')) {
    const object = childrenBy(doc, governor, 'obj', 'iobj').find(c => c < t)
    if (object !== undefined && doc.xpos[t] === 'VB') return of(object)
  }
  const inherits = ['conj', 'xcomp', 'advcl', 'ccomp', 'parataxis', 'dep', 'acl', 'obl', 'nmod'].some(r => isRelation(doc, t, r))
  if (!inherits) return NO_SOURCE
  if (doc.upos[governor] === 'VERB' || doc.upos[governor] === 'AUX' || subjectOf(doc, governor) >= 0) {
    return ofGovernor(doc, t, governor, depth)
  }
  const isNoun = ['NOUN', 'PROPN', 'PRON'].includes(doc.upos[governor])
  return isNoun && ['advcl', 'xcomp', 'conj'].some(r => isRelation(doc, t, r)) ? ofNoun(doc, governor, depth) : NO_SOURCE
}

const fromSubject = (doc: Document, t: number, subject: number): Source => {
  if (!RELATIVE.has(doc.form[subject].toLowerCase()) || doc.upos[subject] === 'NOUN') return of(subject)
  for (let k = t; k >= 0; k = doc.head[k]) {
    if (isRelation(doc, k, 'acl')) return of(doc.head[k], subject)
    if (!isRelation(doc, k, 'conj') && !isRelation(doc, k, 'xcomp')) break
  }
  return of(subject)
}

const ofModifier = (doc: Document, t: number, noun: number, depth: number): Source => {
  if (doc.xpos[t] === 'VBN') return isLoneActive(doc, t, noun) ? of(noun) : of(agentOf(doc, t))
  if (doc.xpos[t] === 'VB') return ofPlan(doc, noun, depth)
  const isLoose = doc.xpos[t] === 'VBG' && t > noun + 2 && (isRelation(doc, noun, 'obj') || isRelation(doc, noun, 'obl'))
  return isLoose && !DOCUMENTS.has(doc.lemma[noun].toLowerCase())
    ? sourceOfVerb(doc, doc.head[noun], depth + 1)
    : ofNoun(doc, noun, depth)
}

/** "The council called for A", read as a noun with a participle though no verb follows. */
const isLoneActive = (doc: Document, t: number, noun: number): boolean =>
  doc.head[noun] < 0 && doc.xpos[t] === 'VBN' && /^(for|on|upon)$/i.test(doc.form[t + 1] ?? '')

/** A verb hung on a noun: the noun is the source ("a man saying"), but a document's issuer is named for it ("in a statement saying"). */
const ofNoun = (doc: Document, noun: number, depth: number): Source => {
  if (!DOCUMENTS.has(doc.lemma[noun].toLowerCase())) return of(noun)
  const poss = child(doc, noun, 'nmod:poss')
  if (poss >= 0) return of(poss)
  const by = childrenBy(doc, noun, 'nmod').find(c => ['by', 'from'].includes(doc.form[child(doc, c, 'case')]?.toLowerCase()))
  if (by !== undefined) return of(by)
  const verb = doc.head[noun]
  const governed = isRelation(doc, noun, 'obj') || isRelation(doc, noun, 'obl')
  if (governed && verb >= 0 && doc.upos[verb] === 'VERB') {
    const source = sourceOfVerb(doc, verb, depth + 1)
    if (source.head >= 0) return source
  }
  return of(noun)
}

/** "their duty to say A", "has a duty to say A": whoever has the duty. */
const ofPlan = (doc: Document, noun: number, depth: number): Source => {
  const poss = child(doc, noun, 'nmod:poss')
  if (poss >= 0) return of(poss)
  const verb = doc.head[noun]
  return verb >= 0 && doc.upos[verb] === 'VERB' ? sourceOfVerb(doc, verb, depth + 1) : NO_SOURCE
}

/** The source's noun phrase as written, up to a relative pronoun that stands for it; without its other clauses. */
export const sourceSpanOf = (doc: Document, f: Found): Span | null => {
  if (f.source < 0) return null
  const [first, last] = phrase(doc, f.source, f.content)
  const end = f.pronoun >= 0 ? Math.max(last, f.pronoun) : last
  return spanOf(doc.text, doc.start[first], doc.end[end])
}

const OUTSIDE = [
  'acl',
  'appos',
  'parataxis',
  'cop',
  'nsubj',
  'advcl',
  'punct',
  'dep',
  'aux',
  'discourse',
  'case',
  'mark',
  'cc',
  'orphan',
  'csubj',
  'ccomp',
  'obl',
  'advmod',
]

/** First and last token of the noun phrase headed by t, with its conjuncts. */
const phrase = (doc: Document, t: number, content: readonly Span[]): [number, number] => {
  let [first, last] = [t, t]
  for (const c of children(doc, t)) {
    if (OUTSIDE.some(r => isRelation(doc, c, r))) continue
    if (content.some(s => doc.start[c] >= s.start && doc.end[c] <= s.end)) continue
    const [f, l] = phrase(doc, c, content)
    if (f < first) first = f
    if (l > last) last = l
  }
  return [first, last]
}
