import { findAll } from './engine.ts'
import { mentionOf, type TimeMention } from './mention.ts'
import { tokensOf } from './tokens.ts'

export type { TimeMention } from './mention.ts'

/**
 * All time expressions of an English text, in order, as TIMEX3 with the days they cover. `published`: ISO day that "today" and
 * "Friday" count from, or null; a dateline may stand for it. Without either, relative expressions have underspecified values
 * ("XXXX-WXX-5") or null. Offsets are UTF-16 code units. Never throws; needs no parser, clock or time zone.
 */
export const times = (text: string, options: { readonly published: string | null }): TimeMention[] => {
  const tokens = tokensOf(text)
  return findAll(tokens, options).map(f => mentionOf(text, tokens, f))
}
