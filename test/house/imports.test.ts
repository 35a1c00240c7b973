import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../../src')

/** Which folders each part of the house may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  text: ['text', 'model'],
  language: ['language', 'model'],
  knowledge: ['knowledge', 'language', 'model'],
  reading: ['reading', 'knowledge', 'language', 'text', 'model'],
  ledger: ['ledger', 'reading', 'knowledge', 'language', 'text', 'model'],
  publish: ['publish', 'ledger', 'knowledge', 'model'],
  server: ['server', 'publish', 'ledger', 'model'],
  web: ['web', 'model'],
  load: ['knowledge', 'language', 'reading', 'model'],
  cli: ['cli', 'server', 'publish', 'ledger', 'load', 'reading', 'knowledge', 'language', 'text', 'model'],
  index: ['load', 'reading', 'knowledge', 'language', 'text', 'model'],
}
/** Parts that run in a browser too. */
const PORTABLE = ['model', 'language', 'knowledge', 'reading']
/** Packages that each part may use; none where it is not named. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  text: /^(?:linkedom|@mozilla\/readability|franc|feedsmith|warcio)$/,
  ledger: /^node:(?:crypto|fs|sqlite)$/,
  publish: /^node:crypto$/,
  server: /^(?:hono(?:\/.*)?|@hono\/node-server(?:\/.*)?|zod|node:.*)$/,
  web: /^(?:preact(?:\/.*)?|@preact\/signals|maplibre-gl.*|world-atlas.*|topojson-(?:client|specification)|d3-(?:scale|array))$/,
  cli: /^(?:commander|piscina|yaml|robots-parser|node:.*)$/,
  load: /^node:/,
  model: /^zod$/,
}

const files = globSync('**/*.{ts,tsx}', { cwd: SRC, exclude: ['language/kernel/assembly/**'] }).sort()
const part = (file: string): string => file.split('/')[0].replace(/\.tsx?$/, '')
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export)(?: [\w\s{},*$]+ from)? '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(m => m[1] ?? m[2])

test('there are sources to look at', () => expect(files.length).toBeGreaterThan(50))

test.each(files)('%s imports one way', file => {
  const from = part(file)
  for (const path of importsOf(file)) {
    if (!path.startsWith('.')) {
      expect(path, `${file}: package`).toMatch(PACKAGES[from] ?? /^$/)
      continue
    }
    const target = part(relative(SRC, join(SRC, file, '..', path)))
    expect(MAY_IMPORT[from], `${file} imports ${path}`).toContain(target)
  }
})

test.each(files.filter(f => PORTABLE.includes(part(f))))('%s runs without Node, clock, randomness and network', file => {
  const source = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  for (const forbidden of [
    /'node:/,
    /\bprocess\./,
    /\bBuffer\b/,
    /Date\.now|new Date\(\)/,
    /Math\.random/,
    /\bfetch\(/,
    /performance\./,
  ])
    expect(source, file).not.toMatch(forbidden)
})
