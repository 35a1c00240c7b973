import type { Block, BlockKind } from '../model/report.ts'
import { datelineAt, isSigned, notesEnd, type Surroundings } from './dateline.ts'
import type { Stretch } from './dateline-parts.ts'
import { runInAgencyEnd, runInDate, runInStampEnd } from './header.ts'

/** A paragraph under division: `at` runs to its end. */
interface Rest {
  /** The report up to the paragraph's end, so that nothing is read beyond it. */
  readonly text: string
  readonly start: number
  at: number
  readonly blocks: Block[]
}

/**
 * The blocks of one paragraph: what precedes its first sentence (stamp, headline told again, dateline, notes of a monitoring
 * service), the paragraph, and datelines inside it. `title`: the report's headline or "".
 */
export const paragraphBlocks = (text: string, { start, end }: Stretch, around: Surroundings, title: string): Block[] => {
  const rest: Rest = { text: text.slice(0, end), start, at: start, blocks: [] }
  if (around.first) takeRunIns(rest, title)
  takeDatelines(rest, around)
  if (rest.at === start) take(rest, 'header', notesEnd(rest.text, start, end))
  for (const inner of innerDatelines(rest.text, rest.at)) {
    take(rest, 'paragraph', inner.start)
    take(rest, 'dateline', inner.end)
  }
  take(rest, 'paragraph', end)
  return rest.blocks
}

/** Makes a block up to `to`, without the white space around it, and goes on behind the space that follows. */
const take = (rest: Rest, kind: BlockKind, to: number): void => {
  const words = rest.text.slice(rest.at, to)
  if (words.trim()) {
    const start = rest.at + words.length - words.trimStart().length
    rest.blocks.push({ kind, start, end: rest.at + words.trimEnd().length })
  }
  rest.at = to
  skip(rest, /\s/)
}

const skip = (rest: Rest, signs: RegExp): void => {
  while (rest.at < rest.text.length && signs.test(rest.text[rest.at])) rest.at++
}

/** Texts that lost their line breaks tell stamp, headline and agency in one line with the first sentence. */
const takeRunIns = (rest: Rest, title: string): void => {
  const { text, start } = rest
  for (let i = 0; i < 3; i++) {
    take(rest, 'header', stampEnd(text, rest.at, title))
    take(rest, 'headline', repeatedEnd(text, rest.at, title))
    if (rest.at > start) skip(rest, /[\s.|]/)
    const agency = runInAgencyEnd(text, rest.at)
    if (rest.at > start || runInStampEnd(text, agency + 1) > agency + 1) take(rest, 'agency', agency)
  }
}

const takeDatelines = (rest: Rest, around: Surroundings): void => {
  const { text } = rest
  for (let i = 0; i < 2; i++) {
    const dateline = datelineAt(text, rest.at, text.length, { ...around, first: around.first || i > 0 })
    if (!dateline) return
    take(rest, 'dateline', dateline.end)
    const notes = notesEnd(text, rest.at, text.length)
    if (notes === rest.at) return
    take(rest, 'header', notes)
  }
}

const INNER = /(?<=[.!?]["”]? )\p{Lu}{3,}[\p{L} ,.\d]{0,40}[(/][^()/\n]{2,40}[)/]/gu

/** Datelines in the middle of a text that lost its paragraphs ("... said. DAMASCUS (Sputnik) The strike"): only well-known signatures. */
const innerDatelines = (text: string, start: number): Stretch[] =>
  [...text.slice(start).matchAll(INNER)].flatMap(match => {
    const dateline = datelineAt(text, start + match.index, text.length, { first: false, capitals: false })
    return dateline && isSigned(text, dateline) ? [dateline] : []
  })

/** The end of a stamp that runs into the first sentence or, with a byline, into the headline told again; or `at`. */
const stampEnd = (text: string, at: number, title: string): number => {
  const stamp = runInStampEnd(text, at)
  const date = runInDate(text, at)
  const known = letters(title).length >= 16 && date.end > date.start
  const again = known ? text.slice(date.end, date.end + 120).indexOf(title.slice(0, 40)) : -1
  if (
    again > 0 &&
    !/[.!?]\s/.test(text.slice(date.end, date.end + again)) &&
    repeatedEnd(text, date.end + again, title) > date.end + again
  )
    return date.end + again
  return stamp
}

const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A headline, and what is left of it without the section and site behind it ("Bridge falls - Region - World - The Courier"). */
const titlesOf = (title: string): string[] => {
  const shorter = title.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/u, '')
  return shorter === title ? [title] : [title, ...titlesOf(shorter)]
}

/** The end of the headline said again at `at` where a sentence of its own follows, or `at`. */
const repeatedEnd = (text: string, at: number, title: string): number => {
  for (const version of titlesOf(title)) {
    const stop = repeatEnd(text, at, version)
    if (stop > at) return stop
  }
  return at
}

const repeatEnd = (text: string, at: number, title: string): number => {
  const wanted = letters(title)
  if (wanted.length < 16 || title.split(/\s+/).length < 4) return at
  let seen = ''
  let p = at
  const limit = Math.min(text.length, at + title.length * 2 + 20)
  while (p < limit && seen.length < wanted.length) seen += letters(text[p++])
  if (seen !== wanted || /^[\p{L}\p{N}]/u.test(text.slice(p, p + 1))) return at
  const next = text.slice(p, p + 60).replace(/^[.|:"”'’\s]+/u, '')
  return next === '' || /^["“‘'(]?[\p{Lu}\d]/u.test(next) ? p : at
}
