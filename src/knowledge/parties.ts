import { tokenise } from '../language/tokens.ts'
import type { Sector } from '../model/claim.ts'
import data from './compiled/parties.json' with { type: 'json' }

/** What a name stands for. `nationality`: an adjective or people's name; `capital`: a seat of power that stands for its state. */
export type NameKind = 'state' | 'capital' | 'nationality' | 'organisation' | 'force' | 'office' | 'group' | 'person' | 'media'

/** A name of the index, cut into tokens as the engine cuts text. */
export interface PartyName {
  readonly tokens: readonly string[]
  readonly code: string
  readonly sector: Sector
  readonly kind: NameKind
}

/** What a common noun says of the one it names: "soldier" is MIL, "minister" GOV. */
export interface PartyNoun {
  readonly sector: Sector
  readonly kind: 'force' | 'group' | 'office' | 'people' | 'organisation'
}

/** The compiled parties: states, nationalities, capitals, groups, organisations, persons, and nouns for participants. */
export interface PartyIndex {
  /** Names by their first token in lower case, longest first. */
  readonly names: ReadonlyMap<string, readonly PartyName[]>
  /** Nouns of one to three words, lower case. */
  readonly nouns: ReadonlyMap<string, PartyNoun>
}

/** Straight quotes, lower case: what names are compared by. */
export const foldName = (form: string): string => form.replace(/[’‘]/g, "'").toLowerCase()

/** Opens the compiled index. */
export const loadParties = (): PartyIndex => {
  const names = new Map<string, PartyName[]>()
  const add = (name: string, code: string, sector: string, kind: string) => {
    const tokens = tokenise(name, 0, name.length).map(t => name.slice(t.start, t.end).replace(/[’‘]/g, "'"))
    const key = tokens[0].toLowerCase()
    const list = names.get(key)
    const entry = { tokens, code, sector: sector as Sector, kind: kind as NameKind }
    if (list) list.push(entry)
    else names.set(key, [entry])
  }
  for (const [name, [code, sector, kind]] of Object.entries(data.named)) add(name, code, sector, kind)
  for (const [name, others] of Object.entries(data.rivals))
    for (const [code, sector, kind] of others as string[][]) add(name, code, sector, kind)
  for (const [word, code] of Object.entries(data.nationalities)) add(word, code, '', 'nationality')
  for (const list of names.values()) list.sort((a, b) => b.tokens.length - a.tokens.length)
  const nouns = new Map(Object.entries(data.nouns).map(([n, [sector, kind]]) => [n, { sector, kind } as PartyNoun]))
  return { names, nouns }
}

/** After a nationality that is also its people's name ("fifteen Lebanese who ..."), these show that people are meant. */
const AFTER_PEOPLE =
  /^(?:who|whom|were|was|are|have|had|has|will|would|said|say|died|in|from|at|near|by|since|after|on|[.,;:)]|)$/

/**
 * Names of states and peoples that all read alike: one word of a kind for each, so that a sentence's tree is the same whichever
 * states it tells of. Gives what the net sees for a form and the form after it.
 */
export const likeNames = (index: PartyIndex): ((form: string, next: string) => string) => {
  const alike = new Map<string, string>()
  for (const list of index.names.values()) {
    for (const { tokens, kind } of list) {
      const [form] = tokens
      if (tokens.length > 1 || !/^\p{Lu}\p{Ll}+$/u.test(form)) continue
      if (kind === 'nationality') alike.set(form, /(?:[^s]s|men)$/.test(form) && !BOTH.test(form) ? 'Iraqis' : 'Iraqi')
      else if (kind === 'state' && !alike.has(form)) alike.set(form, 'Iraq')
      else if (kind === 'capital' && !alike.has(form)) alike.set(form, 'Baghdad')
    }
  }
  return (form, next) => {
    // The group's short name is the verb's third person in capitals: only a headline in capitals means the verb.
    if (form === 'IS' && /\p{Ll}/u.test(next)) return 'Iraq'
    const like = alike.get(form)
    return like === undefined ? form : like === 'Iraqi' && BOTH.test(form) && AFTER_PEOPLE.test(next) ? 'Iraqis' : like
  }
}

/** Nationalities whose people are called by the same word. */
const BOTH = /(?:ese|ss|ois|Thai|British|French|Dutch|Irish|Spanish)$/

let states: ReadonlyMap<string, string> | null = null

/** The usual English name of a state by its ISO 3166 alpha-3 code, or null. */
export const nameOfState = (code: string): string | null => {
  states ??= new Map(
    Object.entries(data.named)
      .filter(([, [, , kind]]) => kind === 'state')
      .map(([name, [of]]) => [of, name] as const)
      .reverse(),
  )
  return states.get(code) ?? null
}
