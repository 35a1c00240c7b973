import { existsSync, readFileSync } from 'node:fs'
import { type Gazetteer, openGazetteer } from './knowledge/gazetteer.ts'
import { loadOntology } from './knowledge/ontology.ts'
import { likeNames, loadParties } from './knowledge/parties.ts'
import { likeWord } from './knowledge/wording.ts'
import { type Alias, createEnglish, type English } from './language/english.ts'
import type { Knowledge } from './reading/reading.ts'

const packaged = (path: string): Uint8Array => {
  const url = new URL(path, import.meta.url)
  return existsSync(url) ? readFileSync(url) : new Uint8Array()
}

/** The package's gazetteer with the user's files beside it. Throws when one is damaged. */
export const loadGazetteer = (files: readonly string[] = []): Gazetteer =>
  openGazetteer([packaged('./knowledge/compiled/gazetteer.bin'), ...files.map(f => readFileSync(f))])

/** The English engine with the package's model; `alias` as in `createEnglish`. Throws when a file is missing or damaged. */
export const loadEnglish = (alias?: Alias): English =>
  createEnglish(packaged('../models/english/english.bin'), packaged('./language/kernel/kernel.wasm'), alias)

/** Loads the reader's knowledge from the package's own files, and the user's gazetteer files. Throws when one is missing or damaged. */
export const loadKnowledge = (gazetteers: readonly string[] = []): Knowledge => {
  const parties = loadParties()
  const likeName = likeNames(parties)
  return {
    english: loadEnglish((form, next) => likeName(likeWord(form), next)),
    ontology: loadOntology(),
    parties,
    gazetteer: loadGazetteer(gazetteers),
  }
}
