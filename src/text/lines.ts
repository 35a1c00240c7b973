import { joined } from './bytes.ts'

const BREAK = 10

/** The lines of a stream of bytes without their line feeds; null in the place of a line larger than `largest` bytes. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  largest: number,
): AsyncGenerator<Uint8Array | null> {
  let open: Uint8Array[] = []
  let size = 0
  const close = (): Uint8Array | null => {
    const line = size > largest ? null : joined(open, size)
    open = []
    size = 0
    return line
  }
  const add = (piece: Uint8Array): void => {
    size += piece.length
    // An overlong line is counted but not kept.
    if (size <= largest) open.push(piece)
    else open = []
  }
  for await (const chunk of chunks) {
    let at = 0
    for (let stop = chunk.indexOf(BREAK); stop >= 0; stop = chunk.indexOf(BREAK, at)) {
      add(chunk.subarray(at, stop))
      yield close()
      at = stop + 1
    }
    // The caller may use a chunk's memory again.
    if (at < chunk.length) add(chunk.slice(at))
  }
  if (size) yield close()
}
