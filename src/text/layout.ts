import type { Block, BlockKind } from '../model/report.ts'
import { type Span, spanOf } from '../model/span.ts'
import { datelineAt, isSigned, notesEnd, type Surroundings } from './dateline.ts'
import type { Stretch } from './dateline-parts.ts'
import { daysWritten, isoOf } from './dates.ts'
import { isCredit, lineKind, runInAgencyEnd, runInDate, runInStampEnd } from './header.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Header lines are looked for among so many opening paragraphs, closing credits among so many last ones. */
const OPENING = 14
const CLOSING = 3

/**
 * Divides a canonical text into blocks: headline, header lines (section, time, byline), datelines, agency lines, paragraphs.
 * Blocks are in order, do not overlap and hold no white space at their ends. Only what is plainly no sentence is kept out of
 * the paragraphs. `headline` null or empty: the first line is taken for one only if it plainly is.
 */
export const layOut = (text: string, headline: string | null): Block[] => {
  const blocks: Block[] = []
  const top = headlineBlock(text, headline?.trim() || null)
  if (top) blocks.push(...withoutSite(text, top))
  const title = top ? text.slice(top.start, top.end) : ''
  const paragraphs = paragraphsOf(text, top?.end ?? 0)
  const capitals = !/\p{Ll}{2}/u.test(text.slice(top?.end ?? 0, (top?.end ?? 0) + 2000))
  let first = true
  paragraphs.forEach((lines, i) => {
    const opening = first && i < OPENING
    const rest = opening ? headerLines(text, lines, blocks) : lines
    if (!rest.length) return
    const place = { start: rest[0].start, end: rest.at(-1)!.end }
    if (i >= paragraphs.length - CLOSING && !opening && isClosing(text, place)) {
      blocks.push({ kind: 'agency', ...place })
      return
    }
    body(text, place, { first, capitals }, title, blocks)
    if (blocks.at(-1)?.kind === 'paragraph') first = false
  })
  return blocks
}

const isClosing = (text: string, { start, end }: Stretch): boolean => {
  const words = text.slice(start, end)
  return isCredit(words) || (!words.includes('\n') && lineKind(words) !== null)
}

/** Takes leading header lines into `blocks`; gives the lines left. */
const headerLines = (text: string, lines: readonly Stretch[], blocks: Block[]): readonly Stretch[] => {
  const at = lines.findIndex(({ start, end }) => {
    const dateline = datelineAt(text, start, end, { first: false, capitals: false })
    if (dateline && dateline.end < end) return true
    const line = text.slice(start, end)
    const kind = dateline?.place ? 'dateline' : isCredit(line) ? 'agency' : lineKind(line)
    if (!kind) return true
    blocks.push({ kind, start, end })
    return false
  })
  return at < 0 ? [] : lines.slice(at)
}

/** A paragraph with what precedes its first sentence: run-in stamp, headline told again, dateline, notes of the monitoring service. */
const body = (text: string, { start, end }: Stretch, around: Surroundings, title: string, blocks: Block[]): void => {
  let at = start
  const push = (kind: BlockKind, to: number): void => {
    const words = text.slice(at, to)
    if (words.trim()) blocks.push({ kind, start: at + words.length - words.trimStart().length, end: at + words.trimEnd().length })
    at = to
  }
  const skip = (): void => {
    while (at < end && /\s/.test(text[at])) at++
  }
  if (around.first) {
    for (let i = 0; i < 3; i++) {
      push('header', stampEnd(text, at, end, title))
      skip()
      push('headline', repeatedEnd(text, at, end, title))
      while (at < end && /[\s.|]/.test(text[at])) at++
      if (at > start || runInStampEnd(text, runInAgencyEnd(text, at) + 1) > at + 10) push('agency', runInAgencyEnd(text, at))
      skip()
    }
  }
  for (let i = 0; i < 2; i++) {
    const dateline = datelineAt(text, at, end, { ...around, first: around.first || i > 0 })
    if (!dateline) break
    push('dateline', dateline.end)
    const notes = notesEnd(text, at, end)
    if (notes === at) break
    skip()
    push('header', notes)
    skip()
  }
  if (at === start) {
    const notes = notesEnd(text, at, end)
    if (notes > at) push('header', notes)
  }
  for (const inner of innerDatelines(text, at, end)) {
    push('paragraph', inner.start)
    push('dateline', inner.end)
  }
  push('paragraph', end)
}

