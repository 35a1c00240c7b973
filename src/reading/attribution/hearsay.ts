import { children, isRelation } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Found, gather, spansOf, tokenSpan } from './found.ts'

const ADVERBS = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly'])

/** Contents told as hearsay without a source: "reportedly". */
export const findHearsay = (doc: Document): Found[] => {
  const out: Found[] = []
  for (let t = 0; t < doc.length; t++) {
    if (!ADVERBS.has(doc.form[t].toLowerCase()) || doc.head[t] < 0) continue
    const content = spansOf(doc, clauseAround(doc, doc.head[t], t))
    out.push({
      source: -1,
      pronoun: -1,
      at: t,
      cue: tokenSpan(doc, t),
      content,
      kind: 'hearsay',
      stance: 'asserts',
      rule: `${doc.form[t].toLowerCase()}`,
    })
  }
  return out
}

const clauseAround = (doc: Document, head: number, adverb: number): Set<number> => {
  const tokens = gather(
    doc,
    head,
    new Set(),
    c => c === adverb || (isRelation(doc, c, 'conj') && ownSubject(doc, c)) || isRelation(doc, c, 'parataxis'),
  )
  return tokens
}

const ownSubject = (doc: Document, t: number): boolean => [...children(doc, t)].some(c => isRelation(doc, c, 'nsubj'))
