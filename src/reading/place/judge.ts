import {
  COMMON_WORDS,
  DIRECTIONS,
  GIVEN_NAMES,
  NATIONALITIES,
  NOT_PLACE_NOUNS,
  OFFICE_NOUNS,
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

/** Capitalised nouns that make a body of the name after "of" ("Bank of England", "University of Mosul"). */
const BODIES_OF = new Set(
  'university bank front liberation party army movement voice radio bishop archbishop duke earl lord prince battle college order daughters sons school federation'.split(
    ' ',
  ),
)

/** Verbs whose object in war news is a place. */
const HITTING = new Set(
  'shelled bombed bombarded shell bomb bombard captured capture seized seize entered enter stormed storm besieged besiege retook retake retaken recaptured recapture liberated liberate occupied occupy invaded invade overran overrun pounded pound encircled encircle reached reach left attacked attack'.split(
    ' ',
  ),
)

/** What is known of people's names in a document: surnames seen after a given name or a title. */
export interface People {
  readonly surnames: ReadonlySet<string>
}

/** Surnames of the document's people: what follows a given name or an initial, unless both are the name of a place. */
export const peopleOf = (doc: Document, spans: readonly NameSpan[]): People => {
  const known = new Set(spans.filter(s => s.last > s.first).map(s => s.last))
  const surnames = new Set<string>()
  for (let t = 1; t < doc.length; t++) {
    if (!isCapital(doc, t) || !isNext(doc, t - 1) || doc.upos[t] !== 'PROPN') continue
    const before = doc.form[t - 1]
    if (known.has(t)) continue
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
    if (word === 'to' && t > 0 && /^(?:according|due|thanks|belong|belongs|belonging)$/i.test(doc.form[t - 1])) return ''
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
  named: People,
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
  const preposition =
    prepositionBefore(doc, first) || (beforeLow === 'of' && /^(?:,|\d+)$/.test(doc.form[first - 2] ?? '') ? 'of' : '')
  const people =
    beforeLow === 'of' &&
    /^(?:residents?|people|inhabitants?|citizens?|villagers?|population|capture|siege|fall|liberation|shelling|bombardment|bombing|battle)$/i.test(
      doc.form[first - 2] ?? '',
    )
  const noun = PLACE_NOUNS.has(afterLow)
  const nounBefore = beforeLow === 'of' && first > 1 && PLACE_NOUNS.has(doc.form[first - 2].toLowerCase())
  const proper = [first, last].some(t => doc.upos[t] === 'PROPN' || doc.xpos[t].startsWith('NNP'))
  const [f, l] = nameRun(doc, first, last)

  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i.test(text) && !beside) add(-6, 'a month')
  if (/^(?:of|for|in)$/.test(beforeLow) && BODIES_OF.has(doc.form[first - 2]?.toLowerCase() ?? '') && isCapital(doc, first - 2))
    add(-3.5, `after ${doc.form[first - 2]} of`)
  if (
    /islamic state$/i.test(
      doc.text
        .slice(Math.max(0, doc.start[first] - 40), doc.start[first])
        .replace(/ (?:of|in)(?: (?:iraq|syria|libya) and)?(?: the)? $/i, ''),
    ) ||
    beforeLow === 'islamic'
  )
    add(-6, 'in the name of a group')
  add(Math.min(2.6, (best.rank - 4) * 0.8), 'prominence')
  if (best.kind === 'country') add(1.5, 'country')
  if (best.match !== 'exact') add(-1, 'inexact')
  if (!single) add(0.8, 'several words')
  if (preposition) add(2, `after ${preposition}`)
  if (beside) add(2.5, 'beside its region')
  if (noun && (!isCapital(doc, last + 1) || capitals)) add(2, `before ${afterLow}`)
  if (people) add(1.5, `after ${doc.form[first - 2]} of`)
  if (nounBefore) add(2.5, `after ${doc.form[first - 2]} of`)
  if (single && (COMMON_WORDS.has(word) || PLACE_NOUNS.has(word))) add(capitals ? -4 : -3.5, 'plain word')
  // A capital inside a sentence makes a name of a word, whatever its tag says.
  const midway =
    first > doc.sentenceFirst[doc.sentence[first]] && isCapital(doc, first) && best.match === 'exact' && !COMMON_WORDS.has(word)
  if (!proper && !capitals) add(midway ? -0.2 : -2, 'not tagged as a name')
  if (HITTING.has(before.toLowerCase())) add(1.2, `after ${before}`)
  if (single && text.length === 2 && text !== 'US' && text !== 'UK' && !beside) add(-6, 'two letters')
  if (capitals && single && text.length < 4 && best.kind !== 'country') add(-3, 'short, in capitals')

  if (best.why.includes('kind as written')) add(1.5, 'its kind is said')
  if (/^['’]s?$/.test(after)) add(0.4, 'possessive')
  if (
    single &&
    f === first &&
    l === last &&
    (proper || midway) &&
    best.match === 'exact' &&
    !GIVEN_NAMES.has(word) &&
    !SURNAMES.has(word) &&
    !COMMON_WORDS.has(word)
  )
    add(0.6, 'a name by itself')

  // People: titles, given names, initials, surnames known from elsewhere in the text.
  const isPlaced = preposition || beside || noun || nounBefore
  if (single && GIVEN_NAMES.has(word) && !isPlaced && best.kind !== 'country') add(-2.5, 'a given name')
  else if (single && (GIVEN_NAMES.has(word) || SURNAMES.has(word)) && best.rank < 6) add(-1.2, 'also a name of people')
  if (beforeLow === 'the' && /^(?:sea|river|strait|mountain|area)$/.test(best.kind)) add(0.8, 'after the')
  if (
    /^(?:agency|newspaper|daily|broadcaster|channel|website|magazine|tanker|frigate|destroyer|cruiser|carrier|uss|hms)$/.test(
      beforeLow,
    ) &&
    best.kind !== 'country'
  )
    add(-4, `after ${before}`)
  if (TITLES.has(beforeLow) && isCapital(doc, first - 1) && best.kind !== 'country') add(-4, `after ${before}`)
  if (
    /^(?:\p{Lu}\.?){2,5}$/u.test(text) &&
    !capitals &&
    best.kind !== 'country' &&
    !(best.kind === 'region' && best.rank >= 6) &&
    !beside
  )
    add(-4, 'an abbreviation')
  if (/^\p{Lu}$/u.test(text)) add(-9, 'one letter')
  if (after === '$' || /[$€£%@#]/.test(text) || before === '/' || (after === '/' && /\d/.test(doc.form[last + 2] ?? '')))
    add(-6, 'part of a code')
  if (single && named.surnames.has(doc.form[last].toLowerCase()) && !preposition && best.kind !== 'country')
    add(-4, 'a surname in this text')
  if (!capitals && f < first && !DIRECTIONS.has(beforeLow) && !PLACE_NOUNS.has(beforeLow)) {
    if (GIVEN_NAMES.has(beforeLow) || /^\p{Lu}\.?$/u.test(before)) add(-5, `after the given name ${before}`)
    else if (doc.upos[first - 1] === 'PROPN') add(-3, `inside a longer name`)
  }
  if (!capitals && l > last && !noun) tail(doc, span, l, best, add)
  if (
    !capitals &&
    l === last &&
    doc.upos[last] === 'PROPN' &&
    doc.upos[last + 1] === 'NOUN' &&
    after &&
    !noun &&
    doc.head[first] > last
  )
    add(0.7, `beside ${after}`)
  return { score, why: why.filter(Boolean).join(', ') }
}

/** What the capitalised words after a name make of it: an office of the place, a firm or paper named after it, or a person. */
const tail = (doc: Document, span: NameSpan, l: number, best: Candidate, add: (points: number, reason: string) => void): void => {
  const words = Array.from({ length: l - span.last }, (_, k) => doc.form[span.last + 1 + k].toLowerCase().replace(/\.$/, ''))
  const next = span.last + 1
  if (
    best.kind !== 'region' &&
    doc.deprel[next] === 'flat' &&
    doc.head[next] >= span.first &&
    doc.head[next] <= span.last &&
    !OFFICE_NOUNS.has(words[0])
  )
    add(-3, 'one name with the next word')
  const refused = words.find(w => NOT_PLACE_NOUNS.has(w))
  if (refused) add(-5, `before ${refused}`)
  else if (OFFICE_NOUNS.has(words[0]) || words.some(w => OFFICE_NOUNS.has(w))) add(0.5, 'before the name of an office')
  else if (TITLES.has(words[0]) || NATIONALITIES[doc.form[span.last + 1]]) add(0.5, 'before a title')
  else if (span.first === span.last && GIVEN_NAMES.has(span.text.toLowerCase())) add(-5, 'a given name before a name')
  else add(best.rank >= 6 || span.last > span.first ? -2 : -3, 'inside a longer name')
}
