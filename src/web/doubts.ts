import type { Claim } from '../model/claim.ts'
import { shortDay } from './words.ts'

/** What was not written but inferred of a claim, or could not be found out: one phrase each. */
export const doubtsOf = ({ date, places, trail, modality, polarity }: Claim): string[] => [
  ...(polarity === 'negative' ? ['a denial'] : []),
  ...(modality === 'future' ? ['planned, promised or threatened'] : []),
  ...(modality === 'hypothetical' ? ['demanded, feared or conditional'] : []),
  ...dayDoubt(date, trail.date ?? ''),
  ...places.filter(p => p.lat === null).map(p => `“${p.quote}” is not in the gazetteer`),
]

const dayDoubt = ({ how, from }: Claim['date'], trail: string): string[] => {
  if (how === 'stated') return []
  if (how === 'unknown' || !from) return ['day not told']
  const day = shortDay(from)
  if (/^publication/.test(trail)) return [`${day} implied from publication`]
  return [/^carried/.test(trail) ? `${day} carried over from another sentence` : `${day} implied`]
}
