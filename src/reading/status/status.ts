import { child, childrenBy, lemmaOf, wordOf } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import {
  CONDITIONAL,
  FAILED_ADJECTIVES,
  FAILING,
  FUTURE_ADJECTIVES,
  FUTURE_AUX,
  IRREALIS,
  IRREALIS_ADJECTIVES,
  LIGHT,
  NEGATORS,
  PLANNING,
  POSSIBLE_AUX,
  TRANSPARENT,
  TRYING,
} from './cues.ts'

/** Whether an event is told as happened, planned, demanded; or as not having happened. Denials by a source are the attribution's. */
export interface Status {
  readonly polarity: 'positive' | 'negative'
  readonly modality: 'actual' | 'future' | 'hypothetical'
  readonly rule: string
}

type Modality = Status['modality']
interface Finding {
  negative?: boolean
  modality?: Modality
  rule: string
}

/**
 * The status of an event from its own words and those above it in the tree: its clause's auxiliaries and negation, then
 * every governor that the trigger is a complement of. The nearest finding of each kind decides.
 */
export const statusOf = (doc: Document, event: EventMention, events: readonly EventMention[]): Status => {
  const known = settled.get(event)
  if (known) return known
  const status = findStatus(doc, event, events)
  settled.set(event, status)
  return status
}

/** The days of events ask for their status before their claims do. */
const settled = new WeakMap<EventMention, Status>()

const findStatus = (doc: Document, event: EventMention, events: readonly EventMention[]): Status => {
  const findings = [
    ...ownFindings(doc, event.head),
    ...contentFindings(doc, event, events),
    ...governorFindings(doc, event.head, events),
  ]
  if (event.attempt === 'failed') findings.unshift({ negative: true, rule: 'failed attempt' })
  const negatives = findings.filter(f => f.negative)
  const modal = findings.find(f => f.modality)
  const rule = [...negatives, ...(modal && !modal.negative ? [modal] : [])].map(f => f.rule).join(', ')
  return {
    polarity: negatives.length % 2 ? 'negative' : 'positive',
    modality: modal?.modality ?? 'actual',
    rule: rule || 'plain',
  }
}

/** What the trigger's own dependents say. */
const ownFindings = (doc: Document, t: number): Finding[] => {
  const out: Finding[] = []
  for (const c of childrenBy(doc, t, 'advmod', 'det', 'cc', 'case', 'mark', 'nsubj')) {
    const w = wordOf(doc, c)
    if (NEGATORS.has(w) && !notOnly(doc, c)) out.push({ negative: true, rule: `negated by "${w}"` })
    else if (doc.deprel[c].startsWith('nsubj') && childrenBy(doc, c, 'det').some(d => /^(?:no|neither)$/.test(wordOf(doc, d))))
      out.push({ negative: true, rule: 'negated subject' })
  }
  for (const c of childrenBy(doc, t, 'amod')) {
    if (FUTURE_ADJECTIVES.has(lemmaOf(doc, c)) || FUTURE_ADJECTIVES.has(wordOf(doc, c)))
      out.push({ modality: 'future', rule: `"${wordOf(doc, c)}"` })
    else if (IRREALIS_ADJECTIVES.has(wordOf(doc, c))) out.push({ modality: 'hypothetical', rule: `"${wordOf(doc, c)}"` })
    else if (FAILED_ADJECTIVES.has(wordOf(doc, c))) out.push({ negative: true, rule: `"${wordOf(doc, c)}"` })
  }
  const isNoun = /^(?:NOUN|PROPN)$/.test(doc.upos[t])
  if (isNoun && childrenBy(doc, t, 'det').some(d => wordOf(doc, d) === 'any'))
    out.push({ modality: 'hypothetical', rule: '"any"' })
  return [...out, ...clauseFindings(doc, t)]
}

const notOnly = (doc: Document, c: number): boolean =>
  c + 1 < doc.length && /^(?:only|just|merely|simply)$/.test(wordOf(doc, c + 1))

