import { ancestors, children } from '../../../language/tree.ts'
import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import { statusOf } from '../../status/status.ts'
import type { TimeMention } from '../mention.ts'
import { type Anchor, anchorsOf } from './anchor.ts'
import { carriedDay, headlineDay, mainDay, sinceThen } from './carry.ts'
import { type Days, type EventDay, implied, type Scene, UNKNOWN } from './scene.ts'
import { isSaying, tellingOf } from './telling.ts'
import { dayFrom, NOMINAL, ownedBy, writtenDay } from './written.ts'

export type { EventDay } from './scene.ts'

/** The days of all events of a document. */
export const daysOf = (
  doc: Document,
  events: readonly EventMention[],
  times: readonly TimeMention[],
  published: string | null,
): Map<EventMention, EventDay> => {
  const scene = sceneOf(doc, events, times, published)
  const days = new Map<EventMention, EventDay>()
  for (const event of events) {
    const day = writtenDay(scene, event)
    if (day) days.set(event, day)
  }
  const rest = events.filter(e => !days.has(e))
  for (const event of rest.filter(e => !isHeadline(doc, e))) days.set(event, inferredDay(scene, event, days))
  for (const event of rest.filter(e => isHeadline(doc, e)))
    days.set(event, headlineDay(scene, event, days) ?? inferredDay(scene, event, days))
  if (scene.published === null)
    for (const event of rest) if (days.get(event) === UNKNOWN) days.set(event, unresolvedDay(scene, event))
  return days
}

/** The words of a relative day that nothing can be counted from ("on Tuesday" of an undated report): kept, not resolved. */
const unresolvedDay = (scene: Scene, event: EventMention): EventDay => {
  const written = ownedBy(scene, event.head).find(a => a.time.from === null && a.time.to === null && a.time.type !== 'DURATION')
  return written ? { ...UNKNOWN, ...written.time.span, rule: 'no day to count from' } : UNKNOWN
}

const sceneOf = (
  doc: Document,
  events: readonly EventMention[],
  times: readonly TimeMention[],
  published: string | null,
): Scene => {
  const heads = new Set(events.map(e => e.head))
  const isEvent = (t: number) => heads.has(t)
  const dateline = datelineOf(doc, times, published)
  const modality = new Map(events.map(e => [e, statusOf(doc, e, events).modality]))
  const planned = new Set(events.filter(e => modality.get(e) !== 'actual').map(e => e.head))
  const today = published ?? dateline
  const anchors = anchorsOf(doc, times, isEvent, today).map(a =>
    planned.has(a.owner) && isGone(a, today) ? raised(doc, a, isEvent) : a,
  )
  return {
    doc,
    events,
    index: new Map(events.map((e, i) => [e, i])),
    bySentence: Map.groupBy(events, e => doc.sentence[e.head]),
    published: today,
    isPublished: published !== null,
    byOwner: Map.groupBy(anchors, a => a.owner),
    byToken: new Map(anchors.map(a => [a.token, a])),
    timesBySentence: Map.groupBy(anchors, a => doc.sentence[a.token]),
    isEvent,
    modality,
    dateline,
  }
}

const isGone = ({ time }: Anchor, today: string | null): boolean => time.to !== null && today !== null && time.to < today

/** What is only planned has no day gone by: of "agreed to disarm in 2013" the agreement was in 2013. */
const raised = (doc: Document, anchor: Anchor, isEvent: (token: number) => boolean): Anchor => {
  const above = /^(?:xcomp|ccomp|acl|advcl)/.test(doc.deprel[anchor.owner]) ? doc.head[anchor.owner] : -1
  return above >= 0 && isEvent(above) ? { ...anchor, owner: above } : anchor
}

/** The day in the dateline where it is not the day of publication. */
const datelineOf = (doc: Document, times: readonly TimeMention[], published: string | null): string | null => {
  const blocks = doc.blocks.filter(b => b.kind === 'dateline')
  const time = times.find(t => blocks.some(b => b.start <= t.span.start && t.span.end <= b.end))
  return time?.from && time.from === time.to && time.from !== published ? time.from : null
}

