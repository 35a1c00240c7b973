import type { Archive, Block, OffsetRun, Report } from '../model/report.ts'
import { isAgency } from './agencies.ts'
import { binaryKind, type Decoded, decode } from './decode.ts'
import { isReportError, type ReportError, reportError } from './errors.ts'
import { type JsonReport, parseJson, reportFromValue } from './json.ts'
import { foreignTo } from './language.ts'
import { datelineOf, layOut } from './layout.ts'
import { linesOf } from './lines.ts'
import { readPlain } from './plain.ts'
import { parseDay, publicationOf } from './published.ts'

export { isReportError, type ReportError }

/** What the user says of reports that do not say it themselves. */
export interface ReportOptions {
  /** Day of publication of reports that show none. */
  readonly published?: string
  /** Outlet of reports that are not JSON objects naming theirs. */
  readonly outlet?: string
}

/** The largest single text, page or JSON value; JSON Lines may be of any size as long as no line is larger. */
export const LARGEST = 50 * 1024 * 1024

/**
 * Takes in one file: plain text, a saved HTML page, a JSON object or list, or JSON Lines, told by content first and the name's
 * ending second. Gives its reports in order and an error in the place of each that cannot be read; never throws on any bytes.
 * `name`: the file's name as messages shall show it; its last part without ending is the id of a report that has none.
 */
export const reportsFrom = async (
  name: string,
  bytes: Uint8Array,
  options: ReportOptions = {},
): Promise<(Report | ReportError)[]> => {
  const lines = isLines(name)
  if (bytes.length > LARGEST && !lines) return [tooLarge(name, bytes.length)]
  const kind = binaryKind(bytes)
  if (kind) return [reportError('binary', name, `this is ${kind}, not a text: give plain text, HTML or JSON.`, { byte: 0 })]
  if (lines) return collect(readJsonLines(name, [bytes], options))
  const decoded = decode(bytes)
  if (!decoded.text.trim()) return [reportError('empty', name, 'the file is empty.')]
  const other = OTHER_FORMS.find(([, pattern]) => pattern.test(decoded.text.slice(0, 2000)))
  if (other) return [reportError('not-a-report', name, `this is ${other[0]}: give plain text, HTML or JSON.`)]
  const archive = { name, sha256: await sha256(bytes), encoding: decoded.encoding, bytes, map: null }
  if (isJson(name, decoded.text)) return jsonReports(name, decoded.text, bytes, archive, options)
  const isPage = /\.x?html?$/i.test(name) || looksLikePage(decoded.text)
  return [
    await (isPage
      ? pageReport(name, decoded, bytes.length, archive, options)
      : plainReport(name, decoded, bytes.length, archive, options)),
  ]
}

/** Texts that are no reports but hold some; to read them as plain text would make claims of their markup. */
const OTHER_FORMS: readonly (readonly [string, RegExp])[] = [
  ['a web archive (MHTML)', /^\s*(?:From: <Saved by|MIME-Version: 1\.0\s)|^Content-Type: multipart\/related/m],
  ['a WARC archive', /^WARC\/\d/],
  [
    'a feed or another XML file',
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?!html\b|!doctype html)(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|tei|urlset)\b/i,
  ],
]

/** Takes in JSON Lines piece by piece, so that a file of any size can be read; blank lines are passed over. */
export async function* readJsonLines(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReportOptions = {},
): AsyncGenerator<Report | ReportError> {
  const unique = uniqueIds(name)
  let number = 0
  for await (const bytes of linesOf(chunks, LARGEST)) {
    number++
    if (bytes === null) {
      yield reportError('too-large', name, `the line is larger than ${LARGEST / 1024 / 1024} MB.`, { line: number, column: 1 })
      continue
    }
    const decoded = decode(bytes)
    if (!decoded.text.trim()) continue
    const parsed = parseJson(decoded.text, name, number)
    const given = isReportError(parsed) ? parsed : reportFromValue(parsed.value, name, { line: number, column: 1 })
    if (isReportError(given)) yield given
    else
      yield jsonReport(
        name,
        given,
        unique,
        { name, sha256: await sha256(bytes), encoding: decoded.encoding, bytes, map: null },
        options,
        number,
      )
  }
  if (number === 0) yield reportError('empty', name, 'the file is empty.')
}

/** The id of a file's report: its name without folders and ending. */
const stem = (name: string): string => (name.split(/[\\/]/).at(-1) ?? name).replace(/(?<=.)\.[^.]*$/, '') || name

/** Gives each id once: a second report with the same gets "#2" behind it, and so on. */
const uniqueIds = (name: string): ((given: string | null) => string) => {
  const seen = new Map<string, number>()
  const taken = new Set<string>()
  return given => {
    const wanted = given ?? stem(name)
    let count = (seen.get(wanted) ?? 0) + 1
    let id = count === 1 ? wanted : `${wanted}#${count}`
    while (taken.has(id)) id = `${wanted}#${++count}`
    seen.set(wanted, count)
    taken.add(id)
    return id
  }
}

