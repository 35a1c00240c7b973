import type { Document } from '../model/document.ts'
import { type Span, spanOf } from '../model/span.ts'

/** Lower-case lemma of token t. */
export const lemmaOf = (doc: Document, t: number): string => doc.lemma[t].toLowerCase()

/** Lower-case form of token t. */
export const wordOf = (doc: Document, t: number): string => doc.form[t].toLowerCase()

/** Dependents of token t, in order of the text. */
export const children = (doc: Document, t: number): Int32Array => doc.childList.subarray(doc.childFirst[t], doc.childFirst[t + 1])

/** Whether a relation is another or a subtype of it: "nsubj:pass" of "nsubj". */
const isOrUnder = (deprel: string, relation: string): boolean =>
  deprel.startsWith(relation) && (deprel.length === relation.length || deprel[relation.length] === ':')

/** Dependents of token t whose relation is one of `relations`; "nsubj" also takes its subtypes ("nsubj:pass"). */
export const childrenBy = (doc: Document, t: number, ...relations: string[]): number[] => {
  const out: number[] = []
  for (let i = doc.childFirst[t]; i < doc.childFirst[t + 1]; i++) {
    const c = doc.childList[i]
    if (relations.some(r => isOrUnder(doc.deprel[c], r))) out.push(c)
  }
  return out
}

/** The first dependent of t with one of the relations (subtypes included), or -1. */
export const child = (doc: Document, t: number, ...relations: string[]): number => childrenBy(doc, t, ...relations)[0] ?? -1

/** Whether t's relation is `relation` or a subtype of it. */
export const isRelation = (doc: Document, t: number, relation: string): boolean => isOrUnder(doc.deprel[t], relation)

/** Token t and all tokens coordinated with it (chains of conj below t), in order. */
export const conjuncts = (doc: Document, t: number): number[] => [
  t,
  ...childrenBy(doc, t, 'conj').flatMap(c => conjuncts(doc, c)),
]

/** First and last token of t's subtree. */
export const subtree = (doc: Document, t: number): [number, number] => {
  let [first, last] = [t, t]
  for (const c of children(doc, t)) {
    const [f, l] = subtree(doc, c)
    if (f < first) first = f
    if (l > last) last = l
  }
  return [first, last]
}

/** Whether `ancestor` is t or above t. */
export const isUnder = (doc: Document, t: number, ancestor: number): boolean => {
  for (let k = t; k >= 0; k = doc.head[k]) if (k === ancestor) return true
  return false
}

/** Heads of t from its own head up to the root. */
export const ancestors = (doc: Document, t: number): number[] => {
  const out: number[] = []
  for (let k = doc.head[t]; k >= 0; k = doc.head[k]) out.push(k)
  return out
}

/** The span of tokens first..last (inclusive). */
export const tokensSpan = (doc: Document, first: number, last: number): Span => spanOf(doc.text, doc.start[first], doc.end[last])

/** Fills in `childFirst` and `childList` from `head` (token indexes; -1 for roots). */
export const childIndex = (head: Int32Array): { childFirst: Int32Array; childList: Int32Array } => {
  const childFirst = new Int32Array(head.length + 1)
  for (const h of head) if (h >= 0) childFirst[h + 1]++
  for (let i = 0; i < head.length; i++) childFirst[i + 1] += childFirst[i]
  const childList = new Int32Array(childFirst[head.length])
  const next = childFirst.slice()
  head.forEach((h, t) => {
    if (h >= 0) childList[next[h]++] = t
  })
  return { childFirst, childList }
}
