import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { findEvents } from '../../src/reading/event/event.ts'
import { unmark } from './marked.ts'

const { english, ontology } = loadKnowledge()
const lines = readFileSync(new URL('wars.txt', import.meta.url), 'utf8').split('\n')

describe('sentences of many wars', () => {
  it.each(lines.filter(l => l && !l.startsWith('#')))('%s', line => {
    const { text, expected } = unmark(line)
    const doc = english.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    const got = findEvents(doc, ontology).map(e => `${e.type} ${e.span.quote}`)
    expect(got).toEqual(expected.map(x => `${x.type} ${text.slice(x.start, x.end)}`))
  })
})
