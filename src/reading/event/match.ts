import type { Ontology, Trigger } from '../../knowledge/ontology.ts'
import type { Document } from '../../model/document.ts'
import { clauseFrame } from './clause.ts'
import { holds } from './condition.ts'
import { type Frame, isVerb } from './frame.ts'
import { nounFrame } from './nominal.ts'
import { inHeadline, readings } from './readings.ts'
import { isReducedClause } from './slip.ts'
import { telegraphicFrame } from './telegraphic.ts'
import { wordsAt } from './words.ts'

/** A trigger found at a token, before back-references and doubles are taken out. */
export interface Match {
  readonly head: number
  readonly first: number
  readonly last: number
  /** Tokens that are the trigger's own words, adjacent or not. */
  readonly parts: readonly number[]
  readonly trigger: Trigger
  readonly frame: Frame
}

/** The trigger at token t, or null. A sense that is no event matches too: its trigger's type is null. */
export const matchAt = (doc: Document, t: number, ontology: Ontology): Match | null => {
  const frames = new Map<string, Frame>()
  for (const [lemma, kind, nominal] of readings(doc, t, ontology)) {
    for (const trigger of ontology.triggers.get(lemma) ?? []) {
      if (trigger.kind !== kind) continue
      const extent = wordsAt(doc, t, trigger)
      if (!extent) continue
      const head = kind === 'noun' ? topOf(doc, extent.first, t) : t
      const key = `${head} ${kind} ${nominal} ${nominal ? `${trigger.of} ${trigger.poss}` : trigger.to.includes('obj')}`
      const frame = frames.get(key) ?? frameOf(doc, head, trigger, nominal)
      frames.set(key, frame)
      if (trigger.when.every(c => holds(doc, head, c, frame, ontology))) return { head, ...extent, trigger, frame }
    }
  }
  return null
}

/** The token of a fixed expression that the others hang on: "state" in "state of emergency". */
const topOf = (doc: Document, first: number, last: number): number => {
  let top = last
  while (doc.head[top] >= first && doc.head[top] < last && /^(?:nmod|compound|conj|flat)/.test(doc.deprel[top]))
    top = doc.head[top]
  return top
}

/** The frame of a reading; where a headline's verb was tagged as a noun, from the order of words. */
const frameOf = (doc: Document, t: number, trigger: Trigger, nominal: boolean): Frame => {
  if (nominal && trigger.kind === 'adj')
    return { ...nounFrame(doc, t, trigger.of, trigger.poss), obj: doc.head[t] >= 0 ? [doc.head[t]] : [] }
  if (nominal) return nounFrame(doc, t, trigger.of, trigger.poss)
  const hidden = trigger.kind === 'verb' && inHeadline(doc, t) && (!isVerb(doc, t) || doc.deprel[t] === 'amod')
  if (hidden && !isReducedClause(doc, t)) return telegraphicFrame(doc, t, trigger.to.includes('obj'))
  const frame = clauseFrame(doc, t, trigger.kind === 'adj')
  return isMistakenParticiple(doc, t, trigger, frame) ? { ...frame, subj: frame.obj, obj: [], shape: 'active' } : frame
}

/** A verb that takes no object is no passive participle: the noun before it is its subject ("Algeria mediated between"). */
const isMistakenParticiple = (doc: Document, t: number, trigger: Trigger, frame: Frame): boolean =>
  frame.shape === 'passive' &&
  doc.deprel[t] === 'acl' &&
  !frame.subj.length &&
  !trigger.to.includes('obj') &&
  !trigger.by.includes('obj') &&
  !trigger.when.some(c => c.slot === 'obj')

/** The type of the first trigger that token t's words allow, whatever stands around it; null if none. */
export const looseTypeAt = (doc: Document, t: number, ontology: Ontology): Trigger['type'] => {
  for (const [lemma, kind] of readings(doc, t, ontology))
    for (const trigger of ontology.triggers.get(lemma) ?? [])
      if (trigger.kind === kind && trigger.type && wordsAt(doc, t, trigger)) return trigger.type
  return null
}
