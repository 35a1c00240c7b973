import { wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { type Frame, isNominal } from './frame.ts'

const PHRASE = /^(?:NOUN|PROPN|NUM|ADJ|DET|PRON|ADV)$/

/** The end of the noun phrase that starts at token t within its sentence; t - 1 if none does. */
const phraseEnd = (doc: Document, t: number): number => {
  const last = doc.sentenceLast[doc.sentence[t - 1]]
  let k = t
  while (k <= last && PHRASE.test(doc.upos[k])) k++
  return k - 1
}

/** "ACADEMY BOMBED", "TANKER HIT IN GULF". */
export const isPastForm = (doc: Document, t: number): boolean =>
  /(?:ed|hit|shot|struck|sunk|slain|taken|freed)$/.test(wordOf(doc, t))

/** The frame of a headline's verb by the order of words alone: what stands before it does, what stands behind it undergoes. */
export const telegraphicFrame = (doc: Document, t: number, transitive = false): Frame => {
  const first = doc.sentenceFirst[doc.sentence[t]]
  const last = doc.sentenceLast[doc.sentence[t]]
  const infinitive = t > first && wordOf(doc, t - 1) === 'to'
  const before = infinitive ? t - 2 : t - 1
  const start = doc.form[before] === ',' || doc.form[before] === ';' ? phraseEnd(doc, first + 1) : before
  const subj = start >= first && start < t && isNominal(doc, start) ? [start] : []
  let end = phraseEnd(doc, t + 1)
  const obj = end > t && isNominal(doc, end) ? [end] : []
  const prep = new Map<string, number[]>()
  while (end < last && doc.upos[end + 1] === 'ADP') {
    const next = phraseEnd(doc, end + 2)
    if (next <= end + 1 || !isNominal(doc, next)) break
    prep.set(wordOf(doc, end + 1), [next])
    end = next
  }
  if (transitive && !obj.length && !infinitive && isPastForm(doc, t))
    return { subj: prep.get('by') ?? [], obj: subj, prep, clause: -1, mods: [], shape: 'passive' }
  return { subj, obj, prep, clause: -1, mods: [], shape: 'active' }
}
