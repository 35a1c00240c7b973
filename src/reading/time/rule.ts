import type { Day } from './calendar.ts'
import type { Captures } from './pattern.ts'
import type { Token } from './words.ts'

/** How the clause around an expression lies to the day of publication. */
export type Tense = 'past' | 'present' | 'future'

/** What a rule makes of the words it matched. */
export interface Proposal {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value. A time of day that still needs its day begins with "T"; null when unresolved. */
  readonly value: string | null
  /** First and last day; absent: those of the value. */
  readonly days?: readonly [Day | null, Day | null]
}

/** An expression found: tokens `first` to `last`. */
export interface Found extends Proposal {
  readonly first: number
  readonly last: number
  readonly rule: string
}

/** What a rule may look at besides the words it matched. */
export interface Context {
  readonly tokens: readonly Token[]
  /** First and last token of the match. */
  readonly first: number
  readonly last: number
  readonly published: Day | null
  /** Tense of the clause around the match, null when nothing shows it. */
  readonly tense: () => Tense | null
  /** Expressions found before this one, in order. */
  readonly found: readonly Found[]
  readonly at: Readonly<Record<string, number>>
  /** Whether the text tells of the past, so that its months and days go with the date told before. */
  readonly isHistory: boolean
}

/**
 * One form of time expression. `reads`: sentences with the expression in square brackets and its value; `leaves`: sentences in
 * which the rule must find nothing. Both are tested with reports of Saturday, 10 October 2020.
 */
export interface TimeRule {
  readonly name: string
  /** Patterns over tokens (pattern.ts); the longest match of all rules at a token wins, earlier rules winning ties. */
  readonly patterns: readonly string[]
  /** Null: not a time expression after all. */
  readonly make: (captures: Captures, context: Context) => Proposal | null
  readonly reads: readonly (readonly [sentence: string, value: string])[]
  readonly leaves: readonly string[]
}

/** The lower-case word `offset` tokens before the match (1: just before) or behind it (-1: just behind); '' beyond the text. */
export const before = (context: Context, offset = 1): string => context.tokens[context.first - offset]?.low ?? ''
export const behind = (context: Context, offset = 1): string => context.tokens[context.last + offset]?.low ?? ''

/** Whether the word just before or behind is one of the words (a string of them). */
export const isOneOf = (word: string, words: string): boolean => word !== '' && ` ${words} `.includes(` ${word} `)

/** Whether a token begins with a capital letter. */
export const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text)

/** The part of a period that a pattern took: by a word for it ("mid"), or by a part named for it ("the end=late of"). */
export const partNamed = (captures: Captures): string | null => {
  if (typeof captures.part === 'string') return captures.part
  return ['early', 'mid', 'late'].find(part => captures[part] !== undefined) ?? null
}
