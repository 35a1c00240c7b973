import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Group {
  readonly name: string
  readonly kind: string
  readonly frames: readonly string[]
  readonly stance?: string
  readonly words: string
  readonly reads?: readonly string[]
  readonly leaves?: readonly string[]
}

/** A group without its words and examples. */
type Compiled = Pick<Group, 'name' | 'kind' | 'frames'> & { stance: string }

interface Index {
  readonly groups: Compiled[]
  /** Word -> its groups' indexes. */
  readonly words: Record<string, number[]>
}

/** The compiled form of src/knowledge/attribution/{verbs,nouns}.yaml as JSON text. Throws when a group lacks its examples. */
export const compileAttribution = (verbs: string, nouns: string): string =>
  `${JSON.stringify({ verbs: indexed(verbs, 'verbs.yaml'), nouns: indexed(nouns, 'nouns.yaml') })}\n`

const indexed = (yaml: string, file: string): Index => {
  const { groups } = parse(yaml) as { groups: Group[] }
  const words: Record<string, number[]> = {}
  groups.forEach((group, i) => {
    if (!group.reads?.length || !group.leaves?.length)
      throw new Error(`${file}, "${group.name}": reads and leaves must both have sentences`)
    for (const word of new Set(group.words.split(/\s+/))) {
      words[word] ??= []
      words[word].push(i)
    }
  })
  return { groups: groups.map(({ name, kind, frames, stance = 'asserts' }) => ({ name, kind, frames, stance })), words }
}

if (import.meta.main) {
  const read = (file: string) => readFileSync(new URL(`../src/knowledge/attribution/${file}`, import.meta.url), 'utf8')
  const out = new URL('../src/knowledge/compiled/attribution.json', import.meta.url)
  writeFileSync(out, compileAttribution(read('verbs.yaml'), read('nouns.yaml')))
}
