import { children, childrenBy, conjuncts } from '../../src/language/tree.ts'
import { loadKnowledge } from '../../src/load.ts'
import type { EventType } from '../../src/model/claim.ts'
import type { Document } from '../../src/model/document.ts'
import { spanOf } from '../../src/model/span.ts'
import type { EventMention } from '../../src/reading/event/event.ts'

const knowledge = loadKnowledge()

/** The tree of a text read as one paragraph. */
export const parse = (text: string): Document =>
  knowledge.english.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])

/** Takes the brackets off "Rebels [shelled] the town": the text and the spans of what was bracketed. */
export const marked = (sentence: string, open = '[', close = ']'): { text: string; spans: { start: number; end: number }[] } => {
  let text = ''
  const spans: { start: number; end: number }[] = []
  for (const ch of sentence) {
    if (ch === open) spans.push({ start: text.length, end: text.length })
    else if (ch === close) spans[spans.length - 1].end = text.length
    else text += ch
  }
  return { text, spans }
}

/** An event of a type whose trigger covers a span, with what it is done to taken from the tree. */
export const eventAt = (doc: Document, span: { start: number; end: number }, type: EventType = 'ASSAULT'): EventMention => {
  const inside = Array.from({ length: doc.length }, (_, t) => t).filter(t => doc.start[t] < span.end && doc.end[t] > span.start)
  const head = inside.find(t => !inside.includes(doc.head[t])) ?? inside[0]
  const patient = childrenBy(doc, head, 'obj', 'nsubj:pass')
  const recipients = (patient.length ? patient : [...children(doc, head)].filter(c => doc.deprel[c] === 'nsubj')).flatMap(t =>
    conjuncts(doc, t),
  )
  return {
    span: spanOf(doc.text, span.start, span.end),
    head,
    type,
    mode: null,
    actors: [],
    recipients,
    content: -1,
    attempt: 'none',
    rule: 'test',
  }
}
