import type { PartyIndex, PartyName, PartyNoun } from '../../knowledge/parties.ts'
import { children, childrenBy, tokensSpan } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { NameMatch } from './names.ts'
import type { PartyMention } from './party.ts'

/** What a phrase says of itself, before coreference. `open`: its state is still to be found ("the army"). */
export interface Phrase extends PartyMention {
  readonly open: boolean
  readonly plural: boolean
  /** Lemma of the noun, lower case, or "" for a bare name. */
  readonly noun: string
  readonly definite: boolean
}

type Names = readonly (NameMatch | undefined)[]

/** Nouns that only count or gather what their of-complement names. */
export const GATHERING =
  /^(?:number|group|member|dozen|score|hundred|thousand|million|majority|some|most|part|team|band|column|handful|total|rest|crowd|unit|element|remnant|type|kind|lot|one|two|three|four|five|six|seven|eight|nine|ten|many|several|all|half|percent|pair|couple|gang|party|contingent|fraction|section|wave|cell|bunch|both|each|any|none|body|series|force|militia|army|swarm|fleet|range|variety|host)$/

const WINDOW = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|flat|punct|advmod|goeswith|nmod:unmarked|nmod:npmod|acl)$/
const low = (doc: Document, t: number): string => doc.form[t]?.toLowerCase() ?? ''
const isPlural = (doc: Document, t: number): boolean => /^NNP?S$/.test(doc.xpos[t]) || childrenBy(doc, t, 'conj').length > 0

/** Titles stand before a name whatever the tree says of them: "Minister Jane Roe". */
const withTitles = (doc: Document, t: number, first: number, names: Names, index: PartyIndex): number => {
  let from = first
  while (
    from > 0 &&
    doc.upos[t] === 'PROPN' &&
    doc.sentence[from - 1] === doc.sentence[t] &&
    (nounAt(doc, from - 1, index) !== null || RANK.test(low(doc, from - 1)) || names[from - 1]?.entry.kind === 'nationality') &&
    /^(?:NOUN|PROPN|ADJ)$/.test(doc.upos[from - 1])
  )
    from = Math.min(from - 1, nounAt(doc, from - 1, index)?.first ?? from)
  return from
}

/** First and last token of the noun phrase around t without what hangs behind it. */
export const windowOf = (doc: Document, t: number): [number, number] => {
  let first = t
  let last = t
  for (const c of children(doc, t)) {
    if (c < t && WINDOW.test(doc.deprel[c])) first = Math.min(first, leftmost(doc, c))
    if (c > t && /^flat|^goeswith/.test(doc.deprel[c])) last = Math.max(last, rightmost(doc, c))
  }
  return [first, last]
}

const leftmost = (doc: Document, t: number): number =>
  Math.min(t, ...[...children(doc, t)].map(c => (c < t ? leftmost(doc, c) : t)))
const rightmost = (doc: Document, t: number): number =>
  Math.max(
    t,
    ...[...children(doc, t)].map(c => (c > t && /^(?:flat|goeswith|compound|punct)/.test(doc.deprel[c]) ? rightmost(doc, c) : t)),
  )

/** The noun of the index that ends at token t: "prime minister", "air force", "soldier"; with its first token. */
export const nounAt = (doc: Document, t: number, index: PartyIndex): { noun: PartyNoun; first: number; words: string } | null => {
  for (let n = 3; n >= 1; n--) {
    const first = t - n + 1
    if (first < 0 || doc.sentence[first] !== doc.sentence[t]) continue
    const before = Array.from({ length: n - 1 }, (_, i) => low(doc, first + i)).join(' ')
    for (const last of [doc.lemma[t].toLowerCase(), low(doc, t), low(doc, t).replace(/s$/, '')]) {
      const words = before ? `${before} ${last}` : last
      const noun = index.nouns.get(words)
      if (noun) return { noun, first, words }
    }
  }
  return null
}

