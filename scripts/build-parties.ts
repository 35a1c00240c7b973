import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const read = (path: string) => readFileSync(new URL(`../src/knowledge/${path}`, import.meta.url), 'utf8')
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter(l => l && !l.startsWith('#'))
    .map(l => l.split('\t'))
const names = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map(n => n.trim())
    .filter(Boolean)

/** State names that are no state's name in running text, or stand for something else far more often. */
const NOT_STATES = new Set(['Jersey', 'Reunion', 'Mayotte', 'Guernsey'])

/** States and capitals bear their names alone: the first file that gives one decides. */
const PLACES = /^(?:state|capital)$/

/**
 * The compiled parties as JSON text: names -> [code, sector, kind], names that others bear too -> theirs (`rivals`),
 * nationality words -> code, nouns -> [sector, kind].
 */
export const compileParties = (): string => {
  const named: Record<string, [string, string, string]> = {}
  const rivals: Record<string, [string, string, string][]> = {}
  const nationalities: Record<string, string> = {}
  const nouns: Record<string, [string, string]> = {}
  const add = (name: string, entry: [string, string, string]) => {
    named[name] ??= entry
    const [code, , kind] = named[name]
    if (code !== entry[0] && !PLACES.test(entry[2]) && !PLACES.test(kind)) {
      rivals[name] ??= []
      rivals[name].push(entry)
    }
  }
  for (const [, code, name, , , , others, adjectives] of rows(read('gazetteer/countries.tsv'))) {
    for (const n of [name, ...names(others)]) if (!NOT_STATES.has(n)) add(n, [code, '', 'state'])
    for (const a of names(adjectives)) nationalities[a] ??= code
  }
  for (const [code, cell] of rows(read('parties/states.tsv'))) for (const n of names(cell)) add(n, [code, '', 'state'])
  for (const [code, cell] of rows(read('parties/nationalities.tsv'))) for (const n of names(cell)) nationalities[n] ??= code
  for (const [code, cell] of rows(read('parties/capitals.tsv'))) for (const n of names(cell)) add(n, [code, '', 'capital'])
  for (const [code, sector, kind, cell] of rows(read('parties/organisations.tsv')))
    for (const n of names(cell)) add(n, [code, sector, kind])
  for (const [code, sector, cell] of rows(read('parties/groups.tsv')))
    for (const n of names(cell)) add(n, [code, sector, 'group'])
  for (const [code, sector, cell] of rows(read('parties/people.tsv')))
    for (const n of names(cell)) add(n, [code, sector, 'person'])
  for (const [kind, sectors] of Object.entries(parse(read('parties/nouns.yaml')) as Record<string, Record<string, string[]>>))
    for (const [sector, list] of Object.entries(sectors)) for (const n of list) nouns[n] ??= [sector, kind]
  return `${JSON.stringify({ named, rivals, nationalities, nouns })}\n`
}

if (import.meta.main) writeFileSync(new URL('../src/knowledge/compiled/parties.json', import.meta.url), compileParties())
