import { isNumberWord, parseNumber } from '../../language/numbers.ts'
import { child, children, childrenBy, conjuncts, tokensSpan, wordOf } from '../../language/tree.ts'
import type { Quantity } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import { measureOf } from './measures.ts'
import { isThing, uncountable } from './nouns.ts'

/** A count as it stands: its bounds and its words, as tokens first..last (inclusive). */
export interface Count {
  readonly low: number | null
  readonly high: number | null
  readonly first: number
  readonly last: number
}

/** Vague amounts: GUIDE's floor for each, nothing said of the ceiling. */
const VAGUE: Readonly<Record<string, number>> = {
  tens: 20,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2e6,
}
const FLOOR =
  /^(?:at least|at the very least|no (?:fewer|less) than|more than|over|above|upwards? of|in excess of|well over|a minimum of|not less than|exceeding)$/
const CEILING =
  /^(?:at most|up to|as (?:many|much|high) as|nearly|almost|fewer than|less than|under|close to|no more than|a maximum of|below|not more than)$/
const ABOUT = /^(?:about|around|some|roughly|approximately|an estimated|estimated|circa|approx\.?)$/

const isCountToken = (doc: Document, t: number) =>
  doc.upos[t] === 'NUM' || wordOf(doc, t) in VAGUE || isNumberWord(wordOf(doc, t))

/** The qualifier that ends right before token `first` ("more than"), as [its first token, its words], or null. */
const qualifierBefore = (doc: Document, first: number): [number, string] | null => {
  for (let n = 4; n >= 1; n--) {
    const from = first - n
    if (from < 0 || doc.sentence[from] !== doc.sentence[first]) continue
    const words = Array.from({ length: n }, (_, i) => wordOf(doc, from + i)).join(' ')
    if (FLOOR.test(words) || CEILING.test(words) || ABOUT.test(words)) return [from, words]
  }
  return null
}

/** The count whose last number token is `t`: "more than a quarter of a million", "five to seven", "dozens". */
export const countAt = (doc: Document, t: number): Count | null => {
  const s = doc.sentence[t]
  const inSentence = (k: number) => k >= 0 && k < doc.length && doc.sentence[k] === s
  let last = t
  while (
    inSentence(last + 1) &&
    (isNumberWord(wordOf(doc, last + 1)) ||
      (wordOf(doc, last + 1) === '-' && inSentence(last + 2) && isNumberWord(wordOf(doc, last + 2))))
  )
    last++
  if (
    inSentence(last + 3) &&
    /^(?:quarter|half|third)$/.test(wordOf(doc, last)) &&
    wordOf(doc, last + 1) === 'of' &&
    isNumberWord(wordOf(doc, last + 3))
  )
    last += 3
  if (
    t > 0 &&
    wordOf(doc, t - 1) === 'between' &&
    inSentence(last + 2) &&
    wordOf(doc, last + 1) === 'and' &&
    isNumberWord(wordOf(doc, last + 2))
  )
    last += 2
  let first = t
  for (;;) {
    if (inSentence(first - 1) && isCountToken(doc, first - 1)) first--
    else if (inSentence(first - 2) && /^(?:and|-|of|a|an)$/.test(wordOf(doc, first - 1)) && isCountToken(doc, first - 2))
      first -= 2
    else if (
      inSentence(first - 3) &&
      wordOf(doc, first - 1) === 'a' &&
      wordOf(doc, first - 2) === 'of' &&
      isNumberWord(wordOf(doc, first - 3))
    )
      first -= 3
    else if (inSentence(first - 1) && /^an?$/.test(wordOf(doc, first - 1))) first--
    else break
  }
  const range = rangeEnd(doc, first, last)
  if (range) return range
  const words = Array.from({ length: last - first + 1 }, (_, i) => wordOf(doc, first + i))
  const vague = words.filter(w => w in VAGUE)
  const exact = vague.length ? null : parseNumber(words)
  const value = vague.length ? vagueValue(words) : exact
  if (value === null || !Number.isFinite(value)) return null
  const qualifier = qualifierBefore(doc, first)
  const from = qualifier ? qualifier[0] : first
  if (qualifier && CEILING.test(qualifier[1])) return { low: null, high: value, first: from, last }
  if (vague.length || (qualifier && FLOOR.test(qualifier[1])) || followedByMore(doc, last))
    return { low: value, high: null, first: from, last }
  return { low: value, high: value, first: from, last }
}