/** "The southern front" is a line; a front that is a group has a capital. */
const isLine = (doc: Document, t: number): boolean => /^fronts?$/.test(doc.form[t])

/** What the noun phrase headed by t is, or null when it names no participant. */
export const phraseAt = (doc: Document, t: number, names: Names, index: PartyIndex): Phrase | null => {
  const own = names[t]
  const [start, last] = windowOf(doc, t)
  const first = withTitles(doc, t, start, names, index)
  const here = tokensSpan(doc, first, last)
  const definite =
    childrenBy(doc, t, 'det').some(d => /^(?:the|this|that|these|those)$/.test(low(doc, d))) &&
    !childrenBy(doc, t, 'nmod').some(c => c > t && childrenBy(doc, c, 'case').some(k => /^(?:of|for|at|from)$/.test(low(doc, k))))
  const make = (
    code: string,
    sector: Sector,
    kind: PartyMention['kind'],
    from: number,
    to: number,
    rule: string,
    more: Partial<Phrase> = {},
  ): Phrase => ({
    head: t,
    name: tokensSpan(doc, from, to),
    here,
    code,
    sector,
    kind,
    rule,
    open: false,
    plural: isPlural(doc, t),
    noun: '',
    definite,
    ...more,
  })
  const noun = isLine(doc, t) ? null : nounAt(doc, t, index)
  if (own && own.entry.kind !== 'nationality' && !(noun && own.last < t)) {
    const { entry } = own
    if (entry.kind === 'person' && !isPersonHere(doc, own)) return null
    const title = titleIn(doc, first, own.first - 1, index)
    const sector = entry.kind === 'person' && title && entry.sector === 'GOV' && title.sector === 'MIL' ? 'MIL' : entry.sector
    return make(entry.code, sector, kindOf(entry), own.first, own.last, `name ${entry.tokens.join(' ')}`)
  }
  if (own) return nationality(doc, t, own, noun, make, first)
  if (noun && (doc.upos[t] !== 'VERB' || (noun.noun.kind === 'people' && childrenBy(doc, t, 'det').length)))
    return served(doc, t, noun, names, index, make) ?? nounPhrase(doc, t, noun, first, last, names, make)
  if (!noun && CARRIER.test(doc.lemma[t].toLowerCase())) return belonging(doc, t, first, index, names, make)
  return doc.upos[t] === 'PROPN' || isAcronym(doc, t) ? person(doc, t, first, last, names, index, make) : null
}

type Make = (
  code: string,
  sector: Sector,
  kind: PartyMention['kind'],
  from: number,
  to: number,
  rule: string,
  more?: Partial<Phrase>,
) => Phrase

const kindOf = (entry: PartyName): PartyMention['kind'] =>
  entry.kind === 'capital' ? 'state' : entry.kind === 'nationality' ? 'people' : entry.kind

const isPersonHere = (doc: Document, m: NameMatch): boolean => doc.upos[m.last] === 'PROPN'

const nationality = (
  doc: Document,
  t: number,
  own: NameMatch,
  noun: ReturnType<typeof nounAt>,
  make: Make,
  first: number,
): Phrase => {
  const people = doc.upos[t] === 'NOUN' || doc.upos[t] === 'PROPN' || childrenBy(doc, t, 'det', 'nummod').length > 0
  return make(
    own.entry.code,
    noun && own.last < t ? noun.noun.sector : '',
    people ? 'people' : 'state',
    Math.max(own.first, first),
    own.last,
    `nationality ${doc.form[own.first]}`,
  )
}

