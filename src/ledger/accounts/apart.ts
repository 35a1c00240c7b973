import type { Account, Figure } from '../../model/account.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { km } from '../../reading/place/resolve.ts'

/** Whether two accounts name doers and have none in common. */
export const doersApart = (a: Account, b: Account): boolean =>
  a.doers.length > 0 && b.doers.length > 0 && !a.doers.some(d => b.doers.includes(d))

/** Whether two accounts count the same losses and none of their numbers can be brought together. */
export const numbersApart = (a: Account, b: Account): boolean =>
  a.figures.some(mine => {
    const theirs = b.figures.filter(f => f.measure === mine.measure && (f.whose === mine.whose || !f.whose || !mine.whose))
    return theirs.length > 0 && !theirs.some(f => overlap(mine, f))
  })

const overlap = (a: Figure, b: Figure): boolean =>
  (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY)

/** Whether two accounts give days and no day is in both; an open end reaches as far as the other's. */
export const daysApart = (a: Account, b: Account): boolean =>
  a.days.length > 0 &&
  b.days.length > 0 &&
  !a.days.some(([f, t]) => b.days.some(([g, u]) => (f ?? '0') <= (u ?? '9') && (g ?? '0') <= (t ?? '9')))

/** Kilometres within which two places may be one, beside their radii. */
const NEAR = 15

/** Whether two parties' claims name places with coordinates and every one of one lies beyond every one of the other. */
export const placesApart = (a: readonly LedgerClaim[], b: readonly LedgerClaim[]): boolean => {
  const [mine, theirs] = [locatedOf(a), locatedOf(b)]
  return mine.length > 0 && theirs.length > 0 && mine.every(p => theirs.every(q => km(p, q) > p.radius + q.radius + NEAR))
}

interface Located {
  readonly lat: number
  readonly lon: number
  readonly radius: number
}

const locatedOf = (claims: readonly LedgerClaim[]): Located[] =>
  claims
    .filter(c => c.polarity === 'positive')
    .flatMap(c => c.places)
    .flatMap(({ lat, lon, radius }) => (lat === null || lon === null ? [] : [{ lat, lon, radius: radius ?? 0 }]))
