import type { PartyName } from '../../knowledge/parties.ts'
import { childrenBy, tokensSpan } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { NameMatch } from './names.ts'
import type { PartyMention } from './party.ts'
import { low, windowOf } from './window.ts'

export type Names = readonly (NameMatch | undefined)[]

export const kindOf = (entry: PartyName): PartyMention['kind'] =>
  entry.kind === 'capital' ? 'state' : entry.kind === 'nationality' ? 'people' : entry.kind

/** Names that say whose it is: before the noun ("Turkish", "Syria's", "ISIL") or in its of-complement ("of the FMLN"). */
export const modifyingNames = (doc: Document, t: number, first: number, names: Names): NameMatch[] => {
  const out: NameMatch[] = []
  const before = first > 0 && doc.sentence[first - 1] === doc.sentence[t] ? names[first - 1] : undefined
  if (before && /^(?:group|organisation|force|nationality)$/.test(before.entry.kind) && doc.upos[first] !== 'DET')
    out.push(before)
  for (let k = first; k < t; k++) {
    const m = names[k]
    if (m && !out.includes(m) && m.last < t && !isBacker(doc, m)) out.push(m)
    if (m) k = m.last
  }
  for (const c of childrenBy(doc, t, 'nmod', 'acl', 'amod')) {
    if (c < t) continue
    const preposition = childrenBy(doc, c, 'case')
      .map(k => low(doc, k))
      .find(w => /^(?:of|from|in|for|with|by|to|at)$/.test(w))
    const loyal = /^(?:loyal|allied|belonging|affiliated|linked)$/.test(low(doc, c))
      ? childrenBy(doc, c, 'obl', 'nmod')[0]
      : undefined
    const m = names[loyal ?? c] ?? (preposition === 'of' ? modifyingNames(doc, c, windowOf(doc, c)[0], names)[0] : undefined)
    const serves = preposition === 'for' && /^(?:group|organisation|force|office)$/.test(m?.entry.kind ?? '')
    if (
      m &&
      !(preposition === 'in' && m.entry.kind === 'nationality') &&
      (loyal !== undefined || serves || /^(?:of|from|in)$/.test(preposition ?? ''))
    )
      out.push(m)
  }
  return out
}

/** "Iranian-backed", "Britain-based", "anti-Baghdad": who backs, where based, against whom, but not whose it is. */
const isBacker = (doc: Document, m: NameMatch): boolean =>
  (doc.form[m.last + 1] === '-' && BACKED.test(low(doc, m.last + 2))) ||
  (m.first > 1 && doc.form[m.first - 1] === '-' && /^(?:anti|pro|non)$/.test(low(doc, m.first - 2)))

const BACKED =
  /^(?:backed|based|born|trained|made|built|supplied|funded|financed|armed|equipped|supported|sponsored|friendly|style|inspired|brokered|mediated|bound|educated|speaking|aligned|allied|linked|affiliated|educated|imposed|assisted|designed)$/

/** The state or group whose thing the phrase headed by t names: "an Iranian oil platform", "ISIL heavy weapons", "rebel-held terrain". */
export const ownerAt = (doc: Document, t: number, names: Names): PartyMention | null => {
  if (!/^(?:NOUN|PROPN)$/.test(doc.upos[t])) return null
  const [first] = windowOf(doc, t)
  const owner = [...modifyingNames(doc, t, first, names), ...holders(doc, t, names)].find(
    m => m.entry.kind !== 'media' && m.entry.kind !== 'capital',
  )
  if (!owner) return null
  const { entry } = owner
  const state = entry.kind === 'state' || entry.kind === 'nationality'
  const sector = state && MATERIEL.test(doc.lemma[t].toLowerCase()) ? 'MIL' : entry.sector
  return {
    head: t,
    name: tokensSpan(doc, owner.first, owner.last),
    here: tokensSpan(doc, first, t),
    code: entry.code,
    sector,
    kind: kindOf(entry),
    rule: `owner ${entry.tokens.join(' ')}`,
  }
}

/** Things of war: a state's are its army's. */
const MATERIEL =
  /^(?:position|post|outpost|base|tank|weapon|vehicle|missile|rocket|bunker|trench|target|depot|battery|launcher|radar|airfield|barracks|checkpoint|stronghold|fortification|facility|installation|defence|defense|line|artillery|mortar|gun|ammunition|arsenal|truck|armor|armour|equipment|airspace|headquarters|convoy|mine|cache|materiel|site|defenses|defences)$/

/** "territory held by the rebels", "towns that the army controls". */
const holders = (doc: Document, t: number, names: Names): NameMatch[] =>
  childrenBy(doc, t, 'acl')
    .filter(v => /^(?:hold|control|occupy|seize|capture|own|man|defend)$/.test(doc.lemma[v]))
    .flatMap(v => childrenBy(doc, v, 'obl:agent', 'obl', 'nsubj'))
    .flatMap(k => names[k] ?? modifyingNames(doc, k, windowOf(doc, k)[0], names))
