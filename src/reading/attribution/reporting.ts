import { children, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'what'])
const BREAK = new Set([',', '”', '"', "''", '’', "'", '»', '—', '–', '--', '-', '?', '!', '…', '...', '.'])

/**
 * Where the reporting clause of verb t begins, if it is set off from what is said before it: "A, X said", "'A,' said X".
 * Returns the token after the comma or closing mark; -1 if the clause does not follow what is said.
 */
export const reportingStart = (doc: Document, t: number): number => {
  const subject = [...children(doc, t)].find(c => isRelation(doc, c, 'nsubj')) ?? -1
  if (subject < 0 && !isInverted(doc, t)) return -1
  if (subject >= 0 && RELATIVE.has(doc.form[subject].toLowerCase())) return -1
  let first = t
  if (subject >= 0 && subject < t) first = subtree(doc, subject)[0]
  for (const c of children(doc, t))
    if (c < first && c > first - 4 && (isRelation(doc, c, 'advmod') || isRelation(doc, c, 'aux'))) first = c
  const sentence = doc.sentence[t]
  if (first <= doc.sentenceFirst[sentence]) return -1
  return BREAK.has(doc.form[first - 1]) ? first : -1
}

/** "said Akar": the speaker right after a verb that stands first in its clause. */
const isInverted = (doc: Document, t: number): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ'].includes(doc.upos[t + 1] ?? '') &&
  doc.sentence[t + 1] === doc.sentence[t] &&
  /^VB[DZP]$/.test(doc.xpos[t])
