import type { PlaceMention } from './place.ts'

/** The country that a report is about: that of most of its places, if plainly more than any other's; null when none stands out. */
export const homeCountry = (places: readonly PlaceMention[]): string | null => {
  const counts = new Map<string, number>()
  for (const p of places) if (p.code) counts.set(p.code, (counts.get(p.code) ?? 0) + (p.precision === 'country' ? 0.75 : 1))
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!first) return null
  return !second || first[1] >= 1.5 * second[1] ? first[0] : null
}
