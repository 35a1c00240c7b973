import type { Document } from '../../model/document.ts'
import type { Parties } from '../party/party.ts'
import { type Found, spansOf, tokenSpan } from './found.ts'

/** Longest name before or after the mark, in tokens. */
const LONGEST = 7
const NOMINAL = new Set(['NOUN', 'PROPN'])

/** Cues of headlines and of first lines: "Ministry: A", "A - ministry". */
export const findHeadlineCues = (doc: Document, parties: Parties): Found[] => {
  const out: Found[] = []
  for (let s = 0; s < doc.sentences; s++) {
    if (!isTitle(doc, s)) continue
    const found = named(doc, doc.sentenceFirst[s], doc.sentenceLast[s])
    if (found && speaks(doc, found.source, found.rule, parties)) out.push(found)
  }
  return out
}

const SPEAKERS = new Set(
  `ministry minister official spokesman spokeswoman spokesperson source army military police president premier report poll survey study analyst expert
  monitor group agency radio tv television media commander general colonel governor mayor witness activist resident envoy diplomat rebel guerrilla
  court union party opposition government authority chief leader watchdog ngo lawyer doctor medic editorial memo document intelligence`.split(
    /\s+/,
  ),
)

/** Whether the name before or after the mark can speak: "Libya: five killed" names the place of the news, "five killed - Libya" its source. */
const speaks = (doc: Document, source: number, rule: string, parties: Parties): boolean => {
  if (doc.upos[source] === 'NOUN') return SPEAKERS.has(doc.lemma[source].toLowerCase())
  const party = parties.at(source)[0]
  return party?.kind !== 'state' || !rule.endsWith(':')
}

/** A headline, or a first line that stands alone in its block. */
const isTitle = (doc: Document, s: number): boolean => {
  const block = doc.sentenceBlock[s]
  if (doc.blocks[block].kind === 'headline') return true
  return block === 0 && doc.sentenceBlock[s + 1] !== block && doc.blocks.length > 1
}

const named = (doc: Document, first: number, last: number): Found | undefined => {
  const end = /^[.!?]$/.test(doc.form[last]) ? last - 1 : last
  for (let t = first + 1; t <= Math.min(end - 2, first + LONGEST); t++) {
    if (doc.form[t] === ':' && isName(doc, first, t - 1)) return found(doc, t, [first, t - 1], [t + 1, end])
  }
  for (let t = end - 1; t >= Math.max(first + 3, end - LONGEST); t--) {
    if (isDash(doc, t) && isName(doc, t + 1, end)) return found(doc, t, [t + 1, end], [first, t - 1])
  }
  return bare(doc, first, end)
}

/** "Raids kill 21 in border town Monitor": the source alone at the end, where its mark got lost. */
const bare = (doc: Document, first: number, end: number): Found | undefined => {
  const words = doc.text.slice(doc.start[first], doc.end[end])
  const name = /\s(monitors?|watchdog|((\p{Lu}\p{Ll}+\s)?state (tv|television|media|radio)))$/iu.exec(words)
  if (!name) return undefined
  let start = end
  while (doc.start[start - 1] > doc.start[first] + name.index) start--
  if (start - first < 4 || /^(the|a|an|of|on|in|at|by|to|from|near|and|or|with|for|against|,)$/i.test(doc.form[start - 1]))
    return undefined
  return { ...found(doc, start, [start, end], [first, start - 1]), at: -1, cue: null, rule: 'headline, last word' }
}

const isDash = (doc: Document, t: number): boolean =>
  (/^[-–—:]+$/.test(doc.form[t]) && /\s/.test(doc.text[doc.start[t] - 1] ?? ' ')) || doc.form[t] === ':'

/** Whether tokens first..last are a name or noun phrase without verb, adverb or number. */
const isName = (doc: Document, first: number, last: number): boolean => {
  for (let t = first; t <= last; t++)
    if (!['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'CCONJ', 'PUNCT', 'PART'].includes(doc.upos[t])) return false
  return NOMINAL.has(doc.upos[last]) || NOMINAL.has(doc.upos[first])
}

const found = (doc: Document, t: number, name: [number, number], said: [number, number]): Found => ({
  source: headOf(doc, name),
  pronoun: -1,
  at: t,
  cue: tokenSpan(doc, t),
  content: spansOf(doc, new Set(Array.from({ length: said[1] - said[0] + 1 }, (_, i) => said[0] + i))),
  kind: 'speech',
  stance: 'asserts',
  rule: `headline ${doc.form[t]}`,
})

const headOf = (doc: Document, [first, last]: [number, number]): number => {
  for (let t = first; t <= last; t++) if ((doc.head[t] < first || doc.head[t] > last) && NOMINAL.has(doc.upos[t])) return t
  return last
}
