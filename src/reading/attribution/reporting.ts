import { VERB_CUES } from '../../knowledge/attribution.ts'
import { child, children, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'what'])
const BREAK = new Set([',', '”', '"', "''", '’', "'", '»', '—', '–', '--', '-', '?', '!', '…', '...', '.', ')'])
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])
const STARTS = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'])

/** The subject of verb t: of several the nearest before it, else the first after it; -1 if none. */
export const subjectOf = (doc: Document, t: number): number => {
  const subjects = [...children(doc, t)].filter(c => doc.deprel[c] === 'nsubj' || doc.deprel[c] === 'nsubj:outer')
  return subjects.filter(c => c < t).at(-1) ?? subjects[0] ?? unusual(doc, t)
}

const AUXILIARY =
  /^(is|are|was|were|be|been|being|am|get|gets|got|getting|has|have|had|having|do|does|did|will|would|can|could|may|might|shall|should|must|not|'s|'re|'m|'d|'ve|'ll|’s|’re|’d|’ve|’ll|ca|wo)$/i

/** An acronym right before verb t that the tree takes for an auxiliary ("HRW said"); -1 if none. */
export const mistakenSubject = (doc: Document, t: number): number =>
  childrenBy(doc, t, 'aux').find(c => c === t - 1 && !AUXILIARY.test(doc.form[c]) && /^\p{Lu}/u.test(doc.form[c])) ?? -1

/** A subject that the tree takes for a passive one although no auxiliary stands there, or for a clause ("the men firing have said"). */
const unusual = (doc: Document, t: number): number => {
  const acronym = mistakenSubject(doc, t)
  if (acronym >= 0) return acronym
  const clause = child(doc, t, 'csubj')
  if (clause >= 0 && clause < t && doc.xpos[clause] === 'VBG') {
    const first = subtree(doc, clause)[0]
    for (let k = first; k < clause; k++) if (NOMINAL.has(doc.upos[k])) return k
  }
  const subject = child(doc, t, 'nsubj:pass')
  return subject >= 0 && child(doc, t, 'aux:pass') < 0 && /^(for|on|upon)$/i.test(doc.form[t + 1] ?? '') ? subject : -1
}

/** The head of the noun phrase right before a finite verb whose subject the tree has lost: "Chairman Ito (D-Utah) said"; -1 if none. */
export const nounBefore = (doc: Document, t: number): number => {
  const isPerfect = doc.xpos[t] === 'VBN' && childrenBy(doc, t, 'aux').some(c => /^(has|have|had)$/i.test(doc.form[c]))
  const isRoot = doc.xpos[t] === 'VBN' && doc.head[t] < 0 && childrenBy(doc, t, 'aux').length === 0
  if (!/^VB[DZP]$/.test(doc.xpos[t]) && !isPerfect && !isRoot) return -1
  const first = doc.sentenceFirst[doc.sentence[t]]
  let k = t - 1
  if (k === first && isNameLike(doc, first)) return first
  while (k >= first && (doc.upos[k] === 'AUX' || doc.upos[k] === 'ADV')) k--
  if (k >= first && doc.form[k] === ')') {
    while (k >= first && doc.form[k] !== '(') k--
    k--
  }
  if (k > first && doc.form[k] === ',' && doc.upos[k - 1] === 'PROPN') k--
  if (k < first || !NOMINAL.has(doc.upos[k])) return -1
  while (doc.head[k] >= first && doc.head[k] < k && NOMINAL.has(doc.upos[doc.head[k]]) && isSamePhrase(doc, k)) k = doc.head[k]
  return k
}

/** A name at the head of a sentence that was tagged as an adverb or interjection: "Arevalo said". */
const isNameLike = (doc: Document, t: number): boolean =>
  (doc.upos[t] === 'ADV' || doc.upos[t] === 'INTJ') &&
  /^\p{Lu}\p{Ll}{3,}/u.test(doc.form[t]) &&
  !/ly$|^(Here|There|Then|Also|Later|Once|Today|Meanwhile|Never|Still|Thus|Even|Only|Just|When|Where|Soon|However|Moreover|Furthermore|Yesterday|Earlier|Instead|Nevertheless|Perhaps|Therefore)$/.test(
    doc.form[t],
  )

const isSamePhrase = (doc: Document, k: number): boolean => {
  if (doc.form.slice(doc.head[k], k).includes(',')) return false
  return (
    ['flat', 'appos', 'nmod', 'compound'].some(r => isRelation(doc, k, r)) ||
    (isRelation(doc, k, 'conj') && child(doc, k, 'cc') >= 0)
  )
}

/** Where the reporting clause of verb t begins if punctuation sets it off from what stands before it; -1 otherwise. */
export const reportingStart = (doc: Document, t: number): number => {
  if (invertedSpeaker(doc, t) >= 0) return t
  const own = subjectOf(doc, t)
  const subject = own >= 0 ? own : nounBefore(doc, t)
  if (subject < 0 || RELATIVE.has(doc.form[subject].toLowerCase())) return -1
  let first = subject < t ? subtree(doc, subject)[0] : t
  for (const c of children(doc, t))
    if (c < first && c > first - 4 && (isRelation(doc, c, 'advmod') || isRelation(doc, c, 'aux'))) first = c
  while (first < t && doc.upos[first] === 'PUNCT') first++
  while (first > doc.sentenceFirst[doc.sentence[t]] && doc.upos[first - 1] === 'PROPN' && doc.upos[first] === 'PROPN') first--
  if (first === doc.sentenceFirst[doc.sentence[t]]) return -1
  return BREAK.has(doc.form[first - 1]) || isClosing(doc, t, subject, first) ? first : -1
}

