import type { CueKind } from '../../knowledge/attribution.ts'
import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { clauseContent } from './clause.ts'
import { gather, hull, spansOf } from './found.ts'
import { agentOf, isMisjoined, isPassive } from './source.ts'

/** How a content is built onto a verb; "obj+" and "on" take a preposition. */
export type FrameKind = 'clause' | 'whom-to' | 'obj+' | 'name' | 'to' | 'obj' | 'on'

/** What a frame finds at a verb: the content, and the kind where it is not the cue's own. */
interface Reached {
  readonly content: readonly Span[]
  readonly kind?: CueKind
}

const markOf = (doc: Document, c: number): string => (doc.form[child(doc, c, 'mark', 'case')] ?? '').toLowerCase()
const clause = (doc: Document, t: number): Reached => {
  const raised = raising(doc, t)
  if (raised.length) return { content: raised, kind: agentOf(doc, t) < 0 ? 'hearsay' : 'speech' }
  const isBare = isPassive(doc, t) && doc.head[t] < 0 && !childrenBy(doc, t, 'ccomp', 'csubj').length
  return { content: isBare ? sentenceBefore(doc, t) : clauseContent(doc, t) }
}

/** "This was announced by X.": the sentence before it. */
const sentenceBefore = (doc: Document, t: number): Span[] => {
  const subject = child(doc, t, 'nsubj:pass')
  const before = doc.sentence[t] - 1
  if (before < 0 || subject < 0 || !/^(this|that|it)$/i.test(doc.form[subject]) || agentOf(doc, t) < 0) return []
  return hull(doc, doc.sentenceFirst[before], doc.sentenceLast[before])
}

/** "X is said to have fled", "X was reported killed": the content goes round the verb. */
const raising = (doc: Document, t: number): Span[] => {
  const subject = child(doc, t, 'nsubj:pass')
  const predicate = subject < 0 || !isPassive(doc, t) ? undefined : childrenBy(doc, t, 'xcomp').find(c => c > t)
  if (predicate === undefined || !RAISING.has(doc.lemma[t].toLowerCase())) return []
  return spansOf(doc, gather(doc, predicate, gather(doc, subject, new Set())), t)
}

const RAISING = new Set(
  'say believe report think suspect understand allege know claim presume assume rumour rumor estimate fear'.split(' '),
)

/** "urged X to A". */
const whomTo = (doc: Document, t: number): Reached | undefined => {
  const object = childrenBy(doc, t, 'obj', 'iobj').find(c => c > t)
  const clause = childrenBy(doc, t, 'xcomp', 'advcl', 'ccomp').find(c => c > t && markOf(doc, c) === 'to')
  if (clause === undefined) return undefined
  if (object !== undefined && object < clause) return { content: hull(doc, subtree(doc, object)[0], subtree(doc, clause)[1]) }
  const subject = isPassive(doc, t) ? child(doc, t, 'nsubj:pass') : -1
  if (subject >= 0) return { content: spansOf(doc, gather(doc, clause, gather(doc, subject, new Set())), t) }
  return undefined
}

/** "vowed to A", "denied A-ing". */
const toDo = (doc: Document, t: number): Reached | undefined => {
  const clause = childrenBy(doc, t, 'xcomp').find(
    c => c > t && (markOf(doc, c) === 'to' || (doc.xpos[c] === 'VBG' && markOf(doc, c) === '')),
  )
  return clause === undefined || isPassive(doc, t)
    ? undefined
    : { content: hull(doc, subtree(doc, clause)[0], subtree(doc, clause)[1]) }
}

/** The object right of verb t; -1 if none. */
export const objectOf = (doc: Document, t: number): number => childrenBy(doc, t, 'obj', 'iobj').find(c => c > t) ?? -1
const isPersonal = (doc: Document, t: number): boolean => /^(me|him|her|us|them|you|it|\w+sel(f|ves))$/i.test(doc.form[t])

/** "denied the report"; "the report was denied by X"; "the report denied by X". */
const object = (doc: Document, t: number): Reached | undefined => {
  if (isPassive(doc, t)) {
    const subject = childrenBy(doc, t, 'nsubj').find(c => doc.deprel[c] === 'nsubj:pass')
    return subject === undefined || agentOf(doc, t) < 0 ? undefined : { content: hull(doc, ...subtree(doc, subject)) }
  }
  if (doc.xpos[t] === 'VBN' && doc.deprel[t] === 'acl' && agentOf(doc, t) >= 0)
    return {
      content: spansOf(
        doc,
        gather(doc, doc.head[t], new Set(), c => c === t),
        t,
      ),
    }
  const o = objectOf(doc, t)
  return o < 0 || isPersonal(doc, o) || isToll(doc, t, o)
    ? undefined
    : { content: hull(doc, subtree(doc, o)[0], endOfEvent(doc, t, o)) }
}

