import type { PartyIndex } from '../../knowledge/parties.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { NameMatch } from './names.ts'
import { modifyingNames, type Names } from './owner.ts'
import { type Make, type Phrase, phraseAt } from './phrase.ts'
import { sectorOf } from './sector.ts'
import { isPlural, low, nameStart, nounAt, windowOf, wordsBetween } from './window.ts'

/** Phrases with a common noun: its sector, and the state or group from what modifies it. */
export const nounPhrase = (
  doc: Document,
  t: number,
  found: NonNullable<ReturnType<typeof nounAt>>,
  first: number,
  last: number,
  names: Names,
  make: Make,
): Phrase => {
  const { words } = found
  if (/^(?:coalition|alliance|force)$/.test(words) && isLed(doc, t, first))
    return make('IGO', 'MIL', 'force', nameStart(doc, t, first), t, 'coalition led by a state', { noun: words })
  const noun = found.noun.kind === 'organisation' ? { ...found.noun, sector: '' as Sector } : found.noun
  const ownCode = found.noun.kind === 'organisation' ? String(found.noun.sector) : 'UNK'
  const modifiers = modifyingNames(doc, t, first, names).filter(m => isOwner(m, found, t, doc))
  const before = Array.from({ length: Math.max(0, t - first) }, (_, i) => low(doc, first + i)).join(' ')
  const sector = sectorOf(noun, words, before)
  const from = nameStart(doc, t, first)
  const best =
    modifiers.find(m => m.entry.kind !== 'nationality' && m.entry.kind !== 'state' && m.entry.kind !== 'capital') ?? modifiers[0]
  const kind = noun.kind === 'people' ? 'people' : noun.kind
  const more = { noun: words, plural: isPlural(doc, t) }
  const titled = names[t] === undefined && doc.upos[t + 1] === 'PROPN' && last > t
  const [a, b] = titled
    ? [t + 1, last]
    : [from, best && best.first > t ? complementEnd(doc, t, best) : Math.max(found.last, last)]
  const ofState = best !== undefined && /^(?:state|capital|nationality)$/.test(best.entry.kind)
  if (ownCode !== 'UNK' && (!best || ofState))
    return make(ownCode, /coalition|force|peacekeep|helmet/.test(words) ? 'MIL' : '', kind, a, b, `noun ${words}`, more)
  if (!best && sector === 'MIL' && UNIDENTIFIED.test(wordsBetween(doc, first, found.first)))
    return make('UNK', sector, kind, a, b, `noun ${words} of any state`, more)
  if (!best && noun.kind === 'office' && ABROAD.test(wordsBetween(doc, first, found.first)))
    return make('UNK', sector, kind, a, b, `noun ${words} of any state`, more)
  if (!best && words === 'party' && isPlural(doc, t)) return make('UNK', '', 'group', a, b, 'parties', more)
  if (!best) return make('UNK', sector, titled ? 'person' : kind, a, b, `noun ${words}`, { ...more, open: true })
  const { entry } = best
  if (
    entry.kind === 'group' &&
    (noun.sector !== 'CVL' || /^(?:casualty|dead|wounded|prisoner|captive)$/.test(words)) &&
    noun.sector !== 'JRN'
  )
    return make(entry.code, entry.sector, kind, a, b, `noun ${words} of ${entry.tokens.join(' ')}`, more)
  if (entry.kind === 'organisation' || entry.kind === 'force') {
    const theirs =
      entry.sector ||
      (noun.kind === 'force' && noun.sector === 'MIL'
        ? 'MIL'
        : entry.code === 'UNO' || entry.code === 'NGO' || entry.code === 'IGO' || entry.code === 'EUR'
          ? ''
          : sector)
    return make(
      entry.code,
      noun.sector === 'CVL' || noun.sector === 'JRN' ? noun.sector : theirs,
      kind,
      a,
      b,
      `noun ${words} of ${entry.tokens.join(' ')}`,
      more,
    )
  }
  return make(entry.code, sector, titled ? 'person' : kind, a, b, `noun ${words} of ${entry.tokens.join(' ')}`, more)
}

/** Others to the one whose they are: an ally of a state is not that state's, its Russian ally is Russian. */
export const RELATIVE =
  /^(?:ally|allies|partner|enemy|rival|foe|opponent|adversary|neighbour|neighbor|critic|victim|backer|owner|other)$/

