import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The compiled form of src/knowledge/wording/loaded.yaml as JSON text. Throws when an entry lacks its examples. */
export const compileWording = (yaml: string): string => {
  const source = parse(yaml) as {
    like: Record<string, string[]>
    entries: {
      about: string
      lemma?: string[]
      form?: string[]
      phrase?: string[]
      near?: string[]
      reads?: string[]
      leaves?: string[]
    }[]
  }
  for (const entry of source.entries) {
    if (!entry.reads?.length || !entry.leaves?.length)
      throw new Error(`loaded.yaml, "${entry.about}": reads and leaves must both have sentences`)
  }
  const entries = source.entries.map(({ about, lemma = [], form = [], phrase = [], near = [] }) => ({
    about,
    lemma,
    form,
    phrase: phrase.map(p => p.split(' ')),
    near,
  }))
  return `${JSON.stringify({ like: source.like, entries })}\n`
}

if (import.meta.main) {
  const yaml = readFileSync(new URL('../src/knowledge/wording/loaded.yaml', import.meta.url), 'utf8')
  writeFileSync(new URL('../src/knowledge/compiled/wording.json', import.meta.url), compileWording(yaml))
}
