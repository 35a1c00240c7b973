import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CompiledEntry, Condition } from '../src/knowledge/ontology.ts'
import { EVENT_TYPES, type EventType, MODES } from '../src/model/claim.ts'

/** One entry of an ontology file: words with one sense, as they are written in YAML. */
export interface OntologyEntry {
  mode?: string
  /** Not an event: the words in this sense are left alone. */
  none?: boolean
  verbs?: string
  nouns?: string
  adjs?: string
  if?: string[]
  to?: string
  by?: string
  of?: 'to' | 'by' | 'none'
  poss?: 'to' | 'by'
  mutual?: boolean
}

/** One ontology file. */
export interface OntologyFile {
  type: string
  meaning: string
  entries: OntologyEntry[]
  reads: string[]
  leaves: string[]
}

const words = (list: string | undefined): string[][] =>
  (list ?? '')
    .split(',')
    .map(w => w.trim())
    .filter(Boolean)
    .map(w => w.split(' '))

/** "obj:town|city", "obj!:deal", "!obj", "@at|on:person", "!@with", "mod:air", "clause". Throws on anything else. */
export const parseCondition = (text: string): Condition => {
  const m = /^(!?)(@?)([a-z| ]+)(?:(!?):(.+))?$/.exec(text.trim())
  if (!m) throw new Error(`condition "${text}" is not understood`)
  const [, empty, at, slot, none, list] = m
  if (!at && !/^(?:obj|subj|mod|gov|clause|inf|any|word|case)$/.test(slot))
    throw new Error(`condition "${text}": no slot "${slot}"`)
  return { slot, not: Boolean(empty || none), words: list ? list.split('|') : [] }
}

/** One entry in its compiled form. Throws when it names an unknown mode. */
const compileEntry = (entry: OntologyEntry, type: EventType): CompiledEntry => {
  if (entry.mode && !MODES[type].includes(entry.mode)) throw new Error(`${type} has no mode "${entry.mode}"`)
  return {
    type: entry.none ? null : type,
    file: type,
    mode: entry.mode ?? null,
    when: (entry.if ?? []).map(parseCondition),
    to: (entry.to ?? 'obj on upon at against').split(' '),
    by: (entry.by ?? 'subj').split(' '),
    mutual: entry.mutual ?? false,
    of: entry.of ?? 'to',
    poss: entry.poss ?? 'by',
    verb: words(entry.verbs),
    noun: words(entry.nouns),
    adj: words(entry.adjs),
  }
}

/** Reads a file of the ontology. Throws unless it has a meaning, sentences that it reads and sentences that it leaves alone. */
export const parseOntologyFile = (yaml: string, name: string): OntologyFile => {
  const file = parse(yaml) as OntologyFile
  if (!EVENT_TYPES.includes(file.type as EventType)) throw new Error(`${name}: no event type "${file.type}"`)
  if (!file.meaning) throw new Error(`${name}: the meaning is missing`)
  if (!file.reads?.length || !file.leaves?.length) throw new Error(`${name}: reads and leaves must both have sentences`)
  return file
}

/** The compiled ontology as JSON text, from the YAML files by name and the classes file. */
export const compileOntology = (files: ReadonlyMap<string, string>, classesYaml: string): string => {
  const raw = parse(classesYaml) as Record<string, string>
  const flat = (name: string, depth = 0): string[] => {
    if (depth > 4) throw new Error(`classes.yaml: ${name} contains itself`)
    return words(raw[name]).flatMap(w => (w[0].startsWith('+') ? flat(w[0].slice(1), depth + 1) : [w.join(' ')]))
  }
  const classes = Object.fromEntries(Object.keys(raw).map(name => [name, [...new Set(flat(name))].sort()]))
  const known = new Set(Object.keys(classes))
  const entries = [...files].flatMap(([name, yaml]) => {
    const file = parseOntologyFile(yaml, name)
    const compiled = file.entries.map(e => compileEntry(e, file.type as EventType))
    for (const w of compiled.flatMap(e => e.when.flatMap(c => c.words)))
      if (/^[A-Z]+$/.test(w) && !known.has(w)) throw new Error(`${name}: no word class ${w}`)
    return compiled
  })
  return `{"classes":${JSON.stringify(classes)},\n"entries":[\n${entries.map(e => JSON.stringify(e)).join(',\n')}\n]}\n`
}

/** The ontology's YAML files: name -> text, without the classes. */
export const ontologyFiles = (): Map<string, string> => {
  const dir = new URL('../src/knowledge/ontology/', import.meta.url)
  const names = readdirSync(dir).filter(f => f.endsWith('.yaml') && f !== 'classes.yaml')
  return new Map(names.sort().map(f => [f, readFileSync(new URL(f, dir), 'utf8')]))
}

/** The text of classes.yaml. */
export const classesFile = (): string => readFileSync(new URL('../src/knowledge/ontology/classes.yaml', import.meta.url), 'utf8')

if (import.meta.main) {
  const out = new URL('../src/knowledge/compiled/ontology.json', import.meta.url)
  writeFileSync(out, compileOntology(ontologyFiles(), classesFile()))
}
