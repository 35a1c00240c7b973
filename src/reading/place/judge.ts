import {
  COMMON_WORDS,
  DIRECTIONS,
  GIVEN_NAMES,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  SURNAMES,
  TITLES,
} from '../../knowledge/gazetteer/words.ts'
import type { Candidate } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import { isAllCapitals, isCapital, isNext, type NameSpan, nameRun } from './spans.ts'

const PLACE_PREPOSITIONS = new Set(
  'in at near from to outside inside around across throughout toward towards into via through beyond within off above over between along past'.split(
    ' ',
  ),
)

/** What is known of people's names in a document: surnames seen after a given name or a title. */
export interface People {
  readonly surnames: ReadonlySet<string>
}

/** Surnames of the document's people: what follows a given name, an initial, or a title. */
export const peopleOf = (doc: Document): People => {
  const surnames = new Set<string>()
  for (let t = 1; t < doc.length; t++) {
    if (!isCapital(doc, t) || !isNext(doc, t - 1) || doc.upos[t] !== 'PROPN') continue
    const before = doc.form[t - 1]
    const given = isCapital(doc, t - 1) && (GIVEN_NAMES.has(before.toLowerCase()) || /^\p{Lu}\.?$/u.test(before))
    if (given && doc.upos[t - 1] === 'PROPN' && before !== doc.form[t] && !PLACE_NOUNS.has(doc.form[t].toLowerCase()))
      surnames.add(doc.form[t].toLowerCase())
  }
  return { surnames }
}

/** Word `offset` places from token t in the same run of text, or ''. */
const near = (doc: Document, t: number, offset: 1 | -1): string => {
  const k = t + offset
  return k >= 0 && k < doc.length && isNext(doc, Math.min(t, k)) ? doc.form[k] : ''
}

/** The preposition that governs the name: the token before it, articles, directions and place nouns skipped ("in the northern city of"). */
const prepositionBefore = (doc: Document, first: number): string => {
  let t = first - 1
  for (let k = 0; k < 4 && t >= 0 && doc.sentence[t] === doc.sentence[first]; k++, t--) {
    const word = doc.form[t].toLowerCase()
    if (PLACE_PREPOSITIONS.has(word)) return word
    if (word !== 'the' && word !== 'of' && !DIRECTIONS.has(word) && !PLACE_NOUNS.has(word)) return ''
  }
  return ''
}

/**
 * How strongly the sentence says that a known name is a place here, above 0 for yes. `best`: its likeliest candidate; `beside`: whether a place
 * that contains it follows after a comma, or it contains the one before.
 */
export const judge = (
  doc: Document,
  span: NameSpan,
  best: Candidate,
  beside: boolean,
  people: People,
): { score: number; why: string } => {
  const why: string[] = []
  let score = 0
  const add = (points: number, reason: string) => {
    score += points
    why.push(reason)
  }
  const { first, last, text } = span
  const single = first === last
  const word = text.toLowerCase()
  const capitals = isAllCapitals(doc, doc.sentence[first])
  const before = near(doc, first, -1)
  const after = near(doc, last, 1)
  const beforeLow = before.toLowerCase().replace(/\.$/, '')
  const afterLow = after.toLowerCase()
  const preposition = prepositionBefore(doc, first)
  const noun = PLACE_NOUNS.has(afterLow)
  const nounBefore = beforeLow === 'of' && first > 1 && PLACE_NOUNS.has(doc.form[first - 2].toLowerCase())
  const proper = doc.upos[last] === 'PROPN' || doc.upos[first] === 'PROPN'
  const [f, l] = nameRun(doc, first, last)

  add(Math.min(2.6, (best.rank - 4) * 0.8), 'prominence')
  if (best.kind === 'country') add(1.5, 'country')
  if (best.match !== 'exact') add(-1, 'inexact')
  if (!single) add(0.8, 'several words')
  if (preposition) add(2, `after ${preposition}`)
  if (beside) add(2.5, 'beside its region')
  if (noun && (!isCapital(doc, last + 1) || capitals)) add(2, `before ${afterLow}`)
  if (nounBefore) add(2.5, `after ${doc.form[first - 2]} of`)
  if (single && COMMON_WORDS.has(word)) add(capitals ? -4 : -3.5, 'plain word')
  if (!proper && !capitals) add(-2, 'not tagged as a name')
  if (single && text.length === 2 && text !== 'US' && text !== 'UK' && !beside) add(-6, 'two letters')
  if (capitals && single && text.length < 4 && best.kind !== 'country') add(-3, 'short, in capitals')

  // People: titles, given names, initials, surnames known from elsewhere in the text.
  if (single && (GIVEN_NAMES.has(word) || SURNAMES.has(word)) && best.rank < 6) add(-1.2, 'also a name of people')
  if (TITLES.has(beforeLow) && isCapital(doc, first - 1) && best.kind !== 'country') add(-4, `after ${before}`)
  if (people.surnames.has(doc.form[last].toLowerCase()) && !preposition && best.kind !== 'country')
    add(-4, 'a surname in this text')
  if (!capitals && f < first && !DIRECTIONS.has(beforeLow) && !PLACE_NOUNS.has(beforeLow)) {
    if (GIVEN_NAMES.has(beforeLow) || /^\p{Lu}\.?$/u.test(before)) add(-5, `after the given name ${before}`)
    else if (doc.upos[first - 1] === 'PROPN') add(-3, `inside a longer name`)
  }
  if (!capitals && l > last && !noun) {
    const next = doc.form[last + 1].toLowerCase()
    if (ORGANISATION_NOUNS.has(next)) add(-1.5, `before ${next}`)
    else if (single && GIVEN_NAMES.has(word)) add(-5, 'a given name before a name')
    else if (TITLES.has(next)) add(0, '')
    else if (doc.upos[last + 1] === 'PROPN') add(-3, 'inside a longer name')
  }
  return { score, why: why.filter(Boolean).join(', ') }
}
