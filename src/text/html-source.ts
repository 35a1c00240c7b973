/** A stretch of running text in an HTML source, tags and comments left out. Offsets are UTF-16 units of the source. */
export interface SourceText {
  readonly start: number
  readonly end: number
}

/** Elements whose content is no running text. */
const RAW = /^(?:script|style|noscript|template|iframe|noembed|noframes|xmp|textarea|title|svg|math|select|object|canvas)$/

/**
 * The stretches of running text of an HTML source, in order. A light tokenizer: it knows tags, comments and elements with raw
 * content, no tree. Linear in the source.
 */
export const sourceTexts = (source: string): SourceText[] => {
  const out: SourceText[] = []
  let at = 0
  const text = (to: number): void => {
    if (to > at && /\S/.test(source.slice(at, to))) out.push({ start: at, end: to })
  }
  while (at < source.length) {
    const sign = source.indexOf('<', at)
    if (sign < 0) break
    const tag = tagAt(source, sign)
    if (!tag) {
      // A lone "<" is text: the stretch goes on behind it.
      const next = source.indexOf('<', sign + 1)
      text(next < 0 ? source.length : next)
      at = next < 0 ? source.length : next
      continue
    }
    text(sign)
    at = tag.end
    if (tag.name && !tag.close && RAW.test(tag.name)) at = rawEnd(source, tag.name, at)
  }
  text(source.length)
  return out
}

const tagAt = (source: string, at: number): { end: number; name: string; close: boolean } | null => {
  const next = source[at + 1] ?? ''
  if (source.startsWith('<!--', at)) return { end: behind(source, '-->', at + 4), name: '', close: false }
  if (source.startsWith('<![CDATA[', at)) return { end: behind(source, ']]>', at + 9), name: '', close: false }
  if (next === '!' || next === '?') return { end: behind(source, '>', at + 2), name: '', close: false }
  const close = next === '/'
  const begun = at + (close ? 2 : 1)
  if (!/[a-zA-Z]/.test(source[begun] ?? '')) return null
  let end = begun
  while (end < source.length && !/[\s/>]/.test(source[end])) end++
  const name = source.slice(begun, Math.min(end, begun + 60)).toLowerCase()
  return { end: tagEnd(source, end), name, close }
}

const behind = (source: string, sign: string, from: number): number => {
  const found = source.indexOf(sign, from)
  return found < 0 ? source.length : found + sign.length
}

/** The end of a tag, quoted values stepped over where they follow a "=". */
const tagEnd = (source: string, from: number): number => {
  for (let at = from; at < source.length; at++) {
    const sign = source[at]
    if (sign === '>') return at + 1
    if ((sign === '"' || sign === "'") && /=\s*$/.test(source.slice(Math.max(from, at - 8), at))) {
      const close = source.indexOf(sign, at + 1)
      if (close < 0) return behind(source, '>', at)
      at = close
    }
  }
  return source.length
}

const rawEnd = (source: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(source)?.index ?? source.length
}

/** Marks each stretch of text with its number, so that it can be found again after the page has been taken apart. */
export const markTexts = (source: string, texts: readonly SourceText[], attribute: string): string => {
  const out: string[] = []
  let at = 0
  texts.forEach(({ start, end }, i) => {
    out.push(source.slice(at, start), `<span ${attribute}="${i}">`, source.slice(start, end), '</span>')
    at = end
  })
  out.push(source.slice(at))
  return out.join('')
}

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});?/g

/** One or more units of decoded text with the source units `[from, to)` that they stand for. */
export interface DecodedUnit {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Decodes the entities of a stretch; `decodeEntity` gives the meaning of one ("&amp;"), or itself when it has none. */
export const decodeStretch = (
  source: string,
  { start, end }: SourceText,
  decodeEntity: (entity: string) => string,
): DecodedUnit[] => {
  const out: DecodedUnit[] = []
  let at = start
  const plain = (to: number): void => {
    if (to > at) out.push({ words: source.slice(at, to), from: at, to })
    at = to
  }
  for (const match of source.slice(start, end).matchAll(ENTITY)) {
    const from = start + match.index
    const words = decodeEntity(match[0])
    if (words === match[0]) continue
    plain(from)
    out.push({ words, from, to: from + match[0].length })
    at = from + match[0].length
  }
  plain(end)
  return out
}