/** A capital before people is a dateline ("BEIRUT Two people"); whose an ally is says only an adjective before it. */
const isOwner = (m: NameMatch, found: NonNullable<ReturnType<typeof nounAt>>, t: number, doc: Document): boolean => {
  if (m.entry.kind === 'capital' && found.noun.kind === 'people' && m.last < t) return doc.deprel[m.last] === 'nmod:poss'
  if (m.first > t && found.noun.sector === 'MIL' && low(doc, m.first - 1) === 'in') return false
  if (/^(?:report|statement|communique|communiqué)$/.test(found.words)) return m.last < t
  return !RELATIVE.test(found.words) || (m.entry.kind === 'nationality' && m.last < t)
}

const UNIDENTIFIED = /\b(?:unidentified|unknown|unmarked|mystery)\b/
const ABROAD = /\b(?:foreign|western|international|neighbou?ring|friendly)\b/

/** "a Nigerian-led force", "the American-led military coalition". */
const isLed = (doc: Document, t: number, first: number): boolean => {
  for (let k = first; k < t; k++) if (/^(?:led|-led)$/.test(low(doc, k)) && doc.form[k - 1] === '-') return true
  return false
}

/** The end of the complement that holds a name: "speaker of the Iranian Parliament". */
const complementEnd = (doc: Document, t: number, name: NameMatch): number => {
  const inside = childrenBy(doc, t, 'nmod', 'acl').find(
    c => c > t && windowOf(doc, c)[0] <= name.first && name.last <= Math.max(c, windowOf(doc, c)[1]),
  )
  return inside === undefined ? name.last : Math.max(name.last, windowOf(doc, inside)[1])
}

/** Offices and bodies that are what they serve: a spokesman of rebels is a rebel, the head of a clinic is of its sector. */
const SERVING =
  /^(?:head|director|chief|deputy|deputy head|member|chairman|chairwoman|manager|spokesman|spokeswoman|spokesperson|official|representative|leader|negotiator|coordinator|founder|aide|adviser|advisor|delegation|source)$/

/** "head of the local clinic", "spokesman for the rebels": sector, and state if none is named nearer, from the complement. */
export const served = (
  doc: Document,
  t: number,
  found: NonNullable<ReturnType<typeof nounAt>>,
  names: Names,
  index: PartyIndex,
  make: Make,
): Phrase | null => {
  if (!SERVING.test(found.words)) return null
  const [first] = windowOf(doc, t)
  if (modifyingNames(doc, t, first, names).length) return null
  const whole = childrenBy(doc, t, 'nmod').find(
    c => c > t && childrenBy(doc, c, 'case').some(k => /^(?:of|for|at|from|in)$/.test(low(doc, k))) && nounAt(doc, c, index),
  )
  const inner = whole === undefined ? null : phraseAt(doc, whole, names, index)
  if (!inner || inner.kind === 'person' || (inner.sector === '' && inner.code === 'UNK')) return null
  const to = whole as number
  return make(inner.code, inner.sector, found.noun.kind, nameStart(doc, t, first), to, `noun ${found.words} of ${inner.rule}`, {
    noun: found.words,
    open: inner.open,
  })
}

/** "church official", "union leader", "hospital worker": the sector of the body before the noun, or null. */
export const bodyBefore = (
  doc: Document,
  found: NonNullable<ReturnType<typeof nounAt>>,
  first: number,
  index: PartyIndex,
): NonNullable<ReturnType<typeof nounAt>> | null => {
  if (!SERVING.test(found.words) && !/^(?:worker|employee|leadership)$/.test(found.words)) return null
  for (let k = found.first - 1; k >= first; k--) {
    const body = low(doc, k) === 'deputy' ? undefined : nounAt(doc, k, index)?.noun
    if (body && body.kind !== 'organisation' && !/^(?:|GOV|CVL|UAF)$/.test(body.sector))
      return { ...found, noun: { ...found.noun, sector: body.sector } }
  }
  return null
}

/** Nouns that say nothing of their own: "Army members", "navy personnel", "hospital staff" are what stands before them. */
export const CARRIER = /^(?:member|personnel|staff|crew|element|operative|man|men|cadre|combatants?|contingent|unit|patrol)$/

export const belonging = (
  doc: Document,
  t: number,
  first: number,
  index: PartyIndex,
  names: Names,
  make: Make,
): Phrase | null => {
  const owner = modifyingNames(doc, t, first, names).at(-1)
  for (let k = t - 1; k >= first; k--) {
    const noun = nounAt(doc, k, index)
    if (!noun) continue
    const from = nameStart(doc, t, first)
    const more = { noun: `${noun.words} ${doc.lemma[t].toLowerCase()}`, open: !owner }
    return make(owner?.entry.code ?? 'UNK', noun.noun.sector, 'force', from, t, `noun ${noun.words}`, more)
  }
  if (!owner) return null
  const { entry } = owner
  return make(entry.code, entry.sector, 'people', nameStart(doc, t, first), t, `members of ${entry.tokens.join(' ')}`)
}
