import { ancestors } from '../../../language/tree.ts'
import type { ClaimDate } from '../../../model/claim.ts'
import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import { statusOf } from '../../status/status.ts'
import { dayOfIso } from '../calendar.ts'
import type { TimeMention } from '../mention.ts'
import { type Anchor, anchorsOf } from './anchor.ts'
import { type Interval, intervalOf } from './interval.ts'
import { isSaying, tellingOf } from './telling.ts'

/** An event's date with the rule that found it: "own adjunct", "governing clause", "sentence", "carried", "publication", "unknown". */
export type EventDay = ClaimDate & { readonly rule: string }

interface Scene {
  readonly doc: Document
  readonly events: readonly EventMention[]
  readonly published: string | null
  readonly byOwner: ReadonlyMap<number, readonly Anchor[]>
  readonly anchors: readonly Anchor[]
  readonly isEvent: (token: number) => boolean
  readonly modality: ReadonlyMap<EventMention, string>
}

const UNKNOWN: EventDay = { quote: null, start: null, end: null, from: null, to: null, how: 'unknown', rule: 'unknown' }

/** The days of all events of a document, in the order of `events`. */
export const daysOf = (
  doc: Document,
  events: readonly EventMention[],
  times: readonly TimeMention[],
  published: string | null,
): Map<EventMention, EventDay> => {
  const scene = sceneOf(doc, events, times, published)
  const written = new Map<EventMention, EventDay | null>(events.map(e => [e, writtenDay(scene, e)]))
  const days = new Map<EventMention, EventDay>()
  for (const event of events) days.set(event, written.get(event) ?? inferredDay(scene, event, written, days))
  return days
}

const sceneOf = (
  doc: Document,
  events: readonly EventMention[],
  times: readonly TimeMention[],
  published: string | null,
): Scene => {
  const heads = new Set(events.map(e => e.head))
  const isEvent = (t: number) => heads.has(t)
  const anchors = anchorsOf(doc, times, isEvent)
  const byOwner = new Map<number, Anchor[]>()
  for (const a of anchors) byOwner.set(a.owner, [...(byOwner.get(a.owner) ?? []), a])
  const modality = new Map(events.map(e => [e, statusOf(doc, e, events).modality]))
  return { doc, events, published, byOwner, anchors, isEvent, modality }
}

/** The best of a token's time expressions: a date before a duration, the first before later ones. */
const dayFrom = (scene: Scene, anchors: readonly Anchor[], rule: string): EventDay | null => {
  const usable = anchors.flatMap(anchor => {
    const interval = intervalOf(anchor, scene.published)
    return interval ? [{ anchor, interval }] : []
  })
  const best = usable.find(u => u.anchor.time.type !== 'DURATION') ?? usable[0]
  return best ? stated(best.anchor, joined(best.anchor, best.interval, usable), rule) : null
}

/** "from March to May": the first day of the one, the last of the other. */
const joined = (anchor: Anchor, interval: Interval, usable: readonly { anchor: Anchor; interval: Interval }[]): Interval => {
  const end = usable.find(
    u => u.anchor !== anchor && /^(?:to|until|and|through)$/.test(u.anchor.lead) && u.anchor.token > anchor.token,
  )
  const opens = anchor.lead === 'from' || anchor.lead === 'between'
  return opens && end && (end.interval.to ?? '') > (interval.from ?? '') ? { from: interval.from, to: end.interval.to } : interval
}

const stated = ({ time }: Anchor, interval: Interval, rule: string): EventDay => ({
  quote: time.span.quote,
  start: time.span.start,
  end: time.span.end,
  ...interval,
  how: 'stated',
  rule,
})

const NOMINAL = /^(?:obj|iobj|obl|nmod|nsubj|compound|appos|conj|amod|nummod|dep|flat)(?::|$)/

/** The day written for the event: at its own words, then at the clauses above it. */
const writtenDay = (scene: Scene, event: EventMention): EventDay | null => {
  const { doc, byOwner } = scene
  const own = dayFrom(scene, byOwner.get(event.head) ?? [], 'own adjunct')
  if (own) return own
  const actual = scene.modality.get(event) === 'actual'
  let nominal = true
  for (let t = event.head; doc.head[t] >= 0; t = doc.head[t]) {
    const [relation, governor] = [doc.deprel[t], doc.head[t]]
    if (!NOMINAL.test(relation)) nominal = false
    if (reports(scene, t)) return null
    const isEvent = scene.isEvent(governor)
    if (!actual && !nominal && relation !== 'xcomp') return null
    if (relation === 'acl:relcl' && !isEvent) return null
    const day = dayFrom(
      scene,
      byOwner.get(governor) ?? [],
      nominal && !isEvent ? 'own adjunct of the clause' : 'governing clause',
    )
    if (day) return day
  }
  return null
}

