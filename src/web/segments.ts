/** A stretch of a text with something to say of it. */
export interface Mark<T> {
  readonly start: number
  readonly end: number
  readonly what: T
}

/** A piece of a text with all marks that cover it, in the order given. */
export interface Segment<T> {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly marks: readonly T[]
}

/**
 * A text cut wherever a mark begins or ends. Offsets count UTF-16 code units; marks that are empty or outside the text are left out.
 * The pieces put together are the text.
 */
export const segmentsOf = <T>(text: string, marks: readonly Mark<T>[]): Segment<T>[] => {
  const held = marks.filter(m => m.start < m.end && m.start >= 0 && m.end <= text.length)
  const cuts = [...new Set([0, text.length, ...held.flatMap(m => [m.start, m.end])])].sort((a, b) => a - b)
  const starts = [...held.keys()].sort((a, b) => held[a].start - held[b].start)
  const open = new Set<number>()
  let next = 0
  return cuts.slice(0, -1).map((start, i) => {
    for (const at of open) if (held[at].end <= start) open.delete(at)
    for (; next < starts.length && held[starts[next]].start <= start; next++) open.add(starts[next])
    const end = cuts[i + 1]
    const marks = [...open].sort((a, b) => a - b).map(at => held[at].what)
    return { start, end, text: text.slice(start, end), marks }
  })
}

/** The paragraphs of a text: stretches between blank lines. */
export const paragraphsOf = (text: string): { readonly start: number; readonly end: number }[] => {
  const breaks = [...text.matchAll(/\n\s*\n/g)]
  const starts = [0, ...breaks.map(b => b.index + b[0].length)]
  const ends = [...breaks.map(b => b.index), text.length]
  return starts.map((start, i) => ({ start, end: ends[i] })).filter(p => text.slice(p.start, p.end).trim() !== '')
}

/** The occurrence of some words in a text that is nearest to an offset, or null. */
export const nearest = (text: string, words: string, to: number): { start: number; end: number; quote: string } | null => {
  let best: number | null = null
  if (!words) return null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - to) < Math.abs(best - to)) best = at
  return best === null ? null : { start: best, end: best + words.length, quote: words }
}
