import { child, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { clauseContent } from './clause.ts'
import { type Found, hull, tokenSpan } from './found.ts'
import { objectOf } from './frames.ts'
import { agentOf, isPassive, sourceOfVerb } from './source.ts'

/** Whether t is the "saying" of "quoted as saying", which belongs to the verb of quoting. */
export const isQuotedSaying = (doc: Document, t: number): boolean =>
  doc.xpos[t] === 'VBG' && doc.form[t - 1]?.toLowerCase() === 'as'

/** "A quoted B as saying C": B says C, and A says that he does. */
export const quotedAsSaying = (doc: Document, t: number): Found[] => {
  if (!['quote', 'cite'].includes(doc.lemma[t].toLowerCase())) return []
  const saying = sayingOf(doc, t)
  if (saying < 0) return []
  const said = isPassive(doc, t) ? child(doc, t, 'nsubj:pass') : objectOf(doc, t)
  const complement = clauseContent(doc, saying)
  const content = complement.length ? complement : saidThere(doc, t, saying)
  if (said < 0 || !content.length) return []
  const inner = {
    source: said,
    pronoun: -1,
    at: saying,
    cue: tokenSpan(doc, saying),
    content,
    kind: 'speech',
    stance: 'asserts',
    rule: 'quoted as saying',
  } as const
  const outer = isPassive(doc, t) ? { head: agentOf(doc, t), pronoun: -1 } : sourceOfVerb(doc, t)
  if (outer.head < 0) return [inner]
  return [
    { ...inner, source: outer.head, pronoun: outer.pronoun, at: t, cue: tokenSpan(doc, t), rule: 'quotes as saying' },
    inner,
  ]
}

/** What stands after "saying" or, where it closes the sentence, before the reporting clause. */
const saidThere = (doc: Document, t: number, saying: number): Span[] => {
  const last = subtree(doc, t)[1]
  const after = saying < last ? hull(doc, saying + 1, last) : []
  const subject = child(doc, t, 'nsubj')
  const start = subject >= 0 && subject < t ? subtree(doc, subject)[0] : t
  const first = doc.sentenceFirst[doc.sentence[t]]
  return after.length || start === first ? after : hull(doc, first, start - 1)
}

/** The "saying" of "quoted him as saying". */
const sayingOf = (doc: Document, t: number): number => {
  for (let k = t + 1; k < doc.length && k < t + 14 && doc.sentence[k] === doc.sentence[t]; k++) {
    if (doc.form[k - 1].toLowerCase() === 'as' && /^(saying|telling|stating|claiming|warning|adding)$/i.test(doc.form[k]))
      return k
  }
  return -1
}
