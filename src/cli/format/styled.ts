import { graphemes, printable, widthOf } from './width.ts'

/** Styles by name: the SGR codes that begin and end them (the sixteen colours, so that the terminal's theme decides). */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const
export type Style = keyof typeof CODES

/** A stretch of text with its styles. */
export interface Piece {
  readonly text: string
  readonly styles: readonly Style[]
}

/** A piece of text from a report or of our own, made safe to print. */
export const piece = (text: string, ...styles: Style[]): Piece => ({ text: printable(text), styles })

const paint = ({ text, styles }: Piece, colour: boolean): string =>
  colour && styles.length
    ? `${styles.map(s => `\x1b[${CODES[s][0]}m`).join('')}${text}${[...styles]
        .reverse()
        .map(s => `\x1b[${CODES[s][1]}m`)
        .join('')}`
    : text

/** How pieces are laid into lines. */
export interface Layout {
  readonly columns: number
  readonly colour: boolean
  /** What stands before the first line, and before the others. */
  readonly first: string
  readonly rest: string
}

/**
 * Pieces laid into lines of at most `columns`, broken at blanks; a word that is longer than a line is broken between graphemes.
 * Lines end with a line break.
 */
export const wrap = (pieces: readonly Piece[], { columns, colour, first, rest }: Layout): string => {
  const lines: Piece[][] = [[]]
  const room = () => Math.max(8, columns - widthOf(lines.length === 1 ? first : rest))
  let used = 0
  const push = (p: Piece) => {
    lines[lines.length - 1].push(p)
    used += widthOf(p.text)
  }
  const breakLine = () => {
    lines.push([])
    used = 0
  }
  for (const word of wordsOf(pieces)) {
    const width = word.reduce((n, p) => n + widthOf(p.text), 0)
    const blank = word[0].text === ' ' && word.length === 1
    if (blank) {
      if (used > 0 && used < room()) push(word[0])
      continue
    }
    if (used > 0 && used + width > room()) breakLine()
    for (const p of word) {
      if (width <= room()) push(p)
      else
        for (const g of graphemes(p.text)) {
          if (used + widthOf(g) > room()) breakLine()
          push({ ...p, text: g })
        }
    }
  }
  return lines
    .map((line, i) => {
      if (line.at(-1)?.text === ' ') line.pop()
      return `${`${i ? rest : first}${painted(line, colour)}`.trimEnd()}\n`
    })
    .join('')
}

/** Pieces of one style in a row are painted as one. */
const painted = (line: readonly Piece[], colour: boolean): string => {
  const runs: Piece[] = []
  for (const p of line) {
    const last = runs.at(-1)
    if (last && last.styles.join() === p.styles.join()) runs[runs.length - 1] = { ...last, text: last.text + p.text }
    else runs.push(p)
  }
  return runs.map(p => paint(p, colour)).join('')
}

/** Words and single blanks; a word may be made of several pieces. */
const wordsOf = (pieces: readonly Piece[]): Piece[][] => {
  const words: Piece[][] = []
  let open = false
  for (const { text, styles } of pieces)
    for (const part of text.match(/ +|[^ ]+/g) ?? []) {
      const blank = part[0] === ' '
      if (blank) words.push([{ text: ' ', styles }])
      else if (open) words[words.length - 1].push({ text: part, styles })
      else words.push([{ text: part, styles }])
      open = !blank
    }
  return words
}
