import type { Block } from '../../model/report.ts'

/** A stretch in quotation marks: `[start, end)` with its marks, in UTF-16 code units of the text. */
export interface Quotation {
  readonly start: number
  readonly end: number
  /** Index of its block. */
  readonly block: number
  /** Whether the closing mark is missing, as where a speech goes on in the next paragraph. */
  readonly open: boolean
}

/** Writers mix straight and curly marks, so either closes the other. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"', '“'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  "''": ["''"],
  '``': ["''"],
  '"': ['"', '”', '“'],
  '‘': ['’', "'"],
  "'": ["'", '’'],
}
const MARK = /''|``|["“”„«»‘’']/g
const isLetter = (ch: string | undefined): boolean => ch !== undefined && /[\p{L}\p{N}]/u.test(ch)
const isSingle = (mark: string): boolean => mark === "'" || mark === '‘' || mark === '’'

/** Single marks are mostly apostrophes: they quote only when opened before a word and closed within this many characters. */
const LONGEST_SINGLE = 400

/** All quotations of a text, in order, matched paragraph by paragraph; a quotation within another one is part of it. */
export const findQuotations = (text: string, blocks: readonly Block[]): Quotation[] =>
  blocks.flatMap((b, i) => (b.kind === 'headline' || b.kind === 'paragraph' ? inBlock(text, b, i) : []))

const inBlock = (text: string, block: Block, index: number): Quotation[] => {
  const marks = [...text.slice(block.start, block.end).matchAll(MARK)].map(m => ({ mark: m[0], at: block.start + m.index }))
  const out: Quotation[] = []
  for (let i = 0; i < marks.length; i++) {
    const { mark, at } = marks[i]
    if (!opens(text, mark, at)) continue
    const close = closing(text, marks, i)
    if (close < 0 && (isSingle(mark) || mark === "''")) continue
    const end = close < 0 ? block.end : marks[close].at + marks[close].mark.length
    out.push({ start: at, end, block: index, open: close < 0 })
    if (close < 0) break
    i = close
  }
  return out
}

interface Mark {
  readonly mark: string
  readonly at: number
}

const opens = (text: string, mark: string, at: number): boolean => {
  if (!(mark in CLOSERS)) return false
  if (mark === '“' || mark === '„' || mark === '«') return true
  const [before, after] = [text[at - 1], text[at + mark.length]]
  if (!isSingle(mark)) return after !== undefined && !/\s/.test(after) && !isLetter(before)
  return !isLetter(before) && isLetter(after) && !/[.,;]/.test(before ?? ' ')
}

const closing = (text: string, marks: readonly Mark[], from: number): number => {
  const { mark, at } = marks[from]
  for (let k = from + 1; k < marks.length; k++) {
    const m = marks[k]
    if (isSingle(mark) && m.at - at > LONGEST_SINGLE) return -1
    if (!CLOSERS[mark].includes(m.mark)) continue
    if (isSingle(mark) && (isLetter(text[m.at + 1]) || !/[\p{L}\p{N}.,!?…]/u.test(text[m.at - 1]))) continue
    if ((m.mark === '“' || m.mark === '"') && mark !== "''" && isLetter(text[m.at + 1])) continue
    return k
  }
  return -1
}
