import { isUnder } from '../language/tree.ts'
import type { Claim, ClaimDate, Participant, Place, Quantity } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { covers, isGiven, type Voice, voicesOf } from './attribution/links.ts'
import type { EventMention } from './event/event.ts'
import type { PartyMention } from './party/party.ts'
import { type PlaceMention, placesOf } from './place/place.ts'
import { quantitiesOf } from './quantity/quantity.ts'
import type { Findings } from './reading.ts'
import { isBackground } from './status/background.ts'
import { type Status, statusOf } from './status/status.ts'
import { denials } from './story/denials.ts'
import { type Telling, tellings } from './story/story.ts'
import { dayOf } from './time/time.ts'
import { loadedWords } from './wording/wording.ts'

/** Acts of speech: their doer is the speaker, so he is not named again as who tells of them. */
const SPEECH: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE', 'CONCEDE'])

/** What was found in a report, and the tokens that head a source. */
interface Read extends Findings {
  readonly speaking: ReadonlySet<number>
  /** Heads of all events. */
  readonly heads: ReadonlySet<number>
  /** Heads of acts of speech. */
  readonly speechHeads: ReadonlySet<number>
}

/** The claims of a report: one for each event and each voice that tells of it, in the order of the triggers. */
export const claimsOf = (report: Report, findings: Findings): Claim[] => {
  const { doc, events, parties, attributions } = findings
  const found: Read = {
    ...findings,
    speaking: new Set(attributions.map(a => a.source)),
    heads: new Set(events.map(e => e.head)),
    speechHeads: new Set(events.filter(e => SPEECH.has(e.type)).map(e => e.head)),
  }
  const statuses = new Map(events.map(e => [e, statusOf(doc, e, events)]))
  const tales = tellings(doc, events, parties, asStory(found, statuses))
  const speeches = Map.groupBy(
    tales.filter(h => SPEECH.has(h.event.type) && h.event.type !== 'AGREE' && h.actors.length > 0),
    h => doc.sentence[h.event.head],
  )
  const claims = tales.flatMap(told => {
    const { event } = told
    const speech = SPEECH.has(event.type) && event.mode !== 'investigate'
    const heard = voicesOf(doc, event, attributions, parties, report.outlet, speech ? told.actors : [])
    const voices =
      heard.length === 1 && !heard[0].speaker
        ? within(found, speeches.get(doc.sentence[event.head]) ?? [], told, heard[0])
        : heard
    return voices.map(voice => {
      const spoken = speech && told.actors.length === 0 && voice.speaker
      return spoken
        ? claimOf(report, found, { ...told, actors: [spoken], rule: 'speaker' }, statuses.get(event) as Status, {
            ...voice,
            links: voice.links.slice(0, -1),
          })
        : claimOf(report, found, told, statuses.get(event) as Status, voice)
    })
  })
  const denied = denials(doc, events, parties, claims)
  const at = new Set(denied.map(c => c.trigger.start))
  return [...claims.filter(c => !at.has(c.trigger.start)), ...denied].sort((a, b) => a.trigger.start - b.trigger.start)
}

/** The statuses as the story takes them: what is denied, or only accused, lends nobody its doer as a fact. */
const asStory = ({ doc, attributions }: Findings, statuses: ReadonlyMap<EventMention, Status>): Map<EventMention, Status> => {
  const denying = attributions.filter(a => a.stance === 'denies')
  const accusing = attributions.filter(a => a.kind === 'accusation')
  const storied = (e: EventMention, s: Status): Status => {
    if (s.polarity === 'positive' && denying.some(a => covers(doc, a, e))) return { ...s, polarity: 'negative' }
    return s.modality === 'actual' && accusing.some(a => covers(doc, a, e)) ? { ...s, modality: 'hypothetical' } : s
  }
  return new Map([...statuses].map(([e, s]) => [e, storied(e, s)]))
}

/** An event told inside another's accusation, demand or welcome without further source is told by who speaks there. */
const within = ({ doc }: Findings, speeches: readonly Telling[], told: Telling, voice: Voice): Voice[] => {
  const holder = speeches.find(
    h =>
      h !== told &&
      [h.event.content, ...h.event.recipients].some(
        t => t >= 0 && isUnder(doc, told.event.head, t) && !isUnder(doc, h.event.head, t),
      ),
  )
  if (!holder || SPEECH.has(told.event.type)) return [voice]
  if (holder.event.type === 'REQUEST' && isGiven(doc, told.event.head, k => k !== holder.event.head)) return [voice]
  return holder.actors.slice(0, 1).map(p => ({
    ...voice,
    links: [{ ...participant(p), cue: holder.event.span, via: null }],
    speaker: p,
    rule: `inside "${holder.event.span.quote}"`,
  }))
}