const isLines = (name: string): boolean => /\.(?:jsonl|ndjson|jsonlines)$/i.test(name)
const isJson = (name: string, text: string): boolean => /\.json$/i.test(name) || /^\s*(?:\{\s*(?:"|\})|\[\s*[{\]])/.test(text)

/** Whether a source looks like a page of HTML. */
const looksLikePage = (source: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|p|h1)\b/i.test(
    source.slice(0, 6000),
  )

const tooLarge = (name: string, size: number): ReportError =>
  reportError(
    'too-large',
    name,
    `${Math.ceil(size / 1024 / 1024)} MB: the most for one text is ${LARGEST / 1024 / 1024} MB; give many reports as JSON Lines.`,
  )

const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const collect = async <T>(results: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = []
  for await (const result of results) out.push(result)
  return out
}

/** A JSON value, or else JSON Lines under another name. */
const jsonReports = async (
  name: string,
  text: string,
  bytes: Uint8Array,
  archive: Archive,
  options: ReportOptions,
): Promise<(Report | ReportError)[]> => {
  const parsed = parseJson(text, name)
  if (isReportError(parsed)) {
    const first = /^[^\n]*/.exec(text.trimStart())![0]
    const lines = /^\s*\{/.test(text) && first.length < text.trim().length && !isReportError(parseJson(first, name))
    return lines ? collect(readJsonLines(name, [bytes], options)) : [parsed]
  }
  const { value } = parsed
  if (Array.isArray(value) && !value.length) return [reportError('empty', name, 'the list is empty.')]
  const unique = uniqueIds(name)
  const out: (Report | ReportError)[] = []
  for (const [i, one] of (Array.isArray(value) ? value : [value]).entries()) {
    const given = reportFromValue(one, name, null)
    out.push(
      isReportError(given)
        ? numbered(given, Array.isArray(value) ? i : -1)
        : await jsonReport(name, given, unique, archive, options, null),
    )
  }
  return out
}

const numbered = (error: ReportError, index: number): ReportError =>
  index < 0 ? error : { ...error, message: error.message.replace(`${error.file}: `, `${error.file}: item ${index + 1}: `) }

const jsonReport = async (
  name: string,
  given: JsonReport,
  unique: (id: string | null) => string,
  archive: Archive,
  options: ReportOptions,
  line: number | null,
): Promise<Report | ReportError> =>
  finish(
    { ...given, id: unique(given.id), outlet: given.outlet ?? options.outlet ?? null, archive },
    { given: given.published },
    name,
    options,
    line,
  )

const plainReport = async (
  name: string,
  decoded: Decoded,
  size: number,
  archive: Archive,
  options: ReportOptions,
): Promise<Report | ReportError> => {
  const { headline, canonical } = readPlain(decoded.text)
  const text = canonical.text()
  const report = {
    id: stem(name),
    headline,
    text,
    url: null,
    outlet: options.outlet ?? null,
    archive: withMap(archive, canonical.runs(decoded, size)),
  }
  return finish(report, {}, name, options, null)
}

const pageReport = async (
  name: string,
  decoded: Decoded,
  size: number,
  archive: Archive,
  options: ReportOptions,
): Promise<Report | ReportError> => {
  // What reads pages is loaded for them only: it takes longer than to read a report.
  const { readPage } = await import('./html.ts')
  const page = await readPage(decoded.text)
  if (!page) return reportError('no-article', name, 'no article was found in this page.')
  const { headline, canonical, url } = page
  const text = canonical.text()
  const outlet = options.outlet ?? page.outlet
  const report = { id: stem(name), headline, text, url, outlet, archive: withMap(archive, canonical.runs(decoded, size)) }
  return finish(report, { metadata: page.published }, name, options, null)
}

const withMap = (archive: Archive, map: OffsetRun[] | null): Archive => ({ ...archive, map })

/** Adds day and outlet as the text tells them, and turns away what is not English. */
const finish = async (
  report: Omit<Report, 'published' | 'publishedBy'>,
  known: { readonly given?: string | null; readonly metadata?: string | null },
  name: string,
  options: ReportOptions,
  line: number | null,
): Promise<Report | ReportError> => {
  const place = line === null ? null : { line, column: 1 }
  const foreign = await foreignTo(report.text)
  if (foreign)
    return reportError(
      'not-english',
      name,
      `this seems to be ${foreign.language ?? 'another language'}; only English is read.`,
      place,
    )
  const option = options.published === undefined ? null : parseDay(options.published)
  if (options.published !== undefined && !option)
    return reportError('bad-day', name, `the day given is "${options.published}": expected an ISO day such as 2020-10-10.`, place)
  const blocks = layOut(report.text, report.headline)
  return {
    ...report,
    outlet: report.outlet ?? signature(report.text, blocks),
    ...publicationOf({ ...known, option }, report.text, blocks),
  }
}

/** The outlet that a dateline or agency line names ("(Reuters)", "/TASS/", "Trend:"). */
const signature = (text: string, blocks: readonly Block[]): string | null => {
  const opening = blocks.slice(
    0,
    blocks.findIndex(block => block.kind === 'paragraph'),
  )
  const agency = opening.find(block => block.kind === 'agency')
  const line = agency ? text.slice(agency.start, agency.end).replace(/^[(/\s–—-]+|[)/:|.\s–—-]+$/g, '') : ''
  return datelineOf(text, blocks).outlet?.quote ?? (isAgency(line) ? line : null)
}
