let segmenter: Intl.Segmenter | null = null
const PLAIN = /^[\x20-\x7e]*$/
// Latin letters and the usual typographic marks, one column each.
const SIMPLE = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/
// Ranges that terminals draw in two columns (Unicode TR 11: wide and full-width), and emoji.
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** The graphemes of a text: what a reader takes for one character. */
export const graphemes = (text: string): string[] => {
  if (PLAIN.test(text)) return [...text]
  // Made at the first text that needs it: it costs more than all else here.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), s => s.segment)
}

/** Columns that a terminal needs for a text without control characters. */
export const widthOf = (text: string): number =>
  SIMPLE.test(text) ? text.length : graphemes(text).reduce((n, g) => n + (NO_WIDTH.test(g) ? 0 : WIDE.test(g) ? 2 : 1), 0)

/** As much of a text as fits into `columns`, cut between graphemes; an ellipsis tells that it was cut. */
export const cutTo = (text: string, columns: number): string => {
  if (widthOf(text) <= columns) return text
  let [line, width] = ['', 0]
  for (const g of graphemes(text)) {
    width += widthOf(g)
    if (width > columns - 1) break
    line += g
  }
  return columns > 0 ? `${line}…` : ''
}

/**
 * A text without anything that could move a terminal's cursor, colour it or turn its direction: control characters, marks of
 * direction and halves of surrogate pairs are written as escapes; line breaks and tabs become blanks.
 */
export const printable = (text: string): string =>
  text.replace(/[\t\n\r]+/g, ' ').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
    c => `\\u{${c.codePointAt(0)!.toString(16).toUpperCase()}}`,
  )
