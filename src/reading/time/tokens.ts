import type { Token } from './words.ts'

/** A blank line: no expression runs across it. */
export const BREAK = '¶'

const PIECES = [
  String.raw`(?<gap>\n[^\S\n]*\n\s*)`,
  // Whole dates and times in figures.
  String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])`,
  String.raw`\d{4}\/\d{1,2}\/\d{1,2}(?![\d/])`,
  String.raw`\d{1,2}(?<mark>[./-])\d{1,2}\k<mark>(?:\d{4}|\d{2})(?![\d/-]|\.\d)`,
  String.raw`\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[ap]\.?\s?m\b)`,
  String.raw`\d{1,2}:\d\d(?::\d\d)?(?![\d:])`,
  // Numbers: with thousands, decimals; ordinals; decades.
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
  String.raw`\d+(?:st|nd|rd|th|s)(?![\p{L}\d])`,
  String.raw`\d+(?:\.\d+)?`,
  String.raw`['’]\d\ds?(?![\p{L}\d])`,
  // Words, with the point of an abbreviation of a month or weekday.
  String.raw`(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)\.`,
  String.raw`[ap]\.\s?m\b\.?`,
  "o['’]clock",
  String.raw`\p{L}+`,
  String.raw`[^\s]`,
]
const TOKEN = new RegExp(PIECES.join('|'), 'giu')

/** Cuts a text into words, numbers, whole figures of dates and clock times, and marks. Any text; linear in its length. */
export const tokensOf = (text: string): Token[] => {
  const out: Token[] = []
  for (const m of text.matchAll(TOKEN)) {
    const word = m.groups?.gap === undefined ? m[0] : BREAK
    out.push({ start: m.index, end: m.index + m[0].length, text: word, low: word.toLowerCase() })
  }
  return out
}
