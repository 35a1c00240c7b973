import { joined } from './bytes.ts'
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

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

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

/** Bytes of a stream that wait to be taken. */
interface Buffered {
  /** Waits until `size` bytes are there; false when the stream ends before. */
  fill(size: number): Promise<boolean>
  bytes(): Uint8Array
  /** Takes `size` bytes, or what is left. */
  take(size: number): void
  /** Passes over `size` bytes without keeping them; false when the stream ends before. */
  skip(size: number): Promise<boolean>
  offset(): number
  rest(): AsyncGenerator<Uint8Array>
}

const bufferOf = (chunks: Chunks): Buffered => {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let held: Uint8Array = new Uint8Array()
  let offset = 0
  let ended = false
  const more = async (atLeast: number): Promise<void> => {
    const parts = [held]
    let size = held.length
    // Gathered first and joined once: to join at every chunk would cost the square of a record's length.
    while (size < atLeast && !ended) {
      const next = await source.next()
      if (next.done) ended = true
      else {
        parts.push(next.value.slice())
        size += next.value.length
      }
    }
    held = joined(parts, size)
  }
  const take = (size: number): void => {
    offset += Math.min(size, held.length)
    held = held.subarray(size)
  }
  return {
    fill: async size => {
      if (held.length < size && !ended) await more(size)
      return held.length >= size
    },
    bytes: () => held,
    take,
    skip: async size => {
      let left = size
      while (left > 0) {
        if (!held.length && !ended) await more(1)
        if (!held.length) return false
        const step = Math.min(left, held.length)
        take(step)
        left -= step
      }
      return true
    },
    offset: () => offset,
    async *rest() {
      while (held.length || !ended) {
        if (!held.length) await more(1)
        const piece = held
        take(piece.length)
        if (piece.length) yield piece
      }
    },
  }
}

const MARK = [0x57, 0x41, 0x52, 0x43, 0x2f] // WARC/

async function* framesIn(source: Buffered, largest: number): AsyncGenerator<Framed | FrameFault> {
  for (;;) {
    await passBreaks(source)
    const offset = source.offset()
    if (!(await source.fill(1))) return
    const head = (await startsRecord(source)) ? await headerIn(source) : null
    const fault = !head ? 'header' : head.content === null ? 'length' : null
    if (fault || !head || head.content === null) {
      yield { fault: fault ?? 'header', offset }
      source.take(1)
      if (!(await toNextRecord(source))) return
      continue
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
