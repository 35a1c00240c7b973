import { childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { prepositionOf } from './frame.ts'

const TRY = new Set(['try', 'attempt', 'seek', 'bid', 'effort', 'attempting'])
const FAIL = new Set(['fail', 'foil', 'thwart', 'prevent', 'avert', 'abort', 'preempt', 'failure', 'stop', 'frustrate'])

/** Whether the event headed by t was only tried, or failed or was prevented, by what stands above it or its adjectives. */
export const attemptOf = (doc: Document, t: number): 'none' | 'attempted' | 'failed' => {
  const adjectives = childrenBy(doc, t, 'amod').map(c => wordOf(doc, c))
  if (adjectives.some(a => /^(?:failed|foiled|abortive|unsuccessful|thwarted|aborted|botched)$/.test(a))) return 'failed'
  if (adjectives.includes('attempted')) return 'attempted'
  const above = doc.head[t]
  if (above < 0) return 'none'
  if (doc.deprel[t] === 'compound' && /^(?:attempt|bid|plot|plan)$/.test(lemmaOf(doc, above)))
    return attemptOf(doc, above) === 'failed' ? 'failed' : 'attempted'
  const relation = doc.deprel[t]
  const lemma = lemmaOf(doc, above)
  if (/^(?:xcomp|ccomp|acl|advcl)$/.test(relation)) return TRY.has(lemma) ? 'attempted' : lemma === 'fail' ? 'failed' : 'none'
  const prevented = FAIL.has(lemma) && lemma !== 'fail' && lemma !== 'stop'
  if (prevented && (/^(?:obj|nsubj:pass)$/.test(relation) || (relation === 'obl' && prepositionOf(doc, t) === 'from')))
    return 'failed'
  return 'none'
}
