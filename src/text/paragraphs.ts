import type { Stretch } from './dateline-parts.ts'

/** A line without its break; `indent`: its leading white space. */
interface Line extends Stretch {
  readonly indent: number
}

const linesOf = (text: string, from: number): Line[] => {
  const out: Line[] = []
  for (let at = from; at <= text.length; ) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const raw = text.slice(at, end)
    const indent = raw.length - raw.trimStart().length
    out.push({ start: at + indent, end: Math.max(at + indent, at + raw.trimEnd().length), indent })
    if (stop < 0) break
    at = stop + 1
  }
  return out
}

const STOPPED = /[.!?:…]["”’')\]*]{0,3}$/
const isStopped = (line: string): boolean => STOPPED.test(line.slice(-5))

/** Wider lines than this are paragraphs of their own: no terminal, telex or mail wraps there. */
const WIDEST = 110

/** How a text breaks its lines. */
type Wrapping = 'indented' | 'wrapped' | 'unwrapped'

const wrappingOf = (text: string, lines: readonly Line[]): Wrapping => {
  const full = lines.filter(line => line.end > line.start)
  const indented = full.filter(line => line.indent >= 2).length
  const inner = full.filter((line, i) => i > 0 && line.start - full[i - 1].end - line.indent === 1)
  if (inner.length && indented && indented <= full.length * 0.7 && inner.some(line => line.indent >= 2)) return 'indented'
  const stopped = full.filter(line => isStopped(text.slice(line.start, line.end))).length
  const widest = full.reduce((most, line) => Math.max(most, line.end - line.start), 0)
  return widest > WIDEST || stopped >= full.length * 0.75 ? 'unwrapped' : 'wrapped'
}

/**
 * Whether `next` starts a paragraph although no blank line stands before it. In a wrapped text a break is forced where the
 * next word would still have fitted into the widest line.
 */
const startsParagraph = (text: string, line: Line, next: Line, wrapping: Wrapping, widest: number): boolean => {
  const ended = isStopped(text.slice(line.start, line.end))
  const lower = /^[\p{Ll},;)]/u.test(text.slice(next.start, next.start + 2))
  if (lower && !ended) return false
  if (wrapping === 'indented') return next.indent >= 2 && line.indent !== next.indent ? true : next.indent >= 2 && ended
  if (wrapping === 'unwrapped') return true
  const word = /^\S+/.exec(text.slice(next.start, Math.min(next.end, next.start + 40)))?.[0].length ?? 0
  return ended && line.end - line.start + 1 + word < widest - 8
}

/** The paragraphs of `text` from `from` on, each with its lines: split at blank lines, indents and forced breaks. */
export const paragraphsOf = (text: string, from: number): Stretch[][] => {
  const lines = linesOf(text, from)
  const wrapping = wrappingOf(text, lines)
  const widest = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0)
  const out: Stretch[][] = []
  let before: Line | null = null
  for (const line of lines) {
    if (line.end === line.start) before = null
    else {
      if (before && !startsParagraph(text, before, line, wrapping, widest)) out.at(-1)!.push(line)
      else out.push([line])
      before = line
    }
  }
  return out
}
