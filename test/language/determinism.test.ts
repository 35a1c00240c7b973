import { expect, test } from 'vitest'
import { openEnglish, parse, relations } from './english.ts'

const TEXTS = [
  'Shells fell on the harbour at dawn. The militia blamed the army, which denied it.',
  'Officials in Hanoi said 12 planes had been shot down; Washington spoke of three.',
  'No ceasefire.',
  'The column, which had left Goma on Monday with food, fuel and some 40 wounded, was ambushed twice before it reached the river, drivers said.',
]

const whole = (text: string, engine = openEnglish()) =>
  JSON.stringify([relations(parse(text, engine)), parse(text, engine).lemma])

test('a text reads the same whatever was read before or beside it', () => {
  const engine = openEnglish()
  const first = TEXTS.map(t => whole(t, engine))
  const again = [...TEXTS].reverse().map(t => whole(t, engine))
  expect(again.reverse()).toEqual(first)
  expect(TEXTS.map(t => whole(t))).toEqual(first)
  const together = relations(parse(TEXTS.join('\n\n'), engine))
  expect(together).toEqual(TEXTS.flatMap(t => relations(parse(t, engine))))
})

test('pieces of one text in other company: batches of every size', () => {
  const engine = openEnglish()
  const alone = relations(parse(TEXTS[3], engine))
  for (const n of [1, 2, 3, 5, 17, 40]) {
    const doc = parse(
      Array.from({ length: n }, (_, i) => TEXTS[i % 4])
        .concat(TEXTS[3])
        .join('\n\n'),
      engine,
    )
    expect(relations(doc).slice(-alone.length)).toEqual(alone)
  }
})
