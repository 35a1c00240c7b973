import { children, childrenBy, isUnder } from '../../../language/tree.ts'
import type { Document } from '../../../model/document.ts'
import type { EventMention } from '../../event/event.ts'
import type { Anchor } from './anchor.ts'
import { type Interval, intervalOf } from './interval.ts'
import type { EventDay, Scene } from './scene.ts'
import { isSaying } from './telling.ts'

/** The best of some time expressions: a date before a duration, the first before later ones. */
export const dayFrom = (scene: Scene, anchors: readonly Anchor[], rule: string): EventDay | null => {
  const usable = anchors.flatMap(anchor => {
    const interval = intervalOf(anchor, scene.published)
    return interval ? [{ anchor, interval }] : []
  })
  const best = usable.find(u => u.anchor.time.type !== 'DURATION') ?? usable[0]
  if (!best) return null
  const { time } = best.anchor
  const { quote, start, end } = time.span
  return { quote, start, end, ...joined(best, usable), how: 'stated', rule }
}

interface Usable {
  readonly anchor: Anchor
  readonly interval: Interval
}

/** "from March to May": the first day of the one, the last of the other. */
const joined = ({ anchor, interval }: Usable, usable: readonly Usable[]): Interval => {
  const end = usable.find(u => u.anchor.token > anchor.token && /^(?:to|until|and|through)$/.test(u.anchor.lead))
  const opens = anchor.lead === 'from' || anchor.lead === 'between'
  return opens && end && (end.interval.to ?? '') > (interval.from ?? '') ? { from: interval.from, to: end.interval.to } : interval
}

/** Relations within a noun phrase and between it and its verb. */
export const NOMINAL = /^(?:obj|iobj|obl|nmod|nsubj|compound|appos|conj|amod|nummod|dep|flat)(?::|$)/
/** The times that token t owns. */
export const ownedBy = (scene: Scene, t: number): Anchor[] => [...(scene.byOwner.get(t) ?? [])]

/** The day written for the event: at its own words, at the clauses below that tell of it, then at the clauses above. */
export const writtenDay = (scene: Scene, event: EventMention): EventDay | null => {
  const own = dayFrom(scene, ownedBy(scene, event.head), 'own adjunct') ?? dayFrom(scene, below(scene, event.head), 'own clause')
  return own ?? dayAbove(scene, event)
}

const BEGINNING = /^(?:start|begin|erupt|commence)$/
const HAPPENING =
  /^(?:start|begin|launch|erupt|occur|happen|take|last|continue|carry|mount|conduct|stage|break|come|commence|unleash|open|end)$/

/**
 * Times of clauses under an event that tell of the same: "the assault, which started on Tuesday", "captured after he
 * ejected on Friday".
 */
const below = (scene: Scene, t: number): Anchor[] => {
  const { doc } = scene
  return [...children(doc, t)].flatMap(c => {
    const mark = doc.form[[...children(doc, c)].find(m => doc.deprel[m] === 'mark') ?? -1]?.toLowerCase() ?? ''
    if (doc.deprel[c].startsWith('advcl') && mark === 'since') return within(scene, c).map(a => ({ ...a, lead: 'since' }))
    if (scene.isEvent(c)) return []
    const lemma = doc.lemma[c].toLowerCase()
    if (doc.deprel[c].startsWith('acl') && HAPPENING.test(lemma))
      return ownedBy(scene, c).map(a => (BEGINNING.test(lemma) && a.time.type === 'DATE' ? { ...a, lead: 'since' } : a))
    return doc.deprel[c].startsWith('advcl') && /^(?:after|when|as|while)$/.test(mark) ? ownedBy(scene, c) : []
  })
}

/** The times of the clause that t heads. */
const within = (scene: Scene, t: number): Anchor[] =>
  (scene.timesBySentence.get(scene.doc.sentence[t]) ?? []).filter(a => isUnder(scene.doc, a.token, t))

const dayAbove = (scene: Scene, event: EventMention): EventDay | null => {
  const { doc, isEvent } = scene
  const actual = scene.modality.get(event) === 'actual'
  let nominal = true
  for (let t = event.head; doc.head[t] >= 0; t = doc.head[t]) {
    const [relation, governor] = [doc.deprel[t], doc.head[t]]
    const inTime = scene.byToken.get(governor)
    if (inTime && inTime.time.from !== null) return dayFrom(scene, [{ ...inTime, lead: 'in' }], 'own adjunct')
    nominal &&= NOMINAL.test(relation)
    if (reports(scene, t)) return null
    if (relation === 'acl:relcl' && !isEvent(governor)) return dayFrom(scene, ownedByPhrase(scene, governor), 'clause')
    if (!actual && (isEvent(governor) || (relation !== 'xcomp' && !nominal))) return null
    const owned = [...ownedBy(scene, governor), ...ownedByObjects(scene, governor, t)].map(a =>
      a.lead === 'since' && tellsWhen(doc, t) ? { ...a, lead: 'in' } : a,
    )
    const isOwnVerb = nominal && !isEvent(governor)
    const usable = isOwnVerb ? owned : owned.filter(a => a.time.from !== null || a.time.type !== 'DURATION')
    const day = dayFrom(scene, usable, isOwnVerb ? 'own adjunct of its verb' : 'clause')
    if (day) return day
  }
  return null
}

/** Times of the event noun in whose phrase noun t stands: "an attack on a mosque on Friday that killed 13". */
const ownedByPhrase = (scene: Scene, t: number): Anchor[] => {
  for (let k = t; /^nmod/.test(scene.doc.deprel[k]); k = scene.doc.head[k])
    if (scene.isEvent(scene.doc.head[k])) return ownedBy(scene, scene.doc.head[k])
  return []
}

/** Times of the event nouns that a verb carries, for what is done beside: "launched a strike on Sunday, hitting two posts". */
const ownedByObjects = (scene: Scene, verb: number, t: number): Anchor[] =>
  scene.isEvent(verb) || !/^(?:advcl|xcomp|conj)/.test(scene.doc.deprel[t])
    ? []
    : childrenBy(scene.doc, verb, 'obj', 'nsubj')
        .filter(scene.isEvent)
        .flatMap(c => ownedBy(scene, c))

/** Whether t heads a clause with "when": it tells of the day itself, not of the time since. */
const tellsWhen = (doc: Document, t: number): boolean => [...children(doc, t)].some(c => /^when$/i.test(doc.form[c]))

/** Whether token t is what its governor says, believes, accuses of or demands: the governor's date is not t's. */
const reports = ({ doc, isEvent }: Scene, t: number): boolean => {
  const [governor, relation] = [doc.head[t], doc.deprel[t]]
  if (/^(?:ccomp|parataxis)/.test(relation)) return true
  return isSaying(doc, governor) && !isEvent(governor) && /^(?:xcomp|obj|obl|advcl)/.test(relation)
}
