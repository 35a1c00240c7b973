import type { PartyMention } from '../party/party.ts'
import type { PlaceMention } from './place.ts'

/**
 * The country that a report is about: that of most of its places and of the forces in it, if plainly more than
 * any other's; null when none stands out. `dateline`, `outlet`: the countries of the dateline and of the outlet; the outlet's counts
 * only if the text speaks of it.
 */
export const homeCountry = (
  places: readonly PlaceMention[],
  parties: readonly PartyMention[],
  dateline: string | null,
  outlet: string | null,
): string | null => {
  const counts = new Map<string, number>()
  const add = (code: string | null, weight: number) => {
    if (code && code !== 'UNK') counts.set(code, (counts.get(code) ?? 0) + weight)
  }
  for (const p of places) add(p.code, p.precision === 'country' ? 0.75 : 1)
  for (const p of parties)
    if (p.kind === 'group' || p.kind === 'force' || p.kind === 'people')
      add(/^(?:UNO|EUR|IGO|NGO|IMG|MNC)$/.test(p.code) ? null : p.code, 0.5)
  add(dateline, 1.5)
  if (outlet && counts.has(outlet)) add(outlet, 1.5)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!first) return null
  return !second || first[1] >= 1.4 * second[1] ? first[0] : null
}
