import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'
import type { Status } from '../status/status.ts'
import {
  belligerents,
  causeOf,
  clauseSubject,
  earlierTelling,
  governingEvent,
  holderOf,
  isWarfare,
  responsibilityFor,
} from './lend.ts'
import { laterRecipients, recipientsOf } from './recipients.ts'

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

/** What the steps of taking over look at. */
export interface Story {
  readonly doc: Document
  readonly parties: Parties
  readonly events: readonly EventMention[]
  readonly byHead: ReadonlyMap<number, EventMention>
  /** The events of each sentence, in order. */
  readonly inSentence: ReadonlyMap<number, readonly EventMention[]>
  readonly tellingOf: (event: EventMention) => Telling
}

/** Fills in participants and modes of a report's events from one another. Order of `events` is kept. */
export const tellings = (
  doc: Document,
  events: readonly EventMention[],
  parties: Parties,
  statuses: ReadonlyMap<EventMention, Status>,
): Telling[] => {
  const byHead = new Map(events.map(e => [e.head, e]))
  const inSentence = Map.groupBy(events, e => doc.sentence[e.head])
  const known = new Map<EventMention, Telling>()
  const story: Story = { doc, parties, events, byHead, inSentence, tellingOf: e => known.get(e) as Telling }
  for (const event of events) known.set(event, own(story, event))
  const facts: Telling[] = []
  for (const event of events) {
    const told = withOthers(story, event, facts, statuses)
    known.set(event, told)
    if (isTold(statuses.get(event))) facts.push(told)
  }
  return events.map((event, i) => {
    const told = {
      ...story.tellingOf(event),
      recipients: distinct(laterRecipients(story, story.tellingOf(event), tail(events, i, story))),
    }
    known.set(event, told)
    return told
  })
}

/** The tellings of up to ten events before event i. */
const tail = (events: readonly EventMention[], i: number, story: Story): Telling[] =>
  events.slice(Math.max(0, i - 10), i).map(story.tellingOf)

/** Whether what would lend its doer is denied while the act at hand is told as a fact. */
const isDenied = (status: Status | undefined, lender: Status | undefined): boolean =>
  status?.polarity === 'positive' && lender?.polarity === 'negative'

const isTold = (s: Status | undefined): boolean => s?.polarity === 'positive' && s.modality === 'actual'

/** Participants that the event's own tokens name. An event as doer ("the shelling killed three") lends its own doers later. */
const own = ({ doc, parties, byHead }: Story, event: EventMention): Telling => {
  const fight = fightBehind(doc, event, byHead)
  const cause = fight ?? event.actors.map(t => byHead.get(t)).find(e => e && e !== event) ?? null
  const doers = fight ? [] : event.actors
  const states = isWarfare(doc, event) ? doers.filter(t => !/^(?:nmod:poss|compound)/.test(doc.deprel[t])) : doers
  const possessors = isWarfare(doc, event) ? childrenBy(doc, event.head, 'nmod:poss').filter(t => doc.upos[t] === 'PRON') : []
  const named = [...states, ...possessors].filter(t => !byHead.has(t) || byHead.get(t) === event)
  const people = named.flatMap(t => parties.at(t))
  const actors = people.length ? people : named.flatMap(t => parties.ownerOf(t))
  return {
    event,
    actors: distinct(actors),
    recipients: distinct(recipientsOf(event, byHead, parties)),
    mode: event.mode,
    leansOn: cause,
    rule: actors.length ? 'own' : '',
  }
}

/** "clashes with rebels that killed dozens": the clashes killed them, whatever the tree hangs the clause on. */
const fightBehind = (doc: Document, event: EventMention, byHead: ReadonlyMap<number, EventMention>): EventMention | null => {
  if (doc.deprel[event.head] !== 'acl:relcl' || !/^(?:kill|wound|injure|leave|displace|claim|cause)$/.test(doc.lemma[event.head]))
    return null
  const side = doc.head[event.head]
  const fight = side >= 0 && /^(?:nmod|obl)/.test(doc.deprel[side]) ? byHead.get(doc.head[side]) : undefined
  return fight && isWarfare(doc, fight) ? fight : null
}