const followedByMore = (doc: Document, last: number): boolean =>
  last + 2 < doc.length && wordOf(doc, last + 1) === 'or' && wordOf(doc, last + 2) === 'more'

/** "dozens" -> 24, "tens of thousands" -> 20000, "hundreds of thousands" -> 200000. */
const vagueValue = (words: readonly string[]): number => {
  if (words[0] === 'tens' && words.includes('thousands')) return 20_000
  const found = words.filter(w => w in VAGUE)
  if (found.length === 2) return (VAGUE[found[0]] * VAGUE[found[1]]) / 2
  return VAGUE[found[0]]
}

/** "five to seven", "5-7", "between 5 and 7". */
const rangeEnd = (doc: Document, first: number, last: number): Count | null => {
  const words = Array.from({ length: last - first + 1 }, (_, i) => wordOf(doc, first + i))
  const dash = words.findIndex(w => w === '-' || w === '–' || w === 'and')
  if (dash > 0 && (words[dash] !== 'and' || (first > 0 && wordOf(doc, first - 1) === 'between'))) {
    const [a, b] = [parseNumber(words.slice(0, dash)), parseNumber(words.slice(dash + 1))]
    if (a !== null && b !== null && a < b) return { low: a, high: b, first, last }
  }
  if (first >= 2 && /^(?:to|or)$/.test(wordOf(doc, first - 1)) && isNumberWord(wordOf(doc, first - 2))) {
    const [a, b] = [parseNumber([wordOf(doc, first - 2)]), parseNumber(words)]
    if (a !== null && b !== null && a < b) return { low: a, high: b, first: first - 2, last }
  }
  return null
}

/** How many the noun phrase headed by `t` counts; a single named or "a ..." victim is one. Null: not counted. */
export const countOf = (doc: Document, t: number): Count | null => {
  const before =
    t > 0 && doc.sentence[t - 1] === doc.sentence[t] && doc.upos[t - 1] === 'NUM' && isCountToken(doc, t - 1) ? t - 1 : undefined
  const number = [...children(doc, t)].find(c => doc.deprel[c] === 'nummod' && isCountToken(doc, c)) ?? before
  if (number !== undefined) {
    const count = countAt(doc, number)
    return count && { ...count, last: Math.max(count.last, t) }
  }
  if (isCountToken(doc, t) && (doc.upos[t] === 'NUM' || wordOf(doc, t) in VAGUE || doc.upos[t] === 'NOUN')) {
    const of = childrenBy(doc, t, 'nmod').find(c => childrenBy(doc, c, 'case').some(k => wordOf(doc, k) === 'of'))
    if (of !== undefined && isCountToken(doc, of) && doc.upos[of] !== 'PROPN') return countAt(doc, of) ?? countAt(doc, t)
    const count = countAt(doc, t)
    return count && of !== undefined ? { ...count, last: of } : count
  }
  const nested = childrenBy(doc, t, 'nmod').find(c => doc.upos[c] === 'NUM' && c < t)
  if (nested !== undefined) return countAt(doc, nested)
  return oneOf(doc, t)
}

const oneOf = (doc: Document, t: number): Count | null => {
  const plural = /S$/.test(doc.xpos[t]) && doc.xpos[t] !== 'POS'
  if (plural || !/^NN|^PRP/.test(doc.xpos[t]) || uncountable(doc.lemma[t].toLowerCase())) return null
  if (doc.xpos[t].startsWith('PRP'))
    return /^(?:he|she|him|her)$/.test(wordOf(doc, t)) ? { low: 1, high: 1, first: t, last: t } : null
  const named = doc.upos[t] === 'PROPN'
  if (named && childrenBy(doc, t, 'conj').length === 0 && !isPerson(doc, t)) return null
  const det = child(doc, t, 'det')
  if (det >= 0 && /^(?:no|all|every|each|any|some|these|those)$/.test(wordOf(doc, det))) return null
  return {
    low: 1,
    high: 1,
    first: Math.min(t, ...children(doc, t).filter(c => c < t && doc.deprel[c] !== 'case' && doc.upos[c] !== 'PUNCT')),
    last: t,
  }
}

/** A name of two or more words, or one with a title before it. */
const isPerson = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'PROPN' && childrenBy(doc, t, 'flat', 'compound', 'appos').length > 0

