import data from './compiled/wording.json' with { type: 'json' }

interface WordingEntry {
  readonly about: string
  readonly lemma: readonly string[]
  readonly form: readonly string[]
  readonly phrase: readonly (readonly string[])[]
  /** When not empty, a form counts only with one of these words within three tokens. */
  readonly near: readonly string[]
}

const entries = data.entries as readonly WordingEntry[]

/** Lemmas that are loaded in any form (lower case). */
export const LOADED_LEMMAS: ReadonlySet<string> = new Set(entries.flatMap(e => e.lemma))

/** Forms that are loaded as written (lower case) -> the words one of which must stand near; empty: none needed. */
export const LOADED_FORMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  entries.flatMap(e => e.form.map(f => [f, new Set(e.near)] as const)),
)

/** Phrases (lower-case words in a row), longest first. */
export const LOADED_PHRASES: readonly (readonly string[])[] = entries.flatMap(e => e.phrase).sort((a, b) => b.length - a.length)

const alike = new Map(Object.entries(data.like).flatMap(([like, forms]) => forms.map(f => [f, like] as const)))

/** What the net sees for a form that takes a side: the word that all sides' words share ("regime" -> "government"); case is kept. */
export const likeWord = (form: string): string => {
  const like = alike.get(form.toLowerCase())
  if (like === undefined) return form
  return form === form.toLowerCase() ? like : like[0].toUpperCase() + like.slice(1)
}
