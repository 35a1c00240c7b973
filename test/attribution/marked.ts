import type { Document } from '../../src/model/document.ts'
import type { Attribution } from '../../src/reading/attribution/attribution.ts'

/** What a marked sentence expects: "[The ministry] {said} <five men had died>". */
export interface Expected {
  readonly source: string | null
  readonly cue: string | null
  readonly content: readonly string[]
}

const MARKS: Readonly<Record<string, 'source' | 'cue' | 'content'>> = { '[': 'source', '{': 'cue', '<': 'content' }

/** Takes the marks out of a sentence: the plain text and what is expected in it. */
export const unmark = (marked: string): { text: string; expected: Expected } => {
  const found = { source: [] as string[], cue: [] as string[], content: [] as string[] }
  const open: { key: 'source' | 'cue' | 'content'; at: number }[] = []
  let text = ''
  for (const ch of marked) {
    const key = MARKS[ch]
    if (key) open.push({ key, at: text.length })
    else if (']}>'.includes(ch)) {
      const last = open.pop()
      if (last) found[last.key].push(text.slice(last.at))
    } else text += ch
  }
  return { text, expected: { source: found.source[0] ?? null, cue: found.cue[0] ?? null, content: found.content } }
}

const bare = (words: string): string =>
  words.replace(/^[\s"'“”‘’,.:;–—-]+|[\s"'“”‘’,.:;–—!?-]+$/g, '').replace(/^(that|to)\s+/i, '')

/** An attribution in the form of a marked sentence's expectation, edges bare, for comparison. */
export const plain = ({ source, cue, content }: Expected): string =>
  `[${source ?? ''}] {${cue ?? ''}} <${content.map(bare).join(' | ')}>`

/** The attributions found, in the same form; the source by its head's words where it contains the expected ones. */
export const found = (doc: Document, attributions: readonly Attribution[], expected: Expected): string[] =>
  attributions.map(a => {
    const words = a.sourceSpan?.quote ?? null
    const head = a.source >= 0 ? doc.form[a.source] : ''
    const isSame =
      expected.source !== null && words !== null && (words.includes(expected.source) || expected.source.includes(head))
    return plain({ source: isSame ? expected.source : words, cue: a.cue?.quote ?? null, content: a.content.map(c => c.quote) })
  })
