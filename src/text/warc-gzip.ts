import { joined } from './bytes.ts'
import type { FrameFault } from './warc-frames.ts'

/** What one gzip member decompresses to, and the byte at which it begins. */
export interface Member {
  readonly bytes: Uint8Array
  readonly offset: number
}

/** Spans that are tried together when a member seems to end too early: a member's own bytes may look like the start of another. */
const TOGETHER = 3

/**
 * Decompresses gzip members one by one, each found by its first bytes, so that a damaged one costs only itself. `largest`: bytes of
 * a member, before and after; a larger one is a fault. A file that was compressed in one piece is read up to that size.
 */
export async function* gzipMembers(chunks: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<Member | FrameFault> {
  const waiting: Span[] = []
  for await (const span of spansOf(chunks, largest)) {
    waiting.push(span)
    if (waiting.length >= TOGETHER) yield* taken(waiting, largest)
  }
  while (waiting.length) yield* taken(waiting, largest)
}

/** Takes the first span, and as many more as belong to it, from those that wait. */
async function* taken(waiting: Span[], largest: number): AsyncGenerator<Member | FrameFault> {
  const { offset } = waiting[0]
  for (let n = 1; n <= waiting.length; n++) {
    const some = waiting.slice(0, n)
    const result = some.some(span => span.bytes === null)
      ? 'large'
      : await inflated(
          some.map(span => span.bytes!),
          largest,
        )
    if (result === 'short' && n < waiting.length) continue
    if (typeof result === 'string') {
      waiting.shift()
      yield { fault: result === 'large' ? 'large' : 'gzip', offset }
    } else {
      waiting.splice(0, n)
      yield { bytes: result, offset }
    }
    return
  }
}

const PIECE = 16 * 1024

/** Decompressed bytes; 'short' when the member is cut off. */
const inflated = async (parts: readonly Uint8Array[], largest: number): Promise<Uint8Array | 'short' | 'damaged' | 'large'> => {
  const { AsyncIterReader } = await import('warcio')
  const reader = new AsyncIterReader(pieces(parts), 'gzip')
  const out: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of reader) {
      // The reader takes for uncompressed what it cannot decompress.
      if (reader.compressed === null) break
      out.push(piece)
      size += piece.length
      if (size > largest) return 'large'
    }
  } catch {
    return 'damaged'
  }
  // Behind a whole member anything may stand: zeros, or the rest of a damaged one.
  if (reader.compressed === null) return reader._rawOffset > 0 ? joined(out, size) : 'damaged'
  if (!(reader.inflator as { ended?: boolean } | null)?.ended) return 'short'
  return joined(out, size)
}

/** Small pieces: each is inflated at one go. */
async function* pieces(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) for (let at = 0; at < part.length; at += PIECE) yield part.subarray(at, at + PIECE)
}

/** Bytes from one start of a member to the next; null when there are too many to keep. */
interface Span {
  readonly bytes: Uint8Array | null
  readonly offset: number
}

/** Cuts a stream where a gzip member seems to begin. */
async function* spansOf(chunks: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<Span> {
  let parts: Uint8Array[] = []
  let size = 0
  let begun = 0
  let at = 0
  let tail: Uint8Array = new Uint8Array()
  const keep = (piece: Uint8Array): void => {
    size += piece.length
    if (size > largest) parts = []
    else if (piece.length) parts.push(piece)
  }
  const close = (next: number): Span => {
    const span = { bytes: size > largest ? null : joined(parts, size), offset: begun }
    parts = []
    size = 0
    begun = next
    return span
  }
  for await (const chunk of chunks) {
    // The last bytes of a chunk wait for the next one: a start may be cut in two.
    const bytes = joined([tail, chunk], tail.length + chunk.length)
    const end = bytes.length - (START - 1)
    let from = 0
    for (let i = 0; i < end; i++) {
      if (bytes[i] !== 0x1f || !startsMember(bytes, i)) continue
      keep(bytes.subarray(from, i))
      if (size) yield close(at + i)
      from = i
    }
    const kept = Math.max(from, end)
    keep(bytes.slice(from, kept))
    tail = bytes.slice(kept)
    at += kept
  }
  keep(tail)
  if (size) yield close(at)
}

/** Bytes that a start is known by: magic, method, flags, time (any), extra flags, system. */
const START = 10

const startsMember = (bytes: Uint8Array, i: number): boolean =>
  bytes[i + 1] === 0x8b &&
  bytes[i + 2] === 8 &&
  bytes[i + 3] < 0x20 &&
  (bytes[i + 8] === 0 || bytes[i + 8] === 2 || bytes[i + 8] === 4) &&
  (bytes[i + 9] <= 13 || bytes[i + 9] === 255)
