import { VERB_CUES } from '../../knowledge/attribution.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { spanOf } from '../../model/span.ts'
import { type Found, tokenSpan } from './found.ts'
import { sourceOfVerb } from './source.ts'

const ISSUING = new Set([
  'issue',
  'release',
  'make',
  'give',
  'provide',
  'publish',
  'deliver',
  'read',
  'put',
  'distribute',
  'send',
])
const DOCUMENTS = new Set([
  'statement',
  'communique',
  'declaration',
  'message',
  'letter',
  'remark',
  'comment',
  'announcement',
  'text',
  'speech',
])
const OPENING_QUOTE = /^\s*["“«„'‘`]/
const END =
  /^\s*(notes? (to|for) editors?|further information|background|media enquiries|follow |ends\b|contact|read more|related|#{2,}|\*{2,}|-{3,}|_{3,})/i

/**
 * Statements given in full: a paragraph that ends in a colon ("Minister Diallo said:", "The union issued the following statement:")
 * and the paragraphs after it without quotation marks, up to one in which somebody else is named as speaking (`spoken`: the blocks of
 * attributions with a named source).
 */
export const findStatements = (doc: Document, spoken: ReadonlySet<number>): Found[] => {
  const out: Found[] = []
  for (let s = 0; s + 1 < doc.sentences; s++) {
    const block = doc.sentenceBlock[s]
    if (doc.sentenceBlock[s + 1] === block || doc.form[doc.sentenceLast[s]] !== ':') continue
    const verb = introducing(doc, s)
    const source = verb < 0 ? undefined : sourceOfVerb(doc, verb)
    if (source === undefined || source.head < 0) continue
    for (let b = block + 1; b < doc.blocks.length; b++) {
      const { kind, start, end } = doc.blocks[b]
      const text = doc.text.slice(start, end)
      if (kind !== 'paragraph' || OPENING_QUOTE.test(text) || END.test(text) || spoken.has(b)) break
      const isFirst = b === block + 1
      out.push({
        source: source.head,
        pronoun: source.pronoun,
        at: isFirst ? verb : -1,
        cue: isFirst ? tokenSpan(doc, verb) : null,
        content: [spanOf(doc.text, start, end)],
        kind: 'speech',
        stance: 'asserts',
        rule: isFirst ? 'statement' : 'carried statement',
      })
    }
  }
  return out
}

/** The verb of sentence s that announces a statement: the last speech verb, or "issued the following statement"; -1 if none. */
const introducing = (doc: Document, s: number): number => {
  for (let t = doc.sentenceLast[s]; t >= doc.sentenceFirst[s]; t--) {
    if (doc.upos[t] !== 'VERB') continue
    const lemma = doc.lemma[t].toLowerCase()
    if (ISSUING.has(lemma) && childrenBy(doc, t, 'obj', 'obl').some(c => DOCUMENTS.has(doc.lemma[c].toLowerCase()))) return t
    if (VERB_CUES.get(lemma)?.some(u => u.kind === 'speech' && u.frames.includes('clause'))) return t
  }
  return -1
}
