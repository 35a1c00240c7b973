import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { userGazetteerFiles } from './gazetteer/files.ts'

/** What reads, and what it knows: kept with every reading. */
export interface Versions {
  readonly reader: string
  readonly knowledge: string
}

/** What the reader knows, beside its code: files under src/ (or dist/), and the model. */
const KNOWLEDGE = [
  '../knowledge/compiled/attribution.json',
  '../knowledge/compiled/gazetteer.bin',
  '../knowledge/compiled/ontology.json',
  '../knowledge/compiled/parties.json',
  '../knowledge/compiled/place-words.json',
  '../knowledge/compiled/wording.json',
  '../../models/english/english.bin',
]

/** The package's version. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** Version of the reader, and a hash of its knowledge with the user's gazetteers. */
export const versionsOf = (gazetteers: readonly string[] = userGazetteerFiles()): Versions => {
  const hash = createHash('sha256')
  for (const file of KNOWLEDGE) hash.update(readFileSync(new URL(file, import.meta.url)))
  for (const file of gazetteers) hash.update(readFileSync(file))
  return { reader: `hearsay ${packageVersion()}`, knowledge: hash.digest('hex').slice(0, 12) }
}
