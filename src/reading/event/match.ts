import type { Condition, Ontology, Trigger, TriggerKind } from '../../knowledge/ontology.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { clauseFrame, isReducedClause } from './clause.ts'
import { type Frame, isNominal, isVerb, lemmaOf, prepositionOf, wordOf } from './frame.ts'
import { nounFrame } from './nominal.ts'
import { isPastForm, telegraphicFrame } from './telegraphic.ts'

/** A trigger found at a token, before back-references and doubles are taken out. */
export interface Match {
  readonly head: number
  readonly first: number
  readonly last: number
  /** Tokens that are the trigger's own words, adjacent or not. */
  readonly parts: readonly number[]
  readonly trigger: Trigger
  readonly frame: Frame
}

/** Classes that a name or pronoun passes for. */
const OPEN = new Set(['FORCE', 'PERSON', 'PLACE'])

/** The trigger at token t, or null. A sense that is no event matches too: its trigger's type is null. */
export const matchAt = (doc: Document, t: number, ontology: Ontology): Match | null => {
  for (const [lemma, kind, nominal] of readings(doc, t, ontology)) {
    for (const trigger of ontology.triggers.get(lemma) ?? []) {
      if (trigger.kind !== kind) continue
      const extent = wordsAt(doc, t, trigger)
      if (!extent) continue
      const head = kind === 'noun' ? topOf(doc, extent.first, t) : t
      const frame = frameOf(doc, head, trigger, nominal)
      if (trigger.when.every(c => holds(doc, head, c, frame, ontology))) return { head, ...extent, trigger, frame }
    }
  }
  return null
}

/** The token of a fixed expression that the others hang on: "state" in "state of emergency". */
const topOf = (doc: Document, first: number, last: number): number => {
  let top = last
  while (doc.head[top] >= first && doc.head[top] < last && /^(?:nmod|compound|conj|flat)/.test(doc.deprel[top]))
    top = doc.head[top]
  return top
}

/** The frame of a reading; where a headline's verb was tagged as a noun, from the order of words. */
const frameOf = (doc: Document, t: number, trigger: Trigger, nominal: boolean): Frame => {
  if (nominal && trigger.kind === 'adj')
    return { ...nounFrame(doc, t, trigger.of, trigger.poss), obj: doc.head[t] >= 0 ? [doc.head[t]] : [] }
  if (nominal) return nounFrame(doc, t, trigger.of, trigger.poss)
  const hidden = trigger.kind === 'verb' && inHeadline(doc, t) && (!isVerb(doc, t) || doc.deprel[t] === 'amod')
  return hidden && !isReducedClause(doc, t)
    ? telegraphicFrame(doc, t, trigger.to.includes('obj'))
    : clauseFrame(doc, t, trigger.kind === 'adj')
}

/** The type of the first trigger that token t's words allow, whatever stands around it; null if none. */
export const looseTypeAt = (doc: Document, t: number, ontology: Ontology): Trigger['type'] => {
  for (const [lemma, kind] of readings(doc, t, ontology))
    for (const trigger of ontology.triggers.get(lemma) ?? [])
      if (trigger.kind === kind && trigger.type && wordsAt(doc, t, trigger)) return trigger.type
  return null
}

type Reading = [lemma: string, kind: TriggerKind, nominal: boolean]

/** The lemmas and kinds that a token may be read as: its tag first, then what taggers take for one another. */
const readings = (doc: Document, t: number, ontology: Ontology): Reading[] => {
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
    kinds.push(['noun', true], ['adj', attributive])
    if (gerund) kinds.push(['verb', true])
    if (headline) kinds.push(['verb', false])
  } else if (doc.upos[t] === 'ADJ' || isReducedClause(doc, t)) {
    if (isReducedClause(doc, t)) kinds.push(['verb', false])
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
  if (t === doc.sentenceLast[s] || !/(?:s|ed)$/.test(wordOf(doc, t))) return false
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
  const words = run(doc.sentenceFirst[s], doc.sentenceLast[s]).filter(k => /^[A-Za-z]{4}/.test(doc.form[k]))
  return words.filter(k => /^[a-z]/.test(doc.form[k])).length * 2 > words.length
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

/** Whether the token stands in a headline, where taggers trust capitals too much. */
const inHeadline = (doc: Document, t: number): boolean => doc.blocks[doc.sentenceBlock[doc.sentence[t]]]?.kind === 'headline'

interface Extent {
  readonly first: number
  readonly last: number
  readonly parts: readonly number[]
}

const run = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Where the trigger's words stand around its head t, or null. */
const wordsAt = (doc: Document, t: number, trigger: Trigger): Extent | null => {
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
  for (const c of hosts.flatMap(h => childrenBy(doc, h, 'compound:prt', 'advmod', 'obj', 'obl', 'xcomp', 'iobj', 'nsubj:pass'))) {
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
      return doc.head[t] >= 0 ? [doc.head[t]] : []
    case 'case':
      return childrenBy(doc, t, 'case').filter(c => c < t)
    case 'word': {
      const s = doc.sentence[t]
      return Array.from({ length: doc.sentenceLast[s] - doc.sentenceFirst[s] + 1 }, (_, i) => doc.sentenceFirst[s] + i)
    }
    default:
      return slot.split('|').flatMap(p => frame.prep.get(p) ?? [])
  }
}

const PARTITIVE =
  /^(?:majority|number|dozen|most|part|hundred|thousand|score|some|many|several|percent|half|third|quarter|rest|all|one|two|three|four|five|six|seven|eight|nine|ten|number|series|group|lot|bulk|variety|couple|handful|pair|tens|kind|type|amount|quantity|piece|ton|tonne|kilogram|kilo|gram|pound|kg|box|crate|load|truckload|wave|total|members?|any|each|both)$/

/** A token and what it counts: "three of the bridges", "a majority of the city". */
const counted = (doc: Document, k: number): number[] =>
  PARTITIVE.test(lemmaOf(doc, k)) ? [k, ...childrenBy(doc, k, 'nmod').filter(c => prepositionOf(doc, c) === 'of')] : [k]

const holds = (doc: Document, t: number, c: Condition, frame: Frame, ontology: Ontology): boolean => {
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
  if (!members) return lemma === w || wordOf(doc, k) === w || wordOf(doc, k) === `${w}s`
  const word = wordOf(doc, k)
  if (members.has(lemma) || members.has(word) || members.has(word.replace(/s$/, ''))) return true
  if (w === 'OFFICIAL') return !strict && doc.upos[k] === 'PROPN'
  if (strict || !OPEN.has(w)) return false
  if (w === 'PLACE' && childrenBy(doc, k, 'nummod').length > 0) return false
  if (w === 'PERSON' && doc.upos[k] === 'NOUN' && /(?:ist|ician|woman|man)$/.test(lemma)) return true
  if (doc.upos[k] === 'NOUN' && k > doc.sentenceFirst[doc.sentence[k]] && /^[A-Z][a-z]/.test(doc.form[k])) return true
  return (
    doc.upos[k] === 'PROPN' ||
    doc.upos[k] === 'PRON' ||
    (doc.upos[k] === 'NUM' && w !== 'PLACE') ||
    (doc.upos[k] === 'DET' && w !== 'PLACE')
  )
}
