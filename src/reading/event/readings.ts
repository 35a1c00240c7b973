import type { Ontology, TriggerKind } from '../../knowledge/ontology.ts'
import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isNominal, isVerb } from './frame.ts'
import { isReducedClause } from './slip.ts'
import { isPastForm } from './telegraphic.ts'

/** A lemma that heads triggers, the kind to read it as, and whether its frame is a noun's. */
export type Reading = [lemma: string, kind: TriggerKind, nominal: boolean]

/** The lemmas and kinds that a token may be read as: its tag first, then what taggers take for one another. */
export const readings = (doc: Document, t: number, ontology: Ontology): Reading[] => {
  const forms = lemmasOf(doc, t, ontology)
  if (!forms.length || isCalendarName(doc, t) || isName(doc, t)) return []
  const word = wordOf(doc, t)
  const headline = inHeadline(doc, t)
  const attributive = doc.deprel[t] === 'amod' || doc.deprel[t] === 'compound'
  const gerund = /ing$/.test(word) && !isNounTrigger(word, ontology)
  const kinds: [TriggerKind, boolean][] = []
  if (headline && isHeadlineVerb(doc, t)) kinds.push(['verb', false])
  if (isVerb(doc, t)) {
    if (attributive && !isReducedClause(doc, t)) kinds.push(['adj', true])
    else
      kinds.push(...(isNounLike(doc, t) ? ([['noun', true]] as [TriggerKind, boolean][]) : []), ['verb', false], ['adj', false])
    if (headline) kinds.push(['noun', true])
  } else if (doc.upos[t] === 'NOUN' || doc.upos[t] === 'PROPN') {
    if (isReducedClause(doc, t)) kinds.push(['verb', false])
    kinds.push(['noun', true], ['adj', attributive])
    if (gerund) kinds.push(['verb', true])
    if (headline) kinds.push(['verb', false])
  } else if (doc.upos[t] === 'ADJ' || isReducedClause(doc, t)) {
    if (isReducedClause(doc, t) || isBareVerb(doc, t)) kinds.push(['verb', false])
    kinds.push(['adj', attributive])
    if ((headline && !attributive) || /^(?:obj|obl|nmod|nsubj)/.test(doc.deprel[t]) || childrenBy(doc, t, 'det').length)
      kinds.push(['noun', true])
    if (headline && !attributive) kinds.push(['verb', false])
  } else if (/^(?:ADP|ADV|SCONJ)$/.test(doc.upos[t])) kinds.push(['adj', false])
  return kinds.flatMap(([kind, nominal]) =>
    forms.filter(l => kind !== 'noun' || !isForm(l, word)).map((lemma): Reading => [lemma, kind, nominal]),
  )
}

/** Whether a participle's word is only derived from the noun ("according" from "accord"). */
const isForm = (lemma: string, word: string): boolean => lemma !== word && /(?:ing|ed)$/.test(word) && !word.endsWith(`${lemma}s`)

/**
 * In a headline's telegraphic style, capitals hide the verb: a word in verb form between a noun and what is no preposition
 * ("Coalition Strikes Hospital", "FORCES DESTROYED RIG").
 */
const isHeadlineVerb = (doc: Document, t: number): boolean => {
  const s = doc.sentence[t]
  if (t === doc.sentenceFirst[s]) return false
  if (wordOf(doc, t - 1) === 'to') return true
  if (isNominal(doc, t - 1) && isPastForm(doc, t) && (t === doc.sentenceLast[s] || /^(?:ADP|PUNCT)$/.test(doc.upos[t + 1])))
    return true
  if (t === doc.sentenceLast[s] || !(isPastForm(doc, t) || /s$/.test(wordOf(doc, t)))) return false
  return isNominal(doc, t - 1) && /^(?:NOUN|PROPN|NUM|DET|ADJ|PRON|ADV)$/.test(doc.upos[t + 1])
}

const isNounTrigger = (word: string, ontology: Ontology): boolean =>
  ontology.triggers.get(word)?.some(t => t.kind === 'noun' && t.words.length === 1) ?? false

