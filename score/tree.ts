import { readFileSync, writeFileSync } from 'node:fs'
import { toConllu } from '../src/language/conllu.ts'
import { createEnglish, type English } from '../src/language/english.ts'
import type { Document } from '../src/model/document.ts'
import { readConllu, type TreebankDocument, type TreebankWord, writeConllu } from './conllu.ts'
import { line } from './measure.ts'

interface Given {
  readonly file: string
  readonly raw: boolean
  readonly out?: string | null | undefined
}

/**
 * Parses a treebank (CoNLL-U) and scores the trees: words, UPOS, UAS and LAS (labels without subtype) as F1, words aligned by their
 * characters (the measures of CoNLL 2018). With `raw` from the bare text, else from the treebank's own words and sentences. Also
 * lemmas, sentences, and words per second of processor time. Returns the printed report; `out` takes the trees as CoNLL-U.
 */
export const run = ({ file, raw, out }: Given): string => {
  const documents = readConllu(readFileSync(file, 'utf8'))
  const begun = process.cpuUsage()
  const english = loadEnglish()
  const loaded = process.cpuUsage(begun)
  const parsed = process.cpuUsage()
  const trees = documents.map(d => (raw ? parseRaw(english, d) : parseGold(english, d)))
  const spent = process.cpuUsage(parsed)
  const found = raw ? trees.flatMap(t => readConllu(toConllu(t))) : documents.map((d, i) => withTrees(d, trees[i]))
  if (out) writeFileSync(out, raw ? trees.map(toConllu).join('') : found.map(writeConllu).join(''))
  const words = documents.reduce((n, d) => n + d.sentences.flat().length, 0)
  return [
    ...scoreTrees(documents, found),
    `model read in ${seconds(loaded).toFixed(2)} s, ${words} words in ${seconds(spent).toFixed(2)} s: ${Math.round(words / seconds(spent))} a second of processor time`,
  ].join('\n')
}

const seconds = (usage: NodeJS.CpuUsage): number => (usage.user + usage.system) / 1e6

const loadEnglish = (): English => {
  const bytes = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url))
  return createEnglish(bytes('models/english/english.bin'), bytes('src/language/kernel/kernel.wasm'))
}

const parseRaw = (english: English, d: TreebankDocument): Document =>
  english.parse(
    d.text,
    d.paragraphs.map(([start, end]) => ({ kind: 'paragraph', start, end })),
  )

const parseGold = (english: English, d: TreebankDocument): Document => {
  const tokens = d.sentences.map(s => s.map(({ start, end }) => ({ start, end, spaced: false })))
  return english.parseTokens(
    d.text,
    [{ kind: 'paragraph', start: 0, end: d.text.length }],
    tokens,
    tokens.map(() => 0),
  )
}

/** The treebank's words with the tags and the trees of a document that was parsed from them. */
const withTrees = (d: TreebankDocument, doc: Document): TreebankDocument => {
  let t = 0
  const sentences = d.sentences.map(s => {
    const first = t
    return s.map(w => {
      const at = t++
      const head = doc.head[at] < first || doc.head[at] >= first + s.length ? 0 : doc.head[at] - first + 1
      return { ...w, lemma: doc.lemma[at], upos: doc.upos[at], xpos: doc.xpos[at], head, deprel: doc.deprel[at] }
    })
  })
  return { ...d, sentences }
}

interface Scored extends TreebankWord {
  readonly key: string
  readonly headKey: string
}

/** Words with keys that say where they stand in the text without blanks, so that other cuts of the same text can be compared. */
const keyed = (documents: readonly TreebankDocument[]): { words: Scored[]; sentences: Set<string> } => {
  const words: Scored[] = []
  const sentences = new Set<string>()
  let base = 0
  for (const d of documents) {
    const before = new Int32Array(d.text.length + 1)
    for (let i = 0; i < d.text.length; i++) before[i + 1] = before[i] + (/\s/.test(d.text[i]) ? 0 : 1)
    for (const s of d.sentences) {
      const keys = s.map((w, i) => {
        const [first, last] = w.surface
        return `${base + before[s[first - 1].start]}-${base + before[s[last - 1].end]}-${i + 1 - first}`
      })
      s.forEach((w, i) => {
        words.push({ ...w, key: keys[i], headKey: w.head ? keys[w.head - 1] : 'root' })
      })
      sentences.add(`${base + before[s[0].start]}-${base + before[s[s.length - 1].end]}`)
    }
    base += before[d.text.length]
  }
  return { words, sentences }
}

const scoreTrees = (gold: readonly TreebankDocument[], found: readonly TreebankDocument[]): string[] => {
  const [g, f] = [keyed(gold), keyed(found)]
  const at = new Map(f.words.map(w => [w.key, w]))
  const pairs = g.words.flatMap(w => {
    const v = at.get(w.key)
    return v ? [[w, v] as const] : []
  })
  const coarse = (w: Scored) => w.deprel.split(':')[0]
  const measure = (name: string, right: (w: Scored, v: Scored) => boolean) =>
    line(name, { hit: pairs.filter(([w, v]) => right(w, v)).length, gold: g.words.length, found: f.words.length })
  const sentences = {
    hit: [...g.sentences].filter(s => f.sentences.has(s)).length,
    gold: g.sentences.size,
    found: f.sentences.size,
  }
  return [
    measure('words', () => true),
    line('sentences', sentences),
    measure('UPOS', (w, v) => w.upos === v.upos),
    measure('XPOS', (w, v) => w.xpos === v.xpos),
    measure('lemmas', (w, v) => w.lemma.toLowerCase() === v.lemma.toLowerCase()),
    measure('UAS', (w, v) => w.headKey === v.headKey),
    measure('LAS', (w, v) => w.headKey === v.headKey && coarse(w) === coarse(v)),
  ]
}
