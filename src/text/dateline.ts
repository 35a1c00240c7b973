import { isAgency } from './agencies.ts'
import { dayAt, type WrittenDay } from './dates.ts'

/** A stretch of the text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

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
const WORD = "\\p{Lu}(?:[\\p{L}\\p{M}'’`]|-(?=\\p{L}))*\\.?"
const LINK = '(?:de|del|la|el|al|an|of|the|and|da|do|dos|es|ez|az|ash|ar|as|at|le|les|sur|upon|e)'
const NAME = `${WORD}(?:(?:\\s|/)(?:${LINK}\\s){0,2}${WORD}){0,4}`
const NAME_AT = new RegExp(NAME, 'yu')
const REGION_AT = new RegExp(`,\\s{1,2}(?<name>${NAME})`, 'yu')
const COUNTRY_AT = /\s{1,2}\(\p{Lu}[\p{L} .]{1,30}\)(?=,)/uy
const OUTLET_AT = /\((?<name>[^()\n]{2,70}(?:\n[^()\n]{1,40})?)\)|\/(?<slashed>[\p{Lu}\d][^/\n]{1,40})\//uy
const BARE_OUTLET_AT = /\p{Lu}[\p{L}\d/'’]*(?:-\p{Lu}{2,})?(?: \p{Lu}[\p{L}\d/'’]*){0,3}?(?=\s{0,2}(?:[-–—:.]|\n|$))/uy
const STOP_AT = /\s{0,2}[.,:;]{1,2}/y
const DASH_AT = /\s{0,3}(?:-{1,3}|[–—―]|:)(?!\d)/y
const SPACE_AT = /\s{0,4}/y
const SENTENCE_AT = /\s*(?:["“”‘'«»([`*_…$£€#@-]*[\p{Lu}\p{Lo}\d]|$)/uy
const MONTH_WORD = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i

/** Words that open sentences, never the name of a place of filing. */
const OPENERS = new Set(
  `the a an in on at by after before when as from since between during until for with of to and but or if while although though because despite under over
  near about against this that these those it its he she they we you i his her their our my there here who what where why how which some many most all
  more at two three four five six seven eight nine ten hundreds thousands dozens scores meanwhile however also yes no not dr mr mrs ms gen lt col sgt maj
  president minister prime foreign defense defence according update urgent breaking exclusive factbox analysis opinion video watch photos note question answer
  q by reporting editing`.split(/\s+/),
)
/** Words that open a sentence right behind a place in capitals without a dash ("BEIRUT At least six people"). */
const BARE_AT =
  /(?<place>\p{Lu}{4,}(?: \p{Lu}{2,}){0,2})(?: \p{Lu}\p{Ll}+){0,2}?(?= (?:A|An|The|At|On|In|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|More|Nearly|About|Around|Dozens|Scores|Hundreds|Thousands|Several|\d+) (?!\p{Lu}{2}))/uy

const isCapitals = (name: string): boolean =>
  /\p{Lu}{2}/u.test(name) && !/\p{Ll}{2}/u.test(name.replace(new RegExp(`\\b${LINK}\\b`, 'gu'), ''))

/** A place in capitals right before its sentence, as pages print it that lost their dash. */
const bareDateline = (line: string, at: number): Dateline | null => {
  BARE_AT.lastIndex = 0
  const match = BARE_AT.exec(line)
  return (
    match && {
      start: at,
      end: at + match[0].length,
      place: { start: at, end: at + match.groups!.place.length },
      day: null,
      outlet: null,
    }
  )
}

/**
 * The dateline at `at` ("KABUL, Aug 14 (Reuters) - ", "BAKU, Azerbaijan, Oct. 10 /TASS/", "(AP) --"), or null. `end` is the end of
 * the paragraph. A capitalised opening alone is no dateline: a date, a signature or a dash must go with it, and a sentence must begin behind it.
 */
