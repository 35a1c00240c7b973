import type { Block } from '../model/report.ts'
import { type Span, spanOf } from '../model/span.ts'
import { datelineAt } from './dateline.ts'
import type { Stretch } from './dateline-parts.ts'
import { daysWritten, isoOf } from './dates.ts'
import { isCredit, lineKind } from './header.ts'
import { paragraphBlocks } from './opening.ts'
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
    blocks.push(...paragraphBlocks(text, place, { first, capitals }, title))
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
