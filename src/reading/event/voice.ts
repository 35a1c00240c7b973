import { child, childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isTime, isVerb } from './frame.ts'
import { inHeadline } from './readings.ts'
import { isReducedClause } from './slip.ts'

/** Whether verb v is passive, by itself or through the verb that it is coordinated with. */
export const isPassive = (doc: Document, v: number): boolean => {
  if (isReducedClause(doc, v) || isMistakenPassive(doc, v)) return false
  if (child(doc, v, 'aux:pass') >= 0 || childrenBy(doc, v, 'nsubj:pass', 'csubj:pass').length) return true
  if (childrenBy(doc, v, 'aux').some(a => /^(?:get|got|be|been|being)$/.test(wordOf(doc, a))) && doc.xpos[v] === 'VBN')
    return true
  if (doc.xpos[v] !== 'VBN' && doc.xpos[v] !== 'VBD') return false
  if (isBareLoss(doc, v)) return true
  if (
    doc.deprel[v] === 'conj' &&
    doc.head[v] >= 0 &&
    isVerb(doc, doc.head[v]) &&
    !childrenBy(doc, v, 'nsubj', 'aux', 'obj').length
  )
    return isPassive(doc, doc.head[v]) && doc.xpos[doc.head[v]] !== 'VBG'
  if (childrenBy(doc, v, 'aux').length) return false
  if (doc.deprel[v] === 'xcomp' && doc.xpos[v] === 'VBN' && doc.head[v] >= 0)
    return isPassive(doc, doc.head[v]) || /^(?:leave|see|have|get|want|find)$/.test(lemmaOf(doc, doc.head[v]))
  if (doc.deprel[v] === 'acl' || (doc.xpos[v] === 'VBN' && doc.deprel[v] === 'amod')) return true
  if (doc.xpos[v] === 'VBN' && doc.deprel[v] === 'parataxis' && !childrenBy(doc, v, 'obj').length) return true
  return (
    childrenBy(doc, v, 'obj').length === 0 &&
    (childrenBy(doc, v, 'obl:agent').length > 0 || byPhrases(doc, v).some(o => isDoer(doc, o)))
  )
}

/** Headlines leave "were" out: "60 killed", "five soldiers wounded in ambush". These verbs hardly ever stand without an object. */
const isBareLoss = (doc: Document, v: number): boolean =>
  LOSS.test(lemmaOf(doc, v)) &&
  !childrenBy(doc, v, 'obj', 'aux', 'aux:pass', 'ccomp', 'xcomp').length &&
  (doc.deprel[v] === 'ccomp' || doc.deprel[v] === 'root' || doc.deprel[v] === 'parataxis') &&
  (childrenBy(doc, v, 'nummod').length > 0 ||
    childrenBy(doc, v, 'nsubj').some(s => inHeadline(doc, s) || childrenBy(doc, s, 'nummod').length > 0))
const LOSS = /^(?:kill|wound|injure|hurt|slay|displace|arrest|detain)$/

/** A passive subject without an auxiliary beside an object of the verb's own is the parser's slip. */
const isMistakenPassive = (doc: Document, v: number): boolean => {
  if (childrenBy(doc, v, 'aux:pass', 'obl:agent').length) return false
  const takesNone = /^(?:call|appeal|withdraw|agree|fire|retreat|clash|march)$/.test(lemmaOf(doc, v))
  if (childrenBy(doc, v, 'nsubj:pass').length) return takesNone || childrenBy(doc, v, 'obj').length > 0
  return takesNone && doc.deprel[v] === 'acl' && doc.deprel[doc.head[v]] === 'root' && /ed$/.test(doc.form[v])
}

/** Whether a by-phrase names somebody, not a time, a measure or a means. */
const isDoer = (doc: Document, o: number): boolean =>
  !isTime(doc, o) && (doc.upos[o] === 'PROPN' || (doc.xpos[o] === 'NNS' && !childrenBy(doc, o, 'nummod').length))

/** By-phrases of verb v. */
export const byPhrases = (doc: Document, v: number): number[] =>
  childrenBy(doc, v, 'obl').filter(o => childrenBy(doc, o, 'case').some(c => c < o && wordOf(doc, c) === 'by'))
