import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import { type Found, tokensIn } from './found.ts'

const MARK = /^["“]?(\p{Lu}[\p{Lu}.'’ -]{1,40}):\s|\[([^\]\n]{2,40})\]/gmu
/** Notes of transcribers, and questioners who work for the outlet. */
const NOTES =
  /^(text|excerpts?|continued|report|video|passage|begin|end|sic|words?|laughter|applause|reporter|question|interviewer|announcer|editor|unidentified)\b/i
const NAME = /^(\p{Lu}[\p{Ll}'’.-]+)( \p{Lu}[\p{L}'’.-]+){0,2}$/u

/** A place where a transcript names who speaks next, or where the recording ends (`name` null). */
interface Mark {
  readonly name: Span | null
  /** The colon after the name; null for a name in brackets. */
  readonly colon: Span | null
  readonly from: number
  readonly to: number
}

/**
 * What each speaker of a transcript says: "DIALLO: A" at a line's start, "[Diallo] A" at a sentence's start, to the next speaker or the
 * paragraph's end. A single name with a colon is no transcript: "NEW DELHI: ..." is a dateline.
 */
export const findTurns = (doc: Document): Found[] => {
  const turns = doc.blocks.flatMap(({ kind, start, end }) => (kind === 'paragraph' ? turnsOf(doc, start, end) : []))
  const isTranscript = turns.filter(f => f.cue !== null).length > 1
  return turns.filter(f => f.cue === null || isTranscript)
}

const turnsOf = (doc: Document, start: number, end: number): Found[] => {
  const marks = marksOf(doc.text, start, end)
  return marks.flatMap(({ name, colon, to }, i): Found[] => {
    const content = name && trimmed(doc.text, to, marks[i + 1]?.from ?? end)
    const head = name ? tokensIn(doc, [name]).at(-1) : undefined
    if (!content || head === undefined) return []
    return [{ source: head, pronoun: -1, at: -1, cue: colon, content: [content], kind: 'quote', stance: 'asserts', rule: 'turn' }]
  })
}

const marksOf = (text: string, start: number, end: number): Mark[] =>
  [...text.slice(start, end).matchAll(MARK)].flatMap((m): Mark[] => {
    const words = m[1] ?? m[2]
    const from = start + m.index
    const at = from + m[0].indexOf(words)
    const colon = m[1] === undefined ? null : spanOf(text, at + words.length, at + words.length + 1)
    const isEnd = /^(end|begin)\b/i.test(words)
    const isSpeaker =
      m[1] !== undefined
        ? !NOTES.test(words)
        : !NOTES.test(words) && NAME.test(words) && startsSentence(text, from, from + m[0].length)
    return isSpeaker || isEnd || (m[2] !== undefined && /^reporter$/i.test(words))
      ? [{ name: isSpeaker ? spanOf(text, at, at + words.length) : null, colon, from, to: from + m[0].length }]
      : []
  })

const startsSentence = (text: string, from: number, to: number): boolean =>
  /(^|[.?!\]"”\n])\s*$/.test(text.slice(Math.max(0, from - 4), from)) && /^\s*["“]?\p{Lu}/u.test(text.slice(to, to + 4))

const trimmed = (text: string, from: number, to: number): Span | null => {
  const words = text.slice(from, to)
  const quote = words.trim()
  const start = from + words.indexOf(quote)
  return quote.split(/\s/).length < 2 ? null : spanOf(text, start, start + quote.length)
}