/** The rank or office among tokens first..last, if any: its sector. */
const titleIn = (doc: Document, first: number, last: number, index: PartyIndex): PartyNoun | null => {
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
const RANK = /^(?:.* )?(?:gen|lt|col|maj|capt|cmdr|adm|brig|sgt|cpl|pvt)\b/

/** Offices and bodies that are what they serve: a spokesman of rebels is a rebel, the head of a clinic is of its sector. */
const SERVING =
  /^(?:head|director|chief|deputy|deputy head|member|chairman|chairwoman|manager|spokesman|spokeswoman|spokesperson|official|representative|leader|negotiator|coordinator|founder|aide|adviser|advisor|delegation|source)$/

/** "head of the local clinic", "spokesman for the rebels": sector, and state if none is named nearer, from the complement. */
const served = (
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

/** Nouns that say nothing of their own: "Army members", "navy personnel", "hospital staff" are what stands before them. */
const CARRIER = /^(?:member|personnel|staff|crew|element|operative|man|men|cadre|combatants?|contingent|unit|patrol)$/

const belonging = (doc: Document, t: number, first: number, index: PartyIndex, names: Names, make: Make): Phrase | null => {
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

/** Phrases with a common noun: its sector, and the state or group from what modifies it. */
const nounPhrase = (
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
  const [a, b] = titled ? [t + 1, last] : [from, best && best.first > t ? complementEnd(doc, t, best) : Math.max(t, last)]
  const ofState = best !== undefined && /^(?:state|capital|nationality)$/.test(best.entry.kind)
  if (ownCode !== 'UNK' && (!best || ofState))
    return make(ownCode, /coalition|force/.test(words) ? 'MIL' : '', kind, a, b, `noun ${words}`, more)
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
      entry.sector || (entry.code === 'UNO' || entry.code === 'NGO' || entry.code === 'IGO' || entry.code === 'EUR' ? '' : sector)
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
  if (/^(?:report|statement|communique|communiqué)$/.test(found.words)) return m.last < t
  return !RELATIVE.test(found.words) || (m.entry.kind === 'nationality' && m.last < t)
}

const ABROAD = /\b(?:foreign|western|international|neighbou?ring|third|regional|friendly)\b/

/** The words of tokens from..to (exclusive), lower case. */
const wordsBetween = (doc: Document, from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => low(doc, from + i)).join(' ')

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

/** "government forces" are an army, "rebel fighters" and "opposition forces" rebels, "army spokesman" of the army. */
const sectorOf = (noun: PartyNoun, words: string, before: string): Sector => {
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

/** "Iranian-backed", "Britain-based", "anti-Baghdad": who backs, where based, against whom, but not whose it is. */
const isBacker = (doc: Document, m: NameMatch): boolean =>
  (doc.form[m.last + 1] === '-' && BACKED.test(low(doc, m.last + 2))) ||
  (m.first > 1 && doc.form[m.first - 1] === '-' && /^(?:anti|pro|non)$/.test(low(doc, m.first - 2)))
const BACKED =
  /^(?:backed|based|born|trained|made|built|supplied|funded|financed|armed|equipped|supported|sponsored|friendly|style|inspired|brokered|mediated|bound|educated|speaking|aligned|allied|linked|affiliated|educated|imposed|assisted|designed)$/

/** Names that say whose it is: before the noun ("Turkish", "Syria's", "ISIL") or in its of-complement ("of the FMLN"). */
const modifyingNames = (doc: Document, t: number, first: number, names: Names): NameMatch[] => {
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
    if (m && (loyal !== undefined || serves || /^(?:of|from|in)$/.test(preposition ?? ''))) out.push(m)
  }
  return out
}

/** The name of a common-noun phrase begins after its articles, numbers and "at least". */
const nameStart = (doc: Document, t: number, first: number): number => {
  let from = t
  while (
    from > first &&
    /^(?:ADJ|NOUN|PROPN|PART|PUNCT|X|VERB|PRON|SYM)$/.test(doc.upos[from - 1]) &&
    !NOT_IN_NAMES.test(low(doc, from - 1)) &&
    !isBracket(doc, from - 1)
  )
    from--
  while (from < t && (doc.upos[from] === 'PUNCT' || doc.upos[from] === 'PART')) from++
  return from
}
const NOT_IN_NAMES =
  /^(?:other|many|several|few|more|most|least|some|latest|new|including|according|last|next|same|such|own|further|another|its|their|his|her|our|my)$/
const isBracket = (doc: Document, t: number): boolean => /^[,;:()"“”[\]]$/.test(doc.form[t])

const NO_PERSON =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|North|South|East|West|Islam|Christianity|English|Arabic|God|Allah|Internet|Gulf|Congress|Ramadan|Christmas|Easter|Twitter|Facebook|Telegram|mid-\p{L}+|early-\p{L}+|late-\p{L}+)$/iu
const ACRONYM =
  /^(?!(?:AK|TNT|RPG|RPGs|TV|GMT|KM|MIG|MIGs|IED|IEDs|AM|PM|AD|BC|HQ|ID|CEO|VIP|UAV|UAVs|APC|APCs|DNA|NGO|NGOs|POW|POWs|SAM|SAMs|ICBM|WMD|GDP|DC|NW|NE|SE|SW|CNG|LPG)$)\p{Lu}{2,6}s?$/u

/** An acronym tagged as a common noun that acts or is acted by: "the PFD has fought". */
const isAcronym = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'NOUN' && ACRONYM.test(doc.form[t]) && /^(?:nsubj|obl:agent|nmod:poss)/.test(doc.deprel[t])

const PLACE_WORD =
  /^(?:Street|District|Province|Provinces|Airport|River|Highway|Bridge|Square|Road|Avenue|Valley|Mountains?|Mount|Islands?|Sea|Bay|Lake|Governorate|Region|Port|Hotel|Plaza|Park|Building|Cent(?:er|re)|Stadium|Station|County|Peninsula|Desert|Strait|Canal|Heights|Strip|Hills?|Dam|Crossing|Communications|War|Day|Agreement|Accords?|Treaty|Resolution|Operation)$/
const INSTITUTION =
  /^(?:Ministry|Army|Navy|Police|Party|Union|Command|Council|Court|Department|Agency|Front|Brigade|Battalion|Division|Corps|Forces?|Guards?|Church|University|Hospital|Committee|Commission|Congress|Assembly|Senate|Embassy|Authority|Movement|Regiment|Tribunal|Parliament|Coalition|Alliance)$/
const COMPANY = /^(?:Co|Co\.|Inc|Inc\.|Corp|Corp\.|Ltd|Ltd\.|Company|Corporation|Airlines|Airways|PLC|GmbH|Bank)$/i

/** Whether the sentence of t is a headline with a capital on most words: there a capital makes no name. */
const isLoud = (doc: Document, t: number): boolean => {
  const s = doc.sentence[t]
  if (doc.blocks[doc.sentenceBlock[s]]?.kind !== 'headline') return false
  let [words, small] = [0, 0]
  for (let k = doc.sentenceFirst[s]; k <= doc.sentenceLast[s]; k++) {
    if (!/^\p{L}{4,}/u.test(doc.form[k])) continue
    words++
    if (/^\p{Ll}/u.test(doc.form[k])) small++
  }
  return words > 2 && small * 4 < words
}

/** "in Barranquilla": a single name behind such a word is a place far more often than a person. */
const isPlacing = (doc: Document, t: number): boolean =>
  childrenBy(doc, t, 'case').some(k =>
    /^(?:in|at|near|from|around|outside|inside|into|through|across|throughout|on)$/.test(low(doc, k)),
  )

/** A person by proper name: office, rank or state come from the words before it and from what stands beside it. */
const person = (
  doc: Document,
  t: number,
  first: number,
  end: number,
  names: Names,
  index: PartyIndex,
  make: Make,
): Phrase | null => {
  let last = t
  while (last < end && !isBracket(doc, last + 1)) last++
  let from = t
  while (
    from > first &&
    doc.upos[from - 1] === 'PROPN' &&
    !nounAt(doc, from - 1, index) &&
    !names[from - 1] &&
    !/\.$/.test(doc.form[from - 1]) &&
    !RANK.test(low(doc, from - 1))
  )
    from--
  while (from < last && RANK.test(low(doc, from))) from++
  if (from === last && NO_PERSON.test(doc.form[t])) return null
  const title = titleIn(doc, first, from - 1, index)
  if (PLACE_WORD.test(doc.form[last])) return null
  const institution =
    last > from && /^\p{Lu}/u.test(doc.form[last]) && INSTITUTION.test(doc.form[last]) ? nounAt(doc, last, index) : null
  if (institution) {
    const { noun, words } = institution
    const state = modifyingNames(doc, t, first, names)[0]?.entry.code
    return make(state ?? 'UNK', noun.sector, noun.kind, from, last, `institution ${words}`, { noun: words, open: !state })
  }
  if (COMPANY.test(doc.form[last])) return make('UNK', 'BUS', 'organisation', from, last, 'company', { open: true })
  if (from === last && !title && ACRONYM.test(doc.form[t]) && !isLoud(doc, t))
    return make('UNK', '', 'group', t, t, 'unknown acronym')
  if (!title && isLoud(doc, t)) return make('UNK', '', 'person', from, last, 'lone name')
  const besides = Array.from({ length: last - from + 1 }, (_, i) => from + i)
    .flatMap(k => childrenBy(doc, k, 'appos', 'parataxis'))
    .filter(a => /^(?:NOUN|PROPN)$/.test(doc.upos[a]))
  const beside = besides.map(a => ({ a, noun: nounAt(doc, a, index) })).find(x => x.noun)
  const modifiers = modifyingNames(doc, t, first, names)
  const owner =
    modifiers[0] ?? besides.flatMap(a => (names[a] ? [names[a]] : modifyingNames(doc, a, windowOf(doc, a)[0], names)))[0]
  const noun = title ?? beside?.noun?.noun ?? null
  if (!noun && from === last && /^(?:obl|nmod)$/.test(doc.deprel[t]) && isPlacing(doc, t)) return null
  if (!noun && from === last) return make('UNK', '', 'person', from, last, 'lone name')
  if (!noun && !owner) return make('UNK', '', 'person', from, last, last > from ? 'unknown person' : 'lone name')
  const before = Array.from({ length: Math.max(0, from - first) }, (_, i) => low(doc, first + i)).join(' ')
  const besideWords = beside
    ? Array.from({ length: Math.max(0, beside.a - windowOf(doc, beside.a)[0]) }, (_, i) =>
        low(doc, windowOf(doc, beside.a)[0] + i),
      ).join(' ')
    : ''
  const sector = noun
    ? sectorOf(noun, beside?.noun?.words ?? 'spokesman', `${before} ${besideWords}`)
    : (owner?.entry.sector ?? '')
  if (!owner) return make('UNK', sector, 'person', from, last, 'person with office', { open: true })
  const { entry } = owner
  const theirs = entry.kind === 'group' || entry.kind === 'organisation' || entry.kind === 'force' ? entry.sector : sector
  return make(entry.code, theirs, 'person', from, last, `person of ${entry.tokens.join(' ')}`)
}

/** Things of war: a state's are its army's. */
const MATERIEL =
  /^(?:position|post|outpost|base|tank|weapon|vehicle|missile|rocket|bunker|trench|target|depot|battery|launcher|radar|airfield|barracks|checkpoint|stronghold|fortification|facility|installation|defence|defense|line|artillery|mortar|gun|ammunition|arsenal|truck|armor|armour|equipment|airspace|headquarters|convoy|mine|cache|materiel|site|defenses|defences)$/

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

/** "territory held by the rebels", "towns that the army controls". */
const holders = (doc: Document, t: number, names: Names): NameMatch[] =>
  childrenBy(doc, t, 'acl')
    .filter(v => /^(?:hold|control|occupy|seize|capture|own|man|defend)$/.test(doc.lemma[v]))
    .flatMap(v => childrenBy(doc, v, 'obl:agent', 'obl', 'nsubj'))
    .flatMap(k => names[k] ?? modifyingNames(doc, k, windowOf(doc, k)[0], names))
