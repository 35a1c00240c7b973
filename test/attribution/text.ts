import { readFileSync } from 'node:fs'
import { createEnglish } from '../../src/language/english.ts'
import type { Document } from '../../src/model/document.ts'
import type { Parties } from '../../src/reading/party/party.ts'

const packaged = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url))
const english = createEnglish(packaged('models/english/english.bin'), packaged('src/language/kernel/kernel.wasm'))

/** A text read as paragraphs, one a line; with `headline` the first line is one. */
export const read = (text: string, headline = false): Document => {
  const lines = [...text.matchAll(/[^\n]+/g)]
  return english.parse(
    text,
    lines.map((m, i) => ({ kind: headline && i === 0 ? 'headline' : 'paragraph', start: m.index, end: m.index + m[0].length })),
  )
}

/** A document's parties where none is known. */
export const nobody: Parties = { at: () => [], all: [], ownerOf: () => [] }