/** What the auxiliaries and the conjunction of the clause headed by t say; verbs coordinated to t share its auxiliaries. */
const clauseFindings = (doc: Document, t: number): Finding[] => {
  const out: Finding[] = []
  for (const c of childrenBy(doc, t, 'aux')) {
    const w = wordOf(doc, c)
    const perfect = childrenBy(doc, t, 'aux').some(k => k > c && wordOf(doc, k) === 'have')
    if (FUTURE_AUX.has(w)) out.push({ modality: perfect ? 'hypothetical' : 'future', rule: `"${w}"` })
    else if (POSSIBLE_AUX.has(w)) out.push({ modality: 'hypothetical', rule: `"${w}"` })
  }
  const mark = childrenBy(doc, t, 'mark').find(c => CONDITIONAL.has(wordOf(doc, c)))
  if (mark !== undefined) out.push({ modality: 'hypothetical', rule: `"${wordOf(doc, mark)}"` })
  if (!out.some(f => f.modality) && isQuestion(doc, t)) out.push({ modality: 'hypothetical', rule: 'question' })
  const shares = doc.deprel[t] === 'conj' && doc.upos[t] === 'VERB' && childrenBy(doc, t, 'aux', 'nsubj').length === 0
  if (shares && !out.length && doc.head[t] >= 0) return clauseFindings(doc, doc.head[t])
  return out
}

const isQuestion = (doc: Document, t: number): boolean =>
  doc.deprel[t] === 'root' && doc.form[doc.sentenceLast[doc.sentence[t]]] === '?'

const CONTENT_MODALITY: Readonly<Record<string, Modality>> = {
  REQUEST: 'hypothetical',
  THREATEN: 'future',
  AGREE: 'future',
  REJECT: 'hypothetical',
  CONCEDE: 'future',
}

const held = new WeakMap<readonly EventMention[], ReadonlyMap<number, EventMention>>()

/** Events by the head of what they demand, threaten or agree; made once for a document's events. */
const holders = (events: readonly EventMention[]): ReadonlyMap<number, EventMention> => {
  const known = held.get(events)
  if (known) return known
  const made = new Map(
    events
      .toReversed()
      .filter(e => CONTENT_MODALITY[e.type])
      .map(e => [e.content, e] as const),
  )
  held.set(events, made)
  return made
}

/** What is demanded, threatened or agreed is not told as having happened. */
const contentFindings = (doc: Document, event: EventMention, events: readonly EventMention[]): Finding[] => {
  const holder = holders(events).get(event.head)
  if (!holder || holder === event) return []
  const told = doc.xpos[event.head] === 'VBD' && childrenBy(doc, event.head, 'nsubj').length > 0
  return told ? [] : [{ modality: CONTENT_MODALITY[holder.type], rule: `content of ${holder.type}` }]
}

/** Relations that make the dependent part of what the governor says of it. */
const COMPLEMENT = /^(?:obj|obl|xcomp|ccomp|nmod|acl|advcl|conj|nsubj|csubj|compound)(?::|$)/

/** What the words above the trigger say, up to the clause that tells it as its own. */
const governorFindings = (doc: Document, trigger: number, events: readonly EventMention[]): Finding[] => {
  const out: Finding[] = []
  let t = trigger
  for (let depth = 0; depth < 8 && doc.head[t] >= 0; depth++) {
    const relation = doc.deprel[t]
    const governor = doc.head[t]
    if (!COMPLEMENT.test(relation)) break
    if (relation === 'acl:relcl') {
      if (!events.some(e => e.head === governor)) break
      out.push(...ownFindings(doc, governor).filter(f => f.modality))
      break
    }
    if (relation === 'conj') {
      if (doc.upos[t] === 'VERB' && childrenBy(doc, t, 'nsubj', 'aux').length) break
    } else {
      out.push(...governorFinding(doc, t, governor, relation))
      const holds =
        TRANSPARENT.has(lemmaOf(doc, governor)) || !/^(?:NOUN|PROPN)$/.test(doc.upos[governor]) || isCue(lemmaOf(doc, governor))
      if (/^(?:ccomp|nsubj$|csubj)/.test(relation) || (relation.startsWith('nmod') && !holds)) break
    }
    t = governor
  }
  return out
}

const isCue = (word: string) => FAILING.has(word) || IRREALIS.has(word) || PLANNING.has(word)
const isInfinitive = (doc: Document, t: number): boolean =>
  doc.xpos[t] === 'VB' && childrenBy(doc, t, 'mark').some(m => wordOf(doc, m) === 'to')
const preposition = (doc: Document, t: number): string => {
  const c = child(doc, t, 'case', 'mark')
  return c < 0 ? '' : wordOf(doc, c)
}
const isPast = (doc: Document, t: number): boolean =>
  doc.xpos[t] === 'VBD' ||
  (doc.xpos[t] === 'VBN' &&
    !childrenBy(doc, t, 'aux').some(a => FUTURE_AUX.has(wordOf(doc, a)) || POSSIBLE_AUX.has(wordOf(doc, a))))

