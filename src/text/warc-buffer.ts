import { joined } from './bytes.ts'

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Bytes of a stream that wait to be taken. */
export interface Buffered {
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

/** The bytes of a stream, from which as many can be taken as are wanted. */
export const bufferOf = (chunks: Chunks): Buffered => {
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
