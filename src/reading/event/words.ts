import type { Trigger } from '../../knowledge/ontology.ts'
import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

/** Where a trigger's words stand: the span, and the tokens that are its own. */
export interface Extent {
  readonly first: number
  readonly last: number
  readonly parts: readonly number[]
}

const run = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Where the trigger's words stand around its head t, or null. */
export const wordsAt = (doc: Document, t: number, trigger: Trigger): Extent | null => {
  const { words, kind } = trigger
  if (words.length === 1) return { first: t, last: t, parts: [t] }
  if (kind !== 'verb') {
    const first = t - words.length + 1
    if (first < doc.sentenceFirst[doc.sentence[t]]) return null
    for (let i = 0; i < words.length - 1; i++) if (!isWord(doc, first + i, words[i])) return null
    return { first, last: t, parts: run(first, t) }
  }
  const first = t - trigger.lead
  if (first < doc.sentenceFirst[doc.sentence[t]] || words.slice(0, trigger.lead).some((w, i) => !isWord(doc, first + i, w)))
    return null
  const rest = words.slice(trigger.lead + 1)
  const end = doc.sentenceLast[doc.sentence[t]]
  if (rest.every((w, i) => t + 1 + i <= end && isWord(doc, t + 1 + i, w)))
    return { first, last: t + rest.length, parts: run(first, t + rest.length) }
  return trigger.lead ? null : partsApart(doc, t, rest)
}

/** A verb's further words among its dependents, in another order or with words between: "shot the plane down". */
const partsApart = (doc: Document, t: number, rest: readonly string[]): Extent | null => {
  const last = rest.at(-1) as string
  const before = rest.slice(0, -1)
  const adrift = childrenBy(doc, t, 'obl')
    .flatMap(c => childrenBy(doc, c, 'case').slice(0, 1))
    .find(c => c > t && /^(?:out|back|off|away)$/.test(last) && isWord(doc, c, last))
  if (rest.length === 1 && adrift !== undefined) return { first: t, last: t, parts: [t, adrift] }
  const hosts = [t, ...childrenBy(doc, t, 'xcomp')]
  const predicates = childrenBy(doc, t, 'obj').flatMap(o => childrenBy(doc, o, 'amod').filter(c => c > o))
  const dependents = hosts.flatMap(h => childrenBy(doc, h, 'compound:prt', 'advmod', 'obj', 'obl', 'xcomp', 'iobj', 'nsubj:pass'))
  for (const c of [...dependents, ...predicates]) {
    if (!isWord(doc, c, last)) continue
    const kin = [
      ...childrenBy(doc, c, 'case', 'det', 'amod', 'compound', 'nmod:poss'),
      ...childrenBy(doc, t, 'compound:prt', 'advmod'),
    ]
    const mine = before.map(w => kin.find(k => isWord(doc, k, w)) ?? -1)
    if (mine.some(k => k < 0)) continue
    const parts = [t, ...mine, c].sort((a, b) => a - b)
    const near = c > t && c - t <= rest.length + 1
    return { first: t, last: near ? c : t, parts }
  }
  return null
}

const isWord = (doc: Document, t: number, w: string): boolean =>
  t >= 0 && t < doc.length && (lemmaOf(doc, t) === w || wordOf(doc, t) === w || wordOf(doc, t) === `${w}s`)