/** A gerund that takes a noun's modifiers: "the bombing of". */
const isNounLike = (doc: Document, t: number): boolean =>
  doc.xpos[t] === 'VBG' &&
  !/^(?:aux|amod)/.test(doc.deprel[t]) &&
  (childrenBy(doc, t, 'det', 'amod', 'nmod:poss').length > 0 ||
    childrenBy(doc, t, 'nmod').some(c => c > t) ||
    !childrenBy(doc, t, 'obj', 'obl', 'nsubj', 'aux').length)

/** Names of months that are also words. */
const isCalendarName = (doc: Document, t: number): boolean => /^(?:March|May)$/.test(doc.form[t]) && doc.upos[t] === 'PROPN'

/** A capitalised noun amid a sentence in small letters is part of a name: "Cessation of Hostilities", "Movement of the Left". */
const isName = (doc: Document, t: number): boolean => {
  const s = doc.sentence[t]
  if (doc.upos[t] !== 'PROPN' || inHeadline(doc, t) || t === doc.sentenceFirst[s] || !/^[A-Z][a-z]/.test(doc.form[t]))
    return false
  const words = doc.form.slice(doc.sentenceFirst[s], doc.sentenceLast[s] + 1).filter(w => /^[A-Za-z]{4}/.test(w))
  return words.filter(w => /^[a-z]/.test(w)).length * 2 > words.length
}

/** Forms of token t that head a trigger: its lemma, its word, and what its ending may come from where the lemma is wrong. */
const lemmasOf = (doc: Document, t: number, ontology: Ontology): string[] => {
  const word = wordOf(doc, t)
  const out = [lemmaOf(doc, t), word, ...stems(word)]
  return [...new Set(out)].filter(l => ontology.triggers.has(l))
}

/** Past forms of rarer verbs that a lemmatiser may not know. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    retook: 'retake',
    retaken: 'retake',
    overran: 'overrun',
    overthrew: 'overthrow',
    froze: 'freeze',
    fled: 'flee',
    fought: 'fight',
    struck: 'strike',
    slew: 'slay',
    slain: 'slay',
    beset: 'beset',
    withheld: 'withhold',
    laid: 'lay',
    swore: 'swear',
    shot: 'shoot',
    sank: 'sink',
    sunk: 'sink',
    hit: 'hit',
    torpedoes: 'torpedo',
    undertook: 'undertake',
    withstood: 'withstand',
    broke: 'break',
    beaten: 'beat',
    driven: 'drive',
    thrown: 'throw',
    overthrown: 'overthrow',
    withdrawn: 'withdraw',
  }),
)

const stems = (word: string): string[] => {
  const irregular = IRREGULAR.get(word)
  if (irregular) return [irregular]
  const m = /^(.{2,})(?:ies|ied|es|ed|ing|s|d)$/.exec(word)
  if (!m) return []
  const base = word.replace(/(?:ed|ing)$/, '')
  const undoubled = base.replace(/([a-z])\1$/, '$1')
  return [
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ie[sd]$/, 'y'),
    word.replace(/d$/, ''),
    base,
    `${base}e`,
    undoubled,
  ]
}

/** A past form that was tagged as an adjective although it has a subject and no copula: "forces advanced west". */
const isBareVerb = (doc: Document, t: number): boolean =>
  /ed$/.test(wordOf(doc, t)) && childrenBy(doc, t, 'nsubj').length > 0 && childrenBy(doc, t, 'cop').length === 0

/** Whether the token stands in a headline, or in a sentence with names but no verb, where taggers missed it. */
export const inHeadline = (doc: Document, t: number): boolean => {
  const s = doc.sentence[t]
  if (doc.blocks[doc.sentenceBlock[s]]?.kind === 'headline') return true
  let names = 0
  for (let k = doc.sentenceFirst[s]; k <= doc.sentenceLast[s]; k++) {
    if (isVerb(doc, k)) return false
    if (doc.upos[k] === 'PROPN') names++
  }
  return names > 0
}