const isHeadline = (doc: Document, event: EventMention): boolean =>
  doc.blocks[doc.sentenceBlock[doc.sentence[event.head]]]?.kind === 'headline'

/** The day of an event that has no date of its own. */
const inferredDay = (scene: Scene, event: EventMention, days: Days): EventDay => {
  if (scene.modality.get(event) !== 'actual') return UNKNOWN
  const beside = sharedDay(scene, event, days) ?? frontedDay(scene, event) ?? sinceThen(scene, event, days)
  if (beside) return beside
  if (tellingOf(scene.doc, event.head) === 'present') return publicationDay(scene)
  if (isBygone(scene, event)) return UNKNOWN
  return carriedDay(scene, event, days) ?? reportedDay(scene, event) ?? defaultDay(scene, event, days)
}

/** Coordinated verbs share a date, and an event has that of the event it contains. */
const sharedDay = (scene: Scene, event: EventMention, days: Days): EventDay | null => {
  const { doc, bySentence } = scene
  if (tellingOf(doc, event.head) === 'present') return null
  const linked = bySentence.get(doc.sentence[event.head])?.find(e => {
    if (e === event || days.get(e)?.how !== 'stated') return false
    return pathUp(doc, e.head, event.head).every(r => r === 'conj' || (NOMINAL.test(r) && !r.startsWith('nmod')))
  })
  const day = linked ? days.get(linked) : null
  return day ? implied({ from: day.from, to: day.to ?? scene.published }, 'sentence') : null
}

/** Relations from token t up to an ancestor; [""] when it is none. */
const pathUp = (doc: Document, t: number, ancestor: number): string[] => {
  const out: string[] = []
  for (let k = t; k >= 0; k = doc.head[k]) {
    if (k === ancestor) return out
    out.push(doc.deprel[k])
  }
  return ['']
}

/** A date at the head of the sentence holds for what the sentence tells, also behind "state media said". */
const frontedDay = (scene: Scene, event: EventMention): EventDay | null => {
  const { doc } = scene
  const sentence = doc.sentence[event.head]
  const fronted = (scene.timesBySentence.get(sentence) ?? []).filter(
    a => a.token - doc.sentenceFirst[sentence] <= 6 && a.owner > a.token,
  )
  const owners = fronted.filter(a => !scene.isEvent(a.owner) && ancestors(doc, event.head).includes(a.owner))
  return dayFrom(scene, owners, 'sentence')
}

/** The day on which it was said, when the text gives none for the event: "said on Monday fighting was going on". */
const reportedDay = (scene: Scene, event: EventMention): EventDay | null => {
  for (const t of ancestors(scene.doc, event.head)) {
    const day = isSaying(scene.doc, t) ? dayFrom(scene, ownedBy(scene, t), 'reporting clause') : null
    if (day?.from && day.from === day.to) return implied(day, 'reporting clause')
  }
  return null
}

/** Whether an event is told in the perfect behind the lead: what has been going on all along, at no day told. */
const isBygone = ({ doc }: Scene, event: EventMention): boolean =>
  tellingOf(doc, event.head) === 'perfect' && doc.sentence[event.head] >= LEAD_SENTENCES

const LEAD_SENTENCES = 5

/** News is of the day of publication; what had happened before the news, at no day told, is unknown. */
const defaultDay = (scene: Scene, event: EventMention, days: Days): EventDay => {
  const { doc } = scene
  const telling = tellingOf(doc, event.head)
  const reported = ancestors(doc, event.head).some(t => isSaying(doc, t))
  if (telling === 'pluperfect' && !reported) return UNKNOWN
  if ([...children(doc, event.head)].some(c => /^(?:previously|formerly|once)$/i.test(doc.form[c]))) return UNKNOWN
  if (doc.deprel[event.head] === 'acl:relcl' && !scene.isEvent(doc.head[event.head])) return UNKNOWN
  return mainDay(scene, event, days) ?? publicationDay(scene)
}

const publicationDay = ({ published, isPublished, dateline }: Scene): EventDay => {
  if (published === null) return UNKNOWN
  if (!isPublished) return implied({ from: published, to: published }, 'dateline')
  return implied({ from: published, to: published }, dateline ? `publication; the dateline says ${dateline}` : 'publication')
}
