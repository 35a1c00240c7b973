import { type Span, spanOf } from '../../model/span.ts'
import { chainsOf, type Run, runsOf } from './runs.ts'
import { isDay, isTelling, keysOf, type Word } from './words.ts'

/** A text with its folded words (`wordsOf`). */
export interface Worded {
  readonly text: string
  readonly words: readonly Word[]
}

/** What passages must be like. */
export interface PassageOptions {
  /** The least words of a passage. */
  readonly least?: number
  /** Whether the names must be the same too. */
  readonly strict?: boolean
  /** The words in common, where they are known (`runsOf`). */
  readonly runs?: readonly Run[]
}

/** Words `[from, to)` of a text. */
interface Range {
  readonly from: number
  readonly to: number
}

/** The share of a sentence's words that must be the same. */
const SAME = 0.9

/**
 * The passages of `mine` that stand in `other` word for word: whole sentences in a row,
 * with nine words of ten the same in the same order, and all figures and negations.
 */
export const sharedPassages = (
  mine: Worded,
  other: Worded,
  { least = 1, strict = false, runs = runsOf(mine.words, other.words) }: PassageOptions = {},
): Span[] => {
  const passages = chainsOf(runs, mine.words, other.words, strict).flatMap(chain => {
    const held = sentencesAt(chain, mine.words).filter(sentence => holds(chain, sentence, mine.words))
    return joined(held)
  })
  return passages
    .filter(({ from, to }) => to - from >= least)
    .map(({ from, to }) => spanOf(mine.text, mine.words[from].start, endOf(mine, to - 1)))
}

/** Ranges that follow on each other as one. */
const joined = (ranges: readonly Range[]): Range[] => {
  const out: Range[] = []
  for (const range of ranges) {
    const last = out.at(-1)
    if (last?.to === range.from) out[out.length - 1] = { from: last.from, to: range.to }
    else out.push(range)
  }
  return out
}

/** The sentences, as ranges of words, that a chain of runs touches. */
const sentencesAt = (chain: readonly Run[], words: readonly Word[]): Range[] => {
  const sentences: Range[] = []
  let from = chain[0].from
  while (from > 0 && words[from - 1].sentence === words[from].sentence) from--
  const last = chain.at(-1)!.to
  while (from < last) {
    let to = from + 1
    while (to < words.length && words[to].sentence === words[from].sentence) to++
    sentences.push({ from, to })
    from = to
  }
  return sentences
}

const holds = (chain: readonly Run[], { from, to }: Range, words: readonly Word[]): boolean => {
  let same = 0
  for (let i = from; i < to; i++) {
    const { key } = words[i]
    if (chain.some(run => run.from <= i && i < run.to)) same++
    else if (isTelling(key)) return false
    else if (isDay(key) && (i < chain[0].from || i >= chain.at(-1)!.to)) return false
  }
  return same >= SAME * (to - from)
}

/** Where the sentence of a text's last word ends, with its stop and closing marks. */
const endOf = ({ text, words }: Worded, last: number): number => {
  const { end } = words[last]
  return end + /^[.!?…"”’')\]»]*/.exec(text.slice(end, end + 8))![0].length
}

/** The most cells that two sentences are compared over; longer ones are no sentences. */
const LARGEST = 1_000_000

/** Whether two sentences say the same in nearly the same words: nine of ten in common in order, and the same figures, negations and days. */
export const sameSentence = (a: string, b: string): boolean => {
  const [mine, other] = [keysOf(a), keysOf(b)]
  const longer = Math.max(mine.length, other.length)
  if (!longer || Math.min(mine.length, other.length) < SAME * longer || mine.length * other.length > LARGEST) return false
  const differ = (told: (key: string) => boolean): boolean => mine.filter(told).join() !== other.filter(told).join()
  if (differ(isTelling) || (mine.some(isDay) && other.some(isDay) && differ(isDay))) return false
  return inCommon(mine, other) >= SAME * longer
}

/** The length of the longest common subsequence. */
const inCommon = (a: readonly string[], b: readonly string[]): number => {
  let row = new Uint32Array(b.length + 1)
  for (const word of a) {
    const next = new Uint32Array(b.length + 1)
    for (let j = 0; j < b.length; j++) next[j + 1] = b[j] === word ? row[j] + 1 : Math.max(row[j + 1], next[j])
    row = next
  }
  return row[b.length]
}
