import type { Ontology } from '../../knowledge/ontology.ts'
import { lemmaOf, wordOf } from '../../language/tree.ts'
import type { EventType } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'

/** Types that a natural disaster makes words of: people die, roads are cut off. */
const OF_DISASTER: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN', 'RETREAT'])

/** Above this share of sentences with a word of conflict, the report is about conflict, and none of its sentences is kept out. */
const CONFLICT_SHARE = 0.4

type Scene = 'conflict' | 'other' | 'disaster' | 'plain'

/**
 * What keeps events out of a sentence: it is about business, sport or the stage, or about a natural disaster, has no word of
 * conflict, and stands in a report that is not about conflict either.
 */
export const sceneFilter = (doc: Document, ontology: Ontology): ((t: number, type: EventType) => boolean) => {
  const scenes = Array.from({ length: doc.sentences }, (_, s) => sceneOf(doc, s, ontology))
  if (scenes.filter(s => s === 'conflict').length > doc.sentences * CONFLICT_SHARE) return () => false
  return (t, type) => {
    const scene = scenes[doc.sentence[t]]
    return scene === 'other' || (scene === 'disaster' && OF_DISASTER.has(type))
  }
}

const sceneOf = (doc: Document, s: number, ontology: Ontology): Scene => {
  const has = (name: string): boolean => {
    const members = ontology.classes.get(name)
    for (let t = doc.sentenceFirst[s]; t <= doc.sentenceLast[s]; t++) {
      const isNoun = doc.upos[t] === 'NOUN' || doc.upos[t] === 'PROPN'
      if (isNoun && (members?.has(lemmaOf(doc, t)) || members?.has(wordOf(doc, t)))) return true
    }
    return false
  }
  if (has('CONFLICT')) return 'conflict'
  if (has('GAME') || has('COMMERCE') || has('ANIMAL')) return 'other'
  return has('DISASTER') ? 'disaster' : 'plain'
}
