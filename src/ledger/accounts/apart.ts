import type { Account, Figure } from '../../model/account.ts'

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

/** Whether two accounts name places and have none in common, by name. */
export const placesApart = (a: Account, b: Account): boolean =>
  a.places.length > 0 && b.places.length > 0 && !a.places.some(p => b.places.includes(p))
