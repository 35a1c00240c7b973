import { isUnder } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'
import type { Status } from '../status/status.ts'

/** An event with its participants, after what the report says of the same happening elsewhere has been taken over. */
export interface Telling {
  readonly event: EventMention
  readonly actors: readonly PartyMention[]
  readonly recipients: readonly PartyMention[]
  readonly mode: string | null
  /** The mention of the same happening that it leans on ("killed" on "in the shelling"), or null. */
  readonly leansOn: EventMention | null
  readonly rule: string
}

/** Nouns and adjectives of outcome: what they tell is the effect of an attack told beside them. */
const OUTCOME =
  /^(?:kill|wound|injure|die|dead|death|hurt|casualty|toll|destroy|destruction|damage|displace|flee|loss|fatality|victim|maim|murder|massacre|hit|strike|injury|perish|killing|explode|explosion|blast|detonate)$/

const lemma = (doc: Document, t: number) => doc.lemma[t].toLowerCase()

/** Fills in participants and modes of a report's events from one another. Order of `events` is kept. */
export const tellings = (
  doc: Document,
  events: readonly EventMention[],
  parties: Parties,
  statuses: ReadonlyMap<EventMention, Status>,
): Telling[] => {
  const byHead = new Map(events.map(e => [e.head, e]))
  const out: Telling[] = []
  const facts: Telling[] = []
  const known = new Map<EventMention, Telling>()
  for (const event of events) known.set(event, own(event, byHead, parties))
  for (const event of events) {
    const told = inherited(doc, event, events, known, facts)
    known.set(event, told)
    out.push(told)
    if (isTold(statuses.get(event))) facts.push(told)
  }
  return out
}

const isTold = (s: Status | undefined): boolean => s?.polarity === 'positive' && s.modality === 'actual'

/** Participants that the event's own tokens name. An event as doer ("the shelling killed three") lends its own doers. */
const own = (event: EventMention, byHead: ReadonlyMap<number, EventMention>, parties: Parties): Telling => {
  const cause = event.actors.map(t => byHead.get(t)).find(e => e && e !== event) ?? null
  const actors = event.actors.filter(t => !byHead.has(t) || byHead.get(t) === event).flatMap(t => parties.at(t))
  const recipients = recipientsOf(event, byHead, parties, 0)
  return {
    event,
    actors: distinct(actors),
    recipients: distinct(recipients),
    mode: event.mode,
    leansOn: cause,
    rule: actors.length ? 'own' : '',
  }
}

/** Acts upon another's act are upon its doer: "condemned the attack", "repelled the assault", "welcomed the release". */
const UPON_ACTS: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'ASSAULT', 'THREATEN'])

/** Who an event is done to: named parties, the owners of things ("ISIL vehicles"), the doers of an act that it is upon. */
const recipientsOf = (
  event: EventMention,
  byHead: ReadonlyMap<number, EventMention>,
  parties: Parties,
  depth: number,
): PartyMention[] => {
  const named = event.recipients.filter(t => !byHead.has(t) || byHead.get(t) === event).flatMap(t => parties.at(t))
  if (named.length || depth > 2) return named
  const acts = [...event.recipients, event.content].map(t => byHead.get(t)).filter(e => e !== undefined && e !== event)
  if (UPON_ACTS.has(event.type) && acts.length) {
    const doers = acts.flatMap(e => (e as EventMention).actors.filter(t => !byHead.has(t)).flatMap(t => parties.at(t)))
    if (doers.length) return doers
  }
  return event.recipients.filter(t => !byHead.has(t)).flatMap(t => parties.ownerOf(t))
}

const inherited = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  known: ReadonlyMap<EventMention, Telling>,
  before: readonly Telling[],
): Telling => {
  const base = known.get(event) as Telling
  if (event.type !== 'ASSAULT' && event.type !== 'COERCE' && event.type !== 'RETREAT') return base
  const cause = base.leansOn ?? causeOf(doc, event, events)
  let told: Telling = cause ? leanOn(doc, base, known.get(cause) as Telling, 'cause') : base
  if (told.actors.length === 0) {
    const earlier = sameHappening(doc, event, before)
    if (earlier) told = leanOn(doc, told, earlier, 'earlier mention')
  }
  return told
}

const leanOn = (doc: Document, base: Telling, on: Telling, how: string): Telling => {
  const doers = WARFARE.test(lemma(doc, on.event.head)) ? [] : on.actors
  return {
    ...base,
    actors: base.actors.length ? base.actors : doers,
    mode: base.mode ?? (base.event.type === on.event.type ? on.mode : null),
    leansOn: on.event,
    rule: base.actors.length || !doers.length ? base.rule : `${how} "${on.event.span.quote}"`,
  }
}

/** The attack that an outcome is told with, in the same sentence: below it ("killed in shelling") or above it ("an attack that killed"). */
const causeOf = (doc: Document, event: EventMention, events: readonly EventMention[]): EventMention | null => {
  if (event.type !== 'ASSAULT' || !OUTCOME.test(lemma(doc, event.head))) return null
  const near = events.filter(
    e =>
      e !== event &&
      e.type === 'ASSAULT' &&
      doc.sentence[e.head] === doc.sentence[event.head] &&
      !OUTCOME_ONLY.test(lemma(doc, e.head)),
  )
  const linked = near.filter(e => isUnder(doc, e.head, event.head) || isUnder(doc, event.head, e.head))
  const pool = linked.length ? linked : near
  return pool.sort((a, b) => Math.abs(a.head - event.head) - Math.abs(b.head - event.head))[0] ?? null
}
const OUTCOME_ONLY = /^(?:kill|wound|injure|die|dead|death|casualty|toll|injury|fatality|victim|displace|flee)$/

/** Words for lasting states of war: they are nobody's single act. */
const WARFARE =
  /^(?:war|fighting|conflict|battle|fight|hostility|violence|unrest|combat|clash|skirmish|confrontation|civil|loss|displace|flee)$/

/** The nearest earlier mention, within two sentences, that plainly tells the same happening and names its doer. */
const sameHappening = (doc: Document, event: EventMention, before: readonly Telling[]): Telling | null => {
  const word = lemma(doc, event.head)
  if (WARFARE.test(word)) return null
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    const distance = doc.sentence[event.head] - doc.sentence[other.event.head]
    if (distance > 2) return null
    const otherWord = lemma(doc, other.event.head)
    if (other.event.type !== event.type || WARFARE.test(otherWord)) continue
    if (other.actors.length === 0 || other.rule.startsWith('earlier')) continue
    const alike = word === otherWord || (event.mode !== null && event.mode === other.mode) || (OUTCOME.test(word) && distance > 0)
    if (alike && new Set(other.actors.map(p => p.code)).size === 1) return other
  }
  return null
}

const distinct = (list: readonly PartyMention[]): PartyMention[] =>
  list.filter((p, i) => list.findIndex(q => q.name.start === p.name.start && q.code === p.code && q.sector === p.sector) === i)
