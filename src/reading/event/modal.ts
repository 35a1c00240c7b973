import { child, childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { spanOf } from '../../model/span.ts'
import type { EventMention } from './event.ts'
import { isVerb, spread } from './frame.ts'
import { surfaceSubjects } from './subject.ts'
import { isPassive } from './voice.ts'

const SAYING =
  /^(?:say|tell|add|declare|state|insist|stress|argue|write|warn|announce|note|urge|claim|reiterate|emphasize|emphasise|affirm|assert|believe|think|according|conclude|explain|respond|reply)$/

/** "X must do E", said by someone of a party: a request, with the modal as its trigger. */
export const modalRequests = (doc: Document, events: readonly EventMention[]): EventMention[] => {
  const heads = new Set(events.map(e => e.head))
  const out: EventMention[] = []
  for (let t = 0; t < doc.length; t++) {
    if (!/^(?:must|should|ought)$/.test(wordOf(doc, t)) || doc.deprel[t] !== 'aux') continue
    const verb = doc.head[t]
    if (verb < 0 || heads.has(t) || !isVerb(doc, verb)) continue
    const addressees = surfaceSubjects(doc, verb)
    if (!addressees.length || !addressees.every(a => isAddressee(doc, a)) || isPerfect(doc, verb) || isCondition(doc, verb))
      continue
    out.push({
      span: spanOf(doc.text, doc.start[t], doc.end[t]),
      head: t,
      type: 'REQUEST',
      mode: null,
      actors: speakers(doc, verb),
      recipients: isPassive(doc, verb) ? [] : spread(doc, addressees),
      content: verb,
      attempt: 'none',
      rule: `REQUEST ${wordOf(doc, t)}.modal`,
    })
  }
  return out
}

const isAddressee = (doc: Document, a: number): boolean => {
  if (doc.upos[a] === 'PRON') return /^(?:they|he|she|it|who|you|both|all)$/.test(wordOf(doc, a)) && wordOf(doc, a) !== 'it'
  return doc.upos[a] === 'PROPN' || doc.upos[a] === 'NOUN' || doc.upos[a] === 'DET'
}
const isPerfect = (doc: Document, v: number): boolean =>
  childrenBy(doc, v, 'aux').some(a => /^(?:have|'ve)$/.test(wordOf(doc, a)))
const isCondition = (doc: Document, v: number): boolean =>
  childrenBy(doc, v, 'mark').some(m => /^(?:if|whether|unless|lest)$/.test(wordOf(doc, m))) ||
  (/^(?:be|note|remember|arrive|understand|know|realize|realise|say|add|emphasize|confess)$/.test(lemmaOf(doc, v)) &&
    !isPassive(doc, v))

/** Who says it: the subject of the nearest verb of saying above or beside the clause. */
const speakers = (doc: Document, verb: number): number[] => {
  let v = verb
  for (let depth = 0; depth < 10 && v >= 0; depth++) {
    const says = childrenBy(doc, v, 'parataxis', 'ccomp').find(c => SAYING.test(lemmaOf(doc, c)) && child(doc, c, 'nsubj') >= 0)
    if (says !== undefined) return spread(doc, childrenBy(doc, says, 'nsubj'))
    const above = doc.head[v]
    if (above >= 0 && SAYING.test(lemmaOf(doc, above)) && /^(?:ccomp|parataxis|root)$/.test(doc.deprel[v]))
      return spread(doc, surfaceSubjects(doc, above))
    v = above
  }
  return []
}
