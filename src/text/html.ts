import { type Canonical, createCanonical } from './canonical.ts'
import { lineKind } from './header.ts'
import { ELEMENT, type PageDocument, type PageElement, type PageNode, TEXT } from './html-dom.ts'
import { headingOf, metadataOf, type PageMetadata, sameHeading } from './html-metadata.ts'
import { type DecodedUnit, decodeStretch, markTexts, type SourceText, sourceTexts } from './html-source.ts'

/** A saved news page: its article as canonical text, and what the page says of itself. */
export interface Page extends PageMetadata {
  readonly canonical: Canonical
}

const MARK = 'data-source-text'
const SKIPPED = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FIGCAPTION ASIDE NAV FOOTER FORM BUTTON SELECT TEXTAREA INPUT SVG VIDEO AUDIO OBJECT EMBED CANVAS
  DIALOG MENU TITLE HEAD`.split(/\s+/),
)
const BLOCKS = new Set(
  `ADDRESS ARTICLE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN OL P PRE SECTION SUMMARY
  TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
)

/** A paragraph as pieces of the source; `from` is -1 for words without a place. `linked`: letters inside links. */
interface Paragraph {
  readonly units: DecodedUnit[]
  linked: number
  letters: number
}

/**
 * Reads a saved news page: the article's body by Readability, everything else by our own reader. Nothing in the page is run or
 * fetched. Null when no article is found. Never throws on any source.
 */
export const readPage = async (source: string): Promise<Page | null> => {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  const texts = sourceTexts(source)
  const parse = (html: string): PageDocument => parseHTML(html).document as unknown as PageDocument
  try {
    const marked = withRoot(markTexts(source, texts, MARK))
    const page = parse(marked)
    const decoder = entityDecoder(page)
    const metadata = metadataOf(page, source)
    const heading = headingOf(page, metadata.headline, metadata.outlet)
    const title = heading ? paragraphsIn(heading, source, texts, decoder)[0] : undefined
    const content = isTooDeep(page) ? null : articleOf(page, Readability)
    const read = (root: PageNode): Paragraph[] => paragraphsIn(root, source, texts, decoder)
    const article = content ? read(content) : []
    const headline = title ? wordsIn(title) : metadata.headline
    const body = bodyOf(article.length ? article : read(parse(marked)), headline)
    if (!body.length) return null
    return { ...metadata, headline, canonical: compose(source, title, headline, body) }
  } catch {
    return null
  }
}

/**
 * Reads a piece of HTML that is an article's body and nothing else, such as the content of a feed's item; `headline` goes before
 * it and has no place in the source. Null when both are without words. Never throws on any source.
 */
export const readFragment = async (source: string, headline: string | null): Promise<Canonical | null> => {
  const { parseHTML } = await import('linkedom')
  const texts = sourceTexts(source)
  try {
    const page = parseHTML(withRoot(markTexts(source, texts, MARK))).document as unknown as PageDocument
    const body = bodyOf(paragraphsIn(page, source, texts, entityDecoder(page)), headline)
    return headline || body.length ? compose(source, undefined, headline, body) : null
  } catch {
    return null
  }
}

/** Deeper pages than this are broken; the extractor's time grows with the third power of the depth. */
const DEEPEST = 150

const isTooDeep = (page: PageDocument): boolean => {
  const stack: [PageNode, number][] = [[page, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, depth] = next
    if (depth > DEEPEST) return true
    for (const below of Array.from(node.childNodes)) stack.push([below, depth + 1])
  }
  return false
}

type Extractor = typeof import('@mozilla/readability').Readability

const articleOf = (page: PageDocument, Readability: Extractor): PageNode | null =>
  (new Readability(page as never, { charThreshold: 200, serializer: (node: unknown) => node }).parse()?.content as
    | PageNode
    | undefined) ?? null

