import { fold } from '../../knowledge/gazetteer/fold.ts'
import type { Claim, Measure, Participant, Place } from '../../model/claim.ts'
import { dayNumber } from './when.ts'
import { contentWords, headOf, nameWords, stemOf } from './words.ts'

/** What of a claim tells which happening it is of, ready to be compared: lists are lemmas, codes and folded names. */
export interface Telling {
  /** The claim's key. */
  readonly key: string
  /** Key of its report. */
  readonly report: string
  /** ISO day of publication. */
  readonly published: string | null
  readonly type: string | null
  readonly mode: string | null
  /** Told as done (also when denied), not as planned, threatened or demanded. */
  readonly actual: boolean
  readonly negative: boolean
  /** Lemma of the trigger's head: "bomb". */
  readonly head: string
  /** First and last ISO day; null: unknown, open, or a stretch of more than a month. */
  readonly days: readonly [from: string, to: string] | null
  readonly how: 'stated' | 'implied' | 'unknown'
  readonly places: readonly PlaceTold[]
  /** Code and sector: "GEO MIL". */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** Names within the phrases of participants and places, folded. */
  readonly names: readonly string[]
  readonly figures: readonly { readonly measure: Measure; readonly low: number | null; readonly high: number | null }[]
  /** Stems of the sentence's content words. */
  readonly words: readonly string[]
  /** Stems of the content words that tell the report's story: its headline and opening. */
  readonly story: readonly string[]
}

export type PlaceTold = Omit<Place, 'start' | 'end' | 'quote'>

/** What a telling needs beside its claim. */
export interface Setting {
  readonly key: string
  /** Key of the report. */
  readonly report: string
  readonly published: string | null
  /** The words around the trigger. */
  readonly sentence: string
  /** What `storyOf` gives for the report. */
  readonly story: readonly string[]
}

/** Longest stretch of days that can be one happening. */
const MONTH = 31
/** How much of a report tells its story, in UTF-16 code units, and how many words of it are kept. */
const OPENING = 500
const STORY_WORDS = 40

/** The words that tell a report's story: those of its headline and its opening. Same for every claim of a report. */
export const storyOf = (text: string): string[] => contentWords(text.slice(0, OPENING)).slice(0, STORY_WORDS)

/** The telling of a claim. */
export const tellingOf = (claim: Claim, { key, report, published, sentence, story }: Setting): Telling => ({
  key,
  report,
  published,
  type: claim.type,
  mode: claim.mode,
  actual: claim.modality === 'actual',
  negative: claim.polarity === 'negative',
  head: headOf(claim.trigger.quote),
  days: daysOf(claim.date),
  how: claim.date.how,
  places: claim.places.map(({ name, code, lat, lon, precision, radius }) => ({ name, code, lat, lon, precision, radius })),
  actors: claim.actors.map(partyCode),
  recipients: claim.recipients.map(partyCode),
  names: namesOf(claim),
  figures: claim.quantities.map(({ measure, low, high }) => ({ measure, low, high })),
  words: contentWords(sentence),
  story,
})

const partyCode = ({ code, sector }: Participant): string => (sector ? `${code} ${sector}` : code)

const namesOf = ({ actors, recipients, places }: Pick<Claim, 'actors' | 'recipients' | 'places'>): string[] => {
  const phrases = [...actors, ...recipients].flatMap(p => nameWords(`x ${p.quote}`))
  return [...new Set([...phrases, ...places.map(p => stemOf(fold(p.name)))])]
}

const daysOf = ({ from, to }: Claim['date']): Telling['days'] =>
  from === null || to === null || dayNumber(to) - dayNumber(from) > MONTH || from > to ? null : [from, to]
