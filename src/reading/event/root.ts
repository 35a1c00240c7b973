import type { Ontology } from '../../knowledge/ontology.ts'
import { ancestors, child, isUnder } from '../../language/tree.ts'
import type { EventType } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Knowledge } from '../reading.ts'
import { type Status, statusOf } from '../status/status.ts'
import { allEvents, type EventMention } from './event.ts'
import { looseTypeAt } from './match.ts'

/** Types that say what somebody means to do, wants or refuses: they outrank the act that they are about. */
const OUTER: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE'])

/**
 * The type of the one event in `text` whose doer is `source` and which is done to `target` (phrases of the text), or null if
 * the text tells of none. A demand, promise, threat, refusal or accusation comes before the act that it is about.
 */
export const rootOf = (
  text: string,
  source: string,
  target: string,
  knowledge: Pick<Knowledge, 'english' | 'ontology'>,
): EventType | null => {
  const doc = knowledge.english.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  const events = allEvents(doc, knowledge.ontology)
  const from = tokensOf(doc, source)
  const to = tokensOf(doc, target)
  const ranked = events
    .map(event => ({ event, fit: fitOf(doc, event, events, from, to) }))
    .sort((a, b) => b.fit - a.fit || a.event.span.start - b.event.span.start)
  const best = ranked[0]?.event
  return best ? rootType(doc, best, statusOf(doc, best, events), to) : looseRoot(doc, knowledge.ontology)
}

/** Where no trigger holds in its surroundings: the sense of the highest verb, then noun, that could be one. */
const looseRoot = (doc: Document, ontology: Ontology): EventType | null => {
  const height = (t: number) => ancestors(doc, t).length + (doc.upos[t] === 'VERB' ? 0 : 100)
  const tokens = Array.from({ length: doc.length }, (_, t) => t).sort((a, b) => height(a) - height(b) || a - b)
  for (const t of tokens) {
    const type = looseTypeAt(doc, t, ontology)
    if (type) return type
  }
  return null
}

/** Kinds of good will that are an agreement while they are only promised, and a rejection where they are refused. */
const GIVING: ReadonlySet<EventType> = new Set(['CONSULT', 'AID', 'COOPERATE', 'RETREAT', 'CONCEDE'])
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST'])

/**
 * The root type by the rules of CAMEO's hierarchy, which root codings keep: what is only promised is an agreement (03), what is
 * refused a rejection (12), what is threatened a threat (13); signing an agreement is diplomatic cooperation (057), imposing
 * sanctions is coercion (163 as PLOVER maps it), a verdict an accusation (11), peacekeeping is aid (074), taking territory, blockades and attacks on networks
 * are fighting (191, 192), summoning an ambassador and calling for sanctions or an inquiry are protests in words (11).
 */
const rootType = (doc: Document, event: EventMention, status: Status, to: ReadonlySet<number>): EventType => {
  const { type, mode } = event
  const lemma = doc.lemma[event.head].toLowerCase()
  if (GIVING.has(type)) {
    if (status.polarity === 'negative') return 'REJECT'
    if (status.modality === 'future' && doc.lemma[doc.head[event.head]] !== 'decide') return 'AGREE'
  }
  if (HOSTILE.has(type) && status.polarity === 'positive' && status.modality === 'future') return 'THREATEN'
  const signs =
    SIGNED.test(lemma) ||
    (lemma === 'agree' && [child(doc, event.head, 'obj'), event.content].some(t => t >= 0 && SIGNED.test(doc.lemma[t])))
  if (type === 'AGREE' && signs && status.modality === 'actual') return status.polarity === 'negative' ? 'REJECT' : 'SUPPORT'
  if (type === 'REJECT' && lemma === 'boycott' && status.modality === 'future') return 'THREATEN'
  if (type === 'COERCE' && mode === 'cyber') return 'ASSAULT'
  if (type === 'MOBILIZE' && event.actors.some(t => to.has(t))) return 'COOPERATE'
  if (type === 'MOBILIZE' && /peace-?keep/i.test(doc.text)) return 'AID'
  if (type === 'SANCTION' && mode === 'convict') return 'ACCUSE'
  if (type === 'SANCTION' && /^(?:sanction|embargo)$/.test(lemma)) return 'COERCE'
  if (type === 'COERCE' && (mode === 'territory' || /^(?:blockade|siege|besiege|encircle|surround)$/.test(lemma)))
    return 'ASSAULT'
  if (
    type === 'REQUEST' &&
    (lemma === 'summon' || /^(?:sanction|embargo|investigation|inquiry|probe|boycott)$/.test(doc.lemma[event.content] ?? ''))
  )
    return 'ACCUSE'
  return type
}

const SIGNED = /^(?:sign|initial|ink|seal|reach|conclude|agreement|accord|pact|treaty|deal|memorandum|protocol)$/

/** Tokens of the first occurrence of a phrase. */
const tokensOf = (doc: Document, phrase: string): ReadonlySet<number> => {
  const at = doc.text.indexOf(phrase)
  const inside = (t: number) => doc.start[t] < at + phrase.length && doc.end[t] > at
  return new Set(at < 0 ? [] : Array.from({ length: doc.length }, (_, t) => t).filter(inside))
}

/** Whether one of the tokens, or what it stands under, is in the phrase. */
const touches = (doc: Document, tokens: readonly number[], phrase: ReadonlySet<number>): boolean =>
  tokens.some(t => phrase.has(t) || [...phrase].some(p => isUnder(doc, p, t) && doc.sentence[p] === doc.sentence[t]))

/** How well an event fits the pair: its doer and its recipient count most, then its rank in the sentence. */
const fitOf = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
): number => {
  const inPhrase = from.has(event.head) || to.has(event.head)
  const byDoer = event.actors.some(t => from.has(t)) ? 4 : touches(doc, event.actors, from) ? 3 : 0
  const toTarget = event.recipients.some(t => to.has(t)) ? 4 : touches(doc, event.recipients, to) ? 3 : 0
  const mutual = !toTarget && byDoer && event.actors.some(t => to.has(t)) ? 4 : 0
  const reversed = event.actors.some(t => to.has(t)) && !mutual ? -2 : 0
  const content = contentReaches(doc, event, events, to) ? 2 : 0
  const outer = OUTER.has(event.type) && byDoer ? 1.5 : 0
  const inner = events.some(e => e.content === event.head && OUTER.has(e.type) && e.actors.some(t => from.has(t))) ? -3 : 0
  const depth = Math.min(ancestors(doc, event.head).length, 8) * 0.15
  return byDoer + toTarget + mutual + content + outer + inner + reversed - depth - (inPhrase ? 2.5 : 0)
}

/** Whether what is demanded, promised or threatened concerns the target. */
const contentReaches = (
  doc: Document,
  event: EventMention,
  events: readonly EventMention[],
  to: ReadonlySet<number>,
): boolean => {
  if (event.content < 0) return false
  const inner = events.find(e => e.head === event.content)
  return [...to].some(t => isUnder(doc, t, event.content)) || (inner?.recipients.some(t => to.has(t)) ?? false)
}
