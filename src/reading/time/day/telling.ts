import { ancestors, children, childrenBy } from '../../../language/tree.ts'
import type { Document } from '../../../model/document.ts'

/** Verbs that report: their date is that of the saying. */
const SAYING =
  /^(?:say|tell|report|announce|state|declare|add|note|claim|confirm|deny|write|quote|describe|explain|disclose|reveal|inform|believe|think|suggest|comment|stress|insist|acknowledge|admit|allege|argue|warn|indicate|estimate|mention|learn|hear|tweet|post|publish|broadcast|speak|know|remark|maintain|assert|recall|cite|show|release|issue)$/

export const isSaying = (doc: Document, t: number): boolean => SAYING.test(doc.lemma[t].toLowerCase())

/** How an event's clause is told. */
export type Telling = 'past' | 'perfect' | 'pluperfect' | 'present' | 'none'

const auxiliaries = (doc: Document, t: number): string[] => childrenBy(doc, t, 'aux').map(c => doc.form[c].toLowerCase())

const found = new WeakMap<Document, Map<number, Telling>>()

/** The telling that a verb shows; each is looked at once for a document, for many events ask for the same verbs. */
const verbTelling = (doc: Document, t: number): Telling => {
  const seen = found.get(doc) ?? new Map<number, Telling>()
  found.set(doc, seen)
  const known = seen.get(t)
  if (known) return known
  const telling = lookAt(doc, t)
  seen.set(t, telling)
  return telling
}

const lookAt = (doc: Document, t: number): Telling => {
  const aux = auxiliaries(doc, t)
  if (aux.some(w => w === 'had' || w === "'d")) return 'pluperfect'
  if (aux.some(w => /^(?:has|have|'ve|’ve)$/.test(w)) && /^VB[ND]$/.test(doc.xpos[t])) return 'perfect'
  if (aux.some(w => /^(?:was|were|did)$/.test(w)) || doc.xpos[t] === 'VBD') return 'past'
  if (aux.some(w => /^(?:is|are|'s|am|does|do)$/.test(w)) || /^VB[ZP]$/.test(doc.xpos[t])) return 'present'
  const copula = [...children(doc, t)].find(c => doc.deprel[c] === 'cop')
  if (copula !== undefined) return doc.xpos[copula] === 'VBD' ? 'past' : 'present'
  return 'none'
}

/** The telling of the clause that holds token t: its nearest verb that shows one. */
export const tellingOf = (doc: Document, t: number): Telling => {
  for (const k of [t, ...ancestors(doc, t)]) {
    const telling = verbTelling(doc, k)
    if (telling !== 'none') return telling
    if (doc.deprel[k] === 'conj' && doc.upos[k] === 'VERB') {
      const first = verbTelling(doc, doc.head[k])
      if (first !== 'none') return first
    }
  }
  return 'none'
}
