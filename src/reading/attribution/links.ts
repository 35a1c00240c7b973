import { childrenBy, conjuncts, subtree } from '../../language/tree.ts'
import type { AttributionLink } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'
import type { Attribution } from './attribution.ts'
import { tokenFrom } from './found.ts'

/** One voice that tells an event: its chain of sources, outermost first, and whether it says that the event happened. */
export interface Voice {
  readonly links: readonly AttributionLink[]
  /** The last link's party, or null. */
  readonly speaker: PartyMention | null
  readonly denies: boolean
  readonly doubts: boolean
  readonly rule: string
}

/** Whether an attribution tells of an event; what somebody merely wants, plans or takes up is told by whoever says so. */
export const covers = (doc: Document, a: Attribution, event: EventMention): boolean =>
  a.kind !== 'attitude' &&
  a.kind !== 'topic' &&
  !isNobody(doc, a.source) &&
  a.content.some(c => c.start <= event.span.start && event.span.end <= c.end) &&
  !(a.cue && a.cue.start < event.span.end && event.span.start < a.cue.end) &&
  !isAside(doc, a, event) &&
  !isKnown(doc, a, event)

/** "No group claimed responsibility". */
const isNobody = (doc: Document, source: number): boolean =>
  source >= 0 &&
  (/^(nobody|none|no-one)$/i.test(doc.form[source]) ||
    childrenBy(doc, source, 'det').some(c => /^(no|neither)$/i.test(doc.form[c])))

const GIVEN = new Set(['into', 'over', 'after', 'following', 'since'])

/** Whether a demand takes an event for a fact: "called for an inquiry into the attack, which killed nine". */
const isKnown = (doc: Document, a: Attribution, event: EventMention): boolean =>
  a.kind === 'demand' && isGiven(doc, event.head, k => a.content.some(c => doc.start[k] >= c.start && doc.end[k] <= c.end))

/** Whether token t, or what holds it within the tokens that `inside` accepts, is told as a fact beside what is demanded. */
export const isGiven = (doc: Document, t: number, inside: (k: number) => boolean): boolean => {
  for (let k = t; k >= 0 && inside(k); k = doc.head[k]) {
    if (doc.deprel[k] === 'acl:relcl' && doc.xpos[k] === 'VBD') return true
    if (childrenBy(doc, k, 'case').some(c => GIVEN.has(doc.form[c].toLowerCase()))) return true
  }
  return false
}

/**
 * Whether an event stands in an aside of indirect speech that the writer puts in: an apposition, a relative clause in the present
 * tense where what was said is in the past ("said the fleet, which is at war with X, had sailed"), or any in a denial ("denied
 * bombing Homs, where 12 people were killed").
 */
const isAside = (doc: Document, a: Attribution, event: EventMention): boolean => {
  const isDenial = a.stance === 'denies'
  if (!a.cue || a.kind !== 'speech' || (!isDenial && doc.xpos[tokenFrom(doc, a.cue.start)] !== 'VBD')) return false
  if (a.content.some(c => /["“”«»]|''/.test(c.quote))) return false
  for (let k = event.head; k >= 0 && a.content.some(c => doc.start[k] >= c.start && doc.end[k] <= c.end); k = doc.head[k]) {
    const isSetOff = doc.form[subtree(doc, k)[0] - 1] === ',' || doc.form[subtree(doc, k)[0]] === ','
    if (isSetOff && doc.deprel[k] === 'appos') return true
    if (isSetOff && doc.deprel[k] === 'acl:relcl' && (isDenial || isPresent(doc, k))) return true
  }
  return false
}

const isPresent = (doc: Document, t: number): boolean => {
  const finite = [t, ...childrenBy(doc, t, 'aux', 'cop')].find(k => /^(VB[DZP]|MD)$/.test(doc.xpos[k]))
  return finite !== undefined && /^VB[ZP]$/.test(doc.xpos[finite])
}

/** "X denies Y's claim that E" tells of E by X alone: what is denied keeps no further source. */
const upToDenial = (covering: readonly Attribution[]): readonly Attribution[] => {
  const denial = covering.findIndex(a => a.stance === 'denies')
  return denial < 0 ? covering : covering.slice(0, denial + 1)
}

const size = (a: Attribution): number => a.content.reduce((n, c) => n + c.end - c.start, 0)

/**
 * Who tells an event: one voice for each coordinated source of the innermost attribution ("Turkey and Azerbaijan both denied").
 * `speakers`: the event's own doers when the event is itself an act of speech; they are no link of its attribution.
 */
export const voicesOf = (
  doc: Document,
  event: EventMention,
  attributions: readonly Attribution[],
  parties: Parties,
  outlet: string | null,
  speakers: readonly PartyMention[],
): Voice[] => {
  const covering = upToDenial(attributions.filter(a => covers(doc, a, event)).sort((a, b) => size(b) - size(a)))
  const stance = covering.at(-1)?.stance ?? 'asserts'
  let chains: (readonly { readonly party: PartyMention; readonly by: Attribution }[])[] = [[]]
  for (const by of covering) {
    const sources = sourcesOf(doc, by, parties).filter(p => !isOutlet(p, outlet) && !speakers.some(s => samePhrase(s, p)))
    if (sources.length)
      chains = chains.flatMap(chain =>
        sources.map(party => (chain.some(l => samePhrase(l.party, party)) ? chain : [...chain, { party, by }])),
      )
  }
  return chains.map(chain => ({
    links: chain.map(({ party, by }) => ({ ...party.name, code: party.code, sector: party.sector, cue: by.cue, via: by.via })),
    speaker: chain.at(-1)?.party ?? null,
    denies: stance === 'denies',
    doubts: stance === 'doubts',
    rule: covering.map(a => a.rule).join(' > ') || 'outlet',
  }))
}

/** The parties of an attribution's source; a source that is no known party is told by its words. */
const sourcesOf = (doc: Document, a: Attribution, parties: Parties): PartyMention[] => {
  if (a.source < 0) return []
  const found = conjuncts(doc, a.source).flatMap(t => parties.at(t).slice(0, 1))
  if (found.length || !a.sourceSpan) return found
  return [
    { head: a.source, name: a.sourceSpan, here: a.sourceSpan, code: 'UNK', sector: '', kind: 'people', rule: 'unknown source' },
  ]
}

const samePhrase = (a: PartyMention, b: PartyMention): boolean => a.code === b.code && a.name.quote === b.name.quote

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const isOutlet = (p: PartyMention, outlet: string | null): boolean =>
  outlet !== null &&
  (p.kind === 'media' || p.code === 'UNK') &&
  letters(outlet) !== '' &&
  letters(p.name.quote).includes(letters(outlet))
