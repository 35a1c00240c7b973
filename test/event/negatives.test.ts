import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { findEvents } from '../../src/reading/event/event.ts'

const { english, ontology } = loadKnowledge()
const lines = readFileSync(new URL('negatives.txt', import.meta.url), 'utf8').split('\n')
const sentences = lines.filter(l => l && !l.startsWith('#'))

describe('sentences without events', () => {
  it.each(sentences)('%s', sentence => {
    const doc = english.parse(sentence, [{ kind: 'paragraph', start: 0, end: sentence.length }])
    expect(findEvents(doc, ontology).map(e => `${e.span.quote}: ${e.rule}`)).toEqual([])
  })
})
