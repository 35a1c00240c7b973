import { NATIONALITIES } from '../../knowledge/gazetteer/words.ts'
import type { Candidate, Gazetteer } from '../../knowledge/gazetteer.ts'
import type { Document } from '../../model/document.ts'
import { judge, peopleOf } from './judge.ts'
import { candidatesIn, distanceIn, joinedInList, kindSaid, relate } from './relate.ts'
import { isWithin, type Name, type Resolved, resolveNames, type Setting } from './resolve.ts'
import { isCapital, isNext, knownSpans, type NameSpan } from './spans.ts'
import { unknownSpans, wholeName } from './unknown.ts'

/** A name found to be a place, with what it was resolved to. */
export interface FoundPlace {
  readonly span: NameSpan
  /** Null: the sentence says it is a place, the gazetteer does not know it. */
  readonly resolved: Resolved | null
  readonly why: string
}

/** All names of places in a document, recognised and resolved. `parties`: ISO alpha-3 codes of the states in it, with weights. */
export const findNames = (doc: Document, whole: Gazetteer, parties: ReadonlyMap<string, number>): FoundPlace[] => {
  const gazetteer = remembering(whole)
  const known = knownSpans(doc, gazetteer)
  const people = peopleOf(doc, known)
  const grown = known.map((s, i) => wholeName(doc, gazetteer, s, known.slice(Math.max(0, i - 4), i + 5)))
  const spans = [...grown, ...unknownSpans(doc, grown)].sort((a, b) => a.first - b.first)
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

/** A gazetteer that looks each name up once: a report names its places again and again. */
const remembering = (gazetteer: Gazetteer): Gazetteer => {
  const found = new Map<string, Candidate[]>()
  const known = new Map<string, boolean>()
  const once = <T>(memory: Map<string, T>, name: string, ask: () => T): T => {
    if (!memory.has(name)) memory.set(name, ask())
    return memory.get(name)!
  }
  return {
    size: gazetteer.size,
    has: name => once(known, name, () => gazetteer.has(name)),
    lookup: (name, options) => (options ? gazetteer.lookup(name, options) : once(found, name, () => gazetteer.lookup(name))),
  }
}

const THRESHOLD = 1
/** What a name needs when the only places it could mean are out of the question: more is said than its spelling. */
const SURE = 2.5
/** What standing in a list with a place is worth. */
const LISTED = 1.8

/** Whether the name stands in a list beside a name that is taken as a place ("Becker, Clay and Grant counties"). */
const inList = (doc: Document, spans: readonly NameSpan[], i: number, isPlace: (k: number) => boolean): boolean =>
  [i - 1, i + 1].some(k => k >= 0 && k < spans.length && isPlace(k) && joinedInList(doc, spans, i, k))

/** What a report is about beside its places: nationality words, the states of its parties, the place of its dateline. */
const settingOf = (doc: Document, gazetteer: Gazetteer, parties: ReadonlyMap<string, number>): Setting => {
  const countries = new Map(parties)
  for (let t = 0; t < doc.length; t++) {
    if (!isCapital(doc, t)) continue
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
