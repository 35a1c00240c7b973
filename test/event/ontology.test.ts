import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classesFile, compileOntology, ontologyFiles, parseOntologyFile } from '../../scripts/build-ontology.ts'
import { loadKnowledge } from '../../src/load.ts'
import { EVENT_TYPES } from '../../src/model/claim.ts'
import type { Document } from '../../src/model/document.ts'
import { findEvents } from '../../src/reading/event/event.ts'
import { marks, remark, unmark } from './marked.ts'

const { english, ontology } = loadKnowledge()
const parse = (text: string): Document => english.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])
const files = [...ontologyFiles()].map(([name, yaml]) => parseOntologyFile(yaml, name))

describe('the ontology', () => {
  it('has a file for each of the sixteen types', () => {
    expect(files.map(f => f.type).sort()).toEqual([...EVENT_TYPES].sort())
  })
  it('is compiled freshly', () => {
    const compiled = readFileSync(new URL('../../src/knowledge/compiled/ontology.json', import.meta.url), 'utf8')
    expect(compileOntology(ontologyFiles(), classesFile())).toBe(compiled)
  })
  it('refuses a file without sentences that it reads or leaves', () => {
    const yaml = 'type: AID\nmeaning: help\nentries: []\nreads: ["x"]\n'
    expect(() => parseOntologyFile(yaml, 'aid.yaml')).toThrow('reads and leaves must both have sentences')
  })
})

describe.each(files)('$type', file => {
  it.each(file.reads)('reads: %s', sentence => {
    const { text, expected } = unmark(sentence)
    const doc = parse(text)
    expect(remark(doc, findEvents(doc, ontology), expected)).toEqual(marks(text, expected))
  })
  it.each(file.leaves)('leaves: %s', sentence => {
    const doc = parse(sentence)
    expect(findEvents(doc, ontology).map(e => e.rule)).toEqual([])
  })
})
