import { readFileSync } from 'node:fs'
import { createEnglish, type English } from '../../src/language/english.ts'
import type { Document } from '../../src/model/document.ts'

const packaged = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url))

/** English as the package has it. */
export const openEnglish = (): English =>
  createEnglish(packaged('models/english/english.bin'), packaged('src/language/kernel/kernel.wasm'))

const english = openEnglish()

/** A text read as one paragraph. */
export const parse = (text: string, engine = english): Document =>
  engine.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])

/** The tree as "relation(head, dependent)" for every token, "root(head)" for roots. */
export const relations = (doc: Document): string[] =>
  doc.deprel.map((r, t) => (doc.head[t] < 0 ? `root(${doc.form[t]})` : `${r}(${doc.form[doc.head[t]]}, ${doc.form[t]})`))
