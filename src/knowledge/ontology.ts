import type { EventType } from '../model/claim.ts'
import data from './compiled/ontology.json' with { type: 'json' }

/** Parts of speech that a trigger's head word may have. */
export type TriggerKind = 'verb' | 'noun' | 'adj'

/**
 * What a trigger's surroundings must be for it to have its sense. `slot`: "obj", "subj", "mod" (words before a noun), "gov"
 * (the word above), "case" (its own preposition), "any" (doer, object or "with"), "clause" (a clause as complement), "inf" (an infinitive as complement), "word" (any word of the sentence), or prepositions joined by "|".
 */
export interface Condition {
  readonly slot: string
  /** The slot must be empty, or hold none of `words`. */
  readonly not: boolean
  /** Lemmas, or names of word classes in capitals; empty: anything. */
  readonly words: readonly string[]
}

/** One trigger: the words that name an event, when they do, and where its participants stand. */
export interface Trigger {
  /** Lemmas in order; the head is the first of a verb, the last of a noun or adjective. */
  readonly words: readonly string[]
  readonly kind: TriggerKind
  /** Of a verb: how many of its words stand before the head ("test-fire" as three tokens: 2). */
  readonly lead: number
  /** Null: the words have a sense that is no event, so that no later trigger may take them. */
  readonly type: EventType | null
  readonly mode: string | null
  readonly when: readonly Condition[]
  /** Slots that hold who it is done to, and who does it: "subj", "obj", prepositions. */
  readonly to: readonly string[]
  readonly by: readonly string[]
  /** All parties are doers: "met", "clashes between A and B". */
  readonly mutual: boolean
  /** Of a noun: what "of X" and "X's" name. */
  readonly of: 'to' | 'by' | 'none'
  readonly poss: 'to' | 'by'
  readonly name: string
}

/** The compiled ontology: what `src/knowledge/ontology/*.yaml` says, ready to use. */
export interface Ontology {
  /** Head lemma -> its triggers, longest and most constrained first. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>
  /** Word class -> its lemmas. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
}

/** One entry of the compiled file: its words by kind, and what holds for all of them. */
export interface CompiledEntry extends Omit<Trigger, 'words' | 'kind' | 'lead' | 'name'> {
  readonly file: EventType
  readonly verb: readonly (readonly string[])[]
  readonly noun: readonly (readonly string[])[]
  readonly adj: readonly (readonly string[])[]
}

const KINDS: readonly TriggerKind[] = ['verb', 'noun', 'adj']

/** Ways in which a tokeniser may cut a hyphenated word: the words, and how many stand before a verb's head. */
const spellings = (words: readonly string[]): (readonly [words: readonly string[], lead: number])[] => {
  const split = words.flatMap(w => w.split(/(-)/))
  const lead = words[0].split(/(-)/).length - 1
  return split.length === words.length
    ? [[words, 0]]
    : [
        [words, 0],
        [split, lead],
      ]
}

/** The triggers of one entry, in the order in which it lists them. */
const triggersOf = (entry: CompiledEntry): Trigger[] => {
  const { file, verb: _v, noun: _n, adj: _a, ...shared } = entry
  const spelled = KINDS.flatMap(kind => entry[kind].flatMap(w => spellings(w).map(([words, lead]) => ({ kind, words, lead }))))
  return spelled.map(t => ({ ...shared, ...t, name: `${file} ${t.words.join(' ')}.${t.kind}` }))
}

/** Longer triggers come before shorter ones, senses that are no events before others, then those with more conditions. */
const rank = (t: Trigger): number => t.words.length * 20 + (t.type ? 0 : 10) + Math.min(t.when.length, 9)

/** The ontology of compiled entries and word classes. */
export const ontologyOf = (entries: readonly CompiledEntry[], classes: Readonly<Record<string, readonly string[]>>): Ontology => {
  const triggers = new Map<string, Trigger[]>()
  for (const t of entries.flatMap(triggersOf)) {
    const head = t.kind === 'verb' ? t.words[t.lead] : (t.words.at(-1) as string)
    const list = triggers.get(head)
    if (list) list.push(t)
    else triggers.set(head, [t])
  }
  for (const list of triggers.values()) list.sort((a, b) => rank(b) - rank(a))
  return { triggers, classes: new Map(Object.entries(classes).map(([name, words]) => [name, new Set(words)])) }
}

/** The ontology that ships with the package. */
export const loadOntology = (): Ontology => ontologyOf(data.entries as unknown as CompiledEntry[], data.classes)
