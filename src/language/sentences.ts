import { MONTHS, STARTERS, TITLES } from './abbreviations.ts'
import type { Token } from './tokens.ts'

const CLOSER = /^["”’')\]»]+$/
const OPENER = /^["“‘'([«]+$/

/** Divides tokens (of one block) into sentences: arrays of tokens, none empty. */
export const splitSentences = (text: string, tokens: readonly Token[]): Token[][] => {
  const out: Token[][] = []
  let current: Token[] = []
  const form = (i: number) => text.slice(tokens[i].start, tokens[i].end)
  for (let i = 0; i < tokens.length; i++) {
    current.push(tokens[i])
    if (i === tokens.length - 1) break
    if (breaksLine(text, tokens[i], tokens[i + 1])) {
      out.push(current)
      current = []
      continue
    }
    const end = endsSentence(form(i))
    if (!end) continue
    let next = i + 1
    while (next < tokens.length && CLOSER.test(form(next)) && !tokens[next].spaced) next++
    if (next >= tokens.length || !tokens[next].spaced) continue
    let word = next
    while (word < tokens.length - 1 && OPENER.test(form(word))) word++
    if (!beginsSentence(end, form(i), form(word), word > next)) continue
    while (i + 1 < next) current.push(tokens[++i])
    out.push(current)
    current = []
  }
  if (current.length) out.push(current)
  return out
}

/** An empty line ends a sentence whatever stands before it. */
const breaksLine = (text: string, a: Token, b: Token): boolean => b.spaced && /\n[ \t]*\r?\n/.test(text.slice(a.end, b.start))

const endsSentence = (form: string): 'stop' | 'abbreviation' | null => {
  if (/^[.!?…]+$/.test(form)) return 'stop'
  return form.length > 1 && form.endsWith('.') ? 'abbreviation' : null
}

const beginsSentence = (end: 'stop' | 'abbreviation', last: string, word: string, quoted: boolean): boolean => {
  const capital = word[0] !== word[0].toLowerCase()
  const digit = /^\d/.test(word)
  if (end === 'stop') return capital || digit || quoted || /^[•*–—-]/.test(word) || !/\p{Ll}/u.test(word[0])
  const bare = last.slice(0, -1).toLowerCase()
  if (TITLES.has(bare) || /^\p{Lu}\.$/u.test(last) || (MONTHS.has(bare) && digit)) return false
  return capital && STARTERS.has(word.toLowerCase())
}
