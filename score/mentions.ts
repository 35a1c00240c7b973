import type { English } from '../src/language/english.ts'
import { likeActs, standsInTable } from '../src/ledger/incidents/acts.ts'
import type { Joinable } from '../src/ledger/incidents/cluster.ts'
import type { Judged } from '../src/ledger/incidents/judge.ts'
import { contentWords, headOf, stemOf } from '../src/ledger/incidents/words.ts'
import type { Document } from '../src/model/document.ts'
import type { Stories } from './stories.ts'

/** A report of the set: its text, its sentences' offsets and its mentions. */
export interface Row {
  readonly doc: string
  readonly topic: string
  readonly text: string
  readonly sentences: readonly (readonly [start: number, end: number])[]
  readonly mentions: readonly {
    readonly kind: string
    readonly cluster: string
    readonly sent: number
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** An event mention without type, day or place: all that is known is its words, its sentence and its text. */
export interface Mention extends Joinable {
  readonly row: number
  readonly sentence: number
  readonly gold: string
  readonly head: string
  readonly noun: boolean
  /** Content words around it. */
  readonly near: readonly string[]
}

/** Verbs that say nothing themselves: the word that they carry names the event. */
const LIGHT = /^(?:be|have|do|make|take|get|give|go|put|hold|carry|commit|come|become|place|open|set|break|step)$/
const SAYING = new Set('say tell report announce confirm state add note explain statement accord comment describe'.split(' '))

/** The event mentions of a report. */
export const mentionsOf = (row: Row, number: number, english: English): Mention[] => {
  const doc = english.parse(row.text, [{ kind: 'paragraph', start: 0, end: row.text.length }])
  return row.mentions.flatMap((m, i) => {
    if (m.kind !== 'event') return []
    const [start, end] = row.sentences[m.sent]
    const before = row.text.slice(start, m.start).split(/\s+/).slice(-6)
    const after = row.text.slice(m.end, end).split(/\s+/).slice(0, 7)
    const [head, noun] = headIn(doc, m.start, m.end) ?? [headOf(m.text), false]
    const key = `${String(number).padStart(4, '0')} ${String(i).padStart(3, '0')}`
    return [
      {
        key,
        published: null,
        row: number,
        sentence: m.sent,
        gold: m.cluster,
        head,
        noun,
        near: contentWords([...before, ...after].join(' ')),
      },
    ]
  })
}

const headIn = (doc: Document, start: number, end: number): [head: string, noun: boolean] | null => {
  const inside = Array.from({ length: doc.length }, (_, t) => t).filter(t => doc.start[t] < end && doc.end[t] > start)
  const tops = inside.filter(t => !inside.includes(doc.head[t]))
  const top = tops.find(t => /NOUN|VERB|PROPN|ADJ|AUX|NUM/.test(doc.upos[t])) ?? tops[0]
  if (top === undefined) return null
  const carried = LIGHT.test(stemOf(doc.form[top]))
    ? inside.find(t => doc.head[t] === top && /^(?:obj|obl|xcomp)/.test(doc.deprel[t]))
    : undefined
  return [stemOf(doc.form[carried ?? top]), /NOUN|PROPN/.test(doc.upos[top])]
}

/** Weights of a logistic regression on the pairs of ecbplus-train within one story, each pair weighed by how rare its words are. */
const WEIGHT = {
  any: -1.84,
  likeWord: 0.31,
  texts: 3.49,
  sameText: 2.22,
  sameTextAndHead: 1.37,
  sameSentence: -2.29,
  near: 0.49,
  saying: -1.1,
  inTable: 0.41,
  central: 1.11,
  centralOtherHead: -2.07,
  nounAndVerb: -0.39,
}
/** What a pair of one story scores whose heads have nothing to do with each other. */
const OTHER_ACT = 0.2

/** Judges two mentions as far as words go: the acts' names, how central they are to the story, and what stands around them. */
export const mentionJudge = (mentions: readonly Mention[], stories: Stories): ((a: Mention, b: Mention) => Judged) => {
  const central = centrality(mentions, stories)
  return (a, b) => {
    if (stories.of[a.row] !== stories.of[b.row]) return { verdict: 'different', score: 0, reasons: [] }
    const other = a.head !== b.head
    if (other && !likeActs(a.head, b.head)) return { verdict: 'different', score: OTHER_ACT, reasons: [] }
    const text = a.row === b.row
    const sentence = text && a.sentence === b.sentence
    const share = Math.sqrt(central(a) * central(b))
    const reasons = [
      { what: 'any two', weight: WEIGHT.any },
      { what: 'like words', weight: other ? WEIGHT.likeWord : 0 },
      { what: 'like texts', weight: text ? 0 : WEIGHT.texts * Math.sqrt(stories.likeness(a.row, b.row)) },
      { what: 'same text', weight: text ? WEIGHT.sameText + (other ? 0 : WEIGHT.sameTextAndHead) : 0 },
      { what: 'same sentence', weight: sentence ? WEIGHT.sameSentence : 0 },
      { what: 'words around', weight: sentence ? 0 : WEIGHT.near * Math.sqrt(cosine(a.near, b.near, stories.rarity)) },
      { what: 'saying', weight: SAYING.has(a.head) && SAYING.has(b.head) ? WEIGHT.saying : 0 },
      { what: 'known acts', weight: standsInTable(a.head) && standsInTable(b.head) ? WEIGHT.inTable : 0 },
      { what: 'told by all', weight: share * (WEIGHT.central + (other ? WEIGHT.centralOtherHead : 0)) },
      { what: 'noun and verb', weight: a.noun === b.noun ? 0 : WEIGHT.nounAndVerb },
    ].filter(r => r.weight !== 0)
    const score = 1 / (1 + Math.exp(-reasons.reduce((s, r) => s + r.weight, 0)))
    return { verdict: score >= 0.5 ? 'same' : 'different', score, reasons }
  }
}

/** In how many of the other texts of its story a mention's head names an event, smoothed. */
const centrality = (mentions: readonly Mention[], stories: Stories): ((m: Mention) => number) => {
  const texts = new Map<string, Set<number>>()
  for (const m of mentions) {
    const key = `${stories.of[m.row]} ${m.head}`
    texts.set(key, (texts.get(key) ?? new Set()).add(m.row))
  }
  const size = new Map<number, number>()
  for (const s of stories.of) size.set(s, (size.get(s) ?? 0) + 1)
  return m => {
    const story = stories.of[m.row]
    return ((texts.get(`${story} ${m.head}`)?.size ?? 1) - 1 + 0.3) / (size.get(story) as number)
  }
}

const cosine = (a: readonly string[], b: readonly string[], rarity: (w: string) => number): number => {
  const sum = (words: readonly string[]): number => words.reduce((s, w) => s + rarity(w) ** 2, 0)
  const set = new Set(b)
  const norm = Math.sqrt(sum(a) * sum(b))
  return norm ? sum(a.filter(w => set.has(w))) / norm : 0
}
