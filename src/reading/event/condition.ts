import type { Condition, Ontology } from '../../knowledge/ontology.ts'
import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { carrierOf } from './carrier.ts'
import { type Frame, prepositionOf } from './frame.ts'

/** Classes that a name or pronoun passes for. */
const OPEN = new Set(['FORCE', 'PERSON', 'PLACE'])

const slotTokens = (doc: Document, t: number, slot: string, frame: Frame): readonly number[] => {
  switch (slot) {
    case 'obj':
      return frame.obj
    case 'subj':
      return frame.subj
    case 'mod':
      return frame.mods
    case 'clause':
      return frame.clause >= 0 ? [frame.clause] : []
    case 'inf':
      return frame.clause >= 0 && doc.xpos[frame.clause] === 'VB' ? [frame.clause] : []
    case 'any':
      return [
        ...frame.subj,
        ...frame.obj,
        ...(frame.prep.get('with') ?? []),
        ...(frame.prep.get('between') ?? []),
        ...(frame.prep.get('by') ?? []),
      ]
    case 'gov':
      return [doc.head[t], carrierOf(doc, t)].filter(k => k >= 0)
    case 'case':
      return childrenBy(doc, t, 'case').filter(c => c < t)
    default:
      return slot.split('|').flatMap(p => frame.prep.get(p) ?? [])
  }
}

const PARTITIVE =
  /^(?:majority|number|dozen|most|part|hundred|thousand|score|some|many|several|percent|half|third|quarter|rest|all|one|two|three|four|five|six|seven|eight|nine|ten|number|series|group|lot|bulk|variety|couple|handful|pair|tens|kind|type|amount|quantity|piece|ton|tonne|kilogram|kilo|gram|pound|kg|box|crate|load|truckload|wave|total|members?|any|each|both)$/

/** A token and what it counts: "three of the bridges", "a majority of the city". */
export const counted = (doc: Document, k: number): number[] =>
  PARTITIVE.test(lemmaOf(doc, k)) ? [k, ...childrenBy(doc, k, 'nmod').filter(c => prepositionOf(doc, c) === 'of')] : [k]

const vocabularies = new WeakMap<Document, Map<number, ReadonlySet<string>>>()

/** Lemmas and words of a sentence; computed once. */
const vocabulary = (doc: Document, s: number): ReadonlySet<string> => {
  const known = vocabularies.get(doc) ?? new Map<number, ReadonlySet<string>>()
  vocabularies.set(doc, known)
  const words = known.get(s) ?? new Set<string>()
  if (!known.has(s)) {
    known.set(s, words)
    for (let t = doc.sentenceFirst[s]; t <= doc.sentenceLast[s]; t++) {
      const word = wordOf(doc, t)
      for (const w of [word, lemmaOf(doc, t), hyphenated(doc, t), word.replace(/s$/, ''), lemmaOf(doc, t).replace(/^.*-/, '')])
        (words as Set<string>).add(w)
    }
  }
  return words
}

/** Whether a condition holds of the trigger headed by t in its frame. */
export const holds = (doc: Document, t: number, c: Condition, frame: Frame, ontology: Ontology): boolean => {
  if (c.slot === 'word') return c.words.some(w => vocabulary(doc, doc.sentence[t]).has(w)) !== c.not
  const tokens = slotTokens(doc, t, c.slot, frame)
  if (!c.words.length) return c.not ? tokens.length === 0 : tokens.length > 0
  return tokens.flatMap(k => counted(doc, k)).some(k => c.words.some(w => isA(doc, k, w, ontology, c.not))) !== c.not
}

/** The lemma with what a hyphen joins it to: "cease-fire" where the tokeniser split it. */
const hyphenated = (doc: Document, k: number): string =>
  k >= 2 && doc.form[k - 1] === '-' && doc.start[k] === doc.end[k - 1]
    ? `${wordOf(doc, k - 2)}-${lemmaOf(doc, k)}`
    : lemmaOf(doc, k)

/** Whether token k is the word w or of the class w; a name or pronoun passes for people, forces and places unless `strict`. */
const isA = (doc: Document, k: number, w: string, ontology: Ontology, strict: boolean): boolean => {
  const lemma = hyphenated(doc, k)
  const members = ontology.classes.get(w)
  if (!members) return lemma === w || wordOf(doc, k) === w || (w.length > 2 && wordOf(doc, k) === `${w}s`)
  const word = wordOf(doc, k)
  if (members.has(lemma) || members.has(word) || members.has(word.replace(/s$/, ''))) return true
  if (w === 'OFFICIAL') return !strict && doc.upos[k] === 'PROPN'
  if (strict || !OPEN.has(w)) return false
  if (w === 'PLACE' && childrenBy(doc, k, 'nummod').length > 0) return false
  if (w === 'PERSON' && doc.upos[k] === 'NOUN' && /(?:ist|ician|woman|man)$/.test(lemma)) return true
  const inside = k > doc.sentenceFirst[doc.sentence[k]]
  if (doc.upos[k] === 'NOUN' && (inside ? /^[A-Z][a-z]|^[A-Z]{2,}$/ : /^[A-Z]{2,}$/).test(doc.form[k])) return true
  return (
    doc.upos[k] === 'PROPN' ||
    (doc.upos[k] === 'PRON' && (w !== 'PLACE' || /^(?:it|this|that|which|them|they)$/.test(word))) ||
    (doc.upos[k] === 'NUM' && w !== 'PLACE') ||
    (doc.upos[k] === 'DET' && w !== 'PLACE')
  )
}
