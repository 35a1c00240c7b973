import type { Account, Figure } from '../model/account.ts'
import type { Measure } from '../model/claim.ts'

/** A number, by whom it is given, once for each source. */
export interface Owned extends Figure {
  readonly party: string
  readonly partyName: string
}

/** Numbers of one kind, as they can be drawn on one axis from 0 to `most`. */
export interface Chart {
  readonly measure: Measure
  readonly rows: readonly Owned[]
  readonly most: number
  /** Whether the axis is logarithmic, for numbers that lie far apart. */
  readonly log: boolean
}

/** All numbers of the accounts by what is counted, smallest first. The same number of one source stands once. */
export const chartsOf = (accounts: readonly Account[]): Chart[] => {
  const all = accounts.flatMap(a => a.figures.map(f => ({ ...f, party: a.party, partyName: a.name })))
  const once = [...new Map(all.map(f => [[f.measure, f.party, f.source, f.whose, f.low, f.high].join('|'), f])).values()]
  return [...Map.groupBy(once, f => f.measure)].map(([measure, rows]) => {
    const ends = rows.flatMap(r => [r.low, r.high]).filter((n): n is number => n !== null && n > 0)
    const most = Math.max(1, ...ends)
    return { measure, rows: rows.sort((a, b) => lowOf(a) - lowOf(b)), most, log: most / Math.min(most, ...ends) > 40 }
  })
}

const lowOf = ({ low, high }: Figure): number => low ?? high ?? 0

/** Where a number lies on the axis of its chart, 0 to 1. */
export const positionOf = (n: number, { most, log }: Pick<Chart, 'most' | 'log'>): number =>
  Math.min(1, log ? Math.log1p(n) / Math.log1p(most) : n / most)
