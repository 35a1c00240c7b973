import type { Report } from '../model/report.ts'
import { isReportError, type ReportError } from '../text/errors.ts'
import { LARGEST, readJsonLines, reportsFrom } from '../text/reports.ts'
import type { Effects } from './effects.ts'

/** What the command line says of reports that do not tell it themselves. */
export interface Given {
  readonly published?: string
  readonly outlet?: string
}

/** A report and the file or address that it came from, or a sentence that says what could not be read and names it. */
export type Item = { readonly report: Report; readonly from: string } | { readonly error: string }

/** Files of a folder that are taken for reports; a file that is named itself is taken whatever it is called. */
const REPORTS = /\.(?:txt|text|html?|xhtml|json|jsonl|ndjson)$/i

/** The reports of files, folders and standard input ("-"), in order; folders are walked by name. Never throws for an input. */
export async function* reportsIn(paths: readonly string[], given: Given, effects: Effects): AsyncGenerator<Item> {
  for await (const path of filesIn(paths, effects)) {
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

/** The reports of one file. JSON Lines go through line by line; everything else is taken in whole. */
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
      if (!any) yield { error: `${path}: no reports in this folder (.txt, .html, .json, .jsonl).` }
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
