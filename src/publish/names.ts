import { foldName, loadParties, type NameKind, type PartyIndex } from '../knowledge/parties.ts'
import type { Participant } from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'

/** Sectors of people who hold no office of power. */
const PRIVATE = /^(?:CVL|JRN|MED|REF|BUS|REL|CRM|EDU|LAB)$/
/** Sectors of those who answer for what they do in public. */
const PUBLIC = /^(?:GOV|MIL|COP|SPY|LEG|JUD|PTY|REB|PRM|UAF|OPP)$/
/** Words of bodies, places, works and times: a phrase with one of them names no person. */
const NO_PERSON =
  /^(?:Agency|Air|Airlines|Alliance|Army|Assembly|Association|Authority|Bank|Battalion|Board|Brigades?|Bureau|Cent(?:er|re)|Chamber|Church|City|Club|Coalition|College|Command|Commission|Committee|Community|Company|Conference|Congress|Corporation|Corps|Council|Court|Crescent|Cross|Daily|Defen[cs]e|Department|Embassy|Federation|Foundation|Front|Fund|Group|Hall|Health|Herald|Holdings?|Hospital|House|Human|Inc|Institute|International|Islamic|Journal|Labou?r|League|Liberation|Ltd|Media|Medical|Ministry|Mission|Monitor|Mosque|Movement|National|Network|News|Newspaper|Observatory|Office|Organi[sz]ation|Party|People|Peoples|Police|Post|Press|Programme?|Project|Radio|Relief|Rescue|Rights|School|Service|Services|Society|State|States|Syndicate|Telegraph|Television|Times|Tribune|TV|Union|United|University|Watch|Without|Workers|World)$/
/** What stands before a name without being of it. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Rev|Father|Sister|Brother|Imam|Sheikh|Sheik|Bishop|Archbishop|Cardinal|Pope|Patriarch|Rabbi|Mullah|Ayatollah|Haji|Engineer|Lawyer|Teacher|Nurse|Journalist|Reporter|Correspondent|Activist|The|A|An)\.?$/
const NAME =
  /\p{Lu}[\p{L}’'-]*\.?(?:\s+(?:(?:al|el|bin|ibn|bint|van|von|de|del|da|di|der|la|le|abu|ould|ul)(?:\s+|-))*\p{Lu}[\p{L}’'-]*\.?)+/gu
/** A surname that stands alone: short ones are other words too often. */
const SHORTEST = 3

/** Puts initials for names in a text. */
export type Redact = (text: string) => string

/** The personal names in a phrase that names a participant: two capitalised words or more, no body's, no state's and no people's. */
export const personsIn = (phrase: string): string[] =>
  [...phrase.matchAll(NAME)].flatMap(([name]) => {
    const words = name.split(/\s+/)
    const from = words.findIndex(w => !TITLE.test(w) && !known(w, ['nationality']))
    const own = words.slice(from < 0 ? words.length : from)
    const body = own.some(w => NO_PERSON.test(w)) || known(name, KNOWN) || known(own.join(' '), KNOWN) || isPeople(words)
    return own.length >= 2 && !body ? [own.join(' ')] : []
  })

const KNOWN: readonly NameKind[] = ['state', 'capital', 'nationality', 'organisation', 'force', 'office', 'group', 'media']
let index: PartyIndex | null = null

/** Whether a whole phrase is a name of one of these kinds. A state's name within one is not: people are called Georgia and Jordan. */
const known = (phrase: string, kinds: readonly NameKind[]): boolean => {
  index ??= loadParties()
  const words = foldName(phrase).split(/\s+/)
  return (index.names.get(words[0]) ?? []).some(n => kinds.includes(n.kind) && foldName(n.tokens.join(' ')) === words.join(' '))
}

/** "Baltic Russians", "Crimean Ukrainians". */
const isPeople = (words: readonly string[]): boolean => {
  const last = words.at(-1) as string
  return known(last, ['nationality']) || /[ie]ans$/.test(last)
}

/**
 * The forms of names that initials stand for: whole names of private persons that claims of one report tell of, and their surnames.
 * Whoever is named in an office anywhere in it keeps the name.
 */
export const privateForms = (claims: readonly LedgerClaim[]): string[] => {
  const named = claims.flatMap(c => [...c.actors, ...c.recipients, ...c.attribution])
  const inOffice = namesOf(named.filter(p => PUBLIC.test(p.sector)))
  const names = namesOf(named.filter(isPrivate)).filter(n => !inOffice.some(o => areOne(n, o)))
  const surnames = names.map(surnameOf).filter(s => s.length >= SHORTEST && !inOffice.some(n => surnameOf(n) === s))
  return [...new Set([...names, ...names.map(lastTwo), ...surnames])].sort()
}

const namesOf = (named: readonly Participant[]): string[] => named.flatMap(p => personsIn(p.quote))
/** A title that is not known as one may stand before either. */
const areOne = (a: string, b: string): boolean => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)
const lastTwo = (name: string): string => name.split(/\s+/).slice(-2).join(' ')
const surnameOf = (name: string): string => name.split(/\s+/).at(-1) as string

/** People whom the reader cannot place at all are private too; a state's own name is not. */
const isPrivate = ({ code, sector }: Participant): boolean => PRIVATE.test(sector) || (code === 'UNK' && sector === '')

/** "Maryam al-Hassan" -> "M. H.". */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(word => /\p{Lu}/u.exec(word)?.[0])
    .filter(Boolean)
    .map(letter => `${letter}.`)
    .join(' ')

/** Initials for forms of names (see `privateForms`) wherever they stand as words, as written or in capitals. */
export const redactorOf = (forms: readonly string[]): Redact => {
  if (!forms.length) return text => text
  // Longest first, so that a surname never takes a piece out of a whole name.
  const all = [...new Set(forms.flatMap(f => [f, f.toUpperCase()]))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text => text.replace(pattern, initials)
}

const asPattern = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
