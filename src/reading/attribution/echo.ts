import type { Document } from '../../model/document.ts'
import { type Found, tokensIn } from './found.ts'

const PRONOUN = /^(he|she|it|they|i|we)$/i

/**
 * Leaves out cues within other contents that add no voice: "he hoped" within what he says (a pronoun for source, no denial, demand
 * or accusation), and "urged him to say A", where nobody has said A yet.
 */
export const withoutEchoes = (doc: Document, found: readonly Found[]): Found[] => {
  const inSpeech = new Uint8Array(doc.length)
  const inDemand = new Uint8Array(doc.length)
  for (const f of found) {
    if (f.kind === 'speech' || f.kind === 'writing' || f.kind === 'topic')
      for (const t of tokensIn(doc, f.content)) inSpeech[t] = 1
    if (f.kind === 'demand') for (const t of tokensIn(doc, f.content)) inDemand[t] = 1
  }
  return found.filter(f => !(inSpeech[f.at] && isEcho(doc, f)) && !(inDemand[f.at] && doc.xpos[f.at] === 'VB'))
}

const isEcho = (doc: Document, f: Found): boolean =>
  f.stance === 'asserts' &&
  ['speech', 'attitude', 'belief', 'topic'].includes(f.kind) &&
  f.source >= 0 &&
  PRONOUN.test(doc.form[f.source])
