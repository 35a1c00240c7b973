import { foldName, type PartyIndex, type PartyName } from '../../knowledge/parties.ts'
import type { Document } from '../../model/document.ts'

/** A name of the index found in the text, tokens first..last (inclusive). */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly entry: PartyName
}

/** For each token the name that covers it, or undefined. Longest match from the left; acronyms introduced in brackets are learnt. */
export const matchNames = (doc: Document, index: PartyIndex): (NameMatch | undefined)[] => {
  const at = new Array<NameMatch | undefined>(doc.length)
  const learnt = new Map<string, PartyName>()
  for (let t = 0; t < doc.length; t++) {
    const match = longest(doc, t, index) ?? known(doc, t, learnt)
    if (!match) continue
    for (let k = match.first; k <= match.last; k++) at[k] = match
    learn(doc, match, learnt)
    t = match.last
  }
  return at
}

const longest = (doc: Document, t: number, index: PartyIndex): NameMatch | undefined => {
  const list = index.names.get(foldName(doc.form[t]))
  const entry = list?.find(e => fits(doc, t, e))
  return entry && { first: t, last: t + entry.tokens.length - 1, entry }
}

const fits = (doc: Document, t: number, entry: PartyName): boolean => {
  const { tokens } = entry
  if (t + tokens.length > doc.length || doc.sentence[t + tokens.length - 1] !== doc.sentence[t]) return false
  const capitals = tokens.every((w, i) => doc.form[t + i].replace(/[’‘]/g, "'") === w.toUpperCase())
  const same = tokens.every((w, i) => doc.form[t + i].replace(/[’‘]/g, "'") === w)
  if (!same && !(capitals && !shortAcronym(tokens)))
    return (
      startsSentence(doc, t) && tokens.every((w, i) => foldName(doc.form[t + i]) === w.toLowerCase()) && /^[a-z]/.test(tokens[0])
    )
  if (tokens.length === 1 && shortAcronym(tokens)) return /^(?:PROPN|NOUN|ADJ|X)$/.test(doc.upos[t]) || !inCapitals(doc, t)
  if (tokens.length === 1 && entry.kind === 'person')
    return /^(?:PROPN|NOUN|ADJ|X)$/.test(doc.upos[t]) && !partOfLongerName(doc, t)
  return true
}

/** Two or three capital letters: in a headline of capitals they may be any word. */
const shortAcronym = (tokens: readonly string[]): boolean => tokens.length === 1 && /^\p{Lu}{2,3}$/u.test(tokens[0])

/** Whether the sentence of t is in capitals. */
const inCapitals = (doc: Document, t: number): boolean => {
  const s = doc.sentence[t]
  for (let k = doc.sentenceFirst[s]; k <= doc.sentenceLast[s]; k++) if (/\p{Ll}/u.test(doc.form[k])) return false
  return true
}

const startsSentence = (doc: Document, t: number): boolean => t === doc.sentenceFirst[doc.sentence[t]]

/** A surname of a known person after another first name is somebody else. */
const partOfLongerName = (doc: Document, t: number): boolean => {
  const p = t - 1
  return (
    p >= 0 &&
    doc.sentence[p] === doc.sentence[t] &&
    doc.upos[p] === 'PROPN' &&
    /^\p{Lu}\p{Ll}+$/u.test(doc.form[p]) &&
    (doc.head[p] === t || doc.head[t] === p) &&
    /^(?:flat|compound)/.test(doc.head[p] === t ? doc.deprel[p] : doc.deprel[t]) &&
    !/^(?:President|Minister|Secretary|General|Prime|King|Chancellor|Premier|Mr|Mr\.|Leader|Colonel|Senator|Ayatollah)$/.test(
      doc.form[p],
    )
  )
}

const known = (doc: Document, t: number, learnt: ReadonlyMap<string, PartyName>): NameMatch | undefined => {
  const entry = learnt.get(doc.form[t])
  return entry && { first: t, last: t, entry }
}

/** "the National Front (NF)": the acronym stands for the name from now on; so does a name in brackets after an acronym. */
const learn = (doc: Document, match: NameMatch, learnt: Map<string, PartyName>): void => {
  const open = match.last + 1
  if (open + 2 >= doc.length || !/^[([]$/.test(doc.form[open]) || !/^[)\]]$/.test(doc.form[open + 2])) return
  const acronym = doc.form[open + 1]
  if (/^\p{Lu}[\p{Lu}\p{Ll}-]{1,7}$/u.test(acronym) && /\p{Lu}.*\p{Lu}/u.test(acronym))
    learnt.set(acronym, { ...match.entry, tokens: [acronym] })
}
