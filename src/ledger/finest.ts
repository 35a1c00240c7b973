import type { Place } from '../model/claim.ts'

const PRECISION = ['point', 'town', 'district', 'region', 'country']

/** The most precise of the places that have coordinates; the first one where several are. */
export const finestPlace = (places: readonly Place[]): Place | null =>
  [...places]
    .filter(p => p.lat !== null && p.lon !== null)
    .sort((a, b) => PRECISION.indexOf(a.precision ?? 'country') - PRECISION.indexOf(b.precision ?? 'country'))[0] ?? null
