import { childrenBy, lemmaOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { isPartyWord } from './doer.ts'
import type { EventMention } from './event.ts'
import { isNominal, isVerb, prepositionOf } from './frame.ts'
import { surfaceSubjects } from './subject.ts'
import { isPassive } from './voice.ts'

type ByHead = ReadonlyMap<number, EventMention>

/** Fills in participants that a clause leaves to its neighbours in the same sentence. Order of `events` is kept. */
export const completed = (doc: Document, events: readonly EventMention[]): EventMention[] => {
  const all = new Map(events.map(e => [e.head, e]))
  const first = events.map(e => doersFromAround(doc, e, all, events))
  const byHead = new Map(first.map(e => [e.head, e]))
  return first.map(e => addressees(doc, stopped(doc, e, byHead), byHead))
}

const ACT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'AID'])
const VOW: ReadonlySet<string> = new Set(['AGREE', 'THREATEN', 'CONCEDE'])

/** A noun's doer where it has none: whoever acts in it ("seized heights in an assault"), vows it, or is asked for it. */
const doersFromAround = (doc: Document, e: EventMention, byHead: ByHead, events: readonly EventMention[]): EventMention => {
  if (e.type === 'CONSULT' && !isVerb(doc, e.head)) return withHost(doc, e)
  if (e.actors.length || isVerb(doc, e.head)) return e
  const holder = events.find(h => h !== e && h.content === e.head && h.actors.length)
  if (holder && VOW.has(holder.type)) return { ...e, actors: holder.actors.filter(t => t !== e.head) }
  if (holder?.type === 'REQUEST' && holder.recipients.some(t => !byHead.has(t))) {
    const recipients = e.type === 'AID' && !e.recipients.length ? holder.actors : e.recipients
    return { ...e, actors: holder.recipients.filter(t => !byHead.has(t)), recipients }
  }
  const around = byHead.get(actingVerb(doc, e.head))
  const partOf = partyOf(doc, e.head)
  if (partOf >= 0) return { ...e, actors: [partOf] }
  if (!around || around === e || !ACT.has(around.type) || (around.type === 'RETREAT' && e.type !== 'RETREAT')) return e
  return { ...e, actors: around.actors.filter(t => t !== e.head && !byHead.has(t)) }
}

/** "supported guerrillas in operations against the army": the guerrillas operate; or -1. */
const partyOf = (doc: Document, noun: number): number => {
  const above = doc.head[noun]
  return above >= 0 && doc.deprel[noun] === 'nmod' && prepositionOf(doc, noun) === 'in' && isPartyWord(doc, above) ? above : -1
}

/** "raised it in a call with Lavrov": who acts in the clause is a party to the talk too. */
const withHost = (doc: Document, e: EventMention): EventMention => {
  const verb = actingVerb(doc, e.head)
  if (verb < 0 || !isVerb(doc, verb) || e.actors.length !== 1) return e
  const hosts = surfaceSubjects(doc, verb).filter(t => isNominal(doc, t) && !e.actors.includes(t))
  return isPassive(doc, verb) ? e : { ...e, actors: [...hosts, ...e.actors] }
}

/** The verb whose action an event noun names again: "captured posts in a drive", "entered as part of a push"; or -1. */
const actingVerb = (doc: Document, noun: number): number => {
  let t = noun
  if (doc.deprel[t] === 'conj' && doc.head[t] >= 0) t = doc.head[t]
  if (
    doc.deprel[t] === 'nmod' &&
    prepositionOf(doc, t) === 'of' &&
    /^(?:part|course|series|wave)$/.test(lemmaOf(doc, doc.head[t]))
  )
    t = doc.head[t]
  if (doc.head[t] < 0 || !/^obl/.test(doc.deprel[t])) return -1
  return /^(?:in|during|through|as|by|with)$/.test(prepositionOf(doc, t)) ? doc.head[t] : -1
}

/** Who is to stop is whoever does what is to be stopped: "an end to the army's attacks". */
const stopped = (doc: Document, e: EventMention, byHead: ByHead): EventMention => {
  if (e.actors.length || e.mode !== 'ceasefire' || isVerb(doc, e.head)) return e
  const inner = childrenBy(doc, e.head, 'nmod')
    .concat(e.recipients)
    .map(t => byHead.get(t))
    .find(x => x?.actors.length)
  return inner ? { ...e, actors: inner.actors } : e
}

const SHELL = /^(?:news|fact|decision|move|report|statement|announcement|claim|call)$/

/** Whom a demand, praise, blame or counter-blow meets where only the act is named: whoever does the act. */
const addressees = (doc: Document, e: EventMention, byHead: ByHead): EventMention => {
  if (!/^(?:REQUEST|ACCUSE|SUPPORT|ASSAULT)$/.test(e.type) || (e.type === 'ASSAULT' && !e.recipients.length)) return e
  const named = e.recipients.filter(t => !byHead.has(t) && !SHELL.test(lemmaOf(doc, t)))
  if (named.length) return e
  const shell = e.recipients.flatMap(t => childrenBy(doc, t, 'acl', 'ccomp', 'nmod'))
  const act = [...(e.type === 'ASSAULT' ? [] : [e.content]), ...e.recipients, ...shell]
    .map(t => byHead.get(t))
    .find(x => x && x !== e && x.actors.length)
  if (act) return { ...e, recipients: act.actors.filter(t => !e.actors.includes(t)) }
  const clause = e.type === 'REQUEST' && !e.recipients.length && e.content >= 0 && isVerb(doc, e.content) ? e.content : -1
  if (clause < 0 || isPassive(doc, clause)) return e
  return { ...e, recipients: surfaceSubjects(doc, clause).filter(t => !e.actors.includes(t) && doc.upos[t] !== 'PRON') }
}
