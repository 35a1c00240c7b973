import type { Account, AccountSource, Accounts, Figure, SourceLink, Stance } from '../../model/account.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import type { Sides } from '../../model/sides.ts'
import { counted } from '../../model/words.ts'
import { nameOfParty, partyOf, partyOfOutlet } from '../party.ts'
import { admitsOf } from './admission.ts'
import { daysApart, doersApart, numbersApart, placesApart } from './apart.ts'

/** Who tells a claim: the innermost source, else the outlet itself. */
export const tellerOf = (claim: Pick<LedgerClaim, 'attribution' | 'report'>, sides: Sides): { party: string; source: string } => {
  const innermost = claim.attribution.at(-1)
  return innermost
    ? { party: partyOf(innermost, sides), source: innermost.quote }
    : { party: partyOfOutlet(claim.report.outlet, sides), source: claim.report.outlet ?? 'outlet unknown' }
}

/** The chain of a claim's sources, innermost first; the outlet is the last link. */
export const chainOf = (claim: Pick<LedgerClaim, 'attribution' | 'report'>, sides: Sides): SourceLink[] => {
  const outlet = partyOfOutlet(claim.report.outlet, sides)
  return [
    ...[...claim.attribution].reverse().map(link => ({
      name: link.quote,
      party: partyOf(link, sides),
      cue: link.cue?.quote ?? null,
      via: link.via,
    })),
    { name: claim.report.outlet ?? 'outlet unknown', party: outlet.startsWith('outlet: ') ? null : outlet, cue: null, via: null },
  ]
}

/**
 * The accounts of one incident: what each party says of it, in the order of parties' names, the silent ones last. `claims`: all claims
 * of the incident; copies add printings to the source that they copy and are not counted. Nothing is weighed or averaged.
 */
export const accountsOf = (claims: readonly LedgerClaim[], sides: Sides): Accounts => {
  const keys = new Set(claims.map(c => c.key))
  const told = claims.filter(c => c.copyOf === null || !keys.has(c.copyOf))
  const copies = Map.groupBy(
    claims.filter(c => c.copyOf !== null && keys.has(c.copyOf)),
    c => c.copyOf as string,
  )
  const tellings = Map.groupBy(told, c => tellerOf(c, sides).party)
  const heard = [...tellings].map(([party, own]) => accountOf(party, own, copies, sides))
  const accounts = heard
    .map(account => ({ ...account, stances: [...account.stances, ...differences(account, heard, tellings)] as Stance[] }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return { accounts: [...accounts, ...silentOf(told, tellings, sides)], summary: summaryOf(accounts) }
}

const accountOf = (
  party: string,
  claims: readonly LedgerClaim[],
  copies: ReadonlyMap<string, readonly LedgerClaim[]>,
  sides: Sides,
): Account => {
  const positive = claims.filter(c => c.polarity === 'positive')
  return {
    party,
    name: nameOfParty(party),
    stances: [
      ...(positive.length ? (['asserts'] as const) : []),
      ...(positive.length < claims.length ? (['denies'] as const) : []),
    ],
    admits: claims.some(c => admitsOf(c, party, sides)),
    sources: sourcesOf(claims, copies, sides),
    figures: positive.flatMap(c => figuresOf(c, sides)),
    doers: distinct(positive.flatMap(c => c.actors.map(a => partyOf(a, sides)))),
    days: distinctBy(
      positive.filter(c => c.date.from !== null || c.date.to !== null).map(c => [c.date.from, c.date.to] as const),
    ),
    places: distinct(positive.flatMap(c => c.places.map(p => p.name))),
    loaded: claims.flatMap(c => c.loaded.map(word => ({ ...word, claim: c.key }))),
    claims: claims.map(c => c.key),
  }
}

/** Sources by name, each with its chains and with the reports that printed it. */
const sourcesOf = (
  claims: readonly LedgerClaim[],
  copies: ReadonlyMap<string, readonly LedgerClaim[]>,
  sides: Sides,
): AccountSource[] =>
  [...Map.groupBy(claims, c => foldSource(tellerOf(c, sides).source))].map(([, own]) => {
    const all = own.flatMap(c => [c, ...(copies.get(c.key) ?? [])])
    return {
      name: tellerOf(own[0], sides).source,
      chains: distinctBy(all.map(c => chainOf(c, sides))),
      claims: own.map(c => c.key),
      reports: new Set(all.map(c => c.report.key)).size,
    }
  })

/** Names that differ by an article, case or quotes are one source's. */
const foldSource = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(/[’']s?\b/g, '')
    .replace(/\s+/g, ' ')

const figuresOf = (claim: LedgerClaim, sides: Sides): Figure[] => {
  const losers = distinct(claim.recipients.map(r => partyOf(r, sides)))
  return claim.quantities.map(({ measure, low, high, quote }) => ({
    measure,
    whose: losers.length === 1 ? losers[0] : null,
    low,
    high,
    quote,
    claim: claim.key,
    source: tellerOf(claim, sides).source,
  }))
}

/** In what a party's account cannot be brought together with some other party's. */
const differences = (one: Account, all: readonly Account[], tellings: ReadonlyMap<string, readonly LedgerClaim[]>): Stance[] => {
  const claims = (account: Account): readonly LedgerClaim[] => tellings.get(account.party) ?? []
  const others = all.filter(o => o.party !== one.party)
  const tests: readonly (readonly [Stance, (a: Account, b: Account) => boolean])[] = [
    ['other doer', doersApart],
    ['other number', numbersApart],
    ['other day', daysApart],
    ['other place', (a, b) => placesApart(claims(a), claims(b))],
  ]
  return tests.filter(([, apart]) => others.some(o => apart(one, o))).map(([stance]) => stance)
}

/** Parties that are told to have acted or been acted upon and of whom no word is known. */
const silentOf = (told: readonly LedgerClaim[], tellings: ReadonlyMap<string, unknown>, sides: Sides): Account[] =>
  distinct(
    told.flatMap(c =>
      [...c.actors, ...c.recipients]
        .map(p => partyOf(p, sides))
        .filter(p => !/ (?:CVL|JRN|MED|REF|BUS|REL|CRM|EDU|LAB)$|^UNK/.test(p)),
    ),
  )
    .filter(party => !tellings.has(party))
    .map(party => ({ ...accountOf(party, [], new Map(), sides), stances: ['silent'] as const }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

const summaryOf = (heard: readonly Account[]): string => {
  const asserting = heard.filter(a => a.stances.includes('asserts'))
  const sources = asserting.reduce((n, a) => n + a.sources.length, 0)
  const denying = heard.filter(a => a.stances.includes('denies')).length
  const asserted = asserting.length
    ? `asserted by ${counted(sources, 'independent source')} of ${counted(asserting.length, 'party', 'parties')}`
    : 'asserted by none'
  return denying ? `${asserted}, denied by ${denying}` : asserted
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)]
const distinctBy = <T>(list: readonly T[]): T[] => [...new Map(list.map(item => [JSON.stringify(item), item])).values()]
