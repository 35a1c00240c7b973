import { MONTHS, NUMBERED, OTHERS, PREFIXES, STATES, TITLES } from './abbreviations.ts'

/** A token: `[start, end)` in UTF-16 code units of the text, and whether white space stands before it. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly spaced: boolean
}

const URL = /^(?:https?:\/\/|www\.)\S+$|^[^\s@<>()[\]"]+@[^\s@<>()[\]"]+\.[^\s@<>()[\]"]+$|^@\w[\w.]*$|^#\p{L}[\w.]*$/u
const OPENING = /^(?:["“”‘'`«‹„([{<*_~]|''|``|[$€£¥#>](?=\d)|(?:US|NZ|HK|[AC])(?=\$\d)|(?:\.{2,}|…|-+|—|–|&|•)(?=[\w"“]))/
const CLOSING = /(?:[!?]+|([*_=~<>])\1+|["”’'»›)\]}>*_,;:…]|\.{2,}|''|[—–]|--+|(?<=\d)(?:%|°|€|£))$/
const CLITIC =
  /^(.+?)(n['’]t|['’](?:s|m|re|ve|ll|d))$|^((?:do|did|does|is|was|were|are|could|would|should|has|have|had|ca|wo)(?=nt$))(nt)$/i
const LONE_CLITIC = /^['’](?:s|re|ve|ll|d|m|em|cause|til|\d\ds?)$/i
const SMILEY = /^(?:[:;=]-?[)(DP]|<3)$/
const UNITS = /^(\d[\d.,]*)(km|kms|kg|mph|kph|ft|cm|mm|am|pm|a\.m\.|p\.m\.|bn|mn|lbs?|mln|bln|sq|mw|kw|gw)$/i
const RANGE = /^(\d[\d.,]*)([-–])(\d[\d.,]*)$/
const NUMBERED_FORM = /^([^\p{L}\p{N}]*)(\p{L}{1,5})\.$/u
const FUSED: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, gotta: 3, wanna: 3 }
/** Longer pieces without white space are cut: no word of any language is so long. */
const LONGEST_CHUNK = 200

/** Whether a chunk that ends in a stop keeps it: "Sept.", "U.S.", "J.", but neither "sun." nor "wash.". */
export const isAbbreviation = (word: string): boolean => {
  const bare = word.slice(0, -1).toLowerCase()
  const capital = word[0] !== word[0].toLowerCase()
  return (
    TITLES.has(bare) ||
    (capital ? MONTHS.has(bare) || STATES.has(bare) : false) ||
    OTHERS.has(bare) ||
    /^(?:\p{L}\.){2,}$/u.test(word) ||
    /^\p{Lu}\.$/u.test(word) ||
    /^(?:Lt|Maj|Brig)\.-/.test(word)
  )
}

/** The tokens of a text between two offsets, in the style of EWT and GUM: clitics and most hyphens split. */
export const tokenise = (text: string, from: number, to: number): Token[] => {
  const out: Token[] = []
  for (const m of text.slice(from, to).matchAll(/\S+/g)) {
    let spaced = true
    const push = (start: number, end: number) => {
      if (end > start) {
        out.push({ start, end, spaced })
        spaced = false
      }
    }
    for (let at = 0; at < m[0].length; at += LONGEST_CHUNK) {
      const piece = m[0].slice(at, at + LONGEST_CHUNK)
      const offset = from + m.index + at
      const numbered = NUMBERED_FORM.exec(piece)
      if (
        numbered &&
        NUMBERED.has(numbered[2].toLowerCase()) &&
        /^\s+\d/.test(text.slice(offset + piece.length, offset + piece.length + 8))
      ) {
        if (numbered[1]) chunk(numbered[1], offset, push)
        push(offset + numbered[1].length, offset + piece.length)
      } else chunk(piece, offset, push)
    }
  }
  return out
}

type Push = (start: number, end: number) => void

