import type { WARCRecord } from 'warcio'
import { joined } from './bytes.ts'
import { type ReportError, reportError } from './errors.ts'
import { type Framed, warcFrames } from './warc-frames.ts'

/** A page or text of a WARC archive, decoded from its transfer. */
export interface WarcPage {
  readonly url: string
  readonly bytes: Uint8Array
  /** The character encoding that the server named. */
  readonly encoding: string | undefined
  readonly isJson: boolean
  /** Byte of the archive at which its record begins. */
  readonly offset: number
}

/** Whether bytes begin a WARC archive: "WARC/1.", or gzip unless the file's name says that it is another gzip file. */
export const isWarc = (name: string, bytes: Uint8Array): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b
    ? /\.warc\.gz$/i.test(name) || !/\.(?:t?gz|gzip)$/i.test(name)
    : /^\s{0,8}WARC\/\d/.test(String.fromCharCode(...bytes.subarray(0, 16)))

/**
 * The pages of a WARC archive, in order: responses with status 200 and resources that are HTML, plain text or JSON. Requests,
 * revisits, pictures and the like are passed over. A damaged or overlong record (over `largest` bytes) gives an error that names its byte.
 */
export async function* warcPages(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  largest: number,
): AsyncGenerator<WarcPage | ReportError> {
  let records = 0
  for await (const frame of warcFrames(chunks, largest)) {
    if ('fault' in frame) {
      yield reportError(frame.fault === 'large' ? 'too-large' : 'damaged-warc', name, FAULTS[frame.fault], { byte: frame.offset })
      continue
    }
    records++
    const page = await pageIn(frame, name, largest)
    if (page) yield page
  }
  if (!records) yield reportError('empty', name, 'no WARC records were found.')
}

const FAULTS = {
  large: 'the record is too large; it is passed over.',
  header: 'a damaged record: no WARC header was found here; it is passed over.',
  length: 'a damaged record: its header tells no length; it is passed over.',
  gzip: 'a damaged record: it cannot be decompressed; it is passed over.',
  end: 'the last record is cut off; it is passed over.',
} as const

/** Names and endings of documents that are for machines. */
const FOR_MACHINES = /\/robots\.txt$|\/ads\.txt$|\/humans\.txt$/i

const pageIn = async ({ bytes, offset }: Framed, name: string, largest: number): Promise<WarcPage | ReportError | null> => {
  try {
    const record = await recordIn(bytes)
    const kind = record && kindOf(record)
    if (!record || !kind) return null
    const url = record.warcTargetURI?.trim() ?? ''
    if (!url) throw new Error('no address')
    if (!/^https?:/i.test(url) || FOR_MACHINES.test(new URL(url).pathname)) return null
    const content = await contentOf(record, largest)
    return content
      ? { url, bytes: content, encoding: kind.encoding, isJson: kind.isJson, offset }
      : reportError('too-large', name, FAULTS.large, { byte: offset })
  } catch {
    return reportError('damaged-warc', name, 'a damaged record; it is passed over.', { byte: offset })
  }
}

const recordIn = async (bytes: Uint8Array): Promise<WARCRecord | null> => {
  const { WARCParser } = await import('warcio')
  return new WARCParser(inPieces(bytes)).parse()
}

const PIECE = 16 * 1024

/** Small pieces, so that no piece can be inflated into more than can be held. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** What a record holds, or null when it is not for reading. */
const kindOf = (record: WARCRecord): { isJson: boolean; encoding: string | undefined } | null => {
  const { warcType, httpHeaders } = record
  if (warcType !== 'resource' && warcType !== 'response') return null
  if (warcType === 'response' && Number(httpHeaders?.statusCode) !== 200) return null
  const type = (warcType === 'response' ? httpHeaders?.headers.get('Content-Type') : record.warcContentType) ?? ''
  const [, media = '', json] =
    /^\s*((?:text\/html|application\/xhtml\+xml|text\/plain)|(application\/json))\s*(?:;|$)/i.exec(type) ?? []
  return media ? { isJson: json !== undefined, encoding: charsetOf(type) } : null
}

/** The character encoding that a content type names ("text/html; charset=utf-8"). */
export const charsetOf = (type: string): string | undefined => /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1]

const contentOf = async (record: WARCRecord, largest: number): Promise<Uint8Array | null> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of record) {
    size += piece.length
    if (size > largest) return null
    pieces.push(piece)
  }
  return joined(pieces, size)
}