/** A fragment needs a root to be a page. */
const withRoot = (html: string): string =>
  /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`

const entityDecoder = (page: PageDocument): ((entity: string) => string) => {
  const known = new Map<string, string>()
  const box = page.createElement('p')
  return entity => {
    let meaning = known.get(entity)
    if (meaning === undefined) {
      box.innerHTML = entity
      meaning = box.textContent ?? entity
      known.set(entity, meaning)
    }
    return meaning
  }
}

/** The paragraphs below a node: text between the bounds of blocks, white space folded, single breaks kept as line ends. */
const paragraphsIn = (
  root: PageNode,
  source: string,
  texts: readonly SourceText[],
  decode: (entity: string) => string,
): Paragraph[] => {
  const out: Paragraph[] = []
  let open: Paragraph = { units: [], linked: 0, letters: 0 }
  let breaks = 0
  const close = (): void => {
    const units = folded(open.units)
    if (units.length) out.push({ ...open, units })
    open = { units: [], linked: 0, letters: 0 }
    breaks = 0
  }
  const add = (units: readonly DecodedUnit[], linked: boolean): void => {
    const length = units.reduce((n, unit) => n + unit.words.trim().length, 0)
    if (!length && !open.units.length) return
    if (length && breaks === 1 && open.units.length) open.units.push({ words: '\n', from: -1, to: -1 })
    if (length) breaks = 0
    open.units.push(...units)
    open.letters += length
    if (linked) open.linked += length
  }
  // A stack instead of recursion: saved pages can be nested without end.
  const stack: { node: PageNode | null; linked: boolean }[] = [{ node: root, linked: false }]
  while (stack.length) {
    const { node, linked } = stack.pop()!
    if (!node) close()
    else if (node.nodeType === TEXT) add([{ words: node.textContent ?? '', from: -1, to: -1 }], linked)
    else if (node.nodeType === ELEMENT || node === root) {
      const element = node as PageElement
      const name = element.nodeName.toUpperCase()
      const mark = element.getAttribute?.(MARK)
      if (mark !== null && mark !== undefined) add(sourced(element, texts[Number(mark)], source, decode), linked)
      else if (name === 'BR' && ++breaks >= 2) close()
      else if (!SKIPPED.has(name)) {
        const block = BLOCKS.has(name)
        if (block) {
          close()
          stack.push({ node: null, linked })
        }
        // The children are made into a list once: each look at them costs a walk over all.
        for (const below of Array.from(node.childNodes).reverse()) stack.push({ node: below, linked: linked || name === 'A' })
      }
    }
  }
  close()
  return out
}

/** A marked stretch with its place in the source; without a place where the page's parser read other words there. */
const sourced = (
  element: PageElement,
  stretch: SourceText | undefined,
  source: string,
  decode: (entity: string) => string,
): DecodedUnit[] => {
  const words = element.textContent ?? ''
  const units = stretch ? decodeStretch(source, stretch, decode) : []
  return units.map(unit => unit.words).join('') === words ? units : [{ words, from: -1, to: -1 }]
}

const FOLD = /[\s\u00A0]+|[\u200B-\u200F\u00AD\uFEFF\u2060]+|[^\s\u00A0\u200B-\u200F\u00AD\uFEFF\u2060]+/gu

/** Folds white space and drops invisible signs; every piece keeps its place. */
const folded = (units: readonly DecodedUnit[]): DecodedUnit[] => {
  const out: DecodedUnit[] = []
  const last = (): string => out.at(-1)?.words ?? '\n'
  for (const { words, from, to } of units) {
    if (words === '\n' && from < 0) {
      while (last() === ' ') out.pop()
      if (out.length) out.push({ words, from, to })
      continue
    }
    const exact = from >= 0 && to - from === words.length
    for (const match of words.matchAll(FOLD)) {
      const place = exact ? { from: from + match.index, to: from + match.index + match[0].length } : { from, to }
      if (/^[\u200B-\u200F\u00AD\uFEFF\u2060]/u.test(match[0])) continue
      if (!/^[\s\u00A0]/u.test(match[0])) out.push({ words: match[0], ...place })
      else if (last() !== ' ' && last() !== '\n') out.push({ words: ' ', ...place })
    }
  }
  while (/^\s$/.test(last()) && out.length) out.pop()
  return out
}

const wordsIn = (paragraph: Paragraph): string => paragraph.units.map(unit => unit.words).join('')

/** The article's paragraphs without the headline told again, links to other pages and lines that serve the site. */
const bodyOf = (paragraphs: readonly Paragraph[], headline: string | null): Paragraph[] =>
  paragraphs.filter((paragraph, i) => {
    const words = wordsIn(paragraph)
    if (headline && i < 4 && sameHeading(words, headline) && words.length < headline.length + 30) return false
    if (paragraph.letters && paragraph.linked > paragraph.letters * 0.9 && words.length < 200 && !/[.!?]["”]?$/.test(words))
      return false
    if (/^The post .{1,300} (?:first appeared|appeared first) on .{1,100}$/.test(words)) return false
    return !/^(?:advertisement|share|print|tweet|email|read more|related|comments?)\b/i.test(words) || lineKind(words) === null
  })

const compose = (
  source: string,
  title: Paragraph | undefined,
  headline: string | null,
  body: readonly Paragraph[],
): Canonical => {
  const canonical = createCanonical(source)
  const write = (units: readonly DecodedUnit[]): void => {
    for (const unit of units) {
      if (unit.from < 0) canonical.insert(unit.words)
      else canonical.write(unit.words, unit.from, unit.to)
    }
  }
  if (title) write(title.units)
  else if (headline) canonical.insert(headline)
  for (const paragraph of body) {
    if (canonical.length()) canonical.insert('\n\n')
    write(paragraph.units)
  }
  return canonical
}

/** The words of a piece of HTML such as a feed's title: tags dropped, entities read, white space folded. Never throws. */
export const wordsOfHtml = async (html: string): Promise<string> => {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim()
  const canonical = await readFragment(html, null)
  return (canonical?.text() ?? html).replace(/\s+/g, ' ').trim()
}
