import type { Block } from '../../model/report.ts'
import { hash53 } from '../hash.ts'
import { type Word, wordsOf } from './words.ts'

/** A hash of some words in a row, an integer below 2^53, and where they stand: `[start, end)` in UTF-16 code units of the text. */
export interface Fingerprint {
  readonly hash: number
  readonly start: number
  readonly end: number
}

/** Words in a row that are hashed together. */
const GRAM = 5
/** Of this many hashes in a row the smallest is kept: words that are the same over GRAM + WINDOW - 1 have one in common. */
const WINDOW = 4
/**
 * Reports with fewer hashes in common than this are not worth a look: a passage of 20 words as it stands has four, with a word
 * changed mostly three.
 */
export const CANDIDATE = 3

/**
 * The fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken 2003) over the folded words of its paragraphs and headlines:
 * each hash once, in the order of the text. Case, punctuation and line breaks make no difference. Empty below five words.
 */
export const fingerprintsOf = (text: string, blocks: readonly Block[]): Fingerprint[] => {
  const words = wordsOf(text, blocks)
  const found = new Map<number, Fingerprint>()
  for (const headline of [true, false]) {
    for (const print of winnow(words.filter(word => word.headline === headline))) {
      if (!found.has(print.hash)) found.set(print.hash, print)
    }
  }
  return [...found.values()]
}

const winnow = (words: readonly Word[]): Fingerprint[] => {
  const grams = words.slice(0, Math.max(0, words.length - GRAM + 1)).map((word, i) => ({
    hash: hash53(grammed(words, i)),
    start: word.start,
    end: words[i + GRAM - 1].end,
  }))
  const kept = new Set<Fingerprint>()
  for (let i = 0; i + Math.min(WINDOW, grams.length) <= grams.length && grams.length; i++) {
    kept.add(grams.slice(i, i + WINDOW).reduce((least, gram) => (gram.hash <= least.hash ? gram : least)))
  }
  return [...kept]
}

const grammed = (words: readonly Word[], from: number): string => {
  let gram = words[from].key
  for (let i = from + 1; i < from + GRAM; i++) gram += ` ${words[i].key}`
  return gram
}
