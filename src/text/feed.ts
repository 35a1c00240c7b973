import type { OffsetRun } from '../model/report.ts'

/** One item of a feed; unknown fields are null. */
export interface FeedItem {
  readonly id: string | null
  /** Address of the item's page: http or https. */
  readonly link: string | null
  readonly headline: string | null
  /** Who the feed says the item is taken from. */
  readonly outlet: string | null
  /** ISO day, in the offset that the feed writes. */
  readonly published: string | null
  /** Canonical text, with the headline; empty when the item has no words. */
  readonly text: string
  /** The archived bytes: the item's own where they can be told apart, else the whole feed's. */
  readonly bytes: Uint8Array
  /** Places of the text in `bytes`; null where they are not known. */
  readonly map: readonly OffsetRun[] | null
}

/** A feed: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  readonly title: string | null
  /** Minutes that the feed asks to wait between two looks at it. */
  readonly minutes: number | null
  readonly items: readonly FeedItem[]
}

const XML =
  /^\s*(?:<\?[^>]{0,1000}>\s*)*(?:<!doctype[^>]{0,500}>\s*)?(?:<\?[^>]{0,1000}>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]/i
const JSON_FEED = /^\s*\{[\s\S]{0,4000}?"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/

/** Whether a text is a feed, by its beginning. */
export const looksLikeFeed = (text: string): boolean => {
  const head = text.slice(0, 8000)
  return XML.test(head) || JSON_FEED.test(head)
}
