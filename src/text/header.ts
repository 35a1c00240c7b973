import { isAgency } from './agencies.ts'
import { daysWritten, fullDateEnd } from './dates.ts'

const LABEL =
  '(?:first\\s)?(?:last\\s)?(?:published|updated?|posted|modified|issued|released|printed|filed|created|added|publication date|date of publication|release date|date|time|on air|aired)'
/** What may stand around the day of a line that only says when the report appeared. */
const STAMP_PARTS = new RegExp(
  [
    `\\b${LABEL}\\b(?:\\s(?:on|at|by|in))?\\s?:?`,
    '\\b\\d{1,2}[:.h]\\d\\d(?::\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?)?',
    '\\b\\d{4}\\s?(?:hrs?|hours|gmt|utc|z|[ap]\\.?m)\\b\\.?',
    '\\b(?:at|on)\\b',
    '\\b(?:gmt|utc|[ecmp][ds]?t|i[sd]t|bst|msk|cest?|eest?|jst|local time|moscow time|kyiv time|baghdad time)\\b',
    '[+\\-−±]\\d{1,2}(?::?\\d\\d)?\\b',
    '\\b\\d+\\s(?:min(?:ute)?s?|hours?|days?)\\s(?:read|ago)\\b',
    '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
    '[|•·,;:()\\[\\]/–—\\-.\\s]',
  ].join('|'),
  'giu',
)
/** A day in figures, be its order sure or not. */
const FIGURES = /(?<!\d)\d\d?([./-])\d\d?\1(?:19|20)\d\d(?!\d)/g
const BYLINE =
  /^(?:(?:story|report|text|words|photos?|written|reported|posted|compiled|analysis|exclusive)(?:\s(?:and|&)\s\p{L}+)?\s)?by:?\s(?<names>\S.*)$/iu
