import { type Buffered, bufferOf, type Chunks } from './warc-buffer.ts'
import { gzipMembers } from './warc-gzip.ts'

/** The bytes of one record, header and content, and where it begins in the archive (of a compressed one: its gzip member). */
export interface Framed {
  readonly bytes: Uint8Array
  readonly offset: number
}

/** A stretch that is no record. */
export interface FrameFault {
  readonly fault: 'large' | 'header' | 'length' | 'gzip' | 'end'
  readonly offset: number
}

/** The largest header of a record. */
const HEADER = 64 * 1024

/** Cuts an archive, compressed or not, into its records. After a fault the next record is looked for. Never throws on any bytes. */
export async function* warcFrames(chunks: Chunks, largest: number): AsyncGenerator<Framed | FrameFault> {
  const source = bufferOf(chunks)
  if (!(await source.fill(2))) return
  const [first, second] = source.bytes()
  if (first !== 0x1f || second !== 0x8b) {
    yield* framesIn(source, largest)
    return
  }
  for await (const member of gzipMembers(source.rest(), largest * 2)) {
    if ('fault' in member) yield member
    else for await (const frame of framesIn(bufferOf([member.bytes]), largest)) yield { ...frame, offset: member.offset }
  }
}

const MARK = [0x57, 0x41, 0x52, 0x43, 0x2f] // WARC/

async function* framesIn(source: Buffered, largest: number): AsyncGenerator<Framed | FrameFault> {
  for (;;) {
    await passBreaks(source)
    const offset = source.offset()
    if (!(await source.fill(1))) return
    const begins = await startsRecord(source)
    const head = begins ? await headerIn(source) : null
    if (!head || head.content === null) {
      source.take(1)
      const more = await toNextRecord(source)
      yield { fault: head ? 'length' : begins && !more ? 'end' : 'header', offset }
      if (more) continue
      return
    }
    const whole = head.size + head.content
    if (!head.type) {
      yield { fault: 'header', offset }
      if (await source.skip(whole)) continue
      return
    }
    if (head.content > largest) {
      if (/^(?:response|resource)$/i.test(head.type)) yield { fault: 'large', offset }
      if (await source.skip(whole)) continue
      yield { fault: 'end', offset }
      return
    }
    if (!(await source.fill(whole))) {
      yield { fault: 'end', offset }
      return
    }
    yield { bytes: source.bytes().slice(0, whole), offset }
    source.take(whole)
  }
}

const passBreaks = async (source: Buffered): Promise<void> => {
  while (await source.fill(1)) {
    const byte = source.bytes()[0]
    if (byte !== 10 && byte !== 13) return
    source.take(1)
  }
}

const startsRecord = async (source: Buffered): Promise<boolean> => {
  await source.fill(MARK.length)
  return MARK.every((byte, i) => source.bytes()[i] === byte)
}

/** Sizes in bytes; null what is not told. */
interface Header {
  readonly size: number
  readonly content: number | null
  readonly type: string | null
}

const headerIn = async (source: Buffered): Promise<Header | null> => {
  const [head, end] = (await headOf(source, 2048)) ?? (await headOf(source, HEADER)) ?? []
  if (!head || !end) return null
  const fields = head.slice(0, end.index)
  const length = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(fields)?.[1]
  return {
    size: end.index + end[0].length,
    content: length === undefined ? null : Number(length),
    type: /^warc-type:[ \t]*([\w-]{1,40})/im.exec(fields)?.[1] ?? null,
  }
}

/** The next bytes, at most `size`, and the blank line in them; null when there is none. */
const headOf = async (source: Buffered, size: number): Promise<[string, RegExpExecArray] | null> => {
  await source.fill(size)
  const head = String.fromCharCode(...source.bytes().subarray(0, size))
  const end = /\r?\n\r?\n/.exec(head)
  return end && [head, end]
}

/** Goes on to where a line begins with "WARC/1."; false when there is none. */
const toNextRecord = async (source: Buffered): Promise<boolean> => {
  const mark = /\nWARC\/1\.\d\r?\n/
  while (await source.fill(12)) {
    await source.fill(HEADER)
    const window = source.bytes().subarray(0, HEADER)
    const found = mark.exec(String.fromCharCode(...window))
    if (found) {
      source.take(found.index + 1)
      return true
    }
    source.take(Math.max(1, window.length - 12))
  }
  return false
}
