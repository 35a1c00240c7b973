import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileAttribution } from '../../scripts/build-attribution.ts'
import { findAttributions } from '../../src/reading/attribution/attribution.ts'
import { found, plain, unmark } from './marked.ts'
import { nobody, read } from './text.ts'

const file = (name: string) => readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8')
const sources = ['attribution/verbs.yaml', 'attribution/nouns.yaml'].map(file)
const groups = sources.flatMap(s => (parse(s) as { groups: { name: string; reads: string[]; leaves: string[] }[] }).groups)

test('the compiled cues are fresh', () => {
  expect(file('compiled/attribution.json')).toBe(compileAttribution(sources[0], sources[1]))
})

test.each(groups.flatMap(g => g.reads.map(r => [g.name, r])))('%s reads: %s', (_, sentence) => {
  const { text, expected } = unmark(sentence)
  const doc = read(text)
  expect(found(doc, findAttributions(doc, nobody), expected)).toContain(plain(expected))
})

test.each(groups.flatMap(g => g.leaves.map(l => [g.name, l])))('%s leaves: %s', (_, sentence) => {
  expect(findAttributions(read(sentence), nobody)).toEqual([])
})
