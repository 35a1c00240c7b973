import { conjuncts } from '../../language/tree.ts'
import type { AttributionLink } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import type { Parties, PartyMention } from '../party/party.ts'
import type { Attribution } from './attribution.ts'

/** One voice that tells an event: its chain of sources, outermost first, and whether it says that the event happened. */
export interface Voice {
  readonly links: readonly AttributionLink[]
  readonly denies: boolean
  readonly doubts: boolean
  readonly rule: string
}

/** Kinds of attribution that tell what somebody wants or intends, not what he says has happened. */
const covers = (a: Attribution, event: EventMention): boolean =>
  a.content.some(c => c.start <= event.span.start && event.span.end <= c.end) &&
  !(a.cue && a.cue.start < event.span.end && event.span.start < a.cue.end)

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
  const covering = attributions.filter(a => covers(a, event)).sort((a, b) => size(b) - size(a))
  const stance = covering.at(-1)?.stance ?? 'asserts'
  const chains = covering.reduce<AttributionLink[][]>(
    (before, a) => {
      const sources = sourcesOf(doc, a, parties).filter(p => !isOutlet(p, outlet) && !speakers.some(s => samePhrase(s, p)))
      if (!sources.length) return before
      const next = sources.map(p => link(p, a))
      return before.flatMap(chain =>
        next.map(n => (chain.some(l => l.code === n.code && l.quote === n.quote) ? chain : [...chain, n])),
      )
    },
    [[]],
  )
  return chains.map(links => ({
    links,
    denies: stance === 'denies',
    doubts: stance === 'doubts',
    rule: covering.map(a => a.rule).join(' > ') || 'outlet',
  }))
}

const sourcesOf = (doc: Document, a: Attribution, parties: Parties): PartyMention[] =>
  a.source < 0 ? [] : conjuncts(doc, a.source).flatMap(t => parties.at(t).slice(0, 1))

const link = (p: PartyMention, a: Attribution): AttributionLink => ({
  ...p.name,
  code: p.code,
  sector: p.sector,
  cue: a.cue,
  via: a.via,
})

const samePhrase = (a: PartyMention, b: PartyMention): boolean => a.code === b.code && a.name.quote === b.name.quote

const isOutlet = (p: PartyMention, outlet: string | null): boolean =>
  outlet !== null && p.kind === 'media' && p.name.quote.toLowerCase().includes(outlet.toLowerCase())