const governorFinding = (doc: Document, t: number, governor: number, relation: string): Finding[] => {
  const g = lemmaOf(doc, governor)
  if (relation === 'nsubj' || relation === 'csubj')
    return clauseFindings(doc, governor).filter(f => /"(?:if|unless)"/.test(f.rule))
  const finite = relation === 'ccomp' && childrenBy(doc, t, 'nsubj').length > 0
  if (FAILING.has(g) && !finite && (relation !== 'obl' || preposition(doc, t) === 'from'))
    return [{ negative: true, rule: `under "${g}"` }]
  if (childrenBy(doc, governor, 'cc:preconj').some(c => wordOf(doc, c) === 'neither') && relation === 'ccomp')
    return [{ modality: 'hypothetical', rule: 'neither ... nor' }]
  if (TRYING.has(g) && (relation === 'xcomp' || isInfinitive(doc, t)))
    return isPast(doc, governor) ? [] : [{ modality: 'future', rule: `under "${g}"` }]
  const asked = isInfinitive(doc, t) && /^(?:acl|advcl)/.test(relation) ? askedBy(doc, governor) : null
  if (asked) return [{ modality: 'hypothetical', rule: `under "${asked}"` }]
  if (IRREALIS.has(g) && complementOf(doc, t, relation) && !(g === 'responsibility' && relation.startsWith('nmod')))
    return [{ modality: 'hypothetical', rule: `under "${g}"` }]
  if (PLANNING.has(g) && complementOf(doc, t, relation) && !(DOING.has(g) && /^(?:obj|nsubj:pass|compound)/.test(relation)))
    return [{ modality: 'future', rule: `under "${g}"` }]
  if (relation === 'acl' && isInfinitive(doc, t)) return EFFORT.test(g) ? [{ modality: 'future', rule: `"${g} to"` }] : []
  if (relation === 'advcl' && isInfinitive(doc, t)) return purpose(doc, governor)
  if (/^(?:obj|obl|nsubj:pass|compound|xcomp)/.test(relation))
    return [...negationOf(doc, governor), ...clauseFindings(doc, governor)]
  return []
}

/** Plans when a verb follows, deeds when a noun does: "committed to withdraw", "committed a massacre". */
const DOING: ReadonlySet<string> = new Set(['commit', 'order', 'schedule', 'set', 'decide', 'allow', 'permit', 'let', 'enable'])

const EFFORT = /^(?:effort|way|chance|plan|time|right|force|mission|promise|move|bid|capacity|capability)$/

/** The demand whose addressee is `noun` or which is `noun` itself: "calls on all parties to", "urged Iran to". */
const askedBy = (doc: Document, noun: number): string | null => {
  if (IRREALIS.has(lemmaOf(doc, noun))) return lemmaOf(doc, noun)
  const above = doc.head[noun]
  return above >= 0 && /^(?:obj|obl|iobj)/.test(doc.deprel[noun]) && IRREALIS.has(lemmaOf(doc, above))
    ? lemmaOf(doc, above)
    : null
}

/** A purpose of what was done is told with it; a purpose of what is being done, or is to be done, is still to come. */
const purpose = (doc: Document, governor: number): Finding[] => {
  const above = clauseFindings(doc, governor).filter(f => f.modality)
  if (above.length) return above
  return isPast(doc, governor) ? [] : [{ modality: 'future', rule: 'purpose' }]
}

/** Whether t stands as what is planned or demanded, not beside it: "plans to", "plan for", "called for", "demanded the release". */
const complementOf = (doc: Document, t: number, relation: string): boolean => {
  if (/^(?:xcomp|ccomp|obj|compound|acl|nsubj:pass)/.test(relation)) return true
  return /^(?:obl|nmod|advcl)/.test(relation) && /^(?:for|of|to|on|about)$/.test(preposition(doc, t))
}

/** A negated light verb negates its noun ("did not carry out the attack"). */
const negationOf = (doc: Document, verb: number): Finding[] =>
  LIGHT.has(lemmaOf(doc, verb))
    ? childrenBy(doc, verb, 'advmod')
        .filter(c => /^(?:not|n't|never)$/.test(wordOf(doc, c)) && !notOnly(doc, c))
        .map(c => ({ negative: true, rule: `negated by "${wordOf(doc, c)}"` }))
    : []
