import { ancestors, children } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Tense } from './rule.ts'

/** The token that holds or follows a character offset; -1 beyond the last. Binary search. */
export const tokenAt = (doc: Document, offset: number): number => {
  let [low, high] = [0, doc.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (doc.end[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low < doc.length ? low : -1
}

const AHEAD =
  /^(?:plan|expect|schedule|intend|hope|vow|agree|slate|prepare|want|set|due|go|threaten|promise|pledge|order|urge|ask|call|likely|ready|about|deadline)$/

const auxiliaries = (doc: Document, t: number): string[] =>
  [...children(doc, t)]
    .filter(c => doc.deprel[c].startsWith('aux') || doc.deprel[c] === 'cop')
    .map(c => doc.form[c].toLowerCase())

/** The tense of one verb with its auxiliaries; null for a form that shows none. */
const verbTense = (doc: Document, t: number): Tense | null => {
  const aux = auxiliaries(doc, t)
  if (aux.some(w => /^(?:will|shall|'ll|’ll|wo)$/.test(w))) return 'future'
  if (aux.some(w => /^(?:was|were|had|did)$/.test(w)) || doc.xpos[t] === 'VBD') return 'past'
  if (aux.includes('could') && [...children(doc, t)].some(c => /^(?:not|n't)$/i.test(doc.form[c]))) return 'past'
  if (aux.some(w => /^(?:would|can|could|may|might|must|should)$/.test(w))) return aux.includes('have') ? 'past' : 'future'
  if (aux.some(w => /^(?:has|have|'ve|’ve)$/.test(w)) && doc.xpos[t] === 'VBN') return 'past'
  if (doc.xpos[t] === 'VBZ' || doc.xpos[t] === 'VBP' || aux.some(w => /^(?:is|are|'s|am)$/.test(w))) return 'present'
  return null
}

/**
 * The tense of the clause that holds token t: its nearest verb with a tense, an infinitive under a word of planning
 * counting as future.
 */
export const tenseAt = (doc: Document, t: number): Tense | null => {
  for (const k of [t, ...ancestors(doc, t)]) {
    const isInfinitive =
      doc.xpos[k] === 'VB' && [...children(doc, k)].some(c => doc.deprel[c] === 'mark' && doc.form[c].toLowerCase() === 'to')
    const governor = doc.head[k]
    if (isInfinitive && governor >= 0 && AHEAD.test(doc.lemma[governor].toLowerCase())) return 'future'
    const tense = verbTense(doc, k)
    if (tense) return tense
  }
  return null
}

/** Whether the tagger reads the word at an offset as a verb or modal: "may", "march", "spring". */
export const isVerbAt = (doc: Document, offset: number): boolean => {
  const t = tokenAt(doc, offset)
  return t >= 0 && doc.start[t] <= offset && /^(?:VB|MD)/.test(doc.xpos[t])
}
