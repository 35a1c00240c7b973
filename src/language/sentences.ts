import { MONTHS, STARTERS, TITLES } from './abbreviations.ts'
import type { Token } from './tokens.ts'

const CLOSER = /^["”’')\]»]+$/
/** Closes wherever it stands; a straight quotation mark between blanks may as well open. */
const ALWAYS_CLOSES = /^[”)\]»]$/
const OPENER = /^["“‘'([«]+$/

/** Divides tokens (of one block) into sentences: arrays of tokens, none empty. */
export const splitSentences = (text: string, tokens: readonly Token[]): Token[][] => {
  const out: Token[][] = []
  const form = (i: number) => text.slice(tokens[i].start, tokens[i].end)
  let first = 0
  for (let i = 0; i < tokens.length - 1; i++) {
    const next = breaksLine(text, tokens[i], tokens[i + 1]) ? i + 1 : nextSentence(tokens, form, first, i)
    if (next < 0) continue
    out.push(tokens.slice(first, next))
    first = next
    i = next - 1
  }
  if (first < tokens.length) out.push(tokens.slice(first))
  return out
}

/** An empty line ends a sentence whatever stands before it. */
const breaksLine = (text: string, a: Token, b: Token): boolean => b.spaced && /\n[ \t]*\r?\n/.test(text.slice(a.end, b.start))

/** Where the next sentence begins if token i ends the one that began at `first`, else -1. */
const nextSentence = (tokens: readonly Token[], form: (i: number) => string, first: number, i: number): number => {
  const last = form(i)
  const end = endOf(last)
  if (!end) return -1
  const next = afterClosers(tokens, form, first, i)
  if (next >= tokens.length) return -1
  let word = next
  while (word < tokens.length - 1 && OPENER.test(form(word))) word++
  if (!tokens[next].spaced) return end === 'stop' && next === i + 1 && RUN_IN.test(form(next)) ? next : -1
  const before = i > first ? form(i - 1) : ''
  if (i === first + 1 && LIST_NUMBER.test(before)) return -1
  const closed = next > i + 1
  return beginsSentence({ end, last, before, closed, word: form(word), quoted: word > next }) ? next : -1
}

/** A capitalised word that follows a stop without a blank: "of high quality.You". */
const RUN_IN = /^\p{Lu}\p{Ll}/u

/** The first token after i that does not belong to its sentence as a closing quotation mark, bracket or footnote. */
const afterClosers = (tokens: readonly Token[], form: (i: number) => string, first: number, i: number): number => {
  let next = i + 1
  while (next < tokens.length && CLOSER.test(form(next)) && closes(tokens, form, first, next)) next++
  while (next + 2 < tokens.length && form(next) === '[' && /^\d{1,3}$/.test(form(next + 1)) && form(next + 2) === ']') next += 3
  return next
}

const closes = (tokens: readonly Token[], form: (i: number) => string, first: number, at: number): boolean => {
  const mark = form(at)
  if (!tokens[at].spaced || ALWAYS_CLOSES.test(mark)) return true
  if (at + 1 < tokens.length && !tokens[at + 1].spaced) return false
  let count = 0
  for (let k = Math.max(first, at - LONGEST_QUOTE); k < at; k++) if (form(k) === mark) count++
  return count % 2 === 1
}

/** How far back an opening quotation mark is looked for. */
const LONGEST_QUOTE = 200

/** "1." or "b." at the head of a list item. */
const LIST_NUMBER = /^(?:\d{1,3}|\p{L})$/u

type End = 'stop' | 'cry' | 'abbreviation'

const endOf = (form: string): End | null => {
  if (/^[!?]+$/.test(form)) return 'cry'
  if (/^[.!?…]+$/.test(form)) return 'stop'
  return form.length > 1 && form.endsWith('.') ? 'abbreviation' : null
}

/** "U.S. Officials" in a text that capitalises titles. */
const OFFICE = /^(?:Officials|Police|President)$/

interface Boundary {
  readonly end: End
  /** The token that may end the sentence, and the one before it. */
  readonly last: string
  readonly before: string
  /** Whether quotation marks or brackets close after it. */
  readonly closed: boolean
  /** The first word of what may be a sentence, and whether a quotation mark or bracket opens before it. */
  readonly word: string
  readonly quoted: boolean
}

const beginsSentence = ({ end, last, before, closed, word, quoted }: Boundary): boolean => {
  const capital = word[0] !== word[0].toLowerCase()
  const digit = /^\d/.test(word)
  if (end === 'abbreviation') {
    const bare = last.slice(0, -1).toLowerCase()
    if (TITLES.has(bare) || /^\p{Lu}\.$/u.test(last) || (MONTHS.has(bare) && digit)) return false
    if (word.length > 1 && word === word.toUpperCase()) return false
    return capital && (bare === 'etc' || (STARTERS.has(word.toLowerCase()) && !(last === 'U.S.' && OFFICE.test(word))))
  }
  if (capital || digit || quoted || /^[•*–—-]/.test(word) || !/\p{Ll}/u.test(word[0])) return true
  if (closed) return false
  return end === 'cry' || (last === '.' && /^\p{Ll}{3,}$/u.test(before) && STARTERS.has(word))
}
