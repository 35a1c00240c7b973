import { children, childrenBy, isRelation } from '../../../language/tree.ts'
import type { Document } from '../../../model/document.ts'
import type { TimeMention } from '../mention.ts'
import { tokenAt } from '../tags.ts'
import { isSaying } from './telling.ts'

/** A time expression in the tree. */
export interface Anchor {
  readonly time: TimeMention
  /** The token of the expression whose head stands outside it. */
  readonly token: number
  /** The verb or event noun that the expression tells the time of; -1 if none. */
  readonly owner: number
  /** Preposition or conjunction before it ("since", "after"), lower case, or ''. */
  readonly lead: string
}

/** Places every usable time expression in the tree. `isEvent`: tokens that head an event. */
export const anchorsOf = (
  doc: Document,
  times: readonly TimeMention[],
  isEvent: (token: number) => boolean,
  published: string | null,
): Anchor[] =>
  times.flatMap(time => {
    if (time.type === 'SET') return []
    const token = topToken(doc, time)
    if (token < 0) return []
    const lead = leadOf(doc, token, time)
    const owner = ownerOf(doc, token, isEvent)
    const isGone = time.to !== null && published !== null && time.to < published && lead !== 'since' && lead !== 'from'
    return [{ time, token, lead, owner: (isGone ? eventBetween(doc, owner, token, isEvent) : null) ?? owner }]
  })

/** A verb in the perfect takes no day gone by: of "has called for an inquiry into the raid on Friday" the raid was on Friday. */
const eventBetween = (doc: Document, owner: number, token: number, isEvent: (token: number) => boolean): number | null => {
  if (owner < 0 || owner > token || !childrenBy(doc, owner, 'aux').some(c => /^(?:has|have|'ve|’ve)$/i.test(doc.form[c])))
    return null
  for (let t = token - 1; t > owner; t--) if (isEvent(t) && doc.upos[t] === 'NOUN') return t
  return null
}

/** The token within the expression that hangs on a token outside; -1 when the expression is in no sentence. */
const topToken = (doc: Document, time: TimeMention): number => {
  const first = tokenAt(doc, time.span.start)
  if (first < 0 || doc.start[first] >= time.span.end) return -1
  for (let t = first; t < doc.length && doc.start[t] < time.span.end; t++) {
    const head = doc.head[t]
    if (head < 0 || doc.end[head] <= time.span.start || doc.start[head] >= time.span.end) return t
  }
  return first
}

/**
 * Verbs that only say how or with what an event was done stand under it; their date is its date: "attacked, using rockets
 * on Friday".
 */
const isManner = (doc: Document, t: number): boolean =>
  /^VB[GN]?$/.test(doc.xpos[t]) && /^(?:advcl|xcomp)/.test(doc.deprel[t]) && doc.head[t] >= 0

const isPredicate = (doc: Document, t: number): boolean =>
  !isManner(doc, t) &&
  (doc.upos[t] === 'VERB' || doc.upos[t] === 'AUX' || doc.head[t] < 0 || [...children(doc, t)].some(c => doc.deprel[c] === 'cop'))

/**
 * The first event or predicate above a token; a saying verb just before the words, whatever the tree says ("said today its
 * forces").
 */
const ownerOf = (doc: Document, token: number, isEvent: (token: number) => boolean): number => {
  const said = sayingBefore(doc, token)
  if (said >= 0) return said
  for (let t = doc.head[token]; t >= 0; t = doc.head[t]) if (isEvent(t) || isPredicate(doc, t)) return t
  return doc.head[token] < 0 && isPredicate(doc, token) ? token : -1
}

const sayingBefore = (doc: Document, token: number): number => {
  for (let t = token - 1; t >= 0 && t >= token - 4 && doc.sentence[t] === doc.sentence[token]; t--) {
    if (doc.upos[t] === 'VERB') return isSaying(doc, t) ? t : -1
    if (!/^(?:ADP|DET|ADJ|NOUN|ADV|PROPN|NUM)$/.test(doc.upos[t]) || (doc.upos[t] !== 'ADP' && t < token - 2)) return -1
  }
  return -1
}

const LEADS =
  /\b(since|until|till|before|after|following|by|from|between|for|over|during|in|within|through|throughout|on|at|as of|prior to|to)\s+(?:the\s+|early\s+|late\s+|about\s+|almost\s+|at\s+|least\s+|nearly\s+|around\s+)*$/i

const leadOf = (doc: Document, token: number, time: TimeMention): string => {
  const text = doc.text.slice(Math.max(0, time.span.start - 24), time.span.start)
  const written = LEADS.exec(text)?.[1].toLowerCase()
  if (written) return written
  const marker = [...children(doc, token)].find(c => isRelation(doc, c, 'case') || isRelation(doc, c, 'mark'))
  return marker === undefined ? '' : doc.form[marker].toLowerCase()
}