export const datelineAt = (text: string, at: number, end: number, around: Surroundings): Dateline | null => {
  const line = text.slice(at, Math.min(end, at + LONGEST))
  let p = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = p
    const match = pattern.exec(line)
    if (match) p += match[0].length
    return match
  }
  const takeDay = (): WrittenDay | null => {
    const day = dayAt(line, p)
    if (!day) return null
    p = day.end
    return { ...day, end: at + day.end }
  }
  const stretch = (from: number, to: number): Stretch => ({ start: at + from, end: at + to })

  let place: Stretch | null = null
  let name = ''
  const takePlace = (): void => {
    const match = take(NAME_AT)
    if (!match) return
    // A name that runs on into the date ("Kabul Aug 14") ends before the month.
    const month = [...match[0].matchAll(/\s\p{Lu}\p{L}+/gu)].find(
      word => MONTH_WORD.test(word[0].trim()) && dayAt(line, word.index + 1),
    )
    name = month ? match[0].slice(0, month.index) : match[0]
    p = name.length
    if (!/\.\p{L}+\.$/u.test(name)) name = name.replace(/\.$/, '')
    place = stretch(0, name.length)
    take(COUNTRY_AT)
    for (let i = 0; i < 2; i++) {
      const before = p
      const region = take(REGION_AT)
      if (
        region &&
        (isAgency(region.groups!.name.split('-')[0]) || dayAt(line, before + region[0].length - region.groups!.name.length))
      ) {
        p = before
        break
      }
    }
  }
  const opensSentence = OPENERS.has(/^\p{L}*/u.exec(line)![0].toLowerCase())
  let day = takeDay()
  if (!day && !opensSentence) takePlace()
  if (!place && !day && !/^[(/]/.test(line)) return null
  if (!day) {
    const before = p
    take(STOP_AT)
    take(SPACE_AT)
    day = takeDay()
    if (!day) p = before
  }
  const beforeOutlet = p
  take(STOP_AT)
  take(SPACE_AT)
  let outlet: Stretch | null = null
  let known = false
  const signed = take(OUTLET_AT)
  if (signed) {
    const words = signed.groups!.name ?? signed.groups!.slashed
    known = isAgency(words) || signed.groups!.slashed !== undefined
    const from = p - signed[0].length + 1
    outlet = stretch(from, from + words.length)
  } else {
    const bare = p > beforeOutlet || !place ? take(BARE_OUTLET_AT) : null
    if (bare && isAgency(bare[0])) {
      known = true
      outlet = stretch(p - bare[0].length, p)
    } else p = beforeOutlet
  }
  const beforeDash = p
  take(STOP_AT)
  let dash = take(DASH_AT)?.[0] ?? ''
  if (!dash && line.slice(beforeDash, p).includes(':')) dash = ':'
  if (dash && !outlet && !day && /^[-–—]$/.test(dash) && /\p{L}/u.test(line[p] ?? '')) dash = ''
  const afterDash = p
  SENTENCE_AT.lastIndex = afterDash
  const sentence = SENTENCE_AT.test(line)
  const alone = !/\S/.test(line.slice(beforeDash).replace(/^[\s.,:–—-]+/, '')) && at + line.length >= end
  const caps = isCapitals(name)
  if (place && !outlet && isAgency(name)) [place, outlet, known] = [null, place, true]
  const found: Dateline = { start: at, end: at + (dash || outlet ? afterDash : beforeDash), place, day, outlet }

  if (alone)
    return (place && day) || (outlet && known) || (place && outlet && known)
      ? { ...found, end: at + line.trimEnd().length }
      : null
  if (around.first && !around.capitals && !dash && !day && !outlet && !opensSentence) return bareDateline(line, at)
  if (!sentence) return null
  if (outlet && day && place) return found
  if (outlet && dash && (place || known)) return found
  if (outlet && known && place && caps && !around.capitals) return found
  if (outlet && known && !place && !around.capitals && signed) return found
  if (day && dash && place) return found
  if (around.capitals || (outlet && !day)) return null
  if (day && place && caps && !/^,/.test(line.slice(beforeDash))) return { ...found, end: at + afterDash }
  if (day && known && /\.\s*$/.test(line.slice(0, afterDash))) return { ...found, end: at + afterDash }
  if (day) return null
  if (!place) return null
  if (caps && dash && (dash.trim() !== ':' || around.first) && name.length > 3) return found
  const words = name.split(/[\s/]/).length
  if (!around.first || words > 3 || !dash || dash.trim() === ':') return null
  // A second dash means an aside: "Tanks — Russian ones — rolled in".
  const aside = line.slice(afterDash).search(/\s(?:--|[–—-])\s/)
  return aside < 0 || /[.!?]\s/.test(line.slice(afterDash, afterDash + aside)) ? found : null
}

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
