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
import type { Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import { isAllCapitals, isCapital, isNext, type NameSpan, nameRun } from './spans.ts'

/** Whether a word is no name of its own: a plain word, a direction, a day or month. */
const isPlain = (text: string): boolean => {
  const word = text.toLowerCase()
  return COMMON_WORDS.has(word) || DIRECTIONS.has(word) || PLACE_NOUNS.has(word)
}

/** Whether only directions, kinds of place and the like stand before the known name ("West Kasai", "Lake Albert"). */
const isDirected = (doc: Document, first: number, known: number): boolean => {
  for (let t = first; t < known; t++) {
    const word = doc.form[t].toLowerCase()
    if (DIRECTIONS.has(word) || PLACE_NOUNS.has(word) || TITLES.has(word) || doc.upos[t] !== 'PROPN') return true
  }
  return false
}

/** A known name that only begins an unknown one ("in San Marcos Lempa"): the longer, when the sentence says that a place stands here. `known`: the known names around it. */
export const wholeName = (doc: Document, gazetteer: Gazetteer, span: NameSpan, known: readonly NameSpan[]): NameSpan => {
  const [first, last] = nameRun(doc, span.first, span.last)
  const whole = { first, last, text: doc.text.slice(doc.start[first], doc.end[last]) }
  if (
    isPlain(span.text) ||
    known.some(
      o => o !== span && o.first >= first && o.last <= last && (isPlain(o.text) || (gazetteer.lookup(o.text)[0]?.rank ?? 0) >= 5),
    )
  )
    return span
  if (
    first < span.first &&
    last - first < 4 &&
    gazetteer.lookup(span.text)[0]?.rank < 5.5 &&
    saysPlace(doc, first, last) &&
    !isDirected(doc, first, span.first)
  )
    return whole
  if (first !== span.first || last === span.last || last - span.last > 2) return span
  const before = first > 0 && isNext(doc, first - 1) ? doc.form[first - 1].toLowerCase() : ''
  const rest = Array.from({ length: last - span.last }, (_, k) => doc.form[span.last + 1 + k])
  if (
    !(/^(?:in|at|near|outside|on)$/.test(before) || saysPlace(doc, first, last)) ||
    !rest.every(w => /^\p{Lu}\p{Ll}{2,}$/u.test(w)) ||
    gazetteer.lookup(span.text)[0]?.rank >= 5.5
  )
    return span
  const words = rest.map(w => w.toLowerCase())
  if (
    words.some(w => OFFICE_NOUNS.has(w) || NOT_PLACE_NOUNS.has(w) || TITLES.has(w) || COMMON_WORDS.has(w)) ||
    GIVEN_NAMES.has(span.text.toLowerCase())
  )
    return span
  return rest.some((_, k) => doc.upos[span.last + 1 + k] !== 'PROPN') ? span : whole
}

/** Capitalised names unknown to the gazetteer that the sentence says are places: "the village of X", "near X", "X province". */
export const unknownSpans = (doc: Document, known: readonly NameSpan[]): NameSpan[] => {
  const out: NameSpan[] = []
  const taken = new Set(known.flatMap(s => Array.from({ length: s.last - s.first + 1 }, (_, k) => s.first + k)))
  for (let t = 0; t < doc.length; t++) {
    if (taken.has(t) || !isCapital(doc, t) || !(doc.upos[t] === 'PROPN' || isMidway(doc, t))) continue
    const [first, last] = nameRun(doc, t, t)
    if (first !== t || last - first > 4) {
      t = Math.max(t, last)
      continue
    }
    const plain = Array.from({ length: last - first + 1 }, (_, k) => doc.form[first + k].toLowerCase()).every(
      w => PLACE_NOUNS.has(w) || COMMON_WORDS.has(w) || DIRECTIONS.has(w),
    )
    if (!plain && saysPlace(doc, first, last)) out.push({ first, last, text: doc.text.slice(doc.start[first], doc.end[last]) })
    t = last
  }
  return out.filter(s => !Array.from({ length: s.last - s.first + 1 }, (_, k) => s.first + k).some(k => taken.has(k)))
}

/** Whether a capital after "in", "near" and the like inside a sentence makes a name of a word, whatever its tag says. */
const isMidway = (doc: Document, t: number): boolean =>
  t > doc.sentenceFirst[doc.sentence[t]] &&
  /^(?:in|near|outside|of)$/.test(doc.form[t - 1]) &&
  !isAllCapitals(doc, doc.sentence[t])

const OF_PLACE = new Set(
  'city town village hamlet district suburb neighborhood neighbourhood province region governorate settlement island port camp municipality department towns villages districts cities'.split(
    ' ',
  ),
)

/** Whether a name after "in" can hardly be anything but a place: short, spelt as a name, no word, person, month or body. */
const isLoneName = (doc: Document, first: number, last: number): boolean => {
  if (last - first > 2) return false
  const words = Array.from({ length: last - first + 1 }, (_, k) => doc.form[first + k])
  if (!words.every(w => /^(?:\p{Lu}[\p{Ll}'’]{3,}|-|al|el)$/u.test(w))) return false
  const lower = words.map(w => w.toLowerCase())
  if (
    lower.some(
      w =>
        COMMON_WORDS.has(w) ||
        GIVEN_NAMES.has(w) ||
        SURNAMES.has(w) ||
        TITLES.has(w) ||
        OFFICE_NOUNS.has(w) ||
        NOT_PLACE_NOUNS.has(w) ||
        NATIONALITIES[w[0].toUpperCase() + w.slice(1)] !== undefined,
    )
  )
    return false
  const after = last + 1 < doc.length ? doc.form[last + 1] : '.'
  return /^(?:[.,;)]|and|on|in|where|when|last|early|late|which|after|before|during|that|were|was)$/.test(after)
}

const saysPlace = (doc: Document, first: number, last: number): boolean => {
  const before = first > 0 && isNext(doc, first - 1) ? doc.form[first - 1].toLowerCase() : ''
  const before2 = first > 1 ? doc.form[first - 2].toLowerCase() : ''
  const after = last + 1 < doc.length && isNext(doc, last) ? doc.form[last + 1].toLowerCase() : ''
  if (before === 'of' && OF_PLACE.has(before2) && !isCapital(doc, first - 2)) return true
  if (
    OF_PLACE.has(before) &&
    !isCapital(doc, first - 1) &&
    doc.upos[first - 1] === 'NOUN' &&
    doc.upos[first] === 'PROPN' &&
    !PLACE_NOUNS.has(after)
  )
    return true
  if (OF_PLACE.has(after) && !isCapital(doc, last + 1)) return true
  if (before === 'near' || before === 'outside') return true
  return before === 'in' && isLoneName(doc, first, last)
}
