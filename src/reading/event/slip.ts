import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isNominal, isVerb, verbAbove } from './frame.ts'

/** A verb that the parser took for an adjective of its object: "Egypt severed relations", "to have bombed shipments", "by welcoming residents". */
export const isReducedClause = (doc: Document, v: number): boolean => reducedSubject(doc, v) !== null

/** The subject of such a verb (-1 if it stands elsewhere), or null where v is no such verb. */
export const reducedSubject = (doc: Document, v: number): number | null => {
  const noun = doc.head[v]
  if (/^(?:compound|amod)$/.test(doc.deprel[v]) && noun > v && v > 0 && /ing$/.test(doc.form[v]) && wordOf(doc, v - 1) === 'of') {
    const who = accused(doc, noun)
    if (who !== null) return who
  }
  if (doc.deprel[v] !== 'amod' || noun < v || v === 0) return null
  const own = childrenBy(doc, v, 'nsubj')
  if (own.length && isVerb(doc, v)) return own[0]
  if (doc.xpos[v] === 'VBG' && doc.head[noun] === v - 1 && isVerb(doc, v - 1)) return -1
  if (doc.xpos[v] === 'VBG')
    return childrenBy(doc, noun, 'case', 'mark').includes(v - 1) && !childrenBy(doc, noun, 'det').length ? -1 : null
  if (!/^VB[DN]$/.test(doc.xpos[v]) && !(/ed$/.test(doc.form[v]) && doc.deprel[noun] === 'root')) return null
  if (
    doc.deprel[noun] === 'conj' &&
    doc.upos[v - 1] === 'CCONJ' &&
    verbAbove(doc, noun) >= 0 &&
    !childrenBy(doc, noun, 'case').length
  )
    return -1
  if (lemmaOf(doc, v - 1) === 'have' && doc.deprel[noun] === 'obj' && doc.head[noun] === v - 1) return -1
  if (childrenBy(doc, noun, 'case', 'obl').some(c => c < v)) return null
  const before = childrenBy(doc, noun, 'compound', 'nsubj', 'nmod:poss', 'nmod', 'amod').filter(
    c => c < v && (isNominal(doc, c) || doc.deprel[c] === 'nsubj'),
  )
  return before.at(-1) === v - 1 && doc.form[v - 1] !== "'s" ? v - 1 : null
}

/** Verbs by which somebody is charged with an act. */
export const ACCUSING = /^(?:accuse|suspect|blame|charge|convict|condemn|criticize|criticise|denounce|indict|try)$/

/** Who is accused, where the noun stands in what he is accused of: "accused Libya of bombing villages"; or null. */
const accused = (doc: Document, noun: number): number | null => {
  for (const above of [doc.head[noun], doc.head[Math.max(doc.head[noun], 0)]])
    if (above >= 0 && ACCUSING.test(lemmaOf(doc, above)))
      return childrenBy(doc, above, 'obj', 'nsubj:pass').find(c => c < noun) ?? null
  return null
}