const CREDIT =
  /^\(?\s*(?:[-–—]{1,2}\s?)?(?:(?:additional |further )?(?:reporting|writing|editing|edited|written|reported|compiled|translated|graphics?)\b(?: and \p{L}+)?(?: by\b|:)|(?:©|\(c\)|copyright)|source:\s|all rights reserved)/iu
const END_MARK =
  /^(?:#{2,}|-?\s?30\s?-|ends?\.?|enditem|endit|\[end\]|\*{3}|\/[a-z]{1,4}\/|-{3,}|item ends|more\.{3}|\(more\)|\(end\))$/iu
const SERVICE =
  /^(?:urgent|breaking(?: news)?|exclusive|update \d+|update|bulletin|flash|alert|lead|(?:\d+(?:st|nd|rd|th)|first|second|third) (?:lead|ld).*|\(?eds:.*|share(?: this)?(?: on.*)?|print|email|e-mail|tweet|comments?(?: \(\d+\))?|advertisement|read more|listen|save|follow us.*|photo:.*|image:.*|file photo.*|get short url.*|tags?:.*|topics?:.*|keywords:.*|related:?|see also:?)[:.]?$/iu
const OUTLET_LINE = /^\p{Lu}[\p{L}\p{N}.&'’-]*:$/u
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|&|for|of|the|in|at|de|del|la|van|von|der|bin|ibn|al|el|da|dos|staff|correspondent|correspondents|writer|writers|reporter|reporters|editor|agencies|news|desk|contributor|special|to|with)[,;.|]*$/u

/** Labels of archives' and mail programs' lines; what follows them is no sentence. */
const LABELLED =
  /^(?:section|length|byline|load-date|pub-type|language|document-type|publication-type|graphic|journal-code|subject|from|to|date|sent|author|copyright|word count|page|edition|publication|date published|posted|updated|published|dateline|body|headline|title|country|city|company|organization|geographic|acc-no)\s?:(?:\s|$)/iu
const SOURCE_LINE = /^source:\s(?:\p{Lu}[\p{L}&.'’-]*\s?){1,5}(?:,\s.*\d)?$/u

/** A stretch of text that stands where a paragraph could, but only says when, by whom or for whom it was written. */
export type LineKind = 'header' | 'agency' | null

const LONGEST = 160

/** Whether a line consists of a day or hour with labels and at most a few capitalised words ("Politics 10 October 2020 15:09 (UTC+04:00)"). */
export const isStamp = (line: string): boolean => {
  const days = daysWritten(line, 0, line.length)
  const figures = line.replace(FIGURES, ' ')
  const hour = /\b[0-2]?\d:[0-5]\d\b/.test(line)
  if (!days.length && figures === line && !(hour && /\b(?:gmt|utc|updated|published|posted|[ap]\.?m|[ecmp][ds]t)\b/i.test(line)))
    return false
  let rest = days.length ? line : figures
  for (const day of days.toReversed()) rest = `${rest.slice(0, day.start)} ${rest.slice(day.end)}`
  const words = rest.replace(STAMP_PARTS, ' ').split(/\s+/).filter(Boolean)
  return (
    words.length <= 5 &&
    words.every(word => /^(?:\p{Lu}[\p{L}\p{N}&'’]*|and|of|the|in|de|by|for|\d{1,4})$/u.test(word)) &&
    !/[.!?]["”]?$/.test(words.length > 2 ? line : '')
  )
}

/** "SECTION: WORLD; Pg. 3", "Source: River Courier", but no heading such as "Source: rebels fled". */
const isLabelled = (line: string): boolean => {
  if (/^source:/i.test(line)) return SOURCE_LINE.test(line.replace(/^source/i, 'source')) && !/[.!?]$/.test(line)
  return (
    LABELLED.test(line) &&
    (/^[\p{Lu}-]{3,}\s?:/u.test(line) || /^(?:from|to|date|sent|subject|author|published|updated|posted)\s?:/i.test(line))
  )
}

const isByline = (line: string): boolean => {
  const names = BYLINE.exec(line)?.groups?.names
  if (!names || /[.!?]$/.test(names.replace(/\b(?:Jr|Sr|Dr)\.$/, ''))) return false
  const words = names
    .replace(/\S+@\S+|https?:\S+/g, '')
    .split(/\s+/)
    .filter(Boolean)
  return words.length <= 14 && /^\p{Lu}/u.test(names) && words.every(word => NAME_WORD.test(word) || isAgency(word))
}

/** What a line standing alone is; null: a line of the report itself. `text` has no line break inside. */
export const lineKind = (text: string): LineKind => {
  const line = text.trim()
  if (!line || line.length > LONGEST) return null
  if (END_MARK.test(line) || SERVICE.test(line) || isLabelled(line)) return 'header'
  if (isAgency(line.replace(/^[-–—(/|\s]+|[-–—)/|:.\s]+$/g, ''))) return 'agency'
  if (line.length <= 30 && OUTLET_LINE.test(line)) return 'agency'
  return isStamp(line) || isByline(line) ? 'header' : null
}

/** Whether a closing paragraph only credits writers or owners ("(Reporting by Jane Roe; editing by John Doe)"). */
export const isCredit = (text: string): boolean => text.length <= 400 && CREDIT.test(text.trim())

const RUN_IN_LABEL = new RegExp(`${LABEL}(?:\\s(?:on|at))?:?\\s{1,2}`, 'iyu')
const RUN_IN_REST =
  /(?:,?\s{0,2}(?:at\s)?\d{1,2}[:.]?\d\d(?::?\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?\(?(?:GMT|UTC|[ECMP][DS]?T|IST|BST|MSK)\b(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?)?(?:\s{0,2}\([Uu]pdated:?\s[\d:.\s]{4,24}\))?\s{0,2}[|•·–—-]?\s{0,2}/uy

const RUN_IN_SECTION = /(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}[\p{L}&'’-]*\s){1,5}/uy
const RUN_IN_AGENCY = /\p{Lu}{2,9}(?=\s)/uy

/**
 * Where a date stamp that runs straight into the first sentence ends ("Published July 2 2016 Two medics were..."), or `at`.
 * Only a full date with a sentence beginning behind it counts: "10 October 2020 was" and "July 2, 2016, saw" are sentences.
 */
export const runInStampEnd = (text: string, at: number): number => {
  const { start, end } = runInDate(text, at)
  return end > start && /^["“‘'(]?[\p{Lu}\d]/u.test(text.slice(end, end + 3)) ? end : at
}

/** The stamp at `at`, whatever follows it: labels or section words, full date, hour. `end === start`: there is none. */
export const runInDate = (text: string, at: number): { start: number; end: number } => {
  for (const before of [RUN_IN_LABEL, RUN_IN_SECTION]) {
    before.lastIndex = at
    const start = at + (before.exec(text)?.[0].length ?? 0)
    const day = fullDateEnd(text, start)
    if (day === start) continue
    RUN_IN_REST.lastIndex = day
    return { start: at, end: day + (RUN_IN_REST.exec(text)?.[0].length ?? 0) }
  }
  return { start: at, end: at }
}

/** Where an agency's sign that runs straight into the first sentence ends ("AFP At least ten people"), or `at`. */
export const runInAgencyEnd = (text: string, at: number): number => {
  RUN_IN_AGENCY.lastIndex = at
  const match = RUN_IN_AGENCY.exec(text)
  const end = at + (match?.[0].length ?? 0)
  return match && isAgency(match[0]) && /^\s["“]?(?:\p{Lu}\p{Ll}|A |\d)/u.test(text.slice(end, end + 4)) ? end : at
}