/** Nouns and names that speak at the end of a sentence whose comma got lost: "Five men were killed the ministry said." */
const isClosing = (doc: Document, t: number, subject: number, first: number): boolean =>
  subject < t &&
  NOMINAL.has(doc.upos[subject]) &&
  CLOSERS.has(doc.lemma[t].toLowerCase()) &&
  (/^VB[DZ]$/.test(doc.xpos[t]) || (doc.xpos[t] === 'VBN' && child(doc, t, 'aux') >= 0)) &&
  !(isRelation(doc, t, 'acl') && WORDS.has(doc.lemma[doc.head[t]].toLowerCase())) &&
  first - doc.sentenceFirst[doc.sentence[t]] >= 4 &&
  !['IN', 'CC', 'WDT', 'WP', 'WRB', 'TO'].includes(doc.xpos[first - 1]) &&
  isSentenceEnd(doc, reportingEnd(doc, t) + 1)

const isSentenceEnd = (doc: Document, t: number): boolean =>
  t >= doc.length || t >= doc.sentenceLast[doc.sentence[t]] || doc.sentenceFirst[doc.sentence[t]] === t || doc.xpos[t] === 'VBG'

/** What somebody said rather than who said it: "the things the ministry said". */
const WORDS = new Set('thing word all what everything anything nothing something that way statement'.split(' '))

const CLOSERS = new Set(['say', 'report', 'announce', 'add', 'claim', 'tell', 'state', 'confirm', 'note'])

/** The speaker of an inverted reporting clause: "..., said Akar", "..., says a source in the room"; -1 if verb t does not begin one. */
export const invertedSpeaker = (doc: Document, t: number): number => {
  const sentence = doc.sentence[t]
  const isSetOff =
    t === doc.sentenceFirst[sentence]
      ? startsAfterQuote(doc, t)
      : (BREAK.has(doc.form[t - 1]) && doc.form[t - 1] !== '-') || closesWithSpeaker(doc, t)
  if (!isSetOff || !/^VB[DZP]?$/.test(doc.xpos[t]) || !canInvert(doc, t)) return -1
  if (doc.xpos[t] === 'VB' && !startsAfterQuote(doc, t)) return -1
  const last = doc.sentenceLast[sentence]
  if (
    t + 1 > last ||
    !STARTS.has(doc.upos[t + 1]) ||
    (doc.xpos[t + 1] === 'PRP' && /^(it|them|him|me|us)$/i.test(doc.form[t + 1]))
  )
    return -1
  let k = t + 1
  while (doc.head[k] > k && doc.head[k] <= last && doc.head[k] < t + 12) k = doc.head[k]
  return NOMINAL.has(doc.upos[k]) && !WHEN.test(doc.form[k]) && k > t && !isWhole(doc, k) && endsClause(doc, k, last) ? k : -1
}

/** "Eighty men were hurt said the clinic.": the speaker ends a sentence whose comma got lost. */
const closesWithSpeaker = (doc: Document, t: number): boolean => {
  const last = doc.sentenceLast[doc.sentence[t]]
  if (!/^(said|says|added)$/.test(doc.form[t]) || t - doc.sentenceFirst[doc.sentence[t]] < 6) return false
  if (doc.form[t] === 'added' && NOMINAL.has(doc.upos[t - 1])) return false
  for (let k = t + 1; k <= last; k++) {
    if (k > t + 1 && /^(who|which)$/i.test(doc.form[k])) return true
    if (doc.upos[k] === 'VERB' || doc.upos[k] === 'AUX' || doc.xpos[k] === 'PRP') return false
  }
  return last - t <= 10
}

/** Whether what follows a noun phrase lets it be a speaker: no verb of its own. */
const endsClause = (doc: Document, k: number, last: number): boolean => {
  const next = subtree(doc, k)[1] + 1
  return next > last || !/^(VB[DZP]|MD)$/.test(doc.xpos[next])
}

const WHEN =
  /^(yesterday|today|tomorrow|tonight|((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)|week|month|year|night|morning|evening)$/i

const canInvert = (doc: Document, t: number): boolean =>
  VERB_CUES.get(doc.lemma[t].toLowerCase())?.some(
    u => u.kind !== 'attitude' && (u.frames.includes('clause') || u.frames.includes('quote')),
  ) ?? false

/** Whether token k heads a clause of its own, so that it is what is said and not who says it. */
const isWhole = (doc: Document, k: number): boolean =>
  childrenBy(doc, k, 'nsubj', 'cop').length > 0 || (isRelation(doc, k, 'nsubj') && doc.head[k] > k)

const startsAfterQuote = (doc: Document, t: number): boolean =>
  /["”»]\s*$|''\s*$/.test(doc.text.slice(Math.max(0, doc.start[t] - 4), doc.start[t]))

/** Last token of the reporting clause that verb t heads: its inverted speaker, addressee, day and place; what is said comes after it. */
export const reportingEnd = (doc: Document, t: number): number => {
  let end = t
  const speaker = invertedSpeaker(doc, t)
  if (speaker >= 0) end = Math.max(end, subtree(doc, speaker)[1])
  for (const c of children(doc, t)) {
    if (c < t || !['obl', 'iobj', 'advmod', 'obj', 'compound:prt', 'nsubj'].some(r => isRelation(doc, c, r))) continue
    const [first, last] = subtree(doc, c)
    if (first <= end + 1 && last > end) end = last
  }
  return end
}
