import { describe, expect, test } from 'vitest'
import { times } from '../../src/reading/time/index.ts'
import { RULES } from '../../src/reading/time/rules/index.ts'

const PUBLISHED = '2020-10-10'

/** The words in square brackets of a marked sentence, and the sentence without the brackets. */
const unmark = (marked: string): { sentence: string; words: string } => ({
  sentence: marked.replaceAll(/[[\]]/g, ''),
  words: /\[(.*?)\]/.exec(marked)?.[1] ?? '',
})

describe.each(RULES.map(rule => [rule.name, rule] as const))('rule "%s"', (name, rule) => {
  test('has examples of both kinds', () => {
    expect(rule.reads.length).toBeGreaterThan(0)
    expect(rule.leaves.length).toBeGreaterThan(0)
  })
  test.each(rule.reads)('reads %s as %s', (marked, value) => {
    const { sentence, words } = unmark(marked)
    const found = times(sentence, { published: PUBLISHED })
    expect(found.map(t => ({ words: t.span.quote, value: t.value }))).toContainEqual({ words, value })
    expect(found.find(t => t.span.quote === words)?.rule).toContain(name)
  })
  test.each(rule.leaves)('leaves %s', sentence => {
    expect(times(sentence, { published: PUBLISHED }).filter(t => t.rule.includes(name))).toEqual([])
  })
})
