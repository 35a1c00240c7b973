import { existsSync, readFileSync } from 'node:fs'
import { openGazetteer } from './knowledge/gazetteer.ts'
import { loadOntology } from './knowledge/ontology.ts'
import { createEnglish } from './language/english.ts'
import type { Knowledge } from './reading/reading.ts'

const packaged = (path: string): Uint8Array => {
  const url = new URL(`../${path}`, import.meta.url)
  return existsSync(url) ? readFileSync(url) : new Uint8Array()
}

/** Loads the reader's knowledge from the package's own files. Throws when one is missing or damaged. */
export const loadKnowledge = (): Knowledge => ({
  english: createEnglish(packaged('models/english/english.bin'), packaged('src/language/kernel/kernel.wasm')),
  ontology: loadOntology(),
  parties: { entries: [] },
  gazetteer: openGazetteer([packaged('src/knowledge/compiled/gazetteer.bin')]),
})
