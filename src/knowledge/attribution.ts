import data from './compiled/attribution.json' with { type: 'json' }

/**
 * What sort of act a cue names: "speech", "writing" and "quote" (quotation marks) utter the content; "belief" holds it true or likely;
 * "attitude" wants, plans or favours it; "topic" talks about it as known; "hearsay" has no source.
 */
export type CueKind = 'speech' | 'writing' | 'belief' | 'attitude' | 'topic' | 'hearsay' | 'quote' | 'accusation' | 'demand'
export type Stance = 'asserts' | 'denies' | 'doubts'

/** A use of a cue word: how its content is built onto it ("clause", "to", "whom-to", "obj", "name", "on PREP", "obj+PREP"). */
export interface CueUse {
  /** The group's name in the knowledge file, for the trail. */
  readonly name: string
  readonly kind: CueKind
  readonly frames: readonly string[]
  readonly stance: Stance
}

interface Index {
  readonly groups: readonly CueUse[]
  readonly words: Readonly<Record<string, readonly number[]>>
}

const opened = ({ groups, words }: Index): ReadonlyMap<string, readonly CueUse[]> =>
  new Map(Object.entries(words).map(([word, list]) => [word, list.map(i => groups[i])]))

/** Uses of a verb by its lemma; a verb with a particle is joined: "point_out". */
export const VERB_CUES = opened(data.verbs as Index)

/** Uses of a noun by its lemma. */
export const NOUN_CUES = opened(data.nouns as Index)
