import { nameOfState } from '../knowledge/parties.ts'
import type { Participant } from '../model/claim.ts'
import type { Side, Sides } from '../model/sides.ts'

/** Sectors that are parties of their own beside the state whose code they carry. */
const APART = /^(?:REB|PRM|UAF|OPP)$/
/** Sectors of people who speak and suffer for themselves; a side that has their state's code counts them in. */
const CIVIL = /^(?:CVL|JRN|MED|REF|BUS|REL|CRM|EDU|LAB)$/

/** Codes that stand for no state, as people call them. */
const BODIES: Readonly<Record<string, string>> = {
  UNO: 'United Nations',
  EUR: 'European Union',
  IGO: 'international organisations',
  NGO: 'non-governmental organisations',
  IMG: 'armed groups of several countries',
  MNC: 'companies',
  NKR: 'Artsakh (Nagorno-Karabakh) authorities',
  UNK: 'not known',
}
const GROUPS: Readonly<Record<string, string>> = {
  REB: 'armed opposition',
  PRM: 'pro-government militia',
  UAF: 'unidentified armed',
  OPP: 'opposition',
  CVL: 'civilians',
  JRN: 'journalists',
  MED: 'health workers',
  REF: 'refugees',
  BUS: 'business',
  REL: 'religious bodies',
  CRM: 'criminals',
  EDU: 'education',
  LAB: 'labour',
}

/** The party of a participant or source: the side that has its words, else its code with its sector, else its code; else itself. */
export const partyOf = ({ code, sector, quote }: Pick<Participant, 'code' | 'sector' | 'quote'>, sides: Sides): string => {
  const own = sector && (APART.test(sector) || CIVIL.test(sector)) ? `${code} ${sector}` : code
  return (
    named(sides, side => side.words.some(w => holds(quote, w))) ??
    named(sides, side => side.codes.includes(`${code} ${sector}`)) ??
    // An armed opposition is no part of the state whose code it carries.
    (APART.test(sector) ? own : (named(sides, side => side.codes.includes(code)) ?? own))
  )
}

/** The party of an outlet that speaks in its own voice: its side, else itself. */
export const partyOfOutlet = (outlet: string | null, sides: Sides): string =>
  (outlet !== null && named(sides, side => side.outlets.some(o => o.toLowerCase() === outlet.toLowerCase()))) ||
  `outlet: ${outlet ?? 'unknown'}`

/** A party's name for people: "Georgia", "Syria, armed opposition"; sides keep theirs. */
export const nameOfParty = (party: string): string => {
  if (party.startsWith('outlet: ')) return party.slice(8)
  const [, code, sector] = /^([A-Z]{3})(?: ([A-Z]{3}))?$/.exec(party) ?? []
  if (!code) return party
  const name = BODIES[code] ?? nameOfState(code) ?? code
  return sector ? `${name}, ${GROUPS[sector] ?? sector}` : name
}

const named = (sides: Sides, holdsIt: (side: Side) => boolean): string | null => sides.sides.find(holdsIt)?.name ?? null

/** Whether a phrase has a word or words of a name in it, as whole words. */
const holds = (phrase: string, words: string): boolean => {
  const at = phrase.toLowerCase().indexOf(words.toLowerCase())
  return at >= 0 && !/[\p{L}\p{N}]/u.test(phrase[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(phrase[at + words.length] ?? '')
}
