import { foldName, type PartyIndex } from '../../knowledge/parties.ts'
import { tokenise } from '../../language/tokens.ts'

/** The state whose government, army or office an outlet is ("US Department of State" -> USA), or null for the press and others. */
export const issuerOf = (outlet: string, index: PartyIndex): string | null => {
  const words = wordsOf(outlet)
  for (let t = 0; t < words.length; t++) {
    const entry = entriesAt(words, t, index)[0]
    if (entry && (entry.kind === 'force' || entry.kind === 'office' || OFFICIAL.test(outlet)))
      return entry.kind === 'media' ? null : entry.code
  }
  return null
}

const OFFICIAL =
  /\b(?:government|ministry|department|office|command|army|navy|air force|embassy|presidency|parliament|council|mission|police|secretariat)\b/i

/** The country of an outlet that the index knows ("Radio Venceremos" -> SLV), or null. */
export const countryOfOutlet = (outlet: string, index: PartyIndex): string | null => {
  const words = wordsOf(outlet)
  return entriesAt(words, 0, index).find(e => e.kind === 'media' && e.tokens.length === words.length)?.code ?? null
}

const wordsOf = (outlet: string): string[] => tokenise(outlet, 0, outlet.length).map(t => foldName(outlet.slice(t.start, t.end)))

/** The names of the index that `words`, folded, spell from word t on. */
const entriesAt = (words: readonly string[], t: number, index: PartyIndex) =>
  (index.names.get(words[t] ?? '') ?? []).filter(e => e.tokens.every((w, i) => words[t + i] === w.toLowerCase()))
