import { type Generic, genericKind } from '../../knowledge/gazetteer/fold.ts'
import type { PlaceKind } from '../../knowledge/gazetteer/format.ts'
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
import type { Candidate, Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import { judge, peopleOf } from './judge.ts'
import { BEARINGS, UNITS } from './nouns.ts'
import { canContain, candidatesOf, isWithin, type Name, type Resolved, resolveNames, type Setting } from './resolve.ts'
import { isCapital, isNext, knownSpans, type NameSpan, nameRun } from './spans.ts'

/** A name found to be a place, with what it was resolved to. */
export interface FoundPlace {
  readonly span: NameSpan
  /** Null: the sentence says it is a place, the gazetteer does not know it. */
  readonly resolved: Resolved | null
  readonly why: string
}

interface Item {
  readonly span: NameSpan
  readonly candidates: readonly Candidate[]
  readonly within: number
  readonly near: number
  /** The words between it and the name that it is said to be near. */
  readonly between: string
}

/** All names of places in a document, recognised and resolved. `parties`: ISO alpha-3 codes of the states in it, with weights. */
export const findNames = (doc: Document, gazetteer: Gazetteer, parties: ReadonlyMap<string, number>): FoundPlace[] => {
  const known = knownSpans(doc, gazetteer)
  const people = peopleOf(doc, known)
  const whole = known.map(s => wholeName(doc, gazetteer, s, known))
  const spans = [...whole, ...unknownSpans(doc, whole)].sort((a, b) => a.first - b.first)
  const items = relate(
    doc,
    spans,
    spans.map(s => candidatesIn(doc, gazetteer, s)),
  )
  const judged = items.map((item, i) => {
    if (!item.candidates.length) return { score: 1, why: 'said to be a place' }
    const beside = item.within === i + 1 || (i > 0 && items[i - 1].within === i)
    return judge(doc, item.span, item.candidates[0], beside, people)
  })
  const listed = items.map((_, i) => inList(doc, spans, i, k => judged[k].score >= THRESHOLD))
  const kept = items
    .map((item, i) => ({ item, ...judged[i], index: i }))
    .filter(x => x.score + (listed[x.index] ? LISTED : 0) >= THRESHOLD)
  const position = new Map(kept.map((k, n) => [k.index, n]))
  const names = kept.map(
    ({ item, index }): Name => ({
      text: item.span.text,
      candidates: item.candidates,
      within: position.get(item.within) ?? -1,
      near: position.get(item.near) ?? -1,
      ...distanceIn(item.between),
      kind: kindSaid(doc, item.span),
      beside: [index - 1, index + 1].filter(k => joinedInList(doc, spans, index, k)).flatMap(k => position.get(k) ?? []),
      article: item.span.first > 0 && isNext(doc, item.span.first - 1) && /^the$/i.test(doc.form[item.span.first - 1]),
      at: doc.start[item.span.first],
    }),
  )
  const resolved = resolveNames(names, settingOf(doc, gazetteer, parties))
  return kept
    .map(({ item, why, score }, n) => ({
      span: item.span,
      resolved: resolved[n],
      why,
      sure: !item.candidates.length || score >= SURE,
    }))
    .filter(x => x.resolved || x.sure)
    .map(({ sure: _, ...found }) => found)
}

const THRESHOLD = 1
/** What a name needs when the only places it could mean are out of the question: more is said than its spelling. */
const SURE = 2.5
/** What standing in a list with a place is worth. */
const LISTED = 1.8

/** Whether the name stands in a list beside a name that is taken as a place ("Becker, Clay and Grant counties"). */
const inList = (doc: Document, spans: readonly NameSpan[], i: number, isPlace: (k: number) => boolean): boolean =>
  [i - 1, i + 1].some(k => k >= 0 && k < spans.length && isPlace(k) && joinedInList(doc, spans, i, k))

/** Whether names i and k, one after the other, are joined as in a list. */
const joinedInList = (doc: Document, spans: readonly NameSpan[], i: number, k: number): boolean => {
  if (k < 0 || k >= spans.length) return false
  const [a, b] = k < i ? [spans[k], spans[i]] : [spans[i], spans[k]]
  return (
    doc.sentence[a.last] === doc.sentence[b.first] &&
    /^(?:,|and|or|,? and|, or|\/|as well as|-)$/.test(words(doc, a.last + 1, b.first))
  )
}

/** Candidates of a name with the word for its kind that stands beside it in lower case ("Idlib province", "the city of Basra"). */
const candidatesIn = (doc: Document, gazetteer: Gazetteer, span: NameSpan): Candidate[] => {
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
const kindSaid = (doc: Document, span: NameSpan): PlaceKind | null => {
  const kind = genericKind(wordOfKind(doc, span))
  return kind && KIND_OF[kind]
}

/** Fills in which name lies within which ("X, Y", "X in Y", "Y's X") and which is near which ("X, a town south of Y", "X near Y"). */
const relate = (doc: Document, spans: readonly NameSpan[], candidates: readonly Candidate[][]): Item[] =>
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
const distanceIn = (between: string): { distance: number | null; bearing: number | null } => {
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

/** A known name that only begins an unknown one ("in San Marcos Lempa"): the longer, when the sentence says that a place stands here. */
const wholeName = (doc: Document, gazetteer: Gazetteer, span: NameSpan, known: readonly NameSpan[]): NameSpan => {
  const [first, last] = nameRun(doc, span.first, span.last)
  const whole = { first, last, text: doc.text.slice(doc.start[first], doc.end[last]) }
  if (
    isPlain(span.text) ||
    known.some(
      o => o !== span && o.first >= first && o.last <= last && (isPlain(o.text) || gazetteer.lookup(o.text)[0].rank >= 5),
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
const unknownSpans = (doc: Document, known: readonly NameSpan[]): NameSpan[] => {
  const out: NameSpan[] = []
  const taken = new Set(known.flatMap(s => Array.from({ length: s.last - s.first + 1 }, (_, k) => s.first + k)))
  for (let t = 0; t < doc.length; t++) {
    if (taken.has(t) || !isCapital(doc, t) || doc.upos[t] !== 'PROPN') continue
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

/** What a report is about beside its places: nationality words, the states of its parties, the place of its dateline. */
const settingOf = (doc: Document, gazetteer: Gazetteer, parties: ReadonlyMap<string, number>): Setting => {
  const countries = new Map(parties)
  for (let t = 0; t < doc.length; t++) {
    const word = doc.form[t]
    const pair = t + 1 < doc.length ? `${word} ${doc.form[t + 1]}` : word
    const code = NATIONALITIES[pair] ?? NATIONALITIES[word] ?? NATIONALITIES[word.replace(/s$/, '')]
    if (code) countries.set(code, (countries.get(code) ?? 0) + 0.5)
  }
  return { countries, dateline: datelineNames(doc, gazetteer)[0]?.candidate ?? null }
}

/** A place named in a dateline block, which the tree does not cover. */
export interface FiledFrom {
  readonly start: number
  readonly end: number
  readonly candidate: Candidate
}

/** The places of the dateline ("BAKU, Azerbaijan, Oct. 10"): the town, resolved by what follows it, and what follows it. */
export const datelineNames = (doc: Document, gazetteer: Gazetteer): FiledFrom[] => {
  const out: FiledFrom[] = []
  for (const block of doc.blocks) {
    if (block.kind !== 'dateline') continue
    const parts = [...doc.text.slice(block.start, block.end).matchAll(/\p{Lu}[\p{L}\p{M}'’.\- ]*(?=[,(/:—–]| -|\d|$)/gu)].slice(
      0,
      3,
    )
    const names = parts.map(m => ({ start: block.start + m.index, text: m[0].trimEnd().replace(/ ?[-–—]+$/, '') }))
    const found = names.map(n => gazetteer.lookup(n.text, { spellings: false }))
    const place = found.findIndex(f => f.length > 0)
    if (place < 0 || place > 1) continue
    const holder = found[place + 1]?.find(c => c.kind === 'country' || c.kind === 'region')
    const town = (holder && found[place].find(c => isWithin(c, holder))) ?? found[place][0]
    const add = (i: number, candidate: Candidate) =>
      out.push({ start: names[i].start, end: names[i].start + names[i].text.length, candidate })
    add(place, town)
    if (holder && isWithin(town, holder)) add(place + 1, holder)
  }
  return out
}
