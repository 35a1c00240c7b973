import { daysWritten, isoOf } from './dates.ts'
import { isStamp } from './header.ts'
import { allOf, type PageDocument, type PageElement, wordsOf } from './html-dom.ts'
import { parseDay } from './published.ts'

/** What a page says of itself. */
export interface PageMetadata {
  readonly headline: string | null
  readonly published: string | null
  readonly author: string | null
  readonly outlet: string | null
  readonly url: string | null
}

type Json = Readonly<Record<string, unknown>>

const META_DAY = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'publication_date',
  'publicationdate',
  'pubdate',
  'publish-date',
  'publishdate',
  'publish_date',
  'published_time',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'date',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.date',
  'dcterms.created',
  'dcterms.issued',
  'displaydate',
  'article_date_original',
  'originalpublicationdate',
  'release_date',
  'bt:pubdate',
  'rnews:datepublished',
  'created',
]
const META_OUTLET = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'source',
  'copyright-holder',
  'cre',
]
const META_AUTHOR = [
  'author',
  'article:author',
  'byl',
  'byline',
  'parsely-author',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
]
const ARTICLE = /(?:Article|Posting|Report|Story|CreativeWork)$/

/** Reads headline, day, author, outlet and address of a page: JSON-LD, then meta elements, then `time` elements and a visible line. */
export const metadataOf = (page: PageDocument, source: string): PageMetadata => {
  const article = linkedData(page)
  const meta = metaOf(page)
  const first = (names: readonly string[]): string | null => names.map(name => meta.get(name)).find(Boolean) ?? null
  const url = addressOf(page, meta, article, source)
  const title = wordsOf(page.querySelector('title')) || null
  const outlet = nameOf(article?.publisher) ?? usable(first(META_OUTLET)) ?? siteOfTitle(title, url) ?? hostOf(url)
  const headline = words(article?.headline) ?? meta.get('og:title') ?? meta.get('twitter:title') ?? meta.get('dc.title') ?? title
  return {
    headline: headline ? withoutSite(headline, outlet) : null,
    published: dayOf(page, meta, article),
    author: nameOf(article?.author) ?? usable(first(META_AUTHOR)),
    outlet,
    url,
  }
}

const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.replace(/\s+/g, ' ').trim() : null
const usable = (value: string | null): string | null =>
  value && !/^https?:|^@|^\d+$/.test(value) && value.length < 80 ? value : null

const nameOf = (value: unknown): string | null => {
  const one = Array.isArray(value) ? value[0] : value
  return usable(words(typeof one === 'object' && one !== null ? (one as Json).name : one))
}

/** The page's article in JSON-LD, or null; damaged scripts are passed over. */
const linkedData = (page: PageDocument): Json | null => {
  const nodes = allOf(page, 'script[type="application/ld+json"]').flatMap(script => {
    try {
      return flat(JSON.parse((script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '')), 0)
    } catch {
      return []
    }
  })
  const typed = (node: Json): string[] => [node['@type']].flat().filter(type => typeof type === 'string')
  return (
    nodes.find(node => typed(node).some(type => ARTICLE.test(type)) && (node.datePublished || node.headline)) ??
    nodes.find(node => node.datePublished) ??
    null
  )
}

const flat = (value: unknown, depth: number): Json[] => {
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(one => flat(one, depth + 1))
  const node = value as Json
  return [node, ...flat(node['@graph'], depth + 1), ...flat(node.mainEntity, depth + 1)]
}

