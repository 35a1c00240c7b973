import { foldName, type PartyIndex } from '../../knowledge/parties.ts'
import { tokenise } from '../../language/tokens.ts'

/** The state whose government, army or office an outlet is ("US Department of State" -> USA), or null for the press and others. */
export const issuerOf = (outlet: string, index: PartyIndex): string | null => {
  const tokens = tokenise(outlet, 0, outlet.length).map(t => outlet.slice(t.start, t.end))
  for (let t = 0; t < tokens.length; t++) {
    const entry = index.names
      .get(foldName(tokens[t]))
      ?.find(e => e.tokens.every((w, i) => foldName(tokens[t + i] ?? '') === w.toLowerCase()))
    if (entry && (entry.kind === 'force' || entry.kind === 'office' || OFFICIAL.test(outlet)))
      return entry.kind === 'media' ? null : entry.code
  }
  return null
}

const OFFICIAL =
  /\b(?:government|ministry|department|office|command|army|navy|air force|embassy|presidency|parliament|council|mission|police|secretariat)\b/i

/** The country of an outlet that the index knows ("Radio Venceremos" -> SLV), or null. */
export const countryOfOutlet = (outlet: string, index: PartyIndex): string | null => {
  const tokens = tokenise(outlet, 0, outlet.length).map(t => outlet.slice(t.start, t.end))
  const entry = index.names
    .get(foldName(tokens[0] ?? ''))
    ?.find(
      e =>
        e.kind === 'media' &&
        e.tokens.length === tokens.length &&
        e.tokens.every((w, i) => foldName(tokens[i]) === w.toLowerCase()),
    )
  return entry?.code ?? null
}
