import { type Generic, genericKind } from '../../knowledge/gazetteer/fold.ts'
import type { PlaceKind } from '../../knowledge/gazetteer/format.ts'
import type { Candidate, Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import { BEARINGS, UNITS } from './nouns.ts'
import { canContain, candidatesOf } from './resolve.ts'
import { isCapital, isNext, type NameSpan } from './spans.ts'

/** A name with its candidates and what its sentence says of where it lies. */
export interface Item {
  readonly span: NameSpan
  readonly candidates: readonly Candidate[]
  readonly within: number
  readonly near: number
  /** The words between it and the name that it is said to be near. */
  readonly between: string
}

/** Whether names i and k, one after the other, are joined as in a list. */
export const joinedInList = (doc: Document, spans: readonly NameSpan[], i: number, k: number): boolean => {
  if (k < 0 || k >= spans.length) return false
  const [a, b] = k < i ? [spans[k], spans[i]] : [spans[i], spans[k]]
  return (
    doc.sentence[a.last] === doc.sentence[b.first] &&
    /^(?:,|and|or|,? and|, or|\/|as well as|-)$/.test(words(doc, a.last + 1, b.first))
  )
}

/** Candidates of a name with the word for its kind that stands beside it in lower case ("Idlib province", "the city of Basra"). */
export const candidatesIn = (doc: Document, gazetteer: Gazetteer, span: NameSpan): Candidate[] => {
  const word = wordOfKind(doc, span)
  return candidatesOf(gazetteer, word && !span.text.toLowerCase().endsWith(word) ? `${span.text} ${word}` : span.text)
}

const singular = (word: string): string => (word.endsWith('ies') ? word : word.replace(/s$/, ''))

/** The lower-case word beside a name that says its kind, or ''. */
const wordOfKind = (doc: Document, { first, last }: NameSpan): string => {
  const after = last + 1 < doc.length && isNext(doc, last) ? singular(doc.form[last + 1].toLowerCase()) : ''
  if (after && genericKind(after)) return after
  const before =
    first > 1 && doc.form[first - 1] === 'of'
      ? singular(doc.form[first - 2].toLowerCase())
      : first > 0
        ? doc.form[first - 1].toLowerCase()
        : ''
  const named = first > 2 && doc.form[first - 1] === 'of' && isCapital(doc, first - 3) && doc.upos[first - 3] === 'PROPN'
  return before && genericKind(before) && isNext(doc, first - 1) && !named ? before : ''
}

const KIND_OF: Readonly<Record<Generic, PlaceKind>> = {
  town: 'town',
  region: 'region',
  district: 'district',
  site: 'site',
  island: 'island',
  river: 'river',
  sea: 'sea',
  mountain: 'mountain',
}
export const kindSaid = (doc: Document, span: NameSpan): PlaceKind | null => {
  const kind = genericKind(wordOfKind(doc, span))
  return kind && KIND_OF[kind]
}

/** Fills in which name lies within which ("X, Y", "X in Y", "Y's X") and which is near which ("X, a town south of Y", "X near Y"). */
export const relate = (doc: Document, spans: readonly NameSpan[], candidates: readonly Candidate[][]): Item[] =>
  spans.map((span, i) => {
    const item = { span, candidates: candidates[i], within: -1, near: -1, between: '' }
    const next = spans[i + 1]
    if (next && doc.sentence[next.first] === doc.sentence[span.last]) {
      const between = words(doc, span.last + 1, next.first)
      if (
        isContainment(between) &&
        !alike(candidates[i], candidates[i + 1]) &&
        (canContain(candidates[i + 1], candidates[i]) ||
          (between === ',' && saysDivision(doc, next)) ||
          (isQuarter(between) && candidates[i + 1].length > 0))
      )
        return { ...item, within: i + 1 }
      const after = spans[i + 2]
      if (
        between === ',' &&
        after &&
        words(doc, next.last + 1, after.first) === ',' &&
        !alike(candidates[i], candidates[i + 1]) &&
        !alike(candidates[i], candidates[i + 2]) &&
        canContain(candidates[i + 2], candidates[i])
      )
        return { ...item, within: i + 2 }
      if (NEARNESS.test(between)) return { ...item, near: i + 1, between }
    }
    const before = spans[i - 1]
    if (before && doc.sentence[before.last] === doc.sentence[span.first]) {
      const between = words(doc, before.last + 1, span.first)
      if (/^['’]s?(?: [a-z-]+){0,3}$/.test(between) && canContain(candidates[i - 1], candidates[i]))
        return { ...item, within: i - 1 }
    }
    return item
  })

/** Whether a name is said to be a division ("Cordoba Department", "Idlib province"): what stands before its comma lies in it. */
const saysDivision = (doc: Document, span: NameSpan): boolean => {
  const own = genericKind(doc.form[span.last].toLowerCase())
  const kind = span.last > span.first && own ? own : genericKind(wordOfKind(doc, span))
  return kind === 'region' || kind === 'district'
}

/** "The San Borja neighborhood in Lima". */
const isQuarter = (between: string): boolean =>
  /^(?:neighbou?rhood|quarter|district|suburb|section|sector|area) (?:in|of)$/.test(between)

/** The distance in kilometres and the direction that words such as ", 65 km east of" say. */
export const distanceIn = (between: string): { distance: number | null; bearing: number | null } => {
  const far = /(\d[\d,]*(?:\.\d+)?)[ -]?(km|kms|kilomet(?:er|re)s?|mi|miles?)\b/.exec(between)
  const way = /\b((?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)?\b/.exec(between)
  return {
    distance: far ? Number(far[1].replaceAll(',', '')) * (UNITS[far[2]] ?? 1) : null,
    bearing: way ? (BEARINGS[way[1]] ?? null) : null,
  }
}

/** Whether two names are likeliest of the same order (two states, two countries): then a comma between them makes a list. */
const alike = (a: readonly Candidate[], b: readonly Candidate[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  ((a[0].kind === b[0].kind && a[0].kind !== 'town') || (a[0].kind === 'country' && b[0].rank > 6))

/** The lower-case words of tokens from..to (exclusive), joined by spaces. */
const words = (doc: Document, from: number, to: number): string => {
  let out = ''
  for (let t = from; t < to && t - from < 16; t++) out += (out && ' ') + doc.form[t].toLowerCase()
  return to - from > 15 ? '?' : out
}

const isContainment = (between: string): boolean =>
  between === ',' ||
  between === '(' ||
  (/^(?:,? ?(?:[a-z]+ ){0,2}(?:in|of)(?: the)?(?: [a-z-]+){0,3}|,? (?:in|of)|in|of)$/.test(between.trim()) &&
    !/ (?:and|or|from|to|with|by) /.test(` ${between} `))
const NEARNESS =
  /^(?:[,(] )?(?:(?:a|an|the|about|around|some|which|is|lies|located|just|near|nearly|over|only|\d[\d.,]*|small|large|[a-z]+-held|strategic|border|rural|kilometers?|kilometres?|km|kms|miles?|\(|\)|mi|village|town|city|suburb|neighborhood|area|district|hamlet|settlement|place) )*(?:near|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?: of)?|from|of)(?: the)?(?: (?:city|town|capital|village|provincial|regional|northern|southern|eastern|western|of))*$/
