import { PLACE_NOUNS, THIRDS } from '../../knowledge/gazetteer/words.ts'
import { child, childrenBy, isUnder, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { spanOf } from '../../model/span.ts'
import { ANAPHORS, BEARINGS, FACILITIES, LAND, PARTS, UNITS } from './nouns.ts'
import type { PlaceMention } from './place.ts'
import { away } from './resolve.ts'
import { isCapital, isNext } from './spans.ts'

/** The word before the name, or ''. */
const wordBefore = (doc: Document, first: number): string =>
  first > 0 && doc.sentence[first - 1] === doc.sentence[first] ? doc.form[first - 1].toLowerCase() : ''

/** A country's or region's part ("northern Iraq", "south-eastern Turkey") as a mention of its own; other mentions as they are. */
export const withPart = (doc: Document, place: PlaceMention): PlaceMention => {
  if (place.lat === null || place.lon === null || (place.precision !== 'country' && place.precision !== 'region')) return place
  const word = wordBefore(doc, place.first)
  const compound = doc.form[place.first - 2] === '-' || /^(?:north|south)[ -]?(?:east|west)/.test(word)
  const vertical = PARTS[compound ? word.replace(/^(north|south).*/, '$1') : word]
  const horizontal = compound ? PARTS[word.replace(/.*(east|west).*/, '$1')] : undefined
  if (vertical === undefined && horizontal === undefined) return place
  const start = doc.start[place.first - 1]
  const words = { ...spanOf(doc.text, start, place.end), name: `${doc.form[place.first - 1].toLowerCase()} ${place.name}` }
  const thirds = place.code && place.precision === 'country' ? THIRDS[place.code] : undefined
  if (!thirds) return { ...place, ...words }
  const at = (i: number) => ({ lat: thirds[2 * i], lon: thirds[2 * i + 1] })
  const point = at(vertical ?? horizontal!)
  // "Northeast": the northern third, a quarter of the way from its middle to the east.
  if (vertical !== undefined && horizontal !== undefined) point.lon += (horizontal === 2 ? 0.25 : -0.25) * (thirds[5] - thirds[7])
  return { ...place, ...words, ...point, precision: 'region', radius: Math.round((place.radius ?? 300) / 3) }
}

/** Where "30 km west of B" or "an area west of B" lies: its words, and the point off B; null when the name is no reference point. */
export const offsetFrom = (doc: Document, place: PlaceMention): PlaceMention | null => {
  // "East of the second city, Basra": the words before the noun that the name stands beside.
  const noun =
    doc.deprel[place.head] === 'appos' && doc.head[place.head] < place.first ? subtree(doc, doc.head[place.head])[0] : place.first
  let t = noun - 1
  const same = (k: number) => k >= 0 && doc.sentence[k] === doc.sentence[place.first]
  const word = (k: number) => (same(k) ? doc.form[k].toLowerCase() : '')
  while (['the', 'city', 'town', 'capital', 'village', 'of', 'from'].includes(word(t)) && noun - t < 5) t--
  const linked = t + 1 < doc.length && /^(?:of|from)$/.test(word(t + 1))
  const bearing = linked || t === noun - 1 ? BEARINGS[word(t)] : undefined
  if (bearing !== undefined) t--
  let km: number | null = null
  // "(19 miles)" between the distance and the direction repeats it.
  if (word(t) === ')') while (same(t) && word(t) !== '(' && place.first - t < 14) t--
  if (word(t) === '(') t--
  if (UNITS[word(t)] !== undefined) {
    const number = Number.parseFloat(word(t - 1).replace(',', ''))
    km = Number.isFinite(number) ? number * UNITS[word(t)] : null
    t -= 2
  } else {
    const glued = /^(\d+(?:\.\d+)?)(km|mi)s?$/.exec(word(t))
    if (glued) {
      km = Number(glued[1]) * UNITS[glued[2]]
      t--
    }
  }
  if (km === null && (bearing === undefined || !linked)) return null
  const first = t + 1
  const distance = km ?? 8
  const point =
    place.lat === null || place.lon === null
      ? { lat: null, lon: null }
      : bearing === undefined
        ? { lat: place.lat, lon: place.lon }
        : away({ lat: place.lat, lon: place.lon }, distance, bearing)
  return {
    ...place,
    ...spanOf(doc.text, doc.start[first], place.end),
    ...point,
    name: doc.text.slice(doc.start[first], place.end),
    precision: 'district',
    radius: Math.max(5, Math.round(bearing === undefined ? distance : distance / 2)),
    first,
    rule: `${place.rule}; offset from it`,
  }
}

/** How many sentences, and how many buildings, back a noun may point. */
const BACK = 15

/** What a common noun stands for as a place: the place named before ("the town"), or a building or work beside a named place. */
export const commonPlaces = (doc: Document, places: readonly PlaceMention[]): PlaceMention[] => {
  const out: PlaceMention[] = []
  let [from, to] = [0, 0]
  const covered = new Set(places.flatMap(p => Array.from({ length: p.last - p.first + 1 }, (_, k) => p.first + k)))
  for (let t = 0; t < doc.length; t++) {
    if (covered.has(t) || (doc.upos[t] !== 'NOUN' && doc.upos[t] !== 'PROPN')) continue
    const word = doc.form[t].toLowerCase()
    if (!FACILITIES.has(word) && !LAND.has(word) && !Object.hasOwn(ANAPHORS, word)) continue
    const s = doc.sentence[t]
    while (from < places.length && doc.sentence[places[from].first] < s - BACK) from++
    while (to < places.length && doc.sentence[places[to].first] <= s) to++
    const near = places.slice(from, to)
    if (ownName(doc, t, near) || isPartOfNoun(doc, t)) continue
    const built = out.slice(-BACK)
    const found =
      anaphor(doc, t, word, near, built) ?? namedBefore(doc, t, word, [...near, ...built]) ?? facility(doc, t, word, near)
    if (found) out.push(found)
  }
  return out
}

/** Whether the noun only tells of which kind the next one is ("hospital complex", "port city"). */
const isPartOfNoun = (doc: Document, t: number): boolean => {
  const head = doc.deprel[t] === 'compound' ? doc.form[doc.head[t]].toLowerCase() : ''
  return FACILITIES.has(head) || PLACE_NOUNS.has(head)
}

/** Whether the noun only says the kind of a name beside it ("the city of Basra", "Absheron district", "Daquq, a town south of Kirkuk"). */
const ownName = (doc: Document, t: number, places: readonly PlaceMention[]): boolean =>
  places.some(
    p =>
      (doc.head[p.head] === t &&
        ((doc.deprel[p.head] === 'compound' &&
          PLACE_NOUNS.has(doc.form[t].toLowerCase()) &&
          !FACILITIES.has(doc.form[t].toLowerCase())) ||
          doc.deprel[p.head] === 'appos')) ||
      (doc.head[t] === p.head && doc.deprel[t] === 'appos') ||
      (p.first === t + 2 && doc.form[t + 1] === 'of') ||
      (p.first === t + 1 && doc.head[p.head] === t),
  )

const anaphor = (
  doc: Document,
  t: number,
  word: string,
  places: readonly PlaceMention[],
  buildings: readonly PlaceMention[],
): PlaceMention | null => {
  const kinds = Object.hasOwn(ANAPHORS, word) ? ANAPHORS[word] : null
  const determiner = child(doc, t, 'det')
  const definite =
    determiner >= 0 ? /^(?:the|this|that)$/i.test(doc.form[determiner]) : childrenBy(doc, t, 'nmod:poss').length > 0
  if (!kinds || !definite || childrenBy(doc, t, 'compound', 'nmod').length > 0) return null
  const named = kinds.includes('point')
    ? [...places, ...buildings.filter(b => b.last > b.first)].sort((a, b) => a.head - b.head)
    : places
  for (let i = named.length - 1; i >= 0; i--) {
    const p = named[i]
    if (p.head < t && p.precision && kinds.includes(p.precision) && !isBearingPoint(doc, p))
      return { ...p, first: t, last: t, head: t, rule: `${p.rule}; the ${word}` }
  }
  return null
}

const isBearingPoint = (doc: Document, p: PlaceMention): boolean => offsetFrom(doc, p) !== null

/** A building named before whose name has the same noun: "the highway" for Marginal Highway, "the camp" for Camp Ashraf; null if none. */
const namedBefore = (doc: Document, t: number, word: string, places: readonly PlaceMention[]): PlaceMention | null => {
  if (
    childrenBy(doc, t, 'compound', 'nmod', 'amod', 'flat').length > 0 ||
    (child(doc, t, 'det') < 0 && doc.deprel[t] !== 'compound')
  )
    return null
  const named = places.filter(p => p.head < t && p.last > p.first && p.quote.toLowerCase().split(/\s+/).includes(word))
  const p = named.at(-1)
  return p ? { ...p, first: t, last: t, head: t, rule: `${p.rule}; the ${word}` } : null
}

/** A building or work: its words, at the named place within its phrase or the last town before it. */
const facility = (doc: Document, t: number, word: string, places: readonly PlaceMention[]): PlaceMention | null => {
  if (!FACILITIES.has(word) && !LAND.has(word) && !isSomeSettlement(doc, t, word)) return null
  if ((word === 'complex' || word === 'compound') && !(t > 0 && FACILITIES.has(doc.form[t - 1].toLowerCase()))) return null
  let first = t
  const countries = places.filter(p => p.precision === 'country')
  while (
    first > 0 &&
    t - first < 5 &&
    isNext(doc, first - 1) &&
    joins(doc, first - 1) &&
    !countries.some(p => p.last === first - 1)
  )
    first--
  if (LAND.has(word) && !hasCapital(doc, first, t)) return null
  const end = doc.end[t]
  const anchor = anchorOf(doc, t, places)
  const precise = anchor && anchor.precision !== 'country' && anchor.precision !== 'region'
  return {
    ...spanOf(doc.text, doc.start[first], end),
    name: doc.text.slice(doc.start[first], end),
    code: anchor?.code ?? null,
    lat: anchor?.lat ?? null,
    lon: anchor?.lon ?? null,
    precision: precise ? 'point' : (anchor?.precision ?? null),
    radius: anchor?.radius ?? null,
    first,
    last: t,
    head: t,
    rule: anchor ? `place: ${word} at ${anchor.name}` : `place: ${word}`,
  }
}

/** "A village near the city": a settlement that is not named. */
const isSomeSettlement = (doc: Document, t: number, word: string): boolean => {
  const determiner = child(doc, t, 'det')
  return (
    /^(?:village|town|suburb|hamlet|settlement)$/.test(word) &&
    determiner >= 0 &&
    /^an?$/i.test(doc.form[determiner]) &&
    doc.deprel[t] !== 'appos'
  )
}

/** Whether token t belongs to the name of the building after it. */
const joins = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'PROPN' ||
  isCapital(doc, t) ||
  doc.form[t] === '-' ||
  doc.deprel[t] === 'compound' ||
  (doc.deprel[t] === 'amod' && doc.form[t].toLowerCase() === 'military')

/** The place that tells where a building is: one in its own phrase or right after it, else the last town named before. */
const anchorOf = (doc: Document, t: number, places: readonly PlaceMention[]): PlaceMention | null => {
  const isLocal = (p: PlaceMention) =>
    p.lat !== null && (p.precision === 'town' || p.precision === 'point' || p.precision === 'district')
  const after = places.filter(p => p.first > t && p.first - t <= 9 && doc.sentence[p.head] === doc.sentence[t] && p.lat !== null)
  const offset = after.map(p => offsetFrom(doc, p)).find(o => o !== null && o.first - t <= 2)
  if (offset) return offset
  const inside = places.find(p => isLocal(p) && doc.sentence[p.head] === doc.sentence[t] && isUnder(doc, p.head, t))
  if (inside) return inside
  const next = after.find(p => p.precision !== 'country' && !offsetFrom(doc, p) && !hasVerb(doc, t, p.first))
  if (next) return next
  return places.filter(p => p.head < t && isLocal(p) && doc.sentence[t] - doc.sentence[p.head] <= 6).at(-1) ?? null
}

const hasCapital = (doc: Document, from: number, to: number): boolean => {
  for (let t = from; t <= to; t++) if (doc.upos[t] === 'PROPN' && isCapital(doc, t)) return true
  return false
}

const hasVerb = (doc: Document, from: number, to: number): boolean => {
  for (let t = from; t < to; t++) if (doc.upos[t] === 'VERB') return true
  return false
}
