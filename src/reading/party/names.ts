import { foldName, type PartyIndex, type PartyName } from '../../knowledge/parties.ts'
import type { Document } from '../../model/document.ts'

/** A name of the index found in the text, tokens first..last (inclusive). */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly entry: PartyName
}

/**
 * For each token the name that covers it, or undefined. Longest match from the left; acronyms introduced in brackets are
 * learnt; a name that several bear ("ERP", "RSF") is that of the state which the text names most.
 */
export const matchNames = (doc: Document, index: PartyIndex): (NameMatch | undefined)[] => {
  const at = new Array<NameMatch | undefined>(doc.length)
  const learnt = new Map<string, PartyName>()
  const capitals = capitalSentences(doc)
  const mixed = new Set<string>()
  for (let t = 0; t < doc.length; t++) if (!capitals[doc.sentence[t]]) mixed.add(doc.form[t])
  const bare = !/['’]s\b/.test(doc.text)
  const shared: { match: NameMatch; bearers: readonly PartyName[] }[] = []
  for (let t = 0; t < doc.length; t++) {
    const found = longest(doc, t, index, capitals[doc.sentence[t]] === 1, mixed)
    const lost = bare && !found[0] ? possessiveAt(doc, t, index) : undefined
    const match = lost
      ? { first: t, last: t, entry: lost }
      : found[0]
        ? { first: t, last: t + found[0].tokens.length - 1, entry: found[0] }
        : known(doc, t, learnt)
    if (!match) continue
    for (let k = match.first; k <= match.last; k++) at[k] = match
    if (found.length > 1) shared.push({ match, bearers: found })
    learn(doc, match, learnt)
    t = match.last
  }
  return shared.length ? settleShared(at, shared) : at
}

/** Gives names that several bear to the one whose state the other names of the text tell of most. */
const settleShared = (
  at: (NameMatch | undefined)[],
  shared: readonly { match: NameMatch; bearers: readonly PartyName[] }[],
): (NameMatch | undefined)[] => {
  const open = new Set(shared.map(s => s.match))
  const counts = new Map<string, number>()
  at.forEach((m, t) => {
    if (m && m.first === t && !open.has(m)) counts.set(m.entry.code, (counts.get(m.entry.code) ?? 0) + 1)
  })
  const settled = new Map(
    shared.map(({ match, bearers }) => {
      const entry = bearers.reduce((a, b) => ((counts.get(b.code) ?? 0) > (counts.get(a.code) ?? 0) ? b : a))
      return [match, { ...match, entry }]
    }),
  )
  return at.map(m => (m && settled.get(m)) ?? m)
}

/** "Syrias north" of a text that lost its apostrophes: the state or group of one word before the s. */
const possessiveAt = (doc: Document, t: number, index: PartyIndex): PartyName | undefined => {
  const name = /^(\p{Lu}.*)s$/u.exec(doc.form[t])?.[1]
  return name === undefined
    ? undefined
    : index.names
        .get(foldName(name))
        ?.find(e => e.tokens.length === 1 && e.tokens[0] === name && /^(?:state|capital|group|person)$/.test(e.kind))
}

/** The longest name that begins at token t, with those of the same words. */
const longest = (doc: Document, t: number, index: PartyIndex, capitals: boolean, mixed: ReadonlySet<string>): PartyName[] => {
  const list = index.names.get(foldName(doc.form[t]))
  const first = list?.find(e => fits(doc, t, e, capitals, mixed))
  if (!list || !first) return []
  const words = first.tokens.join(' ')
  return list.filter(e => e.tokens.join(' ') === words)
}

const fits = (doc: Document, t: number, entry: PartyName, capitals: boolean, mixed: ReadonlySet<string>): boolean => {
  const { tokens } = entry
  if (t + tokens.length > doc.length || doc.sentence[t + tokens.length - 1] !== doc.sentence[t]) return false
  const form = (i: number) => doc.form[t + i].replace(/[’‘]/g, "'")
  const same = tokens.every((w, i) => form(i) === w)
  const upper = tokens.every((w, i) => form(i) === w.toUpperCase())
  if (!same && !upper) return titled(doc, t, tokens)
  if (capitals && upper && tokens.length === 1 && isWord(tokens[0])) return mixed.has(tokens[0]) || entry.kind === 'nationality'
  if (!same && shortAcronym(tokens)) return false
  if (tokens.length === 1 && shortAcronym(tokens)) return /^(?:PROPN|NOUN|ADJ|X)$/.test(doc.upos[t]) || !capitals
  if (tokens.length === 1 && entry.kind === 'person')
    return /^(?:PROPN|NOUN|ADJ|X)$/.test(doc.upos[t]) && !partOfLongerName(doc, t)
  return true
}

/** "US-Led Coalition" of a headline, "Shining path", "Mujahideen" for "mujahideen": the same words with a capital more or less. */
const titled = (doc: Document, t: number, tokens: readonly string[]): boolean =>
  /^\p{Lu}/u.test(doc.form[t]) &&
  tokens.every((w, i) => foldName(doc.form[t + i]) === w.toLowerCase()) &&
  (tokens.length > 1 || (/^\p{Ll}/u.test(tokens[0]) && /\p{Ll}/u.test(doc.form[t])))

/** Names and acronyms that are words too: in a line of capitals they need a witness in the text below it. */
const WORDS =
  /^(?:WHO|IS|US|IT|CARE|FACT|PLAN|MODEL|FAR|CAR|GAM|MIR|PAC|MIT|ARENA|MENA|TAK|BILD|DAWN|TREND|SANA|FAN|GAL|NAR|FAL|CIS|AID|AP|EC|AMAL|COALITION|OBSERVATORY|QUARTET|AWAKENING|GUARDIAN|CONTRA|MK|COMMONWEALTH|SCORPIONS|PROVISIONALS|MARINES|MARCOS|BUSH|MAJOR|BAKER|KERRY|STRAW|HAGUE|BARCO|CASTRO|SANTOS)$/
const isWord = (word: string): boolean => WORDS.test(word.toUpperCase()) && word.toUpperCase() !== 'US'

/** Two or three capital letters: in a headline of capitals they may be any word. */
const shortAcronym = (tokens: readonly string[]): boolean => tokens.length === 1 && /^\p{Lu}{2,3}$/u.test(tokens[0])

/** For each sentence, 1 when it is written in capitals. */
export const capitalSentences = (doc: Document): Uint8Array => {
  const out = new Uint8Array(doc.sentences).fill(1)
  for (let t = 0; t < doc.length; t++) if (/\p{Ll}/u.test(doc.form[t])) out[doc.sentence[t]] = 0
  return out
}

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
    !/^(?:President|Minister|Secretary|General|Gen|Prime|King|Chancellor|Premier|Mr|Leader|Colonel|Col|Senator|Ayatollah|Marshal|Comrade|Dictator|Strongman)$/.test(
      doc.form[p],
    )
  )
}

const known = (doc: Document, t: number, learnt: ReadonlyMap<string, PartyName>): NameMatch | undefined => {
  const entry = learnt.get(doc.form[t])
  return entry && { first: t, last: t, entry }
}

/** "the National Front (NF)": the acronym stands for the name from now on. */
const learn = (doc: Document, match: NameMatch, learnt: Map<string, PartyName>): void => {
  const acronym = bracketed(doc, match.last)
  if (acronym) learnt.set(acronym, { ...match.entry, tokens: [acronym] })
}

/** The acronym in brackets right after token t, or null. */
export const bracketed = (doc: Document, t: number): string | null => {
  const open = t + 1
  if (open + 2 >= doc.length || !/^[([]$/.test(doc.form[open]) || !/^[)\]]$/.test(doc.form[open + 2])) return null
  const acronym = doc.form[open + 1]
  return /^\p{Lu}[\p{Lu}\p{Ll}-]{1,7}$/u.test(acronym) && /\p{Lu}.*\p{Lu}/u.test(acronym) ? acronym : null
}
