import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import type { Block } from '../../src/model/report.ts'
import { openEnglish } from './english.ts'

const english = openEnglish()

/** Every token within its block, in order, cut from the text; every sentence one tree. */
const check = (doc: Document): void => {
  let last = 0
  for (let s = 0; s < doc.sentences; s++) {
    const [first, end, block] = [doc.sentenceFirst[s], doc.sentenceLast[s], doc.blocks[doc.sentenceBlock[s]]]
    let roots = 0
    for (let t = first; t <= end; t++) {
      if (doc.start[t] < Math.max(last, block.start) || doc.end[t] > block.end || doc.end[t] <= doc.start[t])
        throw new Error(`span of token ${t}`)
      if (doc.text.slice(doc.start[t], doc.end[t]) !== doc.form[t]) throw new Error(`form of token ${t}`)
      last = doc.end[t]
      if (doc.head[t] < 0) roots++
      else if (doc.head[t] < first || doc.head[t] > end) throw new Error(`head of token ${t}`)
      let steps = 0
      for (let k = t; k >= 0; k = doc.head[k]) if (++steps > end - first + 1) throw new Error(`cycle at token ${t}`)
    }
    if (roots !== 1) throw new Error(`${roots} roots in sentence ${s}`)
  }
  const letters = (text: string) => text.replace(/\s/g, '')
  const read = doc.blocks.filter(b => b.kind === 'paragraph' || b.kind === 'headline').map(b => doc.text.slice(b.start, b.end))
  expect(doc.form.join('')).toBe(letters(read.join('')))
}

const paragraph = (text: string): Block[] => [{ kind: 'paragraph', start: 0, end: text.length }]

const PIECES =
  `The|army|Gen.|U.S.|"|“|”|'s|n't|,|.|...|!?|--|—|(|)|[3]|No.|5|1,000|10 p.m.|Oct.10|http://x.org/|a@b.c|:-)|\n|\n\n|\t| |💥|\ud800|é|مرحبا|北京|-|a-b-c|non-lethal|$5|US$5|km|can't|dont|\u0000|\u200b|ﬁ|İ|ß`.split(
    '|',
  )

test('any text gives tokens and trees', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(p => p.join('')),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(p => p.join(' ')),
  )
  fc.assert(
    fc.property(texts, text => check(english.parse(text, paragraph(text)))),
    { seed: 7, numRuns: 400 },
  )
})

test('only headlines and paragraphs are read', () => {
  const text = 'Army advances\nBEIRUT, May 3\nTroops moved north.'
  const blocks: Block[] = [
    { kind: 'headline', start: 0, end: 13 },
    { kind: 'dateline', start: 14, end: 27 },
    { kind: 'paragraph', start: 28, end: text.length },
  ]
  const doc = english.parse(text, blocks)
  check(doc)
  expect(doc.form).toEqual(['Army', 'advances', 'Troops', 'moved', 'north', '.'])
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['10 kB without a blank', 'x'.repeat(10_000)],
  ['10 kB of punctuation', '"'.repeat(5_000) + '.'.repeat(5_000)],
  ['10 kB of hyphens and letters', 'a-'.repeat(5_000)],
  ['10 kB of apostrophes', "n't".repeat(3_400)],
  ['3,000 words without a stop', 'the army and '.repeat(1_000)],
  ['3,000 stops', '. '.repeat(3_000)],
  ['brackets', '([{'.repeat(3_000)],
  ['run-in stops', 'Aaa.'.repeat(2_500)],
  ['slashes', 'a/'.repeat(5_000)],
])('%s in reasonable time', (_, text) => {
  const begun = performance.now()
  check(english.parse(text, paragraph(text)))
  expect(performance.now() - begun).toBeLessThan(8_000)
})
