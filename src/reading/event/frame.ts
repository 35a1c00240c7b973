import { childrenBy, conjuncts, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

/** What stands around a trigger, as if its clause were active: head tokens with their conjuncts. */
export interface Frame {
  readonly subj: readonly number[]
  readonly obj: readonly number[]
  /** Preposition (lower case) -> heads of its noun phrases. */
  readonly prep: ReadonlyMap<string, readonly number[]>
  /** Head of a clause that is its complement, or -1. */
  readonly clause: number
  /** Of a noun: heads of the words before it (adjectives, compounds, possessors). */
  readonly mods: readonly number[]
  /** "active", "passive", "noun": for the trail. */
  readonly shape: string
}

/** Whether t is a noun, proper noun, pronoun or number. */
export const isNominal = (doc: Document, t: number): boolean => /^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(doc.upos[t])

/** Whether t stands as a verb: finite, infinitive or participle. */
export const isVerb = (doc: Document, t: number): boolean => doc.upos[t] === 'VERB' || doc.upos[t] === 'AUX'

/** The preposition of a noun phrase in lower case ("" without one); "because of", "according to" as one. */
export const prepositionOf = (doc: Document, t: number): string => {
  const cases = childrenBy(doc, t, 'case').filter(c => c < t && wordOf(doc, c) !== "'s")
  if (!cases.length) return ''
  return cases
    .flatMap(c => [c, ...childrenBy(doc, c, 'fixed')])
    .map(c => wordOf(doc, c))
    .join(' ')
}

const TIME =
  /^(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|(?:19|20)\d\d|morning|afternoon|evening|night|noon|midnight|dawn|dusk|day|week|weekend|month|year|decade|hour|minute|gmt|recent|last|\d{1,2}(?:st|nd|rd|th)|\d{4})$/

/** Whether a noun tells when: a day, a month, a year, a span of time. */
export const isTime = (doc: Document, t: number): boolean =>
  TIME.test(lemmaOf(doc, t)) ||
  TIME.test(wordOf(doc, t)) ||
  (/^\d{1,2}$/.test(doc.form[t]) &&
    t > 0 &&
    (TIME.test(lemmaOf(doc, t - 1)) || (t + 1 < doc.length && TIME.test(lemmaOf(doc, t + 1)))))

/** Adds the noun phrase headed by t, with its conjuncts, under its preposition. */
export const addPreposition = (doc: Document, prep: Map<string, number[]>, t: number): void => {
  const p = prepositionOf(doc, t)
  if (p && !isTime(doc, t)) prep.set(p, [...(prep.get(p) ?? []), ...conjuncts(doc, t).filter(c => isNominal(doc, c) || c === t)])
}

/** "31 people, including two medics": the medics. */
export const included = (doc: Document, t: number): number[] =>
  childrenBy(doc, t, 'nmod')
    .filter(c => prepositionOf(doc, c) === 'including')
    .flatMap(c => conjuncts(doc, c))

/** Noun phrases with their conjuncts. */
export const spread = (doc: Document, tokens: readonly number[]): number[] => [
  ...new Set(tokens.flatMap(t => [t, ...conjuncts(doc, t).filter(c => isNominal(doc, c))])),
]

/** Two frames as one: the first decides where both have a slot. */
export const join = (a: Frame, b: Frame): Frame => {
  const prep = new Map(b.prep)
  for (const [p, tokens] of a.prep) prep.set(p, [...tokens, ...(prep.get(p) ?? []).filter(t => !tokens.includes(t))])
  return {
    subj: a.subj.length ? a.subj : b.subj,
    obj: a.obj.length ? a.obj : b.obj,
    prep,
    clause: a.clause >= 0 ? a.clause : b.clause,
    mods: a.mods,
    shape: a.shape,
  }
}

/** The nearest verb above token t, or -1. */
export const verbAbove = (doc: Document, t: number): number => {
  let above = doc.head[t]
  while (above >= 0 && !isVerb(doc, above)) above = doc.head[above]
  return above
}
