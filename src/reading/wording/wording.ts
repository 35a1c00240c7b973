import { LOADED_FORMS, LOADED_LEMMAS, LOADED_PHRASES } from '../../knowledge/wording.ts'
import { children, childrenBy, isUnder, tokensSpan, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { EventMention } from '../event/event.ts'

/**
 * Partisan or judging words in what tells the event, in order: its clause without the events told inside it, and its participants.
 * `heads`: the heads of all events of the document.
 */
export const loadedWords = (doc: Document, event: EventMention, heads: ReadonlySet<number>): Span[] =>
  loadedAmong(doc, scopeOf(doc, event, heads))

/** The loaded words among some tokens, in order. */
export const loadedAmong = (doc: Document, scope: ReadonlySet<number>): Span[] => {
  const out: Span[] = []
  for (const t of [...scope].sort((a, b) => a - b)) {
    if (out.length && doc.start[t] < out[out.length - 1].end) continue
    const phrase = LOADED_PHRASES.find(p => p.every((w, i) => scope.has(t + i) && wordOf(doc, t + i) === w))
    if (phrase) out.push(tokensSpan(doc, t, t + phrase.length - 1))
    else if (isLoaded(doc, t)) out.push(tokensSpan(doc, t, t))
  }
  return out
}

const isLoaded = (doc: Document, t: number): boolean => {
  const near = LOADED_FORMS.get(wordOf(doc, t))
  if (near && /^(?:ADJ|ADV|VERB|NOUN|PROPN)$/.test(doc.upos[t])) return near.size === 0 || hasNear(doc, t, near)
  const lemma = doc.lemma[t].toLowerCase()
  if (!LOADED_LEMMAS.has(lemma)) return false
  if (lemma === 'lie') return doc.upos[t] === 'NOUN'
  return doc.upos[t] !== 'PROPN' || !isInName(doc, t)
}

const hasNear = (doc: Document, t: number, words: ReadonlySet<string>): boolean => {
  const s = doc.sentence[t]
  for (let k = Math.max(0, t - 3); k <= Math.min(doc.length - 1, t + 3); k++)
    if (k !== t && doc.sentence[k] === s && words.has(wordOf(doc, k))) return true
  return false
}

/** Part of a name of several capitalised words. */
const isInName = (doc: Document, t: number): boolean =>
  [t - 1, t + 1].some(
    k =>
      k >= 0 &&
      k < doc.length &&
      doc.sentence[k] === doc.sentence[t] &&
      doc.upos[k] === 'PROPN' &&
      doc.form[t] !== doc.form[t].toUpperCase(),
  )

const CLAUSE = /^(?:root|ccomp|advcl|parataxis|acl|csubj|conj|xcomp)/

/** The token that heads the clause which tells the event: the trigger itself, or the verb that carries it, but no other event. */
const clauseHead = (doc: Document, event: EventMention, heads: { has(t: number): boolean }): number => {
  let top = event.head
  while (
    doc.head[top] >= 0 &&
    !(CLAUSE.test(doc.deprel[top]) && (doc.upos[top] === 'VERB' || childrenBy(doc, top, 'nsubj', 'cop').length > 0))
  ) {
    if (heads.has(doc.head[top])) break
    top = doc.head[top]
  }
  return top
}

const scopeOf = (doc: Document, event: EventMention, all: ReadonlySet<number>): Set<number> => {
  const heads = { has: (t: number) => t !== event.head && all.has(t) }
  const scope = new Set<number>()
  const add = (t: number, top: number) => {
    if (t !== top && t !== event.head && (heads.has(t) || isOwnClause(doc, t)) && !isUnder(doc, event.head, t)) return
    scope.add(t)
    for (const c of children(doc, t)) add(c, top)
  }
  for (const top of [clauseHead(doc, event, heads), event.head]) add(top, top)
  for (const t of [...event.actors, ...event.recipients])
    if (doc.sentence[t] === doc.sentence[event.head] && !heads.has(t))
      for (const c of [t, ...childrenBy(doc, t, 'amod', 'compound', 'det')]) scope.add(c)
  return scope
}

/** A clause with a subject of its own. */
const isOwnClause = (doc: Document, t: number): boolean =>
  /^(?:ccomp|advcl|parataxis|conj)/.test(doc.deprel[t]) && childrenBy(doc, t, 'nsubj').length > 0
