import { type Day, dayOfIso, daysOfValue } from './calendar.ts'
import { matchAt, type Pattern, patternOf, startsOf, wordsOf } from './pattern.ts'
import { hasYear, refine } from './refine.ts'
import type { Context, Found, Tense, TimeRule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { tenseNear } from './tense.ts'
import type { Token } from './words.ts'

interface Compiled {
  readonly rule: TimeRule
  readonly pattern: Pattern
}

const COMPILED: readonly Compiled[] = RULES.flatMap(rule => rule.patterns.map(source => ({ rule, pattern: patternOf(source) })))
interface Index {
  readonly byWord: ReadonlyMap<string, readonly Compiled[]>
  readonly byFigure: readonly Compiled[]
}

/** Figures, and "p.m." behind them, which readers take by their shape. */
const isFigure = (word: string): boolean => /^['’]?\d|^[ap]\.?\s?m\.?$/.test(word)

const indexOf = (compiled: readonly Compiled[]): Index => {
  const byWord = new Map<string, Compiled[]>()
  const byFigure: Compiled[] = []
  for (const c of compiled) {
    const { words, figures } = startsOf(c.pattern)
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), c])
    if (figures || [...words].some(isFigure)) byFigure.push(c)
  }
  return { byWord, byFigure }
}

const ALL = indexOf(COMPILED)
const OF_ONE_WORD = indexOf(COMPILED.filter(c => c.pattern.filter(e => !e.optional).length === 1))
const KNOWN: ReadonlySet<string> = new Set(COMPILED.flatMap(c => c.pattern.flatMap(e => [...wordsOf(e)])))

/** The patterns that a word or figure can start; where the next word is in no pattern, those of one word. */
const candidates = (tokens: readonly Token[], i: number): readonly Compiled[] => {
  const next = tokens[i + 1]?.low ?? ''
  const { byWord, byFigure } = KNOWN.has(next) || isFigure(next) ? ALL : OF_ONE_WORD
  const word = tokens[i].low
  return isFigure(word) ? byFigure : (byWord.get(word) ?? [])
}

/** What the finder is told besides the text. */
export interface Hints {
  readonly published: string | null
  /** Tense of the clause around tokens first..last; by default read from the words around. */
  readonly tense?: (first: number, last: number) => Tense | null
  /** The text tells of the past: months and days go with the date told before. */
  readonly isHistory?: boolean
}

/**
 * All expressions of a text in order. They count from the day of the dateline where it has one, a day in the first words with a
 * bracket or dash behind ("Lima, 14 Aug 88 (Agency) --"), and publication is not told or a day or two later. A text that tells of the past by
 * its dates and not by weekdays is read a second time, its months and days going with the date told before.
 */
export const findAll = (tokens: readonly Token[], hints: Hints): Found[] => {
  const published = datelineOf(tokens, hints.published) ?? hints.published
  const news = propose(tokens, { ...hints, published })
  const found = isHistory(news, tokens, dayOfIso(published)) ? propose(tokens, { ...hints, published, isHistory: true }) : news
  return refine(found, tokens, dayOfIso(published))
}

const NEWS_RULES = /^(?:weekday|pointed weekday|today|this morning|day before yesterday)/
const YEAR = 365

/** Whether a text tells history: two or more full dates a year or more gone, and hardly a weekday or "today". */
const isHistory = (found: readonly Found[], tokens: readonly Token[], published: Day | null): boolean => {
  const dated = found.filter(f => {
    const days = /^\d{4}-\d\d/.test(f.value ?? '') && hasYear(tokens, f) ? daysOfValue(f.value) : null
    return days !== null && (published === null || published - days[1] > YEAR)
  })
  const news = found.filter(f => NEWS_RULES.test(f.rule))
  return dated.length >= (published === null ? 1 : 2) && news.length * 4 <= dated.length
}

const OPENING = 40

/** The day of the dateline: any where publication is not told, else one or two days before it, when "today" was written. */
const datelineOf = (tokens: readonly Token[], published: string | null): string | null => {
  const opening = tokens.slice(0, OPENING)
  const dated = propose(opening, { published }).find(f => /^\d{4}-\d\d-\d\d$/.test(f.value ?? '') && f.rule === 'month and day')
  if (!dated?.value || !/^[([–—-]$/.test(tokens[dated.last + 1]?.low ?? '')) return null
  const [day, today] = [dayOfIso(dated.value), dayOfIso(published)]
  return day !== null && (today === null || (today - day > 0 && today - day <= DATELINE_DAYS)) ? dated.value : null
}

const DATELINE_DAYS = 2

/** All expressions in order, none overlapping: at each token the longest match of any rule that makes a value of it. */
const propose = (tokens: readonly Token[], hints: Hints): Found[] => {
  const found: Found[] = []
  const published = dayOfIso(hints.published)
  for (let i = 0; i < tokens.length; i++) {
    const best = bestAt(tokens, i, found, published, hints)
    if (!best) continue
    found.push(best)
    i = best.last
  }
  return found
}

const bestAt = (
  tokens: readonly Token[],
  i: number,
  found: readonly Found[],
  published: number | null,
  hints: Hints,
): Found | null => {
  const matches = candidates(tokens, i).flatMap(({ rule, pattern }) => {
    const match = matchAt(pattern, tokens, i)
    return match ? [{ rule, match }] : []
  })
  matches.sort((a, b) => b.match.length - a.match.length)
  for (const { rule, match } of matches) {
    const last = trimmed(tokens, i + match.length - 1)
    const tense = () => (hints.tense ?? ((a, b) => tenseNear(tokens, a, b)))(i, last)
    const context: Context = {
      tokens,
      first: i,
      last,
      published,
      tense,
      found,
      at: match.at,
      isHistory: hints.isHistory ?? false,
    }
    const proposal = rule.make(match.captures, context)
    if (proposal) return { ...proposal, first: i, last, rule: rule.name }
  }
  return null
}

/** The last token without a trailing comma or point that an optional part took. */
const trimmed = (tokens: readonly Token[], last: number): number => (/^[,.]$/.test(tokens[last].low) ? last - 1 : last)