const INNER = /(?<=[.!?]["”]? )\p{Lu}{3,}[\p{L} ,.\d]{0,40}[(/][^()/\n]{2,40}[)/]/gu

/** Datelines in the middle of a text that lost its paragraphs ("... said. DAMASCUS (Sputnik) The strike"): only well-known signatures. */
const innerDatelines = (text: string, start: number, end: number): Stretch[] =>
  [...text.slice(start, end).matchAll(INNER)].flatMap(match => {
    const dateline = datelineAt(text, start + match.index, end, { first: false, capitals: false })
    return dateline && isSigned(text, dateline) ? [dateline] : []
  })

/** The end of a stamp that runs into the first sentence or, with a byline, into the headline told again; or `at`. */
const stampEnd = (text: string, at: number, end: number, title: string): number => {
  const stamp = runInStampEnd(text, at)
  const date = runInDate(text, at)
  const known = letters(title).length >= 16 && date.end > date.start
  const again = known ? text.slice(date.end, Math.min(end, date.end + 120)).indexOf(title.slice(0, 40)) : -1
  if (
    again > 0 &&
    !/[.!?]\s/.test(text.slice(date.end, date.end + again)) &&
    repeatedEnd(text, date.end + again, end, title) > date.end + again
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
const repeatedEnd = (text: string, at: number, end: number, title: string): number => {
  for (const version of titlesOf(title)) {
    const stop = repeatEnd(text, at, end, version)
    if (stop > at) return stop
  }
  return at
}

const repeatEnd = (text: string, at: number, end: number, title: string): number => {
  const wanted = letters(title)
  if (wanted.length < 16 || title.split(/\s+/).length < 4) return at
  let seen = ''
  let p = at
  const limit = Math.min(end, at + title.length * 2 + 20)
  while (p < limit && seen.length < wanted.length) seen += letters(text[p++])
  if (seen !== wanted || /^[\p{L}\p{N}]/u.test(text.slice(p, p + 1))) return at
  const next = text.slice(p, Math.min(end, p + 60)).replace(/^[.|:"”'’\s]+/u, '')
  return next === '' || /^["“‘'(]?[\p{Lu}\d]/u.test(next) ? p : at
}

/** The headline's block: the one given where the text begins with it, or a first line that plainly is one. */
const headlineBlock = (text: string, headline: string | null): Block | null => {
  const start = text.length - text.trimStart().length
  const found = headline ? text.startsWith(headline, start) && { start, end: start + headline.length } : guessHeadline(text)
  return found ? { kind: 'headline', ...found } : null
}

/** A headline taken from a page's title names the site behind a bar ("Bridge falls | The Courier"): that is no part of it. */
const withoutSite = (text: string, block: Block): Block[] => {
  const site = /\s+[|»]\s+[^|»]{2,40}$/u.exec(text.slice(block.start, block.end))
  if (!site?.index) return [block]
  const at = block.start + site.index
  return [
    { ...block, end: at },
    { kind: 'header', start: at + /^[\s|»]*/.exec(site[0])![0].length, end: block.end },
  ]
}

/**
 * The first line of a text without a given headline, where it plainly is one: short, without a final stop, followed by a blank line
 * or by a line that can only stand below a headline (stamp, byline, dateline). `length`: that of the whole text, if `text` is its beginning.
 */
export const guessHeadline = (text: string, length = text.length): Stretch | null => {
  const start = text.length - text.trimStart().length
  const head = text.slice(start, start + 2000)
  const line = /^[^\n]{8,160}(?=\n)/u.exec(head)?.[0].trimEnd()
  if (!line || !/\p{L}/u.test(line) || /[.,;:]["”’)]?$/u.test(line) || line.split(/\s+/).length < 3) return null
  if (lineKind(line) || /\[[A-Z]|--|_$|\w[.!?]["”]?\s+\p{Lu}\p{L}+\s/u.test(line)) return null
  if (datelineAt(text, start, start + line.length, { first: true, capitals: false })) return null
  const [, gap, next] = /^(\s*)([^\n]*)/u.exec(head.slice(line.length))!
  if (!next || (!/\n\s*\n/.test(gap) && !isBelowHeadline(next))) return null
  return length - start - line.length - gap.length > line.length ? { start, end: start + line.length } : null
}

const isBelowHeadline = (line: string): boolean =>
  lineKind(line) !== null || datelineAt(line, 0, line.length, { first: false, capitals: false }) !== null

/** Where and when a report says that it was filed. `day` is ISO, or "--10-10" when the year is not written. */
export interface FiledFrom {
  readonly place: Span | null
  readonly day: string | null
  readonly outlet: Span | null
}

/** The dateline of a text laid out as `blocks`; its day may also come from a header line. */
export const datelineOf = (text: string, blocks: readonly Block[]): FiledFrom => {
  const capitals = !/\p{Ll}{2}/u.test(text.slice(0, 2000))
  const found = blocks
    .filter(block => block.kind === 'dateline')
    .map(block => {
      const stop = text.indexOf('\n', block.end)
      return datelineAt(text, block.start, stop < 0 ? text.length : stop, { first: true, capitals })
    })
  const day = found.find(line => line?.day)?.day ?? null
  const stamp = blocks.filter(block => block.kind === 'header').flatMap(block => daysWritten(text, block.start, block.end))[0]
  const span = (stretch: Stretch | null | undefined): Span | null => (stretch ? spanOf(text, stretch.start, stretch.end) : null)
  return {
    place: span(found.find(line => line?.place)?.place),
    day: day ? isoOf(day) : stamp ? isoOf(stamp) : null,
    outlet: span(found.find(line => line?.outlet)?.outlet),
  }
}
