import type { OffsetRun } from '../model/report.ts'
import type { Decoded } from './decode.ts'

/** Units `[from, to)` of a decoded source that became `length` units of the canonical text from `text` on. */
interface Piece {
  readonly text: number
  readonly length: number
  readonly from: number
  readonly to: number
}

/** A canonical text under construction, which remembers where each part of it came from. Sources may be taken in any order. */
export interface Canonical {
  /** Appends source units `[from, to)` as they are. */
  copy(from: number, to: number): void
  /** Appends `words`, which stand for source units `[from, to)` (an entity, a fold of white space). */
  write(words: string, from: number, to: number): void
  /** Appends words that no place in the source has. */
  insert(words: string): void
  readonly length: () => number
  readonly text: () => string
  /** The runs in the archived bytes, or null where the text is the bytes one by one. */
  readonly runs: (decoded: Decoded, byteLength: number) => OffsetRun[] | null
}

export const createCanonical = (source: string): Canonical => {
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  const add = (words: string): void => {
    parts.push(words)
    length += words.length
  }
  return {
    copy(from, to) {
      if (to <= from) return
      const last = pieces.at(-1)
      if (last && last.to === from && last.text + last.length === length && last.length === last.to - last.from)
        pieces[pieces.length - 1] = { ...last, length: last.length + to - from, to }
      else pieces.push({ text: length, length: to - from, from, to })
      add(source.slice(from, to))
    },
    write(words, from, to) {
      if (words === source.slice(from, to)) this.copy(from, to)
      else {
        if (words) pieces.push({ text: length, length: words.length, from, to })
        add(words)
      }
    },
    insert: add,
    length: () => length,
    text: () => parts.join(''),
    runs(decoded, byteLength) {
      const runs = pieces.flatMap(piece => runsOf(piece, decoded))
      const only = runs[0]
      const same =
        runs.length === 1 && only.text === 0 && only.byte === 0 && only.length === length && only.byteLength === byteLength
      return same && only.length === only.byteLength ? null : runs
    },
  }
}

/** A piece taken as it is has one run for each stretch of units of equal width; a changed one has a single run. */
const runsOf = (piece: Piece, { byteAt }: Decoded): OffsetRun[] => {
  if (piece.length !== piece.to - piece.from) {
    const byte = byteAt(piece.from)
    return [{ text: piece.text, length: piece.length, byte, byteLength: byteAt(piece.to) - byte }]
  }
  const runs: OffsetRun[] = []
  let from = piece.from
  let width = -1
  let before = byteAt(from)
  let begun = before
  for (let unit = piece.from; unit < piece.to; unit++) {
    const after = byteAt(unit + 1)
    if (width >= 0 && after - before !== width) {
      runs.push({ text: piece.text + from - piece.from, length: unit - from, byte: begun, byteLength: before - begun })
      from = unit
      begun = before
    }
    width = after - before
    before = after
  }
  runs.push({ text: piece.text + from - piece.from, length: piece.to - from, byte: begun, byteLength: before - begun })
  return runs
}

/**
 * The archived bytes `[start, end)` that units `[start, end)` of the canonical text were read from, or null where no byte stands
 * behind them. `map`: null means that units are bytes. Within a run all units are equally wide.
 */
export const archivedBytes = (
  map: readonly OffsetRun[] | null,
  start: number,
  end: number,
): { start: number; end: number } | null => {
  if (!map) return { start, end }
  let low = Number.POSITIVE_INFINITY
  let high = -1
  for (const run of map) {
    const from = Math.max(start, run.text)
    const to = Math.min(end, run.text + run.length)
    if (from >= to) continue
    const width = run.byteLength / run.length
    const exact = Number.isInteger(width)
    low = Math.min(low, exact ? run.byte + (from - run.text) * width : run.byte)
    high = Math.max(high, exact ? run.byte + (to - run.text) * width : run.byte + run.byteLength)
  }
  return high < 0 ? null : { start: low, end: high }
}
