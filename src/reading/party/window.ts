import type { PartyIndex, PartyNoun } from '../../knowledge/parties.ts'
import { children, childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

export const low = (doc: Document, t: number): string => doc.form[t]?.toLowerCase() ?? ''

export const isPlural = (doc: Document, t: number): boolean =>
  /^NNP?S$/.test(doc.xpos[t]) || childrenBy(doc, t, 'conj').length > 0

const WINDOW = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|flat|punct|advmod|goeswith|nmod:unmarked|nmod:npmod|acl)$/

/** First and last token of the noun phrase around t without what hangs behind it. */
export const windowOf = (doc: Document, t: number): [number, number] => {
  let first = t
  let last = t
  for (const c of children(doc, t)) {
    if (c < t && WINDOW.test(doc.deprel[c])) first = Math.min(first, leftmost(doc, c))
    if (c > t && /^flat|^goeswith/.test(doc.deprel[c])) last = Math.max(last, rightmost(doc, c))
  }
  for (let k = t - 1; k >= first; k--) if (isMainVerb(doc, k, first)) return [k + 1, last]
  return [first, last]
}

/**
 * A verb between nouns that the tree takes for a part of the phrase: "Police blamed dissidents" is no kind of dissidents. Participles
 * after a hyphen ("US-led") or at the head of the phrase ("armed men") are parts of it.
 */
const isMainVerb = (doc: Document, k: number, first: number): boolean =>
  /^VB[ZDP]$/.test(doc.xpos[k]) || (doc.xpos[k] === 'VBN' && k > first && /^(?:NOUN|PROPN|PRON)$/.test(doc.upos[k - 1]))

const leftmost = (doc: Document, t: number): number =>
  Math.min(t, ...[...children(doc, t)].map(c => (c < t ? leftmost(doc, c) : t)))

const rightmost = (doc: Document, t: number): number =>
  Math.max(
    t,
    ...[...children(doc, t)].map(c => (c > t && /^(?:flat|goeswith|compound|punct)/.test(doc.deprel[c]) ? rightmost(doc, c) : t)),
  )

/** A noun of the index in the text: its entry, first and last token, and its words. */
export interface FoundNoun {
  readonly noun: PartyNoun
  readonly first: number
  readonly last: number
  readonly words: string
}

/** The noun of the index that token t heads: "prime minister", "air force", "soldier", "ministry of defence". */
export const nounAt = (doc: Document, t: number, index: PartyIndex): FoundNoun | null => {
  const complemented = nounOf(doc, t, index)
  if (complemented) return complemented
  if (low(doc, t - 1) === 'of' && nounOf(doc, t - 2, index)) return null
  for (let n = 3; n >= 1; n--) {
    const first = t - n + 1
    if (first < 0 || doc.sentence[first] !== doc.sentence[t]) continue
    const before = Array.from({ length: n - 1 }, (_, i) => low(doc, first + i)).join(' ')
    for (const last of [doc.lemma[t].toLowerCase(), low(doc, t), low(doc, t).replace(/s$/, '')]) {
      const words = before ? `${before} ${last}` : last
      const noun = index.nouns.get(words)
      if (noun) return { noun, first, last: t, words }
    }
  }
  return null
}

/** "ministry of defence", "head of state": headed by the noun before "of". */
const nounOf = (doc: Document, t: number, index: PartyIndex): FoundNoun | null => {
  if (t < 0 || low(doc, t + 1) !== 'of' || doc.sentence[t + 2] !== doc.sentence[t]) return null
  for (const head of [low(doc, t), doc.lemma[t].toLowerCase()]) {
    const words = `${head} of ${low(doc, t + 2)}`
    const noun = index.nouns.get(words)
    if (noun) return { noun, first: t, last: t + 2, words }
  }
  return null
}

/** The words of tokens from..to (exclusive), lower case. */
export const wordsBetween = (doc: Document, from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => low(doc, from + i)).join(' ')

/** The name of a common-noun phrase begins after its articles, numbers and "at least". */
export const nameStart = (doc: Document, t: number, first: number): number => {
  let from = t
  while (
    from > first &&
    /^(?:ADJ|NOUN|PROPN|PART|PUNCT|X|VERB|PRON|SYM)$/.test(doc.upos[from - 1]) &&
    !NOT_IN_NAMES.test(low(doc, from - 1)) &&
    !isBracket(doc, from - 1)
  )
    from--
  for (let k = from; k < t; k++) if (low(doc, k) === 'old' && doc.form[k - 1] === '-') from = k + 1
  while (from < t && (doc.upos[from] === 'PUNCT' || doc.upos[from] === 'PART')) from++
  return from
}

const NOT_IN_NAMES =
  /^(?:other|many|several|few|more|most|least|some|latest|new|including|according|last|next|same|such|own|further|another|its|their|his|her|our|my)$/

export const isBracket = (doc: Document, t: number): boolean => /^[,;:()"“”[\]]$/.test(doc.form[t])