const VICTIMS = new Set(['life', 'martyr', 'victim', 'casualty', 'dead', 'soldier', 'civilian', 'person', 'people'])

/** "claimed twelve lives" counts the dead. */
const isToll = (doc: Document, t: number, o: number): boolean =>
  doc.lemma[t].toLowerCase() === 'claim' && (VICTIMS.has(doc.lemma[o].toLowerCase()) || child(doc, o, 'nummod') >= 0)

/** Place and target of the event that an object names, where the tree hangs them on the verb: "condemned the attack on X in Y". */
const endOfEvent = (doc: Document, t: number, o: number): number => {
  let end = subtree(doc, o)[1]
  for (const c of childrenBy(doc, t, 'obl')) {
    const [first, last] = subtree(doc, c)
    if (first !== end + 1) continue
    if (isRelation(doc, c, 'obl:unmarked') || ['in', 'against', 'near', 'at', 'on', 'to', 'by'].includes(markOf(doc, c)))
      end = last
  }
  return end
}

const TIMES = new Set('time hour minute day night week month year occasion'.split(' '))

/** "accused X of A", "described X as A"; "X was accused of A". */
const objectAnd = (doc: Document, t: number, preposition: string): Reached | undefined => {
  const o = objectOf(doc, t)
  const from = o >= 0 ? o : t
  const holders = o >= 0 ? [...children(doc, t), ...children(doc, o)] : [...children(doc, t)]
  const part = holders.find(
    c => c > from && ['obl', 'advcl', 'nmod', 'xcomp', 'acl'].some(r => isRelation(doc, c, r)) && markOf(doc, c) === preposition,
  )
  if (part === undefined || TIMES.has(doc.lemma[part])) return undefined
  const last = Math.max(...gather(doc, part, new Set(), c => isMisjoined(doc, c)))
  if (o >= 0) return { content: hull(doc, subtree(doc, o)[0], last) }
  const subject = childrenBy(doc, t, 'nsubj').find(c => doc.deprel[c] === 'nsubj:pass')
  if (subject === undefined) return undefined
  return { content: spansOf(doc, gather(doc, part, gather(doc, subject, new Set())), t) }
}

/** "called X a traitor": the object and what it is called, right after it. */
const name = (doc: Document, t: number): Reached | undefined => {
  const o = objectOf(doc, t)
  const after = [...children(doc, t)].filter(
    c => c > Math.max(o, t) && NAMING.some(r => isRelation(doc, c, r)) && markOf(doc, c) !== 'to',
  )
  const predicate =
    after.find(c => isRelation(doc, c, 'xcomp')) ?? after.find(c => o >= 0 && isNext(doc, subtree(doc, o)[1], subtree(doc, c)[0]))
  if (predicate === undefined) return undefined
  return { content: hull(doc, o >= 0 ? subtree(doc, o)[0] : subtree(doc, predicate)[0], subtree(doc, predicate)[1]) }
}

const NAMING = ['xcomp', 'obj', 'iobj', 'obl:unmarked', 'parataxis', 'advmod', 'ccomp', 'nmod:desc']

const isNext = (doc: Document, end: number, start: number): boolean =>
  start === end + 1 || (start === end + 2 && doc.upos[end + 1] === 'PUNCT')

/** "warned of A", "called for A", "called on X to A": the preposition's object with what follows from it. */
const on = (doc: Document, t: number, preposition: string): Reached | undefined => {
  const part = childrenBy(doc, t, 'obl', 'advcl', 'xcomp').find(c => c > t && markOf(doc, c) === preposition)
  if (part === undefined || isRelation(doc, part, 'obl:agent') || isPersonal(doc, part)) return undefined
  const [first] = subtree(doc, part)
  const marker = child(doc, part, 'case', 'mark')
  const rest = childrenBy(doc, t, 'xcomp', 'advcl').find(c => c > part && markOf(doc, c) === 'to')
  return {
    content: hull(
      doc,
      marker === first ? first + 1 : first,
      rest === undefined ? endOfEvent(doc, t, part) : subtree(doc, rest)[1],
    ),
  }
}

/** The content that a frame finds at verb t, for each kind of frame. */
export const FRAMES: Readonly<Record<FrameKind, (doc: Document, t: number, preposition: string) => Reached | undefined>> = {
  clause,
  'whom-to': whomTo,
  'obj+': objectAnd,
  name,
  to: toDo,
  obj: object,
  on,
}
