import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'
import { governingEvent } from './lend.ts'
import type { Story, Telling } from './story.ts'

/** Acts upon another's act are upon its doer: "condemned the attack", "repelled the assault", "welcomed the release". */
const UPON_ACTS: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'ASSAULT', 'THREATEN'])

/** Who an event is done to: named parties, the owners of things ("ISIL vehicles"), the doers of an act that it is upon. */
export const recipientsOf = (
  event: EventMention,
  byHead: ReadonlyMap<number, EventMention>,
  parties: Parties,
): PartyMention[] => {
  const named = event.recipients.filter(t => !byHead.has(t) || byHead.get(t) === event).flatMap(t => parties.at(t))
  if (named.length) return named
  const acts = [...event.recipients, event.content].map(t => byHead.get(t)).filter(e => e !== undefined && e !== event)
  if (UPON_ACTS.has(event.type) && acts.length) {
    const doers = acts.flatMap(e => (e as EventMention).actors.filter(t => !byHead.has(t)).flatMap(t => parties.at(t)))
    if (doers.length) return doers
  }
  return event.recipients.filter(t => !byHead.has(t)).flatMap(t => parties.ownerOf(t))
}

/** Acts that answer another's: their target is who did it. */
const ANSWERING = /^(?:counter|retaliat|repel|repuls|repris|ripost)|\b(?:fought|fight|fend|beat|beaten|drove) (?:off|back)|thwart/

/** Recipients that only the rest of the report shows; `before`: the acts told before, in order. */
export const laterRecipients = (story: Story, told: Telling, before: readonly Telling[]): readonly PartyMention[] => {
  const { doc, byHead, tellingOf } = story
  const { event } = told
  if (told.recipients.length) return told.recipients
  const acts = [...event.recipients, event.content].map(t => byHead.get(t)).filter(e => e !== undefined && e !== event)
  if (UPON_ACTS.has(event.type) && acts.length) {
    const doers = acts.flatMap(e => tellingOf(e as EventMention).actors)
    return doers.filter(p => !told.actors.some(a => a.code === p.code && a.sector === p.sector))
  }
  const shared = sharedObject(doc, event, byHead)
  if (shared) return tellingOf(shared).recipients
  if (event.type === 'CONSULT' && event.mode === 'third-party') {
    const governing = governingEvent(story, event)
    return governing ? tellingOf(governing).actors.filter(p => !told.actors.some(a => a.code === p.code)) : []
  }
  if (event.type === 'ASSAULT' && ANSWERING.test(event.span.quote.toLowerCase())) return answered(doc, told, before)
  return []
}

/** "killed and wounded three villagers", "the shelling and destruction of the depot": one object for both. */
const sharedObject = (doc: Document, event: EventMention, byHead: ReadonlyMap<number, EventMention>): EventMention | null => {
  if (event.type !== 'ASSAULT' && event.type !== 'COERCE') return null
  if (childrenBy(doc, event.head, 'obj', 'nsubj:pass', 'nmod').length) return null
  const above = doc.deprel[event.head] === 'conj' ? doc.head[event.head] : -1
  const siblings = above >= 0 ? [above, ...childrenBy(doc, above, 'conj')] : childrenBy(doc, event.head, 'conj')
  const partner = siblings
    .map(t => byHead.get(t))
    .find(e => e && e !== event && e.type === event.type && e.recipients.length > 0 && doc.upos[e.head] === doc.upos[event.head])
  return partner ?? null
}

const answered = (doc: Document, told: Telling, before: readonly Telling[]): readonly PartyMention[] => {
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    if (doc.sentence[told.event.head] - doc.sentence[other.event.head] > 3) return []
    if (other.event.type !== 'ASSAULT' || other.event === told.event) continue
    const theirs = other.actors.filter(p => !told.actors.some(a => a.code === p.code))
    if (theirs.length && theirs.length === other.actors.length) return theirs
  }
  return []
}
