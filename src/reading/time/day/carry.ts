import { ancestors, isRelation } from '../../../language/tree.ts'
import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import { type Days, type EventDay, implied, isNews, isStory, lemmaOf, type Scene } from './scene.ts'
import { isSaying, tellingOf } from './telling.ts'

const REACH = 3

/** The events of sentences `first` to `last`, in order. */
const eventsOf = (scene: Scene, first: number, last: number): EventMention[] =>
  Array.from({ length: last - first + 1 }, (_, i) => scene.bySentence.get(first + i) ?? []).flat()

/** Whether an event is only mentioned beside the main one, as its reason or object: "in retaliation for Friday's attack". */
const isAside = (doc: Document, event: EventMention): boolean =>
  /^(?:NOUN|PROPN)$/.test(doc.upos[event.head]) && (isRelation(doc, event.head, 'obl') || isRelation(doc, event.head, 'nmod'))

/** The day of the same happening told in the sentences before. */
export const carriedDay = (scene: Scene, event: EventMention, days: Days): EventDay | null => {
  const { doc, events, index } = scene
  for (let k = (index.get(event) ?? 0) - 1; k >= 0; k--) {
    const other = events[k]
    const distance = doc.sentence[event.head] - doc.sentence[other.head]
    if (distance > REACH) return null
    const day = days.get(other)
    if (!day || day.how === 'unknown' || day.rule.startsWith('publication')) continue
    if (!isNews(scene, day)) {
      if (continues(scene, event, other, day, distance)) return implied({ from: day.from, to: null }, 'carried, open end')
      continue
    }
    if (!isStory(other) || !isStory(event)) continue
    const same = lemmaOf(doc, other) === lemmaOf(doc, event)
    if (same) return implied(day, 'carried')
    if (other.type === event.type && !isAside(doc, other))
      return implied({ from: day.from, to: day.to ?? scene.published }, 'carried')
  }
  return null
}

/** Whether an event goes on with the earlier story that the last sentence began with a day long gone. */
const continues = (
  { doc, published }: Scene,
  event: EventMention,
  other: EventMention,
  day: EventDay,
  distance: number,
): boolean =>
  distance >= 1 &&
  distance <= (isStory(event) ? 2 : 1) &&
  day.from !== null &&
  published !== null &&
  day.from < published &&
  !isAside(doc, other) &&
  tellingOf(doc, event.head) === 'past' &&
  !ancestors(doc, event.head).some(t => isSaying(doc, t))

/** The day of what a headline announces: of the same event told in the first sentences. */
export const headlineDay = (scene: Scene, event: EventMention, days: Days): EventDay | null => {
  const { doc } = scene
  if (scene.modality.get(event) !== 'actual') return null
  const first = doc.sentence[event.head]
  const lead = eventsOf(scene, first + 1, first + REACH).filter(e => e.type === event.type)
  const told = lead.find(e => lemmaOf(doc, e) === lemmaOf(doc, event)) ?? lead.find(e => isStory(e) && !isAside(doc, e))
  const day = told ? days.get(told) : undefined
  if (!day || day.how === 'unknown' || !isNews(scene, day)) return null
  return implied(day, day.rule.startsWith('publication') ? day.rule : 'carried')
}

/** The day of the news that the report opens with: acts told later without a day are of it. */
export const mainDay = (scene: Scene, event: EventMention, days: Days): EventDay | null => {
  if (!isStory(event)) return null
  const opening = eventsOf(scene, 0, REACH).find(
    e => isStory(e) && scene.modality.get(e) === 'actual' && days.get(e)?.how === 'stated',
  )
  const day = opening ? days.get(opening) : undefined
  return day && isNews(scene, day) && day.from === day.to ? implied(day, 'carried from the opening') : null
}

/** "Since then": from the day last told, with an open end. */
export const sinceThen = (scene: Scene, event: EventMention, days: Days): EventDay | null => {
  const { doc } = scene
  const sentence = doc.sentence[event.head]
  const text = doc.text.slice(doc.start[doc.sentenceFirst[sentence]], doc.end[doc.sentenceLast[sentence]])
  if (!/\bsince then\b/i.test(text)) return null
  const told = eventsOf(scene, sentence - 10, sentence - 1)
    .filter(e => days.get(e)?.from)
    .at(-1)
  const from = told ? days.get(told)?.from : null
  return from ? implied({ from, to: null }, 'since the day before') : null
}
