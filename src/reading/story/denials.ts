import { childrenBy, conjuncts, isUnder, tokensSpan } from '../../language/tree.ts'
import type { Claim } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'

const DENYING = /^(?:deny|refute|dismiss|reject|dispute|contest|rebut)$/
/** What stands for somebody's claim. */
const CLAIMED = /^(?:claim|report|accusation|allegation|charge|statement|assertion|version|account)$/
/** Acts that one can deny having done; saying is none of them. */
const DEEDS = /^(?:ASSAULT|COERCE|MOBILIZE|RETREAT|AID|COOPERATE|SANCTION)$/

/**
 * Claims that deny what was told just before by a pronoun or a noun: "a spokesman denied it", "Britain rejected the accusation".
 * Each is the denied claim said not to have happened, by the denier; the denying verb is its trigger. `claims` in order of triggers.
 */
export const denials = (doc: Document, events: readonly EventMention[], parties: Parties, claims: readonly Claim[]): Claim[] => {
  const out: Claim[] = []
  for (let t = 0; t < doc.length; t++) {
    if (doc.upos[t] !== 'VERB' || !DENYING.test(doc.lemma[t]) || events.some(e => e.head === t && e.type !== 'REJECT')) continue
    const object = childrenBy(doc, t, 'obj')[0]
    if (object === undefined || !standsForClaim(doc, object) || events.some(e => isUnder(doc, e.head, object))) continue
    const deniers = childrenBy(doc, t, 'nsubj')
      .flatMap(s => conjuncts(doc, s))
      .flatMap(s => parties.at(s).slice(0, 1))
    const denied = deniers.length ? lastDeed(doc, t, claims, deniers) : null
    if (denied) out.push(...deniers.map(p => denialOf(doc, t, denied, p)))
  }
  return out
}

const standsForClaim = (doc: Document, object: number): boolean => {
  if (/^(?:it|this|that|them|these|those)$/.test(doc.form[object].toLowerCase())) return true
  return CLAIMED.test(doc.lemma[object]) && childrenBy(doc, object, 'acl', 'ccomp', 'nmod').length === 0
}

/** The nearest deed told within two sentences before, best one that the denier is said to have done. */
const lastDeed = (doc: Document, t: number, claims: readonly Claim[], deniers: readonly PartyMention[]): Claim | null => {
  const reach = doc.sentence[t] - 2
  const near = claims.filter(
    c =>
      DEEDS.test(c.type) &&
      c.trigger.start < doc.start[t] &&
      sentenceAt(doc, c.trigger.start) >= reach &&
      c.polarity === 'positive' &&
      c.modality === 'actual',
  )
  const own = near.findLast(c => c.actors.some(a => deniers.some(d => d.code === a.code)))
  return own ?? near.at(-1) ?? null
}

const sentenceAt = (doc: Document, offset: number): number => {
  let [low, high] = [0, doc.sentences - 1]
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (doc.start[doc.sentenceFirst[mid]] <= offset) low = mid
    else high = mid - 1
  }
  return low
}

const denialOf = (doc: Document, t: number, denied: Claim, denier: PartyMention): Claim => {
  const trigger = tokensSpan(doc, t, t)
  return {
    ...denied,
    trigger,
    polarity: 'negative',
    quantities: [],
    loaded: [],
    attribution: [{ ...denier.name, code: denier.code, sector: denier.sector, cue: trigger, via: null }],
    trail: { ...denied.trail, trigger: `denial of "${denied.trigger.quote}"`, status: 'denied', attribution: denier.rule },
  }
}
