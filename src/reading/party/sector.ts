import type { PartyIndex, PartyNoun } from '../../knowledge/parties.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { low, nounAt } from './window.ts'

/** "government forces" are an army, "rebel fighters" and "opposition forces" rebels, "army spokesman" of the army. */
export const sectorOf = (noun: PartyNoun, words: string, before: string): Sector => {
  const fighting = /force|fighter|troop|militant|combatant|commander|unit|gunman|soldier|position/.test(words)
  if (
    /\b(?:rebel|insurgent|guerrilla|guerilla|separatist|opposition|jihadist|islamist|resistance|militant)\b/.test(before) &&
    (fighting || /leader|spokes|source|official|group/.test(words))
  )
    return 'REB'
  if (/\b(?:government|regime|loyalist|pro-government|federal)\b/.test(before) && fighting) return 'MIL'
  if (/\b(?:army|military|defen[cs]e|air force|navy|naval|armed forces|war)\b/.test(before) && noun.kind === 'office')
    return 'MIL'
  if (/\b(?:police)\b/.test(before) && noun.kind !== 'people') return 'COP'
  if (words === 'headquarters' && /\b(?:party|union|company|church)\b/.test(before))
    return before.includes('party') ? 'PTY' : before.includes('union') ? 'LAB' : before.includes('church') ? 'REL' : 'BUS'
  if (/\b(?:security|intelligence)\b/.test(before) && /source|official|agenc|service|officer/.test(words)) return 'SPY'
  if (/\b(?:health|medical)\b/.test(before) && noun.kind === 'office') return 'MED'
  if (/\b(?:parliamentary|congressional)\b/.test(before)) return 'LEG'
  if (/\b(?:state|official)\b/.test(before) && noun.sector === 'JRN') return 'JRN'
  if (words === 'fighter' || words === 'combatant') return 'REB'
  return noun.sector
}

/** The rank or office among tokens first..last, if any: its sector. */
export const titleIn = (doc: Document, first: number, last: number, index: PartyIndex): PartyNoun | null => {
  for (let k = last; k >= first; k--) {
    const noun = nounAt(doc, k, index)
    if (
      noun &&
      noun.first >= first &&
      (noun.noun.kind === 'office' ||
        noun.noun.kind === 'force' ||
        noun.noun.kind === 'people' ||
        noun.noun.kind === 'organisation')
    )
      return noun.noun
  }
  return RANK.test(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => low(doc, first + i)).join(' '))
    ? { sector: 'MIL', kind: 'force' }
    : null
}

export const RANK = /^(?:.* )?(?:gen|lt|col|maj|capt|cmdr|adm|brig|sgt|cpl|pvt)\b/
