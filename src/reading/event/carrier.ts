import { childrenBy, lemmaOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isVerb, prepositionOf } from './frame.ts'
import { isReducedClause } from './slip.ts'
import { isPassive } from './voice.ts'

/** Verbs that only carry their noun: "launched an attack", "signed a deal". Their subject does what the noun names. */
const CARRIERS: ReadonlySet<string> = new Set(
  `launch lay attend join host convene seize win achieve score gain secure enjoy carry conduct mount stage wage make
   perform execute undertake deliver commit perpetrate hold give provide impose sign reach conclude strike broker declare
   announce issue open begin start continue resume renew step intensify escalate lead unleash initiate do have take put
   pursue press plan attempt send extend offer keep stop halt end cease suspend complete finish lift hurl throw pay voice
   express file lodge bring enter use inflict claim fire threaten prepare repeat restate reiterate reaffirm respond
   retaliate answer counter`.split(/\s+/),
)
/** Verbs whose subject the noun is done to: "came under fire", "suffered losses". */
const UNDERGOERS: ReadonlySet<string> = new Set(
  'come,suffer,sustain,face,receive,undergo,survive,endure,escape,repel,repulse,withstand,be,get,subject'.split(','),
)

/** Verbs that carry their noun behind a preposition: "responded with an attack", "took the hill under control". */
const OBLIQUE_CARRIERS: Readonly<Record<string, RegExp>> = {
  with: /^(?:respond|retaliate|answer|counter|reply|proceed|react)$/,
  on: /^(?:embark|go|agree)$/,
  to: /^(?:resort|lead|return|turn|subject|expose)$/,
  under: /^(?:take|bring|put|place|have|keep)$/,
  out: /^carry$/,
}

/** The verb that carries noun n ("launched an attack", "an attack carried out by", "the attack was launched"), or -1. */
export const carrierOf = (doc: Document, n: number): number => {
  const top = doc.deprel[n] === 'conj' && doc.head[n] >= 0 && !isVerb(doc, doc.head[n]) ? doc.head[n] : n
  const above = doc.head[top]
  const relation = doc.deprel[top]
  if (above >= 0 && lemmaOf(doc, above) === 'fight' && relation === 'obj' && /^(?:war|battle|campaign)$/.test(lemmaOf(doc, n)))
    return above
  if (above >= 0 && isVerb(doc, above) && CARRIERS.has(lemmaOf(doc, above))) {
    if (/^(?:obj|nsubj:pass)$/.test(relation) || (relation === 'nsubj' && isPassive(doc, above))) return above
  }
  if (above >= 0 && relation === 'obl' && OBLIQUE_CARRIERS[prepositionOf(doc, top)]?.test(lemmaOf(doc, above))) return above
  for (const c of childrenBy(doc, top, 'amod')) if (isReducedClause(doc, c) && CARRIERS.has(lemmaOf(doc, c))) return c
  for (const c of childrenBy(doc, top, 'acl')) if (isVerb(doc, c) && CARRIERS.has(lemmaOf(doc, c))) return c
  return -1
}

/** The verb whose subject undergoes noun n ("came under fire", "suffered losses"), or -1. */
export const undergoerOf = (doc: Document, n: number): number => {
  const top = doc.deprel[n] === 'conj' && doc.head[n] >= 0 && !isVerb(doc, doc.head[n]) ? doc.head[n] : n
  const above = doc.head[top]
  if (above < 0 || !isVerb(doc, above) || !UNDERGOERS.has(lemmaOf(doc, above))) return -1
  const isUnder = doc.deprel[top] === 'obl' && prepositionOf(doc, top) === 'under'
  return doc.deprel[top] === 'obj' || isUnder ? above : -1
}
