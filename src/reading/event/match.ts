import type { Condition, Ontology, Trigger, TriggerKind } from '../../knowledge/ontology.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { clauseFrame } from './clause.ts'
import { type Frame, isVerb, lemmaOf, wordOf } from './frame.ts'
import { nounFrame } from './nominal.ts'

/** A trigger found at a token, before back-references and doubles are taken out. */
export interface Match {
  readonly head: number
  readonly first: number
  readonly last: number
  readonly trigger: Trigger
  readonly frame: Frame
}

/** Classes that a name or pronoun passes for. */
const OPEN = new Set(['force', 'person', 'place'])

/** The trigger at token t, or null. A sense that is no event matches too: its trigger's type is null. */
export const matchAt = (doc: Document, t: number, ontology: Ontology): Match | null => {
  for (const [lemma, kind, nominal] of readings(doc, t, ontology)) {
    for (const trigger of ontology.triggers.get(lemma) ?? []) {
      if (trigger.kind !== kind) continue
      const extent = wordsAt(doc, t, trigger)
      if (!extent) continue
      const frame = nominal ? nounFrame(doc, t, trigger.of, trigger.poss) : clauseFrame(doc, t)
      if (trigger.when.every(c => holds(doc, t, c, frame, ontology))) return { head: t, ...extent, trigger, frame }
    }
  }
  return null
}

type Reading = [lemma: string, kind: TriggerKind, nominal: boolean]

/** The lemmas and kinds that a token may be read as: its tag first, then what taggers take for one another. */
const readings = (doc: Document, t: number, ontology: Ontology): Reading[] => {
  const lemma = lemmaOf(doc, t)
  const word = wordOf(doc, t)
  const has = (l: string) => ontology.triggers.has(l)
  const tag = doc.upos[t]
  const out: Reading[] = []
  if (isVerb(doc, t)) {
    if (doc.deprel[t] === 'amod' || doc.deprel[t] === 'compound') out.push([word, 'adj', true])
    else out.push([lemma, 'verb', false])
    if (doc.xpos[t] === 'VBG' && has(word)) out.push([word, 'noun', true])
    if (doc.xpos[t] === 'VBG' && doc.deprel[t] !== 'amod') out.push([lemma, 'noun', true])
    if (doc.deprel[t] !== 'amod') out.push([word, 'adj', false])
  } else if (tag === 'NOUN' || tag === 'PROPN') {
    for (const l of tag === 'PROPN' ? stems(word, has) : [lemma, word]) out.push([l, 'noun', true])
    if (/ing$/.test(word)) for (const l of gerundStems(word)) if (has(l)) out.push([l, 'verb', true])
    if (headlinish(doc, t)) for (const l of stems(word, has)) out.push([l, 'verb', false])
    out.push([word, 'adj', doc.deprel[t] === 'amod'])
  } else if (tag === 'ADJ') {
    out.push([word, 'adj', doc.deprel[t] === 'amod'])
    if (word !== lemma) out.push([lemma, 'adj', doc.deprel[t] === 'amod'])
    if (headlinish(doc, t) && doc.deprel[t] !== 'amod')
      for (const l of stems(word, has)) out.push([l, 'noun', true], [l, 'verb', false])
  } else if (tag === 'ADP' || tag === 'ADV' || tag === 'SCONJ') out.push([word, 'adj', false])
  return out
}

/** Whether the token stands in a headline, where taggers trust capitals too much. */
const headlinish = (doc: Document, t: number): boolean => doc.blocks[doc.sentenceBlock[doc.sentence[t]]]?.kind === 'headline'

/** What a capitalised word may be a form of. */
const stems = (word: string, has: (l: string) => boolean): string[] => {
  const forms = [
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/ed$/, ''),
    word.replace(/d$/, ''),
  ]
  return [...new Set(forms)].filter(has)
}

const gerundStems = (word: string): string[] => {
  const base = word.slice(0, -3)
  return [base, `${base}e`, base.replace(/(.)\1$/, '$1')]
}

/** Where the trigger's words stand around its head t, or null. */
const wordsAt = (doc: Document, t: number, trigger: Trigger): { first: number; last: number } | null => {
  const { words, kind } = trigger
  if (words.length === 1) return { first: t, last: t }
  if (kind !== 'verb') {
    const first = t - words.length + 1
    if (first < doc.sentenceFirst[doc.sentence[t]]) return null
    for (let i = 0; i < words.length - 1; i++) if (!isWord(doc, first + i, words[i])) return null
    return { first, last: t }
  }
  const rest = words.slice(1)
  const end = doc.sentenceLast[doc.sentence[t]]
  if (rest.every((w, i) => t + 1 + i <= end && isWord(doc, t + 1 + i, w))) return { first: t, last: t + rest.length }
  const last = rest.at(-1) as string
  const parts = childrenBy(doc, t, 'compound:prt', 'advmod', 'obj', 'obl', 'xcomp', 'iobj', 'nsubj:pass').filter(c =>
    isWord(doc, c, last),
  )
  for (const c of parts) {
    const before = rest.slice(0, -1)
    if (
      !before.every((w, i) => isWord(doc, c - before.length + i, w)) &&
      !before.every(w => childrenBy(doc, c, 'case', 'det').some(k => isWord(doc, k, w)))
    )
      continue
    const near = c > t && c - t <= rest.length
    return near
      ? { first: t, last: c }
      : rest.length === 1 && doc.deprel[c] !== 'compound:prt' && c > t
        ? { first: t, last: t }
        : { first: t, last: t }
  }
  return null
}

const isWord = (doc: Document, t: number, w: string): boolean =>
  t >= 0 && t < doc.length && (lemmaOf(doc, t) === w || wordOf(doc, t) === w)

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
    case 'gov':
      return doc.head[t] >= 0 ? [doc.head[t]] : []
    case 'word': {
      const s = doc.sentence[t]
      return Array.from({ length: doc.sentenceLast[s] - doc.sentenceFirst[s] + 1 }, (_, i) => doc.sentenceFirst[s] + i)
    }
    default:
      return slot.split('|').flatMap(p => frame.prep.get(p) ?? [])
  }
}

const holds = (doc: Document, t: number, c: Condition, frame: Frame, ontology: Ontology): boolean => {
  const tokens = slotTokens(doc, t, c.slot, frame)
  if (!c.words.length) return c.not ? tokens.length === 0 : tokens.length > 0
  return tokens.some(k => c.words.some(w => isA(doc, k, w, ontology, c.not))) !== c.not
}

/** Whether token k is the word w or of the class w; a name or pronoun passes for people, forces and places unless `strict`. */
const isA = (doc: Document, k: number, w: string, ontology: Ontology, strict: boolean): boolean => {
  const lemma = lemmaOf(doc, k)
  const members = ontology.classes.get(w)
  if (!members) return lemma === w || wordOf(doc, k) === w
  if (members.has(lemma) || members.has(wordOf(doc, k))) return true
  if (strict || !OPEN.has(w)) return false
  return (
    doc.upos[k] === 'PROPN' ||
    doc.upos[k] === 'PRON' ||
    (doc.upos[k] === 'NUM' && w !== 'place') ||
    (doc.upos[k] === 'DET' && w !== 'place')
  )
}
