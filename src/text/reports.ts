import type { Archive, OffsetRun, Report } from '../model/report.ts'
import { binaryKind, type Decoded, decode } from './decode.ts'
import { isReportError, type ReportError, reportError } from './errors.ts'
import { type Feed, looksLikeFeed } from './feed.ts'
import { finish, type ReportOptions, sha256, stem, uniqueIds } from './finish.ts'
import { type JsonReport, parseJson, reportFromValue } from './json.ts'
import { linesOf } from './lines.ts'
import { readPlain } from './plain.ts'
import { isWarc, type WarcPage } from './warc.ts'

export { isReportError, isWarc, type ReportError, type ReportOptions }

/** The largest single text, page or JSON value; JSON Lines may be of any size as long as no line is larger. */
export const LARGEST = 50 * 1024 * 1024

/**
 * Takes in one file: plain text, a saved HTML page, a feed, a JSON object or list, JSON Lines, or a WARC archive, told by content
 * first and the name's ending second. Gives its reports in order and an error in the place of each that cannot be read; never throws on any bytes.
 * `name`: the file's name as messages shall show it; its last part without ending is the id of a report that has none.
 */
export const reportsFrom = async (
  name: string,
  bytes: Uint8Array,
  options: ReportOptions = {},
): Promise<(Report | ReportError)[]> => {
  if (isWarc(name, bytes)) return collect(readWarc(name, [bytes], options))
  const lines = isLines(name)
  if (bytes.length > LARGEST && !lines) return [tooLarge(name, bytes.length)]
  const kind = binaryKind(bytes)
  if (kind) return [reportError('binary', name, `this is ${kind}, not a text: ${EXPECTED}.`, { byte: 0 })]
  if (lines) return collect(readJsonLines(name, [bytes], options))
  const decoded = decode(bytes, options.encoding)
  if (!decoded.text.trim()) return [reportError('empty', name, 'the file is empty.')]
  const other = OTHER_FORMS.find(([, pattern]) => pattern.test(decoded.text.slice(0, 2000)))
  if (other) return [reportError('not-a-report', name, `this is ${other[0]}: ${EXPECTED}.`)]
  const archive = { name, sha256: await sha256(bytes), encoding: decoded.encoding, bytes, map: null }
  if (looksLikeFeed(decoded.text)) return (await readFeedFile(name, decoded, bytes, options)).results
  if (isJson(name, decoded.text)) return jsonReports(name, decoded.text, bytes, archive, options)
  const isPage = /\.x?html?$/i.test(name) || looksLikePage(decoded.text)
  return [
    await (isPage
      ? pageReport(name, decoded, bytes.length, archive, options)
      : plainReport(name, decoded, bytes.length, archive, options)),
  ]
}

const EXPECTED = 'give plain text, HTML, a feed, JSON or WARC'

/** Texts that are no reports but hold some; to read them as plain text would make claims of their markup. */
const OTHER_FORMS: readonly (readonly [string, RegExp])[] = [
  ['a web archive (MHTML)', /^\s*(?:From: <Saved by|MIME-Version: 1\.0\s)|^Content-Type: multipart\/related/m],
  [
    'an XML file',
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?!html\b|!doctype html)(?:nitf|newsml|newsitem|tei|urlset|opml)\b/i,
  ],
]

/** A feed's reports in order, with an error in the place of each item that cannot be read, and what the feed says of itself. */
export interface FeedReports {
  readonly feed: Feed | null
  readonly results: readonly (Report | ReportError)[]
}

/** Takes in the bytes of a feed (RSS, Atom, RDF, JSON Feed); a single error when they are none. Never throws on any bytes. */
export const readFeedBytes = async (name: string, bytes: Uint8Array, options: ReportOptions = {}): Promise<FeedReports> => {
  const decoded = bytes.length > LARGEST ? null : decode(bytes, options.encoding)
  if (!decoded) return { feed: null, results: [tooLarge(name, bytes.length)] }
  if (!looksLikeFeed(decoded.text)) return { feed: null, results: [reportError('not-a-report', name, 'this is no feed.')] }
  return readFeedFile(name, decoded, bytes, options)
}

const readFeedFile = async (
  name: string,
  decoded: Decoded,
  bytes: Uint8Array,
  options: ReportOptions,
): Promise<{ feed: Feed | null; results: (Report | ReportError)[] }> => {
  const { readFeed } = await import('./feed-items.ts')
  const feed = await readFeed(decoded, bytes, options.url ?? null)
  if (!feed) return { feed, results: [reportError('damaged-feed', name, 'this feed is empty or damaged: no items can be read.')] }
  const unique = uniqueIds(name)
  const results: (Report | ReportError)[] = []
  for (const [i, { id, link, headline, published, text, bytes: own, map, ...item }] of feed.items.entries()) {
    if (!text) {
      results.push(numbered(reportError('empty', name, 'no title and no text.'), i))
      continue
    }
    const archive = { name, sha256: await sha256(own), encoding: decoded.encoding, bytes: own, map }
    const outlet = item.outlet ?? options.outlet ?? feed.title
    const report = { id: unique(id ?? link), headline, text, url: link, outlet, archive }
    const result = await finish(report, { metadata: published }, name, options, null)
    results.push(isReportError(result) ? numbered(result, i) : result)
  }
  return results.length ? { feed, results } : { feed, results: [reportError('empty', name, 'the feed has no items.')] }
}

/**
 * Takes in a WARC archive piece by piece: the pages and texts that were fetched with success, each with the address it came from.
 * Records of other kinds are passed over; a damaged one gives an error that names its byte, and the rest goes on.
 */
export async function* readWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReportOptions = {},
): AsyncGenerator<Report | ReportError> {
  const { warcPages } = await import('./warc.ts')
  const unique = uniqueIds(name)
  for await (const page of warcPages(name, chunks, LARGEST)) {
    if (isReportError(page)) yield page
    else
      for (const result of await pageOfWarc(name, page, options))
        yield isReportError(result) ? result : { ...result, id: unique(result.id) }
  }
}

const pageOfWarc = async (name: string, page: WarcPage, options: ReportOptions): Promise<(Report | ReportError)[]> => {
  const { url, encoding, offset } = page
  const results = await reportsFrom(page.isJson ? `${name}.json` : name, page.bytes, { ...options, url, encoding })
  // Most JSON in an archive of pages is no report but data of the site.
  const wanted = page.isJson ? results.filter(result => !isReportError(result)) : results
  return wanted.map(result =>
    isReportError(result) ? { ...result, ...inWarc(name, offset, url, result) } : inArchive(result, name),
  )
}

const inArchive = (report: Report, name: string): Report => ({
  ...report,
  archive: report.archive && { ...report.archive, name },
})

const inWarc = (name: string, byte: number, url: string, { error, file, message }: ReportError): ReportError =>
  reportError(error, name, `${url}: ${message.replace(file, '').replace(/^(?:, byte \d+)?: /, '')}`, { byte })

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
    id: options.url ?? stem(name),
    headline,
    text,
    url: options.url ?? null,
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
  const { headline, canonical } = page
  const url = options.url ?? page.url
  const text = canonical.text()
  const outlet = options.outlet ?? page.outlet
  const report = {
    id: options.url ?? stem(name),
    headline,
    text,
    url,
    outlet,
    archive: withMap(archive, canonical.runs(decoded, size)),
  }
  return finish(report, { metadata: page.published }, name, options, null)
}

const withMap = (archive: Archive, map: OffsetRun[] | null): Archive => ({ ...archive, map })