/** Whether token t is what its governor says, believes, accuses of or demands: the governor's date is not t's. */
const reports = ({ doc, isEvent }: Scene, t: number): boolean => {
  const governor = doc.head[t]
  const relation = doc.deprel[t]
  if (/^(?:ccomp|parataxis)/.test(relation)) return true
  return isSaying(doc, governor) && !isEvent(governor) && /^(?:xcomp|obj|obl|advcl)/.test(relation)
}

/** The day of an event that has no date of its own. */
const inferredDay = (
  scene: Scene,
  event: EventMention,
  written: ReadonlyMap<EventMention, EventDay | null>,
  before: ReadonlyMap<EventMention, EventDay>,
): EventDay => {
  if (scene.modality.get(event) !== 'actual') return UNKNOWN
  return (
    sharedDay(scene, event, written) ??
    carriedDay(scene, event, written, before) ??
    reportedDay(scene, event) ??
    defaultDay(scene, event)
  )
}

const implied = (interval: Interval, rule: string): EventDay => ({
  quote: null,
  start: null,
  end: null,
  from: interval.from,
  to: interval.to,
  how: 'implied',
  rule,
})

/** Coordinated verbs share a date; so do the events of one sentence that hang together. */
const sharedDay = (scene: Scene, event: EventMention, written: ReadonlyMap<EventMention, EventDay | null>): EventDay | null => {
  const { doc, events } = scene
  const mates = events.filter(e => e !== event && doc.sentence[e.head] === doc.sentence[event.head] && written.get(e))
  const linked = mates.find(e => doc.head[e.head] === event.head || ancestors(doc, e.head).includes(event.head))
  const day = linked ? written.get(linked) : null
  return day ? implied(day, 'sentence') : null
}

/** The day of the same happening told in a sentence before, or behind for a headline. */
const carriedDay = (
  scene: Scene,
  event: EventMention,
  written: ReadonlyMap<EventMention, EventDay | null>,
  before: ReadonlyMap<EventMention, EventDay>,
): EventDay | null => {
  const { doc, events } = scene
  const i = events.indexOf(event)
  const lemma = doc.lemma[event.head].toLowerCase()
  for (let k = i - 1; k >= 0; k--) {
    const other = events[k]
    if (doc.sentence[event.head] - doc.sentence[other.head] > 3) break
    const day = before.get(other)
    if (day && day.how !== 'unknown' && other.type === event.type && day.rule !== 'publication' && isNews(scene, day))
      return implied(day, 'carried')
  }
  if (!isHeadline(scene, event)) return null
  const later =
    events.slice(i + 1).find(e => e.type === event.type && doc.lemma[e.head].toLowerCase() === lemma && written.get(e)) ??
    events.slice(i + 1).find(e => e.type === event.type && written.get(e))
  const day = later ? written.get(later) : null
  return day && isNews(scene, day) ? implied(day, 'carried') : null
}

const isHeadline = ({ doc }: Scene, event: EventMention): boolean =>
  doc.blocks[doc.sentenceBlock[doc.sentence[event.head]]]?.kind === 'headline'

const NEWS_DAYS = 10

/** Whether a day is near enough to publication to be the report's news. */
const isNews = ({ published }: Scene, day: EventDay): boolean => {
  const [from, today] = [dayOfIso(day.from), dayOfIso(published)]
  return from !== null && today !== null && today - from <= NEWS_DAYS && today >= from
}

/** The day on which it was said, when the text gives none for the event: "said on Monday fighting was going on". */
const reportedDay = (scene: Scene, event: EventMention): EventDay | null => {
  const { doc, byOwner } = scene
  for (const t of ancestors(doc, event.head)) {
    const day = isSaying(doc, t) ? dayFrom(scene, byOwner.get(t) ?? [], 'reporting clause') : null
    if (day && isNews(scene, day)) return implied(day, 'reporting clause')
  }
  return null
}

/** News is of the day of publication; what had happened before the news, at no day told, is unknown. */
const defaultDay = (scene: Scene, event: EventMention): EventDay => {
  const { doc, published } = scene
  if (published === null) return UNKNOWN
  const telling = tellingOf(doc, event.head)
  const inRelative = doc.deprel[event.head] === 'acl:relcl' && !scene.isEvent(doc.head[event.head])
  if (telling === 'pluperfect' && !ancestors(doc, event.head).some(t => isSaying(doc, t))) return UNKNOWN
  if (inRelative) return UNKNOWN
  return implied({ from: published, to: published }, 'publication')
}
