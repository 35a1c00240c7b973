import { describe, expect, test } from 'vitest'
import { f1 } from '../../score/measure.ts'
import { scoreTimexes } from '../../score/timex.ts'

const text = 'Two died on Friday, and one in the early hours of Saturday; ten have fled since May.'
const at = (words: string, type: string, value: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  type,
  value,
})
const gold = [at('Friday', 'DATE', '2020-10-09'), at('Saturday', 'DATE', '2020-10-10'), at('May', 'DATE', '2020-05')]
const documents = [{ doc: 'a', dct: '2020-10-11', text, timexes: gold }]

describe("TempEval-3's measures", () => {
  test('the gold itself is right in all', () => {
    const score = scoreTimexes(documents, [gold])
    expect([score.relaxed, score.strict, score.type, score.value].map(f1)).toEqual([100, 100, 100, 100])
  })
  test('a preposition and marks at the edge cost nothing; a wider span is found but not strict', () => {
    const score = scoreTimexes(documents, [
      [
        at('on Friday,', 'DATE', '2020-10-09'),
        at('the early hours of Saturday', 'TIME', '2020-10-10TMO'),
        at('Two', 'SET', 'P1D'),
      ],
    ])
    expect(score.relaxed).toEqual({ hit: 2, gold: 3, found: 3 })
    expect(score.strict.hit).toBe(1)
    expect(score.type.hit).toBe(1)
    expect(score.value.hit).toBe(1)
  })
  test('nothing found is nothing right', () => {
    expect(f1(scoreTimexes(documents, [[]]).value)).toBe(0)
  })
})