/** The noun phrases that an event's count may be said of. */
const counted = (doc: Document, event: EventMention): number[] => {
  const t = event.head
  const lemma = doc.lemma[t].toLowerCase()
  if (doc.upos[t] === 'NOUN') {
    const own = childrenBy(doc, t, 'nummod').length ? [t] : []
    if (lemma === 'toll') return [...own, ...tollNumbers(doc, t)]
    return own.length ? own : [...event.recipients]
  }
  if (INTRANSITIVE.test(lemma)) return childrenBy(doc, t, 'nsubj').flatMap(k => conjuncts(doc, k))
  const own = childrenBy(doc, t, 'nummod').length ? [t] : []
  if (event.recipients.length) return [...own, ...event.recipients.map(k => whole(doc, k))]
  const near = [...childrenBy(doc, t, 'obj', 'nsubj:pass'), ...bareNumbers(doc, t)]
  return [...own, ...(near.length || doc.upos[t] === 'VERB' ? near : childrenBy(doc, t, 'nsubj'))].flatMap(k => conjuncts(doc, k))
}

/** What these verbs tell happens to their subject. */
const INTRANSITIVE = /^(?:flee|die|perish|disappear|vanish|drown|starve|succumb|fall|escape)$/

/** "civilians" of "thousands of civilians" counts as the whole phrase. */
const whole = (doc: Document, t: number): number => {
  const h = doc.head[t]
  const partOf =
    h >= 0 &&
    h < t &&
    doc.deprel[t].startsWith('nmod') &&
    isCountToken(doc, h) &&
    childrenBy(doc, t, 'case').some(c => wordOf(doc, c) === 'of')
  return partOf ? h : t
}

/** "including two medics" is part of a count given elsewhere. */
const included = (doc: Document, t: number): boolean =>
  childrenBy(doc, t, 'case').some(c => wordOf(doc, c) === 'including') || (t > 0 && wordOf(doc, t - 1) === 'including')

/** "wounding more than 40": a number that the tree hangs on the verb without a preposition. */
const bareNumbers = (doc: Document, t: number): number[] =>
  childrenBy(doc, t, 'obl').filter(
    c => c > t && doc.upos[c] === 'NUM' && isCountToken(doc, c) && !childrenBy(doc, c, 'case').length,
  )

/** "60 were killed and wounded": the count covers several measures together, so it counts none of them. */
const sharedCount = (doc: Document, event: EventMention): boolean => {
  const group = conjuncts(doc, doc.deprel[event.head] === 'conj' ? doc.head[event.head] : event.head)
  const measures = new Set(group.map(t => measureOf(doc.lemma[t].toLowerCase(), true)).filter(Boolean))
  const counts = group.flatMap(t => [...childrenBy(doc, t, 'obj', 'nsubj'), ...bareNumbers(doc, t)])
  return measures.size > 1 && counts.length <= 1
}

/** "the death toll rose to 12", "a toll of 12", "put the toll at 12". */
const tollNumbers = (doc: Document, t: number): number[] => {
  const governor = doc.head[t]
  const near = [
    ...childrenBy(doc, t, 'nmod', 'appos'),
    ...(governor >= 0 ? childrenBy(doc, governor, 'obl', 'xcomp', 'obj') : []),
  ]
  return near.filter(k => k !== t && (isCountToken(doc, k) || childrenBy(doc, k, 'nummod').length > 0)).slice(-1)
}

/** The counts said of an event, one per counted noun phrase: killed, injured, missing, captured, displaced, destroyed. */
export const quantitiesOf = (doc: Document, event: EventMention): (Quantity & { readonly rule: string })[] => {
  if (!['ASSAULT', 'COERCE', 'RETREAT', 'SANCTION'].includes(event.type)) return []
  if (sharedCount(doc, event)) return []
  const seen = new Set<number>()
  return counted(doc, event).flatMap(t => {
    if (seen.has(t) || included(doc, t)) return []
    seen.add(t)
    const measure = measureFor(doc, event, t)
    const count = measure && countOf(doc, t)
    if (!measure || !count) return []
    return [
      {
        ...tokensSpan(doc, count.first, count.last),
        measure,
        low: count.low,
        high: count.high,
        rule: `${measure} of ${doc.lemma[t]}`,
      },
    ]
  })
}

const measureFor = (doc: Document, event: EventMention, t: number) => {
  const lemma = doc.lemma[event.head].toLowerCase()
  if (event.type === 'RETREAT' && !/^(?:flee|evacuate|displace)$/.test(lemma)) return null
  if (lemma === 'shoot' && event.mode !== 'destroy') return null
  if (event.mode === 'territory') return null
  return measureOf(lemma, !isThing(doc, t))
}