/** Takes the punctuation off a piece without white space, and splits what is left. */
const chunk = (word: string, offset: number, push: Push): void => {
  if (!word) return
  if (word.length > 1 && URL.test(word)) {
    address(word, offset, push)
    return
  }
  if (SMILEY.test(word) || /^([^\p{L}\p{N}])\1+$/u.test(word)) {
    push(offset, offset + word.length)
    return
  }
  let start = 0
  let end = word.length
  while (start < end) {
    const rest = word.slice(start, end)
    if (LONE_CLITIC.test(rest)) break
    if (start && rest.length > 1 && URL.test(rest)) {
      address(rest, offset + start, push)
      return
    }
    const m = OPENING.exec(rest)
    if (!m || m[0].length === rest.length) break
    push(offset + start, offset + start + m[0].length)
    start += m[0].length
  }
  const tail: [number, number][] = []
  while (end - start > 1) {
    const rest = word.slice(start, end)
    if (SMILEY.test(rest) || LONE_CLITIC.test(rest)) break
    const m = CLOSING.exec(rest)
    const size = m
      ? m[0] === '..' && isAbbreviation(rest.slice(0, -1))
        ? 1
        : m[0].length
      : rest.endsWith('.') && !isAbbreviation(rest)
        ? 1
        : 0
    if (!size || size === rest.length) break
    tail.push([offset + end - size, offset + end])
    end -= size
  }
  if (start < end) inside(word.slice(start, end), offset + start, push)
  for (const [s, e] of tail.reverse()) push(s, e)
}

/** An address, and the punctuation after it. */
const address = (word: string, offset: number, push: Push): void => {
  let end = word.length
  while (end > 1 && /[.,;:!?)"'”>\]]/.test(word[end - 1])) end--
  push(offset, offset + end)
  for (let i = end; i < word.length; i++) push(offset + i, offset + i + 1)
}

/** A stop without a blank after it: "of high quality.You". */
const RUN_IN = /^\p{L}*\p{Ll}{2}[.!?](?=\p{Lu}\p{Ll}|\p{Lu}$|\[\d)/u

/** Splits a piece that has no punctuation around it. */
const inside = (word: string, offset: number, push: Push): void => {
  const split = (at: number, size: number, after: (rest: string, offset: number, push: Push) => void = inside): void => {
    if (at) chunk(word.slice(0, at), offset, push)
    push(offset + at, offset + at + size)
    after(word.slice(at + size), offset + at + size, push)
  }
  if (!word) return
  if (URL.test(word)) {
    push(offset, offset + word.length)
    return
  }
  const range = RANGE.exec(word)
  if (range && !/^\d{3}-\d{4}$/.test(word)) {
    split(range[1].length, 1)
    return
  }
  if (/^\d[\d.,:/-]*\d$/.test(word)) {
    push(offset, offset + word.length)
    return
  }
  const dash = /[—–]|--+|\.{2,}|…/.exec(word)
  if (dash && word.length > dash[0].length) {
    split(dash.index, dash[0].length, chunk)
    return
  }
  const joined = /^(\p{Lu}?\p{Ll}{2,}\.)(\d.*)$/u.exec(word)
  if (joined && MONTHS.has(joined[1].slice(0, -1).toLowerCase())) {
    push(offset, offset + joined[1].length)
    inside(joined[2], offset + joined[1].length, push)
    return
  }
  const clitic = CLITIC.exec(word)
  if (clitic) {
    const size = (clitic[1] ?? clitic[3]).length
    inside(word.slice(0, size), offset, push)
    push(offset + size, offset + word.length)
    return
  }
  const fused = FUSED[word.toLowerCase()]
  if (fused) {
    push(offset, offset + fused)
    push(offset + fused, offset + word.length)
    return
  }
  const bracket = /^\p{L}{2,}[([](?=\p{L})|^\p{L}{2,},(?=\p{L})/u.exec(word)
  if (bracket) {
    split(bracket[0].length - 1, 1, chunk)
    return
  }
  const runIn = RUN_IN.exec(word)
  if (runIn) {
    split(runIn[0].length - 1, 1, chunk)
    return
  }
  const slash = word.indexOf('/')
  if (slash > 0 && slash < word.length - 1 && /\p{L}/u.test(word)) {
    split(slash, 1)
    return
  }
  const hyphen = word.indexOf('-')
  if (hyphen > 0 && hyphen < word.length - 1 && !keepsHyphen(word, hyphen)) {
    split(hyphen, 1)
    return
  }
  const unit = UNITS.exec(word)
  if (unit) {
    push(offset, offset + unit[1].length)
    push(offset + unit[1].length, offset + word.length)
    return
  }
  push(offset, offset + word.length)
}

const keepsHyphen = (word: string, at: number): boolean => {
  const low = word.toLowerCase()
  return PREFIXES.has(low.slice(0, at)) || low === 'e-mail' || low === 'wi-fi' || /^(?:lt|maj|brig)\.?-/.test(low)
}
