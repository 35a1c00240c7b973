import { nameOfParty, partyOf } from '../ledger/party.ts'
import type { Participant, Sector } from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Sides } from '../model/sides.ts'

/** A participant of an incident as most claims tell it: a party and what kind of people act for it. */
export interface Sided {
  readonly party: string
  readonly name: string
  readonly code: string
  readonly sector: Sector
  readonly kind: 'state' | 'rebel' | 'militia' | 'civilian' | 'other'
}

/** What kind of people a sector means. A state or body as such stands for its forces where force is used. */
export const kindOf = ({ code, sector }: Pick<Participant, 'code' | 'sector'>): Sided['kind'] => {
  if (sector === 'REB') return 'rebel'
  if (sector === 'PRM' || sector === 'UAF' || sector === 'CRM') return 'militia'
  if (/^(?:CVL|JRN|MED|REF|BUS|REL|EDU|LAB|OPP|PTY)$/.test(sector)) return 'civilian'
  if (/^(?:UNO|EUR|IGO|NGO|IMG|MNC|UNK)$/.test(code)) return 'other'
  return 'state'
}

/** The participants on one side of the verb over claims, the one that most claims name first; ties by name. */
export const sidedOf = (claims: readonly LedgerClaim[], who: 'actors' | 'recipients', sides: Sides): Sided[] => {
  const found = new Map<string, { sided: Sided; claims: number }>()
  for (const claim of claims) {
    const here = new Map(claim[who].map(p => [`${partyOf(p, sides)} ${kindOf(p)}`, p]))
    for (const [key, p] of here) {
      const party = partyOf(p, sides)
      const sided = { party, name: nameOfParty(party), code: p.code, sector: p.sector, kind: kindOf(p) }
      found.set(key, { sided: found.get(key)?.sided ?? sided, claims: (found.get(key)?.claims ?? 0) + 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.claims - a.claims || (a.sided.party < b.sided.party ? -1 : 1)).map(f => f.sided)
}

/** The two sides of an event: the first actor, and the first that is another party or civilians: of those acted upon, else of the actors. */
export const pairOf = (
  actors: readonly Sided[],
  recipients: readonly Sided[],
): readonly [Sided | undefined, Sided | undefined] => {
  const [one] = actors
  const other = (s: Sided): boolean => !one || s.party !== one.party || s.kind === 'civilian'
  return [one, recipients.find(other) ?? actors.slice(1).find(other)]
}

/** Claims that assert the event as done; copies are not counted. */
export const assertionsOf = (claims: readonly LedgerClaim[]): LedgerClaim[] =>
  claims.filter(c => c.polarity === 'positive' && c.modality === 'actual' && c.copyOf === null)

/** Days from first to last, both counted. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
