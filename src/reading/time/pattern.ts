import {
  READER_STARTS,
  readAnyWeekday,
  readApprox,
  readCount,
  readDayOfMonth,
  readOrdinal,
  readYear,
  type Taken,
  type Token,
  WORDS,
  type WordClass,
} from './words.ts'

/** What the parts of a pattern took, by name. */
export type Captures = Readonly<Record<string, number | string | null>>

export interface Match {
  /** Number of tokens. */
  readonly length: number
  readonly captures: Captures
  /** Index of the first token of each captured part. */
  readonly at: Readonly<Record<string, number>>
}

type Reader = (tokens: readonly Token[], i: number) => Taken | null

const single =
  (words: ReadonlyMap<string, number | string>): Reader =>
  (tokens, i) => {
    const value = words.get(tokens[i]?.low ?? '')
    return value === undefined ? null : { length: 1, value }
  }

const figure =
  (shape: RegExp): Reader =>
  (tokens, i) => {
    const word = tokens[i]?.low ?? ''
    return word.length <= 40 && shape.test(word) ? { length: 1, value: word } : null
  }

const READERS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, single(words)])),
  anyWeekday: readAnyWeekday,
  approx: readApprox,
  count: readCount,
  ordinal: readOrdinal,
  year: readYear,
  dayOfMonth: readDayOfMonth,
  isoDate: figure(/^\d{4}-\d\d-\d\d/),
  slashDate: figure(/^\d{1,2}([./-])\d{1,2}\1\d{2,4}$|^\d{4}\/\d{1,2}\/\d{1,2}$/),
  clock: figure(/^\d{1,2}[:.]\d\d(?::\d\d)?$/),
  hour: figure(/^(?:\d|1\d|2[0-4])$/),
  fourDigits: figure(/^(?:[01]\d|2[0-4])[0-5]\d$/),
  twoDigits: figure(/^\d\d$/),
  decade: figure(/^(?:(?:1[0-9]|20)\d0|['’]?\d0)s$/),
  ampm: figure(/^[ap]m$|^[ap]\.\s?m\.?$/),
}

export interface Element {
  readonly kind: string
  readonly name: string | null
  readonly optional: boolean
  readonly words: ReadonlySet<string>
  readonly reader: Reader | null
}

export type Pattern = readonly Element[]

const elementOf = (part: string): Element => {
  const optional = part.length > 1 && part.endsWith('?')
  const body = optional ? part.slice(0, -1) : part
  if (!body.startsWith('@')) {
    const [words, name] = body.split('=')
    return { kind: '', name: name ?? null, optional, words: new Set(words.split('|')), reader: null }
  }
  const [kind, name] = body.slice(1).split('=')
  if (!READERS[kind]) throw new Error(`no class "${kind}" of words`)
  return { kind, name: name ?? kind, optional, words: new Set(), reader: READERS[kind] }
}

/**
 * A pattern over tokens, parts separated by spaces: `word|word` takes one of the words, `@class` what the class reads
 * (words.ts), `?` behind a part makes it optional, `=name` names it; a class is named for itself.
 */
export const patternOf = (source: string): Pattern => source.split(' ').map(elementOf)

/** The longest match of a pattern at token i, or null. */
export const matchAt = (pattern: Pattern, tokens: readonly Token[], i: number): Match | null => {
  const step = (e: number, at: number): { end: number; parts: [string, number | string | null, number][] } | null => {
    if (e === pattern.length) return { end: at, parts: [] }
    const element = pattern[e]
    const taken = take(element, tokens, at)
    if (taken) {
      const rest = step(e + 1, at + taken.length)
      if (rest) {
        if (element.name) rest.parts.push([element.name, taken.value, at])
        return rest
      }
    }
    return element.optional ? step(e + 1, at) : null
  }
  const found = step(0, i)
  if (!found || found.end === i) return null
  return {
    length: found.end - i,
    captures: Object.fromEntries(found.parts.map(([name, value]) => [name, value])),
    at: Object.fromEntries(found.parts.map(([name, , at]) => [name, at])),
  }
}

const take = (element: Element, tokens: readonly Token[], i: number): Taken | null => {
  if (i >= tokens.length) return null
  if (element.reader) return element.reader(tokens, i)
  return element.words.has(tokens[i].low) ? { length: 1, value: tokens[i].low } : null
}

/** The words that can start what an element takes. */
export const wordsOf = (element: Element): Iterable<string> => {
  if (!element.reader) return element.words
  return element.kind in WORDS ? WORDS[element.kind as WordClass].keys() : READER_STARTS
}

/** What can start a pattern: words, and whether a figure can. */
export const startsOf = (pattern: Pattern): { words: ReadonlySet<string>; figures: boolean } => {
  const words = new Set<string>()
  let figures = false
  for (const element of pattern) {
    for (const word of wordsOf(element)) words.add(word)
    if (element.reader && !(element.kind in WORDS)) figures = true
    if (!element.optional) break
  }
  return { words, figures }
}