const withOthers = (
  story: Story,
  event: EventMention,
  facts: readonly Telling[],
  statuses: ReadonlyMap<EventMention, Status>,
): Telling => {
  const status = statuses.get(event)
  const { doc, tellingOf } = story
  const base = tellingOf(event)
  if (isUncertain(doc, event, status)) return base
  if (isWarfare(doc, event)) {
    const sides = sidesOf(story, base)
    return sides.actors.length ? sides : take(sides, belligerents(story, event, facts), 'the sides told of before')
  }
  if (
    base.actors.length === 0 &&
    (event.type === 'AGREE' || event.type === 'CONSULT' || event.mode === 'ceasefire') &&
    isNoun(doc, event)
  ) {
    const sides = belligerents(story, event, facts)
    if (sides.length) return take(base, sides, 'the sides told of before')
  }
  const cause = base.leansOn ?? causeOf(story, event)
  let told =
    cause && cause !== event
      ? lean(base, tellingOf(cause), 'cause', isWarfare(doc, cause) || isDenied(status, statuses.get(cause)))
      : base
  if (base.leansOn && isWarfare(doc, base.leansOn)) return told
  const holder = holderOf(story, event)
  if (
    holder?.insteadOf &&
    holder.actors.length &&
    told.actors.every(a => holder.insteadOf?.some(p => p.code === a.code && p.sector === a.sector))
  )
    return take(told, holder.actors, holder.rule)
  if (told.actors.length) return told
  if (holder) told = take(told, holder.actors, holder.rule)
  if (told.actors.length === 0) {
    const governing = governingEvent(story, event)
    if (governing && !isDenied(status, statuses.get(governing)))
      told = take(told, tellingOf(governing).actors, `with "${governing.span.quote}"`)
  }
  if (told.actors.length === 0) told = take(told, clauseSubject(story, event), 'subject of its clause')
  if (told.actors.length === 0) told = take(told, responsibilityFor(story, event), 'claimed responsibility')
  if (told.actors.length > 0) return told
  const earlier = earlierTelling(doc, event, facts, told.recipients)
  return earlier ? lean(told, earlier, 'earlier mention', false) : told
}

/** "no casualties", "whether there were deaths": what did not happen, or may not have, nobody did. */
const isUncertain = (doc: Document, event: EventMention, status: Status | undefined): boolean =>
  /^(?:casualty|injury|damage|death|loss|fatality|victim)$/.test(doc.lemma[event.head].toLowerCase()) && !isTold(status)

const isNoun = (doc: Document, event: EventMention): boolean => /^(?:NOUN|PROPN)$/.test(doc.upos[event.head])

const take = (told: Telling, actors: readonly PartyMention[], rule: string): Telling =>
  actors.length ? { ...told, actors: distinct(actors), rule } : told

const lean = (base: Telling, on: Telling, how: string, quietly: boolean): Telling => {
  const actors = base.actors.length || quietly ? base.actors : on.actors
  return {
    ...base,
    actors,
    mode: base.mode ?? (base.event.type === on.event.type ? on.mode : null),
    leansOn: on.event,
    rule: base.actors.length || !actors.length ? base.rule : `${how} "${on.event.span.quote}"`,
  }
}

/** A clash that names fewer than two sides is between those of the act told with it: "killed a rebel in a skirmish". */
const sidesOf = (story: Story, base: Telling): Telling => {
  const codes = new Set(base.actors.map(p => p.code + p.sector))
  if (codes.size >= 2 || base.event.type !== 'ASSAULT') return base
  const governing = governingEvent(story, base.event)
  if (!governing || (governing.type !== 'ASSAULT' && governing.type !== 'COERCE')) return base
  const act = story.tellingOf(governing)
  const others = base.actors.length && act.recipients.length ? act.recipients : [...act.actors, ...act.recipients]
  const sides = distinct([...base.actors, ...others].filter(p => p.sector !== 'CVL'))
  return sides.length > base.actors.length ? { ...base, actors: sides, rule: `sides of "${governing.span.quote}"` } : base
}

export const distinct = (list: readonly PartyMention[]): PartyMention[] =>
  list.filter((p, i) => list.findIndex(q => q.name.start === p.name.start && q.code === p.code && q.sector === p.sector) === i)
