import type { Block, Report } from '../model/report.ts'
import { isAgency } from './agencies.ts'
import { type ReportError, reportError } from './errors.ts'
import { foreignTo } from './language.ts'
import { datelineOf, layOut } from './layout.ts'
import { parseDay, publicationOf } from './published.ts'

/** What is known of reports beside their own bytes. */
export interface ReportOptions {
  /** Day of publication of reports that show none. */
  readonly published?: string
  /** Outlet of reports that are not JSON objects naming theirs. */
  readonly outlet?: string
  /** The address that the bytes came from. */
  readonly url?: string
  /** The encoding that the sender named; used where the bytes are not plainly in another. */
  readonly encoding?: string | undefined
}

/** Adds day and outlet as the text tells them, and turns away what is not English. */
export const finish = async (
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

/** The id of a file's report: its name without folders and ending. */
export const stem = (name: string): string => (name.split(/[\\/]/).at(-1) ?? name).replace(/(?<=.)\.[^.]*$/, '') || name

/** Gives each id once: a second report with the same gets "#2" behind it, and so on. */
export const uniqueIds = (name: string): ((given: string | null) => string) => {
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

/** SHA-256 in hex. */
export const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
