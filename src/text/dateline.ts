import { isAgency } from './agencies.ts'
import { type DatelineParts, datelineParts, LINK, opensSentence, type Stretch } from './dateline-parts.ts'
import type { WrittenDay } from './dates.ts'

/** What the opening of a paragraph says of where, when and by whom it was filed. */
export interface Dateline extends Stretch {
  readonly place: Stretch | null
  readonly day: WrittenDay | null
  readonly outlet: Stretch | null
}

/** How far to trust letters and position: `first`: the report's first paragraph; `capitals`: the text has no lower case. */
export interface Surroundings {
  readonly first: boolean
  readonly capitals: boolean
}

const LONGEST = 240
/** Places with their regions are shorter; what is longer and in capitals is a heading. */
const LONGEST_PLACE = 60
const SENTENCE_AT = /\s*(?:["“”‘'«»([`*_…$£€#@-]*[\p{Lu}\p{Lo}\d]|$)/uy
/** A place in capitals right before words that open a sentence, as pages print it that lost their dash ("BEIRUT At least six people"). */
const BARE_AT =
  /(?<place>\p{Lu}{4,}(?: \p{Lu}{2,}){0,2})(?: \p{Lu}\p{Ll}+){0,2}?(?= (?:A|An|The|At|On|In|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|More|Nearly|About|Around|Dozens|Scores|Hundreds|Thousands|Several|\d+) (?!\p{Lu}{2}))/uy
const LINKS = new RegExp(`\\b${LINK}\\b`, 'gu')

const isCapitals = (name: string): boolean => /\p{Lu}{2}/u.test(name) && !/\p{Ll}{2}/u.test(name.replace(LINKS, ''))

/**
 * The dateline at `at` ("KABUL, Aug 14 (Reuters) - ", "BAKU, Azerbaijan, Oct. 10 /TASS/", "(AP) --"), or null. `end` is the end of
 * the paragraph. A capitalised opening alone is no dateline: a date, a signature or a dash must go with it, and a sentence must begin
 * behind it.
 */
export const datelineAt = (text: string, at: number, end: number, around: Surroundings): Dateline | null => {
  const line = text.slice(at, Math.min(end, at + LONGEST))
  const parts = datelineParts(line)
  if (!parts) return null
  const { place, day, outlet } = parts
  const whole = at + line.length >= end
  const stop = whole && isAlone(line, parts) ? aloneEnd(line, parts, around) : openingEnd(line, parts, around)
  if (stop > 0)
    return {
      start: at,
      end: at + stop,
      place: moved(place, at),
      day: day && { ...day, end: at + day.end },
      outlet: moved(outlet, at),
    }
  return place && !day && !outlet && !parts.dash && around.first && !around.capitals ? bareDateline(line, at) : null
}

const moved = (stretch: Stretch | null, by: number): Stretch | null =>
  stretch && { start: stretch.start + by, end: stretch.end + by }

const isAlone = (line: string, { bare }: DatelineParts): boolean => /^[\s.,:_–—-]*$/.test(line.slice(bare))

/** The end of a dateline that is a line of its own, or 0. */
const aloneEnd = (line: string, parts: DatelineParts, around: Surroundings): number => {
  const { place, day, outlet, known, signed, dash } = parts
  // "KUNA News Agency." may be the end of a sentence that was broken.
  const isSentence = !signed && /\.\s*$/.test(line)
  const filed =
    (place && day) || (outlet && known && !isSentence) || (place && /[-–—_]/.test(dash) && isPlaceInCapitals(line, parts, around))
  return filed ? line.trimEnd().length : 0
}

const isPlaceInCapitals = (line: string, { place, bare }: DatelineParts, { first, capitals }: Surroundings): boolean => {
  const name = place ? line.slice(place.start, place.end) : ''
  return first && !capitals && name.length > 3 && bare <= LONGEST_PLACE && name.split(/[\s/]/).length <= 4 && isCapitals(name)
}

/** The end of a dateline that opens a paragraph, or 0. */
const openingEnd = (line: string, parts: DatelineParts, around: Surroundings): number => {
  const { place, day, outlet, known, signed, dash, end, bare } = parts
  SENTENCE_AT.lastIndex = end
  if (!SENTENCE_AT.test(line)) return 0
  if (day && place && (outlet || dash)) return end
  if (outlet && dash && (place || known)) return end
  if (around.capitals) return 0
  const capitals = place !== null && isCapitals(line.slice(place.start, place.end))
  if (outlet && known && signed && (capitals || !place)) return end
  if (day && place && capitals) return line[bare] === ',' ? 0 : end
  if (day && known && /\.\s*$/.test(line.slice(0, end))) return end
  if (day || outlet || !place || !dash) return 0
  if (isPlaceInCapitals(line, parts, { ...around, first: around.first || dash !== ':' })) return end
  return around.first && dash !== ':' && isPlaceBeforeDash(line, parts) ? end : 0
}

/** "Basra -- The bridge", but no aside with a second dash: "Tanks — Russian ones — rolled in". */
const isPlaceBeforeDash = (line: string, { place, end }: DatelineParts): boolean => {
  if (!place || line.slice(place.start, place.end).split(/[\s/]/).length > 3) return false
  const aside = line.slice(end).search(/\s(?:--|[–—-])\s/)
  return aside < 0 || /[.!?]\s/.test(line.slice(end, end + aside))
}

const bareDateline = (line: string, at: number): Dateline | null => {
  BARE_AT.lastIndex = 0
  const match = opensSentence(line) ? null : BARE_AT.exec(line)
  const place = match && { start: at, end: at + match.groups!.place.length }
  return match && { start: at, end: at + match[0].length, place, day: null, outlet: null }
}

/** Whether the dateline is signed by an outlet that is well known. */
export const isSigned = (text: string, { outlet }: Dateline): boolean =>
  outlet !== null && isAgency(text.slice(outlet.start, outlet.end))

const NOTE_AT = /\s{0,4}\[[^[\]]{1,400}\]/y
const NOTE_WORDS =
  /^\s*\[(?:text|excerpts?|editorial|report|article|interview|communique|statement|speech|commentary|passage|begin|end|continued|from|by|video|unattributed|dispatch|announcer|station|words|name|recorded|live|summary|questions|column|news|message|press|address|remarks|roundtable|letter|document|declaration|announcement|apparent)\b/i

/** Where the monitoring service's notes at `at` end ("[Report] [Jane Roe] [Text]", "[Passage omitted]"); `at` when there are none. */
export const notesEnd = (text: string, at: number, end: number): number => {
  let stop = at
  for (let p = at; ; ) {
    NOTE_AT.lastIndex = p
    const note = NOTE_AT.exec(text)
    if (!note || p + note[0].length > end) return stop
    p += note[0].length
    if (NOTE_WORDS.test(note[0])) stop = p
  }
}