const metaOf = (page: PageDocument): Map<string, string> => {
  const found = new Map<string, string>()
  for (const element of allOf(page, 'meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? ''
    const content = words(element.getAttribute('content'))
    if (content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return found
}

const dayOf = (page: PageDocument, meta: ReadonlyMap<string, string>, article: Json | null): string | null => {
  const written = [words(article?.datePublished), ...META_DAY.map(name => meta.get(name) ?? null)]
  for (const candidate of written) {
    const day = candidate && parseDay(candidate)
    if (day) return day
  }
  return markedDay(page) ?? visibleDay(page)
}

/** A day marked up in the page itself: microdata and `time` elements, those of the article first. */
const markedDay = (page: PageDocument): string | null => {
  const marked = [
    '[itemprop="datePublished"]',
    'time[pubdate]',
    'article time',
    'main time',
    'header time',
    'time',
    'abbr.published',
    '.published[title]',
  ]
  for (const element of marked.flatMap(selector => allOf(page, selector).slice(0, 3))) {
    const candidates = ['datetime', 'content', 'title']
      .map(name => element.getAttribute(name))
      .concat(wordsOf(element).replace(/^\D{0,20}?:\s*/, ''))
    for (const candidate of candidates) {
      const day = candidate && parseDay(candidate)
      if (day) return day
    }
  }
  return null
}

const LINES = 'p, div, span, li, td, h2, h3, h4, h5, h6, small, em, i, b, strong, font, center'

/** A line that only says when the page appeared ("10 October 2020 15:09"), nearest below the main heading, else anywhere above the end. */
const visibleDay = (page: PageDocument): string | null => {
  const heading = page.querySelector('h1')
  const lines = allOf(page, heading ? `h1, ${LINES}` : LINES)
  const from = heading ? lines.indexOf(heading) : 0
  const near = [...lines.slice(Math.max(0, from), from + 60), ...lines.slice(Math.max(0, from - 30), Math.max(0, from)).reverse()]
  for (const line of near) {
    const text = wordsOf(line)
    if (text.length > 100 || !isStamp(text)) continue
    const day = daysWritten(text, 0, text.length).find(found => found.year !== null)
    if (day) return isoOf(day)
  }
  return null
}

const addressOf = (
  page: PageDocument,
  meta: ReadonlyMap<string, string>,
  article: Json | null,
  source: string,
): string | null => {
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(source.slice(0, 4000))?.[1]
  const main = article?.mainEntityOfPage
  const candidates = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    meta.get('og:url'),
    words(article?.url),
    words(typeof main === 'object' && main !== null ? (main as Json)['@id'] : main),
    saved,
  ]
  return candidates.find(candidate => candidate && /^https?:\/\/[^\s/]+/.test(candidate)) ?? null
}

const hostOf = (url: string | null): string | null =>
  /^https?:\/\/(?:www\.|m\.|edition\.|en\.)?([^\s/:?#]+)/.exec(url ?? '')?.[1] ?? null

const SEPARATOR = /\s+[|–—·»«:-]{1,2}\s+/
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The site named at the end of a title, when the address agrees ("Bridge falls | Gao Courier", gaocourier.example). */
const siteOfTitle = (title: string | null, url: string | null): string | null => {
  const last = title?.split(SEPARATOR).at(-1) ?? ''
  const host = letters(hostOf(url) ?? '')
  return last !== title && last && host.includes(letters(last.replace(/^The\s/, ''))) ? last : null
}

/** A title without the site's name or section behind it. */
const withoutSite = (title: string, outlet: string | null): string => {
  const parts = title.split(/(\s+[|–—·»«:-]{1,2}\s+)/)
  if (parts.length < 3) return title
  const last = parts.at(-1)!
  const shorter = parts.slice(0, -2).join('')
  const isSite = outlet !== null && (letters(last).includes(letters(outlet)) || letters(outlet).includes(letters(last)))
  if (isSite || (/[|»·]/.test(parts.at(-2)!) && last.split(/\s+/).length <= 4 && shorter.split(/\s+/).length >= 3))
    return withoutSite(shorter, outlet)
  return title
}

/** Whether two headings say the same but for signs and a site's name. */
export const sameHeading = (a: string, b: string): boolean => {
  const [x, y] = [letters(a), letters(b)]
  return x !== '' && (x === y || (Math.min(x.length, y.length) >= 15 && (x.startsWith(y) || y.startsWith(x))))
}

/** The heading of the first rank that names the article rather than the site: it says what the title says, or most of its words. */
export const headingOf = (page: PageDocument, headline: string | null, outlet: string | null): PageElement | null => {
  const headings = allOf(page, 'h1')
  const same = headline && headings.find(heading => sameHeading(wordsOf(heading), headline))
  if (same) return same
  const own = headings.filter(heading => {
    const said = wordsOf(heading)
    return (
      said.split(' ').length >= 3 && letters(said) !== letters(outlet ?? '') && (!headline || sharedWords(said, headline) >= 0.5)
    )
  })
  return own.length === 1 ? own[0] : null
}

/** The share of a heading's longer words that stand in a title too. */
const sharedWords = (heading: string, title: string): number => {
  const long = heading.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const known = new Set(title.toLowerCase().match(/\p{L}{4,}/gu))
  return long.length ? long.filter(word => known.has(word)).length / long.length : 0
}
