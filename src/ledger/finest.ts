import type { Place } from '../model/claim.ts'

const PRECISION = ['point', 'town', 'district', 'region', 'country']

/** The most precise of the places that have coordinates; the first one where several are. */
export const finestPlace = (places: readonly Place[]): Place | null =>
  [...places].filter(p => p.lat !== null && p.lon !== null).sort((a, b) => rank(a) - rank(b))[0] ?? null

const rank = (p: Place): number => PRECISION.indexOf(p.precision ?? 'country')

/** Precisions that a pin can stand for. */
const PINNED = /^(?:point|town|district)$/

/**
 * The place that most of some lists of places give, among towns and the like; where several are given as often the more precise one,
 * then the first in the alphabet. Without any, the most precise region or country.
 */
export const usualPlace = (lists: readonly (readonly Place[])[]): Place | null => {
  const pinned = lists
    .flatMap(list => [...new Map(list.map(p => [p.name, p])).values()])
    .filter(p => p.lat !== null && PINNED.test(p.precision ?? ''))
  const counts = Map.groupBy(pinned, p => p.name)
  const [usual] = [...counts.values()].sort(
    ([a, ...as], [b, ...bs]) => bs.length - as.length || rank(a) - rank(b) || (a.name < b.name ? -1 : 1),
  )
  return usual?.[0] ?? finestPlace(lists.flat())
}
