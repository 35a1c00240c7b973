import type { PartyIndex } from '../../knowledge/parties.ts'
import { childrenBy } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import { modifyingNames, type Names } from './owner.ts'
import type { Make, Phrase } from './phrase.ts'
import { RANK, sectorOf, titleIn } from './sector.ts'
import { isBracket, low, nounAt, windowOf } from './window.ts'

/** A person by proper name: office, rank or state come from the words before it and from what stands beside it. */
export const person = (
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
  if (from === last && (NO_PERSON.test(doc.form[t]) || !/\p{Lu}/u.test(doc.form[t]))) return null
  const title = titleIn(doc, first, from - 1, index)
  if (PLACE_WORD.test(doc.form[last]) || (from === last && UNIT.test(doc.form[t]))) return null
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

/** Titles stand before a name whatever the tree says of them: "Minister Jane Roe". */
export const withTitles = (doc: Document, t: number, first: number, names: Names, index: PartyIndex): number => {
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

const NO_PERSON =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|North|South|East|West|Islam|Christianity|English|Arabic|God|Allah|Internet|Gulf|Congress|Ramadan|Christmas|Easter|Twitter|Facebook|Telegram|mid-\p{L}+|early-\p{L}+|late-\p{L}+)$/iu

/** Acronyms of things, times and directions. */
const UNIT =
  /^(?:AK|TNT|RPG|RPGs|TV|GMT|KM|MIG|MIGs|IED|IEDs|AM|PM|AD|BC|HQ|ID|CEO|VIP|UAV|UAVs|APC|APCs|DNA|NGO|NGOs|POW|POWs|SAM|SAMs|ICBM|WMD|GDP|DC|NW|NE|SE|SW|CNG|LPG)$/
const ACRONYM = /^\p{Lu}{2,6}s?$/u

/** An acronym tagged as a common noun that acts or is acted by: "the PFD has fought". */
export const isAcronym = (doc: Document, t: number): boolean =>
  doc.upos[t] === 'NOUN' &&
  ACRONYM.test(doc.form[t]) &&
  !UNIT.test(doc.form[t]) &&
  /^(?:nsubj|obl:agent|nmod:poss)/.test(doc.deprel[t])

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
