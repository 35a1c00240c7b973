import type { Account, SourceLink } from '../model/account.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'

/** One sentence of an account: the claims read from it, who says it, and who printed the same words. */
export interface Telling {
  readonly claims: readonly LedgerClaim[]
  readonly chain: readonly SourceLink[]
  readonly copies: readonly LedgerClaim[]
}

/** The sentences of an account, in the order of telling. `all`: the incident's claims, copies too. */
export const tellingsOf = (account: Account, all: readonly LedgerClaim[]): Telling[] => {
  const byKey = new Map(all.map(c => [c.key, c]))
  const own = account.claims.flatMap(key => byKey.get(key) ?? [])
  return [...Map.groupBy(own, c => `${c.report.key} ${c.sentence.start}`).values()].map(claims => {
    const keys = new Set(claims.map(c => c.key))
    const copies = all.filter(c => c.copyOf !== null && keys.has(c.copyOf))
    return { claims, chain: chainOf(claims[0]), copies: [...new Map(copies.map(c => [c.report.key, c])).values()] }
  })
}

/** Who says a claim, innermost first; the outlet last. */
export const chainOf = ({ attribution, report }: Pick<LedgerClaim, 'attribution' | 'report'>): SourceLink[] => [
  ...[...attribution].reverse().map(l => ({ name: l.quote, party: null, cue: l.cue?.quote ?? null, via: l.via })),
  { name: report.outlet ?? 'outlet unknown', party: null, cue: null, via: null },
]
