import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { compileWording } from '../../scripts/build-wording.ts'
import { loadedAmong } from '../../src/reading/wording/wording.ts'
import { marked, parse } from './sentence.ts'

const url = (path: string) => new URL(`../../src/knowledge/${path}`, import.meta.url)
const yaml = readFileSync(url('wording/loaded.yaml'), 'utf8')
const entries: { about: string; reads: string[]; leaves: string[] }[] = parseYaml(yaml).entries

test('the compiled list is fresh', () => expect(readFileSync(url('compiled/wording.json'), 'utf8')).toBe(compileWording(yaml)))

const loaded = (text: string) => {
  const doc = parse(text)
  return loadedAmong(doc, new Set(Array.from({ length: doc.length }, (_, t) => t))).map(s => s.quote)
}
test.each(entries.flatMap(e => e.reads.map(s => [e.about, s] as const)))('%s reads: %s', (_, sentence) => {
  const { text, spans } = marked(sentence, '{', '}')
  expect(loaded(text)).toEqual(spans.map(s => text.slice(s.start, s.end)))
})
test.each(entries.flatMap(e => e.leaves.map(s => [e.about, s] as const)))('%s leaves: %s', (_, sentence) => {
  expect(loaded(sentence)).toEqual([])
})
