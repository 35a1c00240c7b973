import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import { dayOfIso } from '../calendar.ts'
import { type EventDay, implied, type Scene } from './day.ts'

const NEWS_DAYS = 10
const REACH = 3

/** Whether a day is near enough to publication, and exact enough, to be the day of the report's news. */
const isNews = ({ published }: Scene, day: EventDay): boolean => {
  const [from, to, today] = [dayOfIso(day.from), dayOfIso(day.to ?? day.from), dayOfIso(published)]
  return from !== null && to !== null && today !== null && today - from <= NEWS_DAYS && to - from <= 2 && today >= from
}

/** Acts that a report tells of over several sentences; speech acts stand each for itself. */
const STORY = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'MOBILIZE'])
const lemma = (doc: Document, event: EventMention): string => doc.lemma[event.head].toLowerCase()

/** Whether an event is only mentioned beside the main one, as its reason or object: "in retaliation for Friday's attack". */
const isAside = (doc: Document, event: EventMention): boolean =>
  /^NOUN|PROPN$/.test(doc.upos[event.head]) && /^(?:obl|nmod)/.test(doc.deprel[event.head])

/** The day of the same happening told in the sentences before. */
export const carriedDay = (scene: Scene, event: EventMention, days: ReadonlyMap<EventMention, EventDay>): EventDay | null => {
  const { doc, events } = scene
  if (!STORY.has(event.type)) return null
  for (let k = events.indexOf(event) - 1; k >= 0; k--) {
    const other = events[k]
    if (doc.sentence[event.head] - doc.sentence[other.head] > REACH) return null
    const day = days.get(other)
    if (!day || day.how === 'unknown' || day.rule.startsWith('publication') || !STORY.has(other.type)) continue
    const same = lemma(doc, other) === lemma(doc, event)
    if ((same || (other.type === event.type && !isAside(doc, other))) && isNews(scene, day)) return implied(day, 'carried')
  }
  return null
}

/** The day of what a headline announces: of the same event told in the first sentences. */
export const headlineDay = (scene: Scene, event: EventMention, days: ReadonlyMap<EventMention, EventDay>): EventDay | null => {
  const { doc, events } = scene
  if (scene.modality.get(event) !== 'actual') return null
  const first = doc.sentence[event.head]
  const lead = events.filter(e => doc.sentence[e.head] > first && doc.sentence[e.head] <= first + REACH)
  const told =
    lead.find(e => e.type === event.type && lemma(doc, e) === lemma(doc, event)) ??
    lead.find(e => e.type === event.type && !isAside(doc, e))
  const day = told ? days.get(told) : undefined
  return day && day.how !== 'unknown' && isNews(scene, day)
    ? implied(day, day.rule.startsWith('publication') ? day.rule : 'carried')
    : null
}
