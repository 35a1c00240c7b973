import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'

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
