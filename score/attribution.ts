import { writeFileSync } from 'node:fs'
import { loadKnowledge } from '../src/load.ts'
import { reportOf } from '../src/model/report.ts'
import { find } from '../src/reading/reading.ts'
import { align, line, type Range, readRows, shared, trimmed } from './measure.ts'

/** A source, its cue and what it says (PARC, PolNeAR). */
interface Quoted {
  readonly source?: Range | null
  readonly cue?: Range | null
  readonly content: Range
}

interface Article {
  readonly doc: string
  readonly text: string
  readonly attributions: readonly Quoted[]
}

/** Finds the attributions of annotated articles (JSON Lines) and scores contents, sources and cues. Returns the printed report. */
export const run = ({ file, out }: { file: string; out?: string | undefined }): string => {
  const knowledge = loadKnowledge()
  const articles = readRows<Article>(file)
  const predicted = articles.map(({ doc, text }): Quoted[] =>
    find(reportOf({ id: doc, text }), knowledge).attributions.map(({ sourceSpan, cue, content }) => ({
      source: sourceSpan,
      cue,
      content: { start: content[0].start, end: content[content.length - 1].end },
    })),
  )
  if (out)
    writeFileSync(out, predicted.map((attributions, i) => `${JSON.stringify({ doc: articles[i].doc, attributions })}\n`).join(''))
  return scoreAttributions(articles, predicted)
}

const scoreAttributions = (articles: readonly Article[], predicted: readonly (readonly Quoted[])[]): string => {
  const n = { gold: 0, found: 0, words: 0, goldWords: 0, foundWords: 0, half: 0, whole: 0, withSource: 0, source: 0 }
  articles.forEach(({ text, attributions }, i) => {
    const gold = attributions.map(a => ({ ...a, content: bare(a.content, text) }))
    const found = predicted[i].map(a => ({ ...a, content: bare(a.content, text) })).filter(a => a.content.end > a.content.start)
    n.gold += gold.length
    n.found += found.length
    const [inGold, inFound] = [marked(gold, text), marked(found, text)]
    for (const word of text.matchAll(/\S+/g)) {
      const middle = word.index + (word[0].length >> 1)
      n.goldWords += inGold[middle]
      n.foundWords += inFound[middle]
      n.words += inGold[middle] & inFound[middle]
    }
    for (const [g, f, iou] of align(gold, found, (a, b) => intersectionOverUnion(a.content, b.content))) {
      if (iou < 0.5) continue
      n.half++
      const source = meets(g.source, f.source)
      if (g.source) n.withSource++
      if (source) n.source++
      if (source && meets(g.cue, f.cue)) n.whole++
    }
  })
  return [
    line('content words', { hit: n.words, gold: n.goldWords, found: n.foundWords }),
    line('content, IoU >= 0.5', { hit: n.half, gold: n.gold, found: n.found }),
    line('WHOLE ATTRIBUTION', { hit: n.whole, gold: n.gold, found: n.found }),
    `source right where content matched  ${(n.withSource ? (100 * n.source) / n.withSource : 0).toFixed(1)}`,
  ].join('\n')
}

/** The content without marks at its edges and without a leading "that". */
const bare = (content: Range, text: string): Range => {
  const range = trimmed(content, text)
  const that = /^that\s+/i.exec(text.slice(range.start, range.end))
  return that ? trimmed({ ...range, start: range.start + that[0].length }, text) : range
}

const marked = (list: readonly Quoted[], text: string): Uint8Array => {
  const marks = new Uint8Array(text.length)
  for (const { content } of list) marks.fill(1, content.start, content.end)
  return marks
}

const intersectionOverUnion = (a: Range, b: Range): number => {
  const both = shared(a, b)
  return both / (a.end - a.start + b.end - b.start - both)
}

const meets = (a: Range | null | undefined, b: Range | null | undefined): boolean => !!a && !!b && shared(a, b) > 0
