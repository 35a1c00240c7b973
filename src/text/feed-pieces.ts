/** Where an item stands in a feed's source, `[start, end)` in UTF-16 units. */
export interface FeedPiece {
  readonly start: number
  readonly end: number
}

/** The elements `name` ("item", "entry") of an XML source, in order; those in comments and CDATA are none. Linear in the source. */
export const itemPieces = (source: string, name: string): FeedPiece[] => {
  const token = new RegExp(`<!\\[CDATA\\[|<!--|<(/?)(?:[\\w.-]{1,40}:)?${name}(?=[\\s/>])`, 'gi')
  const out: FeedPiece[] = []
  let start = -1
  for (let match = token.exec(source); match; match = token.exec(source)) {
    if (match[0].startsWith('<!')) {
      const close = match[0] === '<!--' ? '-->' : ']]>'
      const end = source.indexOf(close, token.lastIndex)
      if (end < 0) break
      token.lastIndex = end + close.length
    } else if (!match[1]) {
      if (start < 0) start = match.index
    } else if (start >= 0) {
      const end = source.indexOf('>', token.lastIndex)
      if (end < 0) break
      out.push({ start, end: end + 1 })
      start = -1
    }
  }
  return out
}

/**
 * Finds where in a piece the `value` of one of its elements is written: as it is, or with XML's entities. Gives the place in the
 * source of each unit of the value (and of its end), or null when it cannot be found with certainty.
 */
export const placeOf = (source: string, { start, end }: FeedPiece, value: string): ((unit: number) => number) | null => {
  if (!value) return null
  const inner = source.slice(start, end)
  const plain = inner.indexOf(value)
  if (plain >= 0) return unit => start + plain + unit
  return decodedPlace(inner, start, value)
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodedPlace = (inner: string, start: number, value: string): ((unit: number) => number) | null => {
  const words: string[] = []
  const origin: number[] = []
  let at = 0
  const copy = (to: number): void => {
    words.push(inner.slice(at, to))
    for (; at < to; at++) origin.push(at)
  }
  for (const match of inner.matchAll(ENTITY)) {
    copy(match.index)
    const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : null
    if (code !== null && code > 0x10ffff) return null
    const sign = code === null ? SIGNS[match[3].toLowerCase()] : String.fromCodePoint(code)
    words.push(sign)
    for (let i = 0; i < sign.length; i++) origin.push(match.index)
    at = match.index + match[0].length
  }
  copy(inner.length)
  origin.push(inner.length)
  const found = words.join('').indexOf(value)
  return found < 0 ? null : unit => start + origin[found + unit]
}
