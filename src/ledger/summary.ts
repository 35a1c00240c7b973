import type { Claim } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Sides } from '../model/sides.ts'
import { accountsOf } from './accounts/accounts.ts'
import { usualPlace } from './finest.ts'
import { partyOf } from './party.ts'

/** Characters of a title. */
const TITLE = 140

/**
 * The incident of some claims, given in the order of telling. `admitted`: a party asserts an act or loss of its own; `denied`: some
 * claim denies it.
 */
export const incidentSummary = (
  claims: readonly LedgerClaim[],
  sides: Sides,
): { readonly incident: Incident; readonly admitted: boolean; readonly denied: boolean } => {
  const first = claims[0]
  const keys = new Set(claims.map(c => c.key))
  const counted = claims.filter(c => c.copyOf === null || !keys.has(c.copyOf))
  const { accounts } = accountsOf(claims, sides)
  const heard = accounts.filter(a => !a.stances.includes('silent'))
  const stated = claims.some(c => c.date.how === 'stated') ? claims.filter(c => c.date.how === 'stated') : claims
  const days = stated
    .flatMap(c => [c.date.from, c.date.to])
    .filter(d => d !== null)
    .sort()
  const place = usualPlace(claims.map(c => c.places)) ?? claims.flatMap(c => c.places)[0] ?? null
  const parties = (field: 'actors' | 'recipients') =>
    [...new Set(claims.flatMap(c => c[field].map(p => partyOf(p, sides))))].sort()
  const incident: Incident = {
    id: first.key,
    type: first.type,
    mode: mostGiven(claims.map(c => c.mode)),
    status: first.modality === 'actual' ? 'actual' : 'planned',
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    place: place && {
      name: place.name.replace(/\s+/g, ' '),
      code: place.code,
      lat: place.lat,
      lon: place.lon,
      precision: place.precision,
      radius: place.radius,
    },
    actors: parties('actors'),
    recipients: parties('recipients'),
    title: titleOf(first),
    claims: counted.length,
    reports: new Set(claims.map(c => c.report.key)).size,
    sources: heard.reduce((n, a) => n + a.sources.length, 0),
    tellers: heard.length,
    contested: heard.some(a => a.stances.some(s => s !== 'asserts')),
    background: claims.every(c => c.background),
    figures: figuresOf(claims),
  }
  return { incident, admitted: heard.some(a => a.admits), denied: heard.some(a => a.stances.includes('denies')) }
}

/** The value given most often, the first in the alphabet where several are; null when none is given. */
const mostGiven = (values: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null
}

const titleOf = ({ sentence }: LedgerClaim): string => {
  const words = sentence.quote.replace(/\s+/g, ' ')
  return words.length <= TITLE ? words : `${words.slice(0, TITLE).replace(/\s+\S*$/, '')} …`
}

/** The span of all numbers, by measure: from the least that any gives, open above where one is open. */
const figuresOf = (claims: readonly Claim[]): Incident['figures'] =>
  [
    ...Map.groupBy(
      claims.filter(c => c.polarity === 'positive').flatMap(c => c.quantities),
      q => q.measure,
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([measure, all]) => ({
      measure,
      low: Math.min(...all.map(q => q.low ?? q.high ?? 0)),
      high: all.some(q => q.high === null) ? null : Math.max(...all.map(q => q.high as number)),
    }))
