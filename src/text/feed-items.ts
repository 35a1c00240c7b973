import { type AnyFeed, parseFeed } from 'feedsmith'
import type { Decoded } from './decode.ts'
import type { Feed, FeedItem } from './feed.ts'
import { type FeedPiece, itemPieces, placeOf } from './feed-pieces.ts'
import { readFragment, wordsOfHtml } from './html.ts'
import { parseDay } from './published.ts'

/** What one item says, before its text is made. */
interface Said {
  readonly id: string | undefined
  readonly link: string | undefined
  readonly title: string | undefined
  readonly titleIsHtml: boolean
  readonly outlet: string | undefined
  readonly day: string | undefined
  readonly content: string | undefined
  readonly contentIsHtml: boolean
}

/**
 * Reads a feed; damaged feeds as far as they can be read. `address`: where it came from, for links without a host. Null when it
 * cannot be read at all; never throws.
 */
export const readFeed = async (decoded: Decoded, bytes: Uint8Array, address: string | null): Promise<Feed | null> => {
  const parsed = parsedFeed(decoded.text)
  if (!parsed) return null
  const said = saidIn(parsed)
  const pieces = parsed.format === 'json' ? [] : itemPieces(decoded.text, parsed.format === 'atom' ? 'entry' : 'item')
  // Where the feed is too broken to tell its items apart, each has the whole feed for its archive.
  const own = pieces.length === said.length ? pieces : null
  const items: FeedItem[] = []
  for (const [i, one] of said.entries()) items.push(await itemOf(one, own?.[i] ?? null, decoded, bytes, address))
  return { title: (await titleOf(parsed)) || null, minutes: minutesOf(parsed), items }
}

const parsedFeed = (text: string): AnyFeed | null => {
  const whole = parsedSource(text)
  if (whole) return whole
  // A feed that is cut off, or broken near its end, is read up to its last whole item.
  const last = Math.max(...['</item>', '</entry>'].map(close => text.lastIndexOf(close) + close.length))
  return last > 8 ? parsedSource(text.slice(0, last)) : null
}

const parsedSource = (text: string): AnyFeed | null => {
  try {
    return parseFeed(text.trimStart()) as AnyFeed
  } catch {
    return null
  }
}

const saidIn = (parsed: AnyFeed): Said[] => {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(item => ({
        id: item.guid?.value,
        link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        title: item.title,
        titleIsHtml: true,
        outlet: item.source?.title,
        day: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published,
        content: item.content?.encoded ?? item.description ?? item.media?.description?.value,
        contentIsHtml: true,
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map(item => ({
        id: item.rdf?.about,
        link: item.link ?? item.rdf?.about,
        title: item.title,
        titleIsHtml: true,
        outlet: item.dc?.publishers?.[0],
        day: item.dc?.dates?.[0],
        content: item.content?.encoded ?? item.description,
        contentIsHtml: true,
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map(entry => {
        const content = entry.content?.value ? entry.content : entry.summary
        return {
          id: entry.id,
          link: entry.links?.find(link => (link.rel ?? 'alternate') === 'alternate')?.href,
          title: entry.title?.value,
          titleIsHtml: isHtml(entry.title?.type),
          outlet: entry.source?.title?.value,
          day: entry.published ?? entry.updated,
          content: content?.value,
          contentIsHtml: isHtml(content?.type),
        }
      })
    case 'json':
      return (parsed.feed.items ?? []).map(item => ({
        id: item.id,
        link: item.url ?? item.external_url,
        title: item.title,
        titleIsHtml: false,
        outlet: undefined,
        day: item.date_published ?? item.date_modified,
        content: item.content_html ?? item.content_text ?? item.summary,
        contentIsHtml: item.content_html !== undefined,
      }))
  }
}

const isHtml = (type: string | undefined): boolean => /html/i.test(type ?? '')

const titleOf = async ({ format, feed }: AnyFeed): Promise<string> =>
  format === 'atom'
    ? isHtml(feed.title?.type)
      ? wordsOfHtml(feed.title?.value ?? '')
      : (feed.title?.value ?? '')
    : format === 'json'
      ? (feed.title ?? '')
      : wordsOfHtml(feed.title ?? '')

const PERIODS: ReadonlyMap<string | undefined, number> = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
])

const minutesOf = ({ format, feed }: AnyFeed): number | null => {
  if (format === 'json') return null
  const ttl = format === 'rss' ? feed.ttl : undefined
  const period = PERIODS.get(feed.sy?.updatePeriod)
  const minutes = ttl ?? (period === undefined ? null : period / Math.max(1, feed.sy?.updateFrequency ?? 1))
  return minutes !== null && minutes > 0 && Number.isFinite(minutes) ? minutes : null
}

const itemOf = async (
  said: Said,
  piece: FeedPiece | null,
  decoded: Decoded,
  feedBytes: Uint8Array,
  address: string | null,
): Promise<FeedItem> => {
  const headline = headlineOf(said.title && said.titleIsHtml ? await wordsOfHtml(said.title) : said.title)
  const [from, to] = piece ? [decoded.byteAt(piece.start), decoded.byteAt(piece.end)] : [0, feedBytes.length]
  const written = said.content ?? ''
  const place = piece && placeOf(decoded.text, piece, written)
  // Text that is no HTML is read as if it were, in its own paragraphs.
  const source = said.contentIsHtml ? written : escaped(written)
  const canonical = await readFragment(source, headline)
  const at = place && said.contentIsHtml ? (unit: number) => decoded.byteAt(place(unit)) - from : null
  return {
    id: said.id?.trim() || null,
    link: linkOf(said.link, address),
    headline,
    outlet: said.outlet?.trim() || null,
    published: said.day ? parseDay(said.day) : null,
    text: canonical?.text() ?? '',
    bytes: feedBytes.slice(from, to),
    map: at && canonical ? (canonical.runs({ text: source, encoding: decoded.encoding, byteAt: at }, to - from) ?? []) : null,
  }
}

const headlineOf = (title: string | undefined): string | null => title?.replace(/\s+/g, ' ').trim() || null

const escaped = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n')

const linkOf = (link: string | undefined, address: string | null): string | null => {
  if (!link) return null
  try {
    const url = new URL(link.trim(), address ?? undefined)
    return /^https?:$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