const claimOf = (report: Report, found: Read, told: Telling, status: Status, voice: Voice): Claim => {
  const { doc, events, times } = found
  const { event } = told
  const { rule: dayRule, ...date } = dayOf(doc, event, events, times, report.published)
  const where = placesFor(found, told)
  const polarity = voice.denies ? (status.polarity === 'negative' ? 'positive' : 'negative') : status.polarity
  const modality = voice.doubts && status.modality === 'actual' ? 'hypothetical' : status.modality
  const isPlace = (p: PartyMention) => where.some(w => w.head === p.head && p.kind !== 'state')
  const recipients = told.recipients.filter(p => !isPlace(p)).map(p => ofPlace(p, where))
  const quantities = quantitiesOf(doc, event)
  return {
    type: event.type,
    mode: told.mode,
    trigger: event.span,
    actors: told.actors.map(participant),
    recipients: recipients.map(participant),
    places: where.map(place),
    date: date as ClaimDate,
    polarity,
    modality,
    quantities: quantities.map(({ rule: _, ...q }): Quantity => q),
    attribution: voice.links,
    background: isBackground(date, modality, report.published),
    loaded: loadedWords(doc, event, found.heads),
    trail: {
      trigger: event.rule,
      actors: [told.rule, ...told.actors.map(p => p.rule)].filter(Boolean).join('; '),
      recipients: recipients.map(p => p.rule).join('; '),
      places: where.map(p => p.rule).join('; '),
      date: dayRule,
      status: status.rule,
      quantities: quantities.map(q => q.rule).join('; '),
      attribution: voice.rule,
    },
  }
}

/**
 * The event's own places, else those of the mention that it leans on; a city that speaks ("according to Kyiv") is
 * none, nor a state that is spoken to ("accused Israel of").
 */
const placesFor = ({ doc, events, places, speaking, speechHeads }: Read, told: Telling): PlaceMention[] => {
  const silent = (p: PlaceMention) => {
    if (p.head < 0) return true
    const spokenTo = /^(?:obj|iobj|nsubj)/.test(doc.deprel[p.head]) && speechHeads.has(doc.head[p.head])
    for (let t = p.first; t <= p.last; t++) if (speaking.has(t)) return false
    return !spokenTo
  }
  const own = placesOf(doc, told.event, events, places).filter(silent)
  const where = own.length || !told.leansOn ? own : placesOf(doc, told.leansOn as EventMention, events, places).filter(silent)
  return withContainers(doc, where, places)
}

/** A bridge, a camp or a name unknown to the gazetteer is told with the town or state that it is said to lie in: all are listed. */
const withContainers = (doc: Document, where: readonly PlaceMention[], places: readonly PlaceMention[]): PlaceMention[] => {
  const out = [...where]
  for (const p of where) {
    if (p.first < 0 || GAZETTEER.test(p.rule)) continue
    const next = places.find(q => q.first > p.last && q.first - p.last <= 4 && doc.sentence[q.head] === doc.sentence[p.head])
    const between = next ? Array.from({ length: next.first - p.last - 1 }, (_, i) => doc.form[p.last + 1 + i]) : []
    if (next && between.every(w => /^(?:,|in|of|the)$/.test(w)) && between.includes('in') && !out.some(o => o.head === next.head))
      out.push(next)
  }
  return out
}
/** Rules of names that the gazetteer knows. */
const GAZETTEER = /prominence/

/** People of no known state are taken for the state's where it happened to them. */
const ofPlace = (p: PartyMention, where: readonly PlaceMention[]): PartyMention => {
  const codes = new Set(where.flatMap(w => w.code ?? []))
  return p.code === 'UNK' && /^(?:CVL|REF|MED|EDU|REL)$/.test(p.sector) && codes.size === 1
    ? { ...p, code: [...codes][0], rule: `${p.rule}, of the place's state` }
    : p
}

const participant = (p: PartyMention): Participant => ({ ...p.name, code: p.code, sector: p.sector })

const place = ({ first: _f, last: _l, head: _h, rule: _r, ...p }: PlaceMention): Place => p
