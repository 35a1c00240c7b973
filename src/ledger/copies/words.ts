import { isAbbreviation } from '../../language/tokens.ts'
import type { Block } from '../../model/report.ts'

/** A word as it is compared: lower case, without accents and apostrophes; `[start, end)` in UTF-16 code units of the text. */
export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The number of its sentence in the text. */
  readonly sentence: number
  readonly headline: boolean
  /** Whether it is written with a capital inside its sentence, as names are. */
  readonly name: boolean
}

/** Numbers with their points and commas, initials ("U.S."), words with their apostrophes; a hyphen parts words. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}(?:\.\p{L}){1,9}(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`][\p{L}\p{M}]+)*/gu

/** The words of what outlets share: paragraphs and headlines, without datelines, signatures and header lines. */
export const wordsOf = (text: string, blocks: readonly Block[]): Word[] => {
  const words: Word[] = []
  let sentence = -1
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph' && kind !== 'headline') continue
    sentence++
    let before: number | null = null
    for (const match of text.slice(start, end).matchAll(WORD)) {
      const from = start + match.index
      const first = before === null || endsSentence(text, before, from)
      if (first && before !== null) sentence++
      before = from + match[0].length
      words.push({
        key: fold(match[0]),
        start: from,
        end: before,
        sentence,
        headline: kind === 'headline',
        name: !first && /^\p{Lu}/u.test(match[0]),
      })
    }
  }
  return words
}

/** The folded words of a sentence. */
export const keysOf = (sentence: string): string[] => (sentence.match(WORD) ?? []).map(fold)

const fold = (word: string): string =>
  /^[A-Za-z0-9]+$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}'’‘ʼ`,]|(?<!\p{N})\./gu, '')

/** Whether a sentence ends between the word that ends at `before` and the one that begins at `next`. */
const endsSentence = (text: string, before: number, next: number): boolean => {
  const gap = text.slice(before, next)
  if (gap === ' ') return false
  if (/\n[ \t]*\r?\n/.test(gap)) return true
  if (!/[.!?…]["”’')\]»]*\s/.test(gap) || /^\p{Ll}/u.test(text.slice(next, next + 2))) return false
  const last = /\S{1,20}$/.exec(text.slice(Math.max(0, before - 20), before))?.[0] ?? ''
  return !gap.startsWith('. ') || !isAbbreviation(`${last.replace(/^[^\p{L}]+/u, '')}.`)
}

const NUMBERS = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens score scores half
  first second third fourth fifth`.split(/\s+/),
)
const NEGATIONS = new Set('not no none nor never neither cannot without deny denies denied denying'.split(' '))

/** Whether a folded word turns a sentence into another one: a figure or a negation. */
export const isTelling = (key: string): boolean =>
  NUMBERS.has(key) ||
  NEGATIONS.has(key) ||
  /^\p{N}/u.test(key) ||
  /^(?:do|did|does|is|was|were|are|could|would|should|has|have|had|ca|wo)nt$/.test(key)

const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '))

/** Whether a folded word is a day of the week. */
export const isDay = (key: string): boolean => DAYS.has(key)
