import { childrenBy, isUnder, lemmaOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { PartyMention } from '../party/party.ts'
import type { Story, Telling } from './story.ts'

/** Words of outcome: what they tell is the effect of an attack told beside them. */
const OUTCOME =
  /^(?:kill|wound|injure|die|dead|death|hurt|casualty|toll|destroy|destruction|damage|displace|flee|loss|fatality|victim|maim|murder|massacre|hit|strike|injury|perish|killing|explode|explosion|blast|detonate)$/
/** Outcomes that never name the attack itself. */
const OUTCOME_ONLY = /^(?:kill|wound|injure|die|dead|death|casualty|toll|injury|fatality|victim|displace|flee)$/
/** Words for lasting or mutual fighting: nobody's single act. */
const WARFARE =
  /^(?:war|fighting|conflict|battle|hostility|violence|unrest|combat|clash|skirmish|confrontation|civil|firefight|warfare|crossfire|insurgency)$/

/** Whether an event is fighting between sides, not one side's act. */
export const isWarfare = (doc: Document, event: EventMention): boolean =>
  event.type === 'ASSAULT' && WARFARE.test(lemmaOf(doc, event.head))

/** The attack that an outcome is told with, in the same sentence: below it ("killed in shelling") or above it ("an attack that killed"). */
export const causeOf = ({ doc, inSentence }: Story, event: EventMention): EventMention | null => {
  if (event.type !== 'ASSAULT' || !OUTCOME.test(lemmaOf(doc, event.head))) return null
  const near = (inSentence.get(doc.sentence[event.head]) ?? []).filter(
    e => e !== event && e.type === 'ASSAULT' && e.mode !== 'abduct' && !OUTCOME_ONLY.test(lemmaOf(doc, e.head)),
  )
  const linked = near.filter(e => isUnder(doc, e.head, event.head) || isUnder(doc, event.head, e.head))
  const pool = linked.length ? linked : near
  return pool.toSorted((a, b) => Math.abs(a.head - event.head) - Math.abs(b.head - event.head))[0] ?? null
}

/** Doers lent by the holder of an act; `insteadOf`: whom the tree may have taken for them, the accuser for the accused. */
interface Holding {
  readonly actors: readonly PartyMention[]
  readonly insteadOf?: readonly PartyMention[]
  readonly rule: string
}

/** Who does what is demanded, threatened, agreed or accused of: its addressee, its speaker, the accused. */
export const holderOf = ({ doc, inSentence, tellingOf }: Story, event: EventMention): Holding | null => {
  const holder = (inSentence.get(doc.sentence[event.head]) ?? []).find(
    e =>
      e !== event &&
      e.content >= 0 &&
      (e.content === event.head || (isUnder(doc, event.head, e.content) && !isUnder(doc, e.head, e.content))),
  )
  if (!holder) return null
  const told = tellingOf(holder)
  if (holder.type === 'ACCUSE')
    return { actors: told.recipients, insteadOf: told.actors, rule: `accused in "${holder.span.quote}"` }
  if (holder.type === 'REQUEST') return { actors: told.recipients, rule: `addressee of "${holder.span.quote}"` }
  if (holder.type === 'THREATEN' || holder.type === 'AGREE' || holder.type === 'CONCEDE')
    return { actors: told.actors, rule: `speaker of "${holder.span.quote}"` }
  return null
}

/** "killed, wounded or captured" have one doer. */
const OUTCOME_TYPES: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

const WITH = /^(?:in|during|with|through|by|as|after|amid|before|while|since|on)$/

/** The event whose clause carries another: "took the town in an assault", "its siege and shelling of". */
export const governingEvent = ({ doc, byHead }: Story, event: EventMention): EventMention | null => {
  let t = event.head
  for (let depth = 0; depth < 4 && doc.head[t] >= 0; depth++) {
    const relation = doc.deprel[t]
    const governor = doc.head[t]
    if (relation === 'conj') {
      const sibling = byHead.get(governor)
      if (sibling && (sibling.type === event.type || (OUTCOME_TYPES.has(sibling.type) && OUTCOME_TYPES.has(event.type))))
        return sibling
    } else if (relation === 'advcl' && childrenBy(doc, t, 'nsubj').length) return null
    else if (/^(?:obl|nmod|advcl|acl|obj|xcomp)/.test(relation)) {
      const preposition = childrenBy(doc, t, 'case', 'mark').map(c => doc.form[c].toLowerCase())
      if (/^(?:obl|nmod)/.test(relation) && preposition.length && !preposition.some(w => WITH.test(w) || w === 'of')) return null
      const found =
        byHead.get(governor) ??
        childrenBy(doc, governor, 'obj')
          .flatMap(o => byHead.get(o) ?? [])
          .find(e => e !== event)
      if (found) return relation === 'acl:relcl' || (/^(?:obj|xcomp)/.test(relation) && found.type !== event.type) ? null : found
    } else return null
    t = governor
  }
  return null
}

/** The subject of the clause that an event noun stands in: "troops entered the compound as part of a push". */
export const clauseSubject = ({ doc, parties, byHead }: Story, event: EventMention): readonly PartyMention[] => {
  if (!/^(?:NOUN|PROPN)$/.test(doc.upos[event.head]) || !/^(?:ASSAULT|COERCE|RETREAT|MOBILIZE|AID|COOPERATE)$/.test(event.type))
    return []
  let t = event.head
  for (let depth = 0; depth < 4 && doc.head[t] >= 0; depth++) {
    const relation = doc.deprel[t]
    if (!/^(?:obl|nmod|conj|compound|obj)/.test(relation)) return []
    const preposition = childrenBy(doc, t, 'case').map(c => doc.form[c].toLowerCase())
    if (preposition.length && !preposition.some(w => /^(?:in|as|during|with|through|of)$/.test(w))) return []
    if (relation === 'obj' && !CARRYING.test(lemmaOf(doc, doc.head[t]))) return []
    t = doc.head[t]
    if (byHead.has(t)) return []
    if (doc.upos[t] === 'VERB') return subjectOf(doc, t).flatMap(s => parties.at(s))
  }
  return []
}
const CARRYING =
  /^(?:conduct|carry|launch|mount|stage|make|begin|start|resume|continue|wage|undertake|execute|perform|lead|commit|step|intensify|plan|prepare|order|provide|give|offer|deliver)$/

/** Subjects of a verb; of a participle the noun it describes, of a coordinated or infinitive verb the subject above. */
const subjectOf = (doc: Document, verb: number): number[] => {
  let v = verb
  for (let depth = 0; depth < 4 && v >= 0; depth++) {
    const passive = childrenBy(doc, v, 'nsubj').some(s => doc.deprel[s] === 'nsubj:pass')
    const subjects = childrenBy(doc, v, passive ? 'obl:agent' : 'nsubj')
    if (subjects.length || passive) return subjects
    if (doc.deprel[v] === 'acl') return doc.xpos[v] === 'VBG' ? [doc.head[v]] : []
    if (!/^(?:conj|xcomp|advcl)/.test(doc.deprel[v])) return []
    v = doc.head[v]
  }
  return []
}

/** Who claims responsibility in the sentence of an attack without a doer. */
export const responsibilityFor = ({ doc, inSentence, tellingOf }: Story, event: EventMention): readonly PartyMention[] => {
  if (event.type !== 'ASSAULT') return []
  const claim = (inSentence.get(doc.sentence[event.head]) ?? []).find(
    e =>
      e !== event &&
      /responsib/.test(e.span.quote.toLowerCase()) &&
      /claim|admit|assum|took|take/.test(e.span.quote.toLowerCase()),
  )
  return claim ? tellingOf(claim).actors : []
}

/** Sentences back that a death may be told again with the same dead. */
const RETOLD = 8

/** The nearest earlier telling, within two sentences (of the same victims: eight), that plainly tells the same happening and names one side as its doer. */
export const earlierTelling = (
  doc: Document,
  event: EventMention,
  facts: readonly Telling[],
  recipients: readonly PartyMention[],
): Telling | null => {
  const word = lemmaOf(doc, event.head)
  if (!/^(?:ASSAULT|COERCE|RETREAT)$/.test(event.type) || /^(?:loss|displace|flee)$/.test(word)) return null
  for (let i = facts.length - 1; i >= 0; i--) {
    const other = facts[i]
    const distance = doc.sentence[event.head] - doc.sentence[other.event.head]
    if (distance > RETOLD) return null
    const again =
      word === lemmaOf(doc, other.event.head) &&
      recipients.some(r => other.recipients.some(o => o.code === r.code && o.sector === r.sector))
    if (distance > 2 && !again) continue
    if (other.event.type !== event.type || isWarfare(doc, other.event)) continue
    if (other.actors.length === 0 || other.rule.startsWith('earlier')) continue
    const alike =
      word === lemmaOf(doc, other.event.head) ||
      (event.mode !== null && event.mode === other.mode) ||
      (OUTCOME_ONLY.test(word) && distance > 0)
    const against = recipients.some(r => other.actors.some(a => a.code === r.code && a.sector === r.sector))
    if (alike && !against && new Set(other.actors.map(p => p.code)).size === 1) return other
  }
  return null
}

/** The two sides of the fighting that "the war", "the truce" or "the talks" take up: those of the nearest act told of before. */
export const belligerents = ({ doc }: Story, event: EventMention, facts: readonly Telling[]): PartyMention[] => {
  const definite = childrenBy(doc, event.head, 'det').some(d => /^(?:the|this|that|these|both)$/.test(doc.form[d].toLowerCase()))
  if (event.type === 'ASSAULT' && !definite && !/^(?:hostility|fighting)$/.test(lemmaOf(doc, event.head))) return []
  for (let i = facts.length - 1; i >= 0; i--) {
    const { event: other, actors, recipients } = facts[i]
    if (doc.sentence[event.head] - doc.sentence[other.head] > 4) return []
    if (!/^(?:ASSAULT|COERCE|AGREE|CONSULT|THREATEN)$/.test(other.type)) continue
    const sides = [...actors, ...recipients].filter(p => p.code !== 'UNK' && p.sector !== 'CVL')
    const codes = [...new Set(sides.map(p => p.code))]
    if (codes.length === 2) return codes.map(c => sides.find(p => p.code === c) as PartyMention)
  }
  return []
}
