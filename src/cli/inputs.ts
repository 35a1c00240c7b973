import type { Report } from '../model/report.ts'
import { isReportError, type ReportError } from '../text/errors.ts'
import { isWarc, LARGEST, readJsonLines, readWarc, reportsFrom } from '../text/reports.ts'
import type { Effects } from './effects.ts'
import type { Fetcher, Memory } from './fetch.ts'

/** What the command line says of reports that do not tell it themselves. */
export interface Given {
  readonly published?: string
  readonly outlet?: string
}

/** A report and the file or address that it came from, or a sentence that says what could not be read and names it. */
export type Item = { readonly report: Report; readonly from: string } | { readonly error: string }

/** How addresses are fetched: what is known of them from before, and what stops it. */
export interface Fetching {
  /** Without one, all is fetched anew. */
  readonly memory?: Memory
  readonly signal?: AbortSignal
}

/** Files of a folder that are taken for reports; a file that is named itself is taken whatever it is called. */
const REPORTS = /\.(?:txt|text|html?|xhtml|json|jsonl|ndjson|xml|rss|atom|rdf|warc|warc\.gz)$/i

/** Whether a source is an address to be fetched. */
export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/**
 * The reports of files, folders, standard input ("-") and addresses, in order; folders are walked by name. An address that has not
 * changed since it was remembered has none. Never throws for an input.
 */
export async function* reportsIn(
  sources: readonly string[],
  given: Given,
  effects: Effects,
  { memory, signal }: Fetching = {},
): AsyncGenerator<Item> {
  let fetcher: Fetcher | null = null
  for (const source of sources) {
    if (isAddress(source)) {
      fetcher ??= await fetcherOf(effects, signal)
      yield* reportsAt(source, given, fetcher, memory ?? null)
    } else yield* reportsUnder(source, given, effects)
  }
}

/** What fetches is loaded when the first address comes. */
const fetcherOf = async (effects: Effects, signal: AbortSignal | undefined): Promise<Fetcher> => {
  const [{ createFetcher }, { packageVersion }] = await Promise.all([import('./fetch.ts'), import('./versions.ts')])
  return createFetcher({ effects, version: packageVersion(), signal })
}

/** Bytes of the files that sources stand for; null when one of them has no known size (an address, standard input). */
export const sizeOfAll = async (sources: readonly string[], effects: Effects): Promise<number | null> => {
  let total = 0
  for (const source of sources) {
    if (isAddress(source) || source === '-') return null
    for await (const path of filesIn([source], effects)) {
      const size = typeof path === 'string' ? await effects.sizeOf(path) : 0
      if (size === null) return null
      total += size
    }
  }
  return total
}

async function* reportsAt(address: string, given: Given, fetcher: Fetcher, memory: Memory | null): AsyncGenerator<Item> {
  const outcome = await fetcher.get(address, { remembered: memory?.get(address) ?? null })
  if (outcome.kind === 'failed') yield { error: outcome.error }
  if (outcome.kind !== 'fetched') return
  const { url, bytes, encoding, remember } = outcome
  const results = isWarc(url, bytes)
    ? readWarc(address, [bytes], given)
    : await reportsFrom(url, bytes, { ...given, url, encoding })
  for await (const result of results) yield isReportError(result) ? { error: result.message } : { report: result, from: address }
  memory?.set(address, remember)
}

async function* reportsUnder(source: string, given: Given, effects: Effects): AsyncGenerator<Item> {
  for await (const path of filesIn([source], effects)) {
    if (typeof path !== 'string') {
      yield path
      continue
    }
    const name = path === '-' ? 'standard input' : path
    try {
      for await (const result of reportsOf(name, path, given, effects))
        yield isReportError(result) ? { error: result.message } : { report: result, from: name }
    } catch (error) {
      yield { error: `${name}: ${(error as Error).message}` }
    }
  }
}

/** The reports of one file. JSON Lines and WARC archives go through piece by piece; everything else is taken in whole. */
async function* reportsOf(name: string, path: string, given: Given, effects: Effects): AsyncGenerator<Report | ReportError> {
  const chunks = effects.bytes(path)[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let size = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    read.push(next.value)
    size += next.value.length
    if (read.length === 1 && (/\.(?:jsonl|ndjson)$/i.test(path) || beginsJsonLines(next.value))) {
      yield* readJsonLines(name, chain(read, chunks), given)
      return
    }
    if (read.length === 1 && isWarc(path, next.value)) {
      yield* readWarc(name, chain(read, chunks), given)
      return
    }
    if (size > LARGEST) break
  }
  yield* await reportsFrom(name, Buffer.concat(read), given)
}

/** Whether the first line is a whole JSON object and another line follows. */
const beginsJsonLines = (bytes: Uint8Array): boolean => {
  const end = bytes.indexOf(10)
  if (bytes[0] !== 123 || end < 0 || bytes.subarray(end).every(b => b === 10 || b === 13)) return false
  try {
    return typeof JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) === 'object'
  } catch {
    return false
  }
}

async function* chain(first: Iterable<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* filesIn(paths: readonly string[], effects: Effects): AsyncGenerator<string | { readonly error: string }> {
  for (const path of paths) {
    const kind = path === '-' ? 'file' : await effects.kindOf(path)
    if (kind === 'file') yield path
    else if (kind === null) yield { error: `${path}: no such file or folder.` }
    else {
      let any = false
      for await (const file of filesUnder(path.replace(/(?<=.)\/+$/, ''), effects)) {
        any = true
        yield file
      }
      if (!any) yield { error: `${path}: no reports in this folder (.txt, .html, .json, .jsonl, .xml, .warc).` }
    }
  }
}

async function* filesUnder(folder: string, effects: Effects): AsyncGenerator<string> {
  for (const name of (await effects.list(folder)).sort()) {
    if (name.startsWith('.')) continue
    const path = `${folder}/${name}`
    const kind = await effects.kindOf(path)
    if (kind === 'folder') yield* filesUnder(path, effects)
    else if (kind === 'file' && REPORTS.test(name)) yield path
  }
}
