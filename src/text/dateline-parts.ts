import { isAgency } from './agencies.ts'
import { dayAt, type WrittenDay } from './dates.ts'

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What stands in the order of a dateline at the beginning of a line: place, day, signature, dash; each may be missing. */
export interface DatelineParts {
  readonly place: Stretch | null
  readonly day: WrittenDay | null
  readonly outlet: Stretch | null
  /** Whether the signature stands in brackets or slashes. */
  readonly signed: boolean
  /** Whether the signature is one that is known, or stands between slashes as some agencies write theirs. */
  readonly known: boolean
  /** The dash or colon, or "". */
  readonly dash: string
  /** Where place, day and signature end, and where stop and dash behind them do. */
  readonly bare: number
  readonly end: number
}

const WORD = "(?:(?:\\p{Lu}\\.){2,4}|\\p{Lu}(?:[\\p{L}\\p{M}'’`]|-(?=\\p{L}))*\\.?)"
/** Small words inside the names of places. */
export const LINK = '(?:de|del|la|el|al|an|of|the|and|da|do|dos|es|ez|az|ash|ar|as|at|le|les|sur|upon|e)'
const NAME = `${WORD}(?:(?:\\s|/)(?:${LINK}\\s){0,2}${WORD}){0,4}`
const NAME_AT = new RegExp(NAME, 'yu')
const REGION_AT = new RegExp(`,\\s{1,2}(?<name>${NAME})`, 'yu')
const COUNTRY_AT = /\s{1,2}\(\p{Lu}[\p{L} .]{1,30}\)(?=,)/uy
const OUTLET_AT = /\((?<name>[^()\n]{2,70}(?:\n[^()\n]{1,40})?)\)|\/(?<slashed>[\p{Lu}\d][^/\n]{1,40})\//uy
const BARE_OUTLET_AT = /\p{Lu}[\p{L}\d/'’]*(?:-\p{Lu}{2,})?(?: \p{Lu}[\p{L}\d/'’]*){0,3}?(?=\s{0,2}(?:[-–—:.]|\n|$))/uy
const STOP_AT = /\s{0,2}[.,:;]{1,2}/y
const DASH_AT = /\s{0,3}(?:-{1,3}|[–—―]|_(?=\s|$)|:)(?!\d)/y
const GAP_AT = /(?:\s{0,2}[.,:;]{1,2})?\s{0,4}/y
const MONTH_WORD = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i

/** Words that open sentences, never the name of a place of filing. */
const OPENERS = new Set(
  `the a an in on at by after before when as from since between during until for with of to and but or if while although though because despite under over
  near about against this that these those it its he she they we you i his her their our my there here who what where why how which some many most all
  more two three four five six seven eight nine ten hundreds thousands dozens scores meanwhile however also yes no not dr mr mrs ms gen lt col sgt maj
  president minister prime foreign defense defence according update urgent breaking exclusive factbox analysis opinion video watch look photos note question
  answer q reporting editing report abstract letters`.split(/\s+/),
)

/** Whether the line's first word opens a sentence rather than naming a place. */
export const opensSentence = (line: string): boolean =>
  OPENERS.has(/^\p{L}*/u.exec(line)![0].toLowerCase()) && !/^the hague\b/i.test(line)

interface Cursor {
  readonly line: string
  at: number
}

const take = (cursor: Cursor, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.line)
  if (match) cursor.at += match[0].length
  return match
}

const takeDay = (cursor: Cursor): WrittenDay | null => {
  const day = dayAt(cursor.line, cursor.at)
  if (day) cursor.at = day.end
  return day
}

/** The parts at the beginning of `line`, or null when it begins with none. Offsets count in the line. */
export const datelineParts = (line: string): DatelineParts | null => {
  const cursor: Cursor = { line, at: 0 }
  const early = takeDay(cursor)
  const place = early || opensSentence(line) ? null : takePlace(cursor)
  if (!place && !early && !/^[(/]/.test(line)) return null
  const day = early ?? takeLater(cursor, takeDay)
  const { outlet, signed, known } = takeOutlet(cursor, place)
  const bare = cursor.at
  const stop = take(cursor, STOP_AT)?.[0] ?? ''
  const dash = take(cursor, DASH_AT)?.[0] ?? (stop.includes(':') ? ':' : '')
  // "Izz-ad-Din", "A-10": a hyphen inside a word is no dash.
  const hyphen = !outlet && !day && /^[-–—]$/.test(dash) && /\p{L}/u.test(line[cursor.at] ?? '')
  return { ...splitSignature(line, { place, outlet, known }), day, signed, dash: hyphen ? '' : dash.trim(), bare, end: cursor.at }
}

/** Takes something behind a stop and spaces, or nothing at all. */
const takeLater = <T>(cursor: Cursor, taken: (cursor: Cursor) => T | null): T | null => {
  const before = cursor.at
  take(cursor, GAP_AT)
  const found = taken(cursor)
  if (!found) cursor.at = before
  return found
}

const takePlace = (cursor: Cursor): Stretch | null => {
  const match = take(cursor, NAME_AT)
  if (!match) return null
  // A name that runs on into the date ("Kabul Aug 14") ends before the month.
  const month = [...match[0].matchAll(/\s\p{Lu}\p{L}+/gu)].find(
    word => MONTH_WORD.test(word[0].trim()) && dayAt(cursor.line, word.index + 1),
  )
  const name = month ? match[0].slice(0, month.index) : match[0]
  cursor.at = name.length
  take(cursor, COUNTRY_AT)
  for (let i = 0; i < 2; i++) {
    const before = cursor.at
    const region = take(cursor, REGION_AT)?.groups?.name
    if (region && (isAgency(region.split('-')[0]) || dayAt(cursor.line, cursor.at - region.length))) {
      cursor.at = before
      break
    }
  }
  return { start: 0, end: /\.\p{L}+\.$|^(?:\p{L}\.)+$/u.test(name) ? name.length : name.replace(/\.$/, '').length }
}

const takeOutlet = (cursor: Cursor, place: Stretch | null): Pick<DatelineParts, 'outlet' | 'signed' | 'known'> => {
  const signed = takeLater(cursor, c => take(c, OUTLET_AT))
  if (signed) {
    const words = signed.groups!.name ?? signed.groups!.slashed
    const start = cursor.at - signed[0].length + 1
    return {
      outlet: { start, end: start + words.length },
      signed: true,
      known: isAgency(words) || signed.groups!.slashed !== undefined,
    }
  }
  const bare = takeLater(cursor, c => {
    const before = c.at
    const found = before > (place?.end ?? -1) ? take(c, BARE_OUTLET_AT) : null
    return found && isAgency(found[0]) ? found : null
  })
  const outlet = bare && { start: cursor.at - bare[0].length, end: cursor.at }
  return { outlet, signed: false, known: bare !== null }
}

/** A signature that was taken for the place ("TASS, August 14.") or for its last word ("Tripoli NNA -"). */
const splitSignature = (
  line: string,
  parts: Pick<DatelineParts, 'place' | 'outlet' | 'known'>,
): Pick<DatelineParts, 'place' | 'outlet' | 'known'> => {
  const { place } = parts
  if (!place || parts.outlet) return parts
  if (isAgency(line.slice(0, place.end))) return { place: null, outlet: place, known: true }
  const last = /\s(\p{Lu}{2,})$/u.exec(line.slice(0, place.end))
  if (!last || !isAgency(last[1])) return parts
  return { place: { start: 0, end: last.index }, outlet: { start: last.index + 1, end: place.end }, known: true }
}
