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

/** One cue as compiled: what it belongs to, how its content is built onto it, and what its source thinks of the content. */
type Compiled = { name: string; kind: string; frames: readonly string[]; stance: string }

/** The compiled form of src/knowledge/attribution/{verbs,nouns}.yaml as JSON text. Throws when a group lacks its examples. */
export const compileAttribution = (verbs: string, nouns: string): string =>
  `${JSON.stringify({ verbs: indexed(verbs, 'verbs.yaml'), nouns: indexed(nouns, 'nouns.yaml') })}\n`

const indexed = (yaml: string, file: string): Record<string, Compiled[]> => {
  const { groups } = parse(yaml) as { groups: Group[] }
  const out: Record<string, Compiled[]> = {}
  for (const { name, kind, frames, stance = 'asserts', words, reads, leaves } of groups) {
    if (!reads?.length || !leaves?.length) throw new Error(`${file}, "${name}": reads and leaves must both have sentences`)
    for (const word of new Set(words.split(/\s+/))) {
      out[word] ??= []
      out[word].push({ name, kind, frames, stance })
    }
  }
  return out
}

if (import.meta.main) {
  const read = (file: string) => readFileSync(new URL(`../src/knowledge/attribution/${file}`, import.meta.url), 'utf8')
  const out = new URL('../src/knowledge/compiled/attribution.json', import.meta.url)
  writeFileSync(out, compileAttribution(read('verbs.yaml'), read('nouns.yaml')))
}
