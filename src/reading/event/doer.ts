import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isTime } from './frame.ts'

const PARTY_NOUN =
  /^(?:rebel|guerrilla|insurgent|government|army|police|military|militant|coalition|alliance|terrorist|regime|opposition|navy|enemy|allied|separatist|militia|jihadist|islamist|contra|state|troop|extremist|gunman|taliban|nato)$/
/** Endings of adjectives of nationality. */
const NATIONAL = /(?:an|ish|ese|i|[cn]ch|k|o|rb|ab|mil|gyz|iot|que|tu|iss|ech)$/
/** The same where a capital says nothing: at the beginning of a text, or where the tagger sees no adjective. */
const SURELY_NATIONAL = /(?:ian|ish|ese|aeli|aqi|aani)s?$/

/** Whether a word before an event noun names a party: "rebel", a nationality, a name. */
export const isPartyWord = (doc: Document, t: number): boolean => {
  if (isTime(doc, t)) return false
  if (PARTY_NOUN.test(lemmaOf(doc, t)) || doc.upos[t] === 'PROPN') return true
  if (!/^[A-Z]/.test(doc.form[t])) return false
  return (doc.upos[t] === 'ADJ' && doc.start[t] > 0 ? NATIONAL : SURELY_NATIONAL).test(wordOf(doc, t))
}

/** Events with many parties: a name before them is where they were. */
const GATHERING =
  /^(?:battle|war|violation|fighting|clash|siege|isolation|civil|talk|talks|summit|meeting|conference|negotiation|round|process|protest|demonstration|riot|unrest)$/
/** Things that are hit: a name before them says whose or where they are. */
const TARGET =
  /^(?:mosque|school|church|hospital|market|embassy|airport|camp|village|town|hotel|bus|train|border|station|university|base|mall|club|theatre|theater|stadium)$/

/** Whether the bare name c before the event noun n says where it was: "the Mosul battle", "an Iraq mosque attack". */
export const isWhere = (doc: Document, c: number, n: number): boolean => {
  if (doc.upos[c] !== 'PROPN' || doc.deprel[c] !== 'compound') return false
  const isPair = childrenBy(doc, c, 'conj').length > 0 || /[-–]/.test(doc.form[c + 1] ?? '')
  if (GATHERING.test(lemmaOf(doc, n))) return !isPair
  return childrenBy(doc, n, 'compound').some(k => k > c && doc.upos[k] === 'NOUN' && TARGET.test(lemmaOf(doc, k)))
}

/** Whether an owner is a place that something is done to: "the city's seizure". */
export const isOwnedPlace = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'NOUN' &&
  /^(?:city|town|village|capital|area|region|province|base|airport|island|country|port|district)$/.test(lemmaOf(doc, t))
