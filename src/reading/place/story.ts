import { child, childrenBy, isUnder } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { PlaceMention } from './place.ts'
import { MATERIAL, NOWHERE, type Scene, sceneOf, WAR, type Where, whereInSentence } from './where.ts'

/** Where each event of a document happened, worked out once for all of them. */
const memory = new WeakMap<readonly EventMention[], { places: readonly PlaceMention[]; where: Map<EventMention, Where> }>()

/** Where an event happened: by its own sentence, else where its neighbours that are plainly the same story happened. */
export const whereOf = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  places: readonly PlaceMention[],
): Where => {
  let known = memory.get(events)
  if (known?.places !== places) {
    known = { places, where: whereAll(doc, events, sceneOf(doc, events, places)) }
    memory.set(events, known)
  }
  return known.where.get(event) ?? NOWHERE
}

/** Types of event that happen where the story happens; aid, deployments and protests only where they are said to. */
const OF_STORY = new Set(['ASSAULT', 'COERCE'])
/** How many sentences back a word that points back may reach. */
const BACK = 3
/** Share of the placed events that a place needs to be where the whole story happens. */
const FOCUS = 0.6
/** Sentences from the start within which such a place must be told, and how far from its tellings it reaches. */
const EARLY = 4
/** Kilometres beyond which a place is too wide to be where a story happens. */
const NARROW = 80
const REACH = 4

interface Focus extends Where {
  readonly sentences: readonly number[]
}

const whereAll = (doc: Document, events: readonly EventMention[], scene: Scene): Map<EventMention, Where> => {
  const told = new Map(events.map(e => [e, whereInSentence(doc, e, scene)]))
  const focus = focusOf(doc, events, told)
  const bySentence = Map.groupBy(events, e => doc.sentence[e.head])
  const around = (e: EventMention, back: number) =>
    Array.from({ length: 2 * back + 1 }, (_, k) => bySentence.get(doc.sentence[e.head] - back + k) ?? []).flat()
  return new Map(
    events.map(e => {
      const where = told.get(e)!
      if (where.places.length || !MATERIAL.has(e.type)) return [e, where]
      const real = isTold(doc, e, around(e, 0)) && !GENERAL.has(doc.lemma[e.head].toLowerCase())
      const near = inherited(doc, e, around(e, BACK), told, real)
      return [e, near.places.length || !OF_STORY.has(e.type) || !real || !isNearFocus(doc, e, focus) ? near : focus]
    }),
  )
}

/** Where the whole story happens: the place, named early and smaller than a country, of most events that say where; else nowhere. */
const focusOf = (doc: Document, events: readonly EventMention[], told: ReadonlyMap<EventMention, Where>): Focus => {
  const placed = events
    .filter(e => OF_STORY.has(e.type))
    .map(e => ({
      sentence: doc.sentence[e.head],
      places: told.get(e)!.places.filter(p => isLocal(p) && (p.radius ?? 0) <= NARROW),
    }))
    .filter(x => x.places.length > 0)
  const found = new Map<string, { place: PlaceMention; count: number; sentences: number[] }>()
  for (const { sentence, places } of placed)
    for (const p of places) {
      const x = found.get(p.name) ?? { place: p, count: 0, sentences: [] }
      found.set(p.name, { ...x, count: x.count + 1, sentences: [...x.sentences, sentence] })
    }
  const top = [...found.values()]
    .filter(x => x.count >= 2 && x.count >= FOCUS * placed.length && x.sentences.some(s => s < EARLY))
    .sort((a, b) => b.count - a.count)[0]
  return top ? { places: [top.place], rule: 'where the story is', sentences: top.sentences } : { ...NOWHERE, sentences: [] }
}

/** Words for fighting as such, which happens nowhere in particular ("the fight against terrorism"). */
const GENERAL = new Set('defeat degrade terrorism atrocity crime combat brutalize extremism'.split(' '))

/** Whether an event may be taken to happen where the story does: told near a sentence that says so, and no war as a whole. */
const isNearFocus = (doc: Document, e: EventMention, focus: Focus): boolean =>
  !WAR.has(doc.lemma[e.head].toLowerCase()) && focus.sentences.some(s => Math.abs(s - doc.sentence[e.head]) <= REACH)

/** Kilometres beyond which a place says too little to be taken over by another sentence. */
const LOCAL = 250
const isLocal = (p: PlaceMention): boolean => p.lat !== null && p.precision !== 'country' && (p.radius ?? 0) <= LOCAL

/** Places without those that are there only to say where another of them lies. */
const smallest = (places: readonly PlaceMention[]): PlaceMention[] =>
  places.filter(
    p =>
      !(
        p.precision === 'region' &&
        places.some(q => q !== p && q.code === p.code && (q.precision === 'town' || q.precision === 'point'))
      ),
  )

/** Words under which an event is only wished, feared or supposed. */
const UNREAL = new Set('should must would could may might can will shall'.split(' '))
const WISHES = new Set(['REQUEST', 'THREATEN', 'REJECT', 'SUPPORT'])

/** Whether the report tells the event as one that took place. */
const isTold = (doc: Document, event: EventMention, events: readonly EventMention[]): boolean =>
  !childrenBy(doc, event.head, 'aux').some(a => UNREAL.has(doc.form[a].toLowerCase())) &&
  !events.some(e => e.content >= 0 && e !== event && WISHES.has(e.type) && isUnder(doc, event.head, e.content))

/** Sentences from one event to another: those after count as further off. */
const distance = (doc: Document, from: EventMention, to: EventMention): number => {
  const gap = doc.sentence[from.head] - doc.sentence[to.head]
  return gap >= 0 ? gap : -gap + 1
}

const OUTCOMES = new Set('kill wound injure die hit destroy damage dead casualty victim burn maim'.split(' '))

/** Whether the event's words point back to one told before: "the attack", "this raid", or an outcome ("12 were killed"). */
const pointsBack = (doc: Document, event: EventMention): boolean => {
  if (OUTCOMES.has(doc.lemma[event.head].toLowerCase())) return true
  const determiner = child(doc, event.head, 'det')
  return doc.upos[event.head] === 'NOUN' && determiner >= 0 && /^(?:the|this|that|these)$/i.test(doc.form[determiner])
}

/** The place of the nearest event of the story that has one: in its own sentence any, in others a named place smaller than a country. */
const inherited = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  told: ReadonlyMap<EventMention, Where>,
  real: boolean,
): Where => {
  const back = real && OF_STORY.has(event.type) && pointsBack(doc, event)
  const near = events
    .map(e => ({ e, d: distance(doc, event, e), places: told.get(e)!.places }))
    .filter(({ e, d }) => e !== event && MATERIAL.has(e.type) && (d === 0 || (back && d <= BACK && OF_STORY.has(e.type))))
    .map(x => ({ ...x, places: x.d === 0 ? x.places : smallest(x.places.filter(isLocal)) }))
    .filter(x => x.places.length > 0)
    .sort(
      (a, b) =>
        a.d - b.d ||
        Number(b.e.type === event.type) - Number(a.e.type === event.type) ||
        Math.abs(a.e.head - event.head) - Math.abs(b.e.head - event.head),
    )
  return near.length ? { places: near[0].places, rule: `as ${near[0].e.span.quote} ${near[0].d}` } : NOWHERE
}
