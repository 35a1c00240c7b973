import type { Span } from '../../model/span.ts'
import type { Likeness } from '../../model/stored-report.ts'
import { sharedPassages, type Worded } from './passages.ts'
import { runsOf } from './runs.ts'

/** A report as it is compared with others; `words` are its `wordsOf(text, layOut(text, headline))`. */
export interface Story extends Worded {
  readonly key: string
  readonly outlet: string | null
  /** ISO day. */
  readonly published: string | null
}

/** How a report stands to an earlier one. */
export interface Alike {
  readonly kind: Likeness['kind']
  /** Share of this report's words that the earlier one has, 0 to 1. */
  readonly share: number
  /** Passages of this report that the earlier one has. */
  readonly passages: Span[]
}

/** Days between a text and its copies or updates. */
const NEAR = 2
/** Share of the words that makes a text a copy, one an update, and one the very same text again. */
const COPIED = 0.65
const UPDATED = 0.6
const SAME = 0.95
/** Words that must be shared; texts shorter than this are copies only where they are the same. */
const LEAST = 20
const LEAST_SAME = 8

/** Whether report `a` comes before report `b`: by day, unknown days last, then by key. */
export const earlier = (a: Pick<Story, 'key' | 'published'>, b: Pick<Story, 'key' | 'published'>): boolean => {
  if (a.published === b.published) return a.key < b.key
  return a.published !== null && (b.published === null || a.published < b.published)
}

/** How `mine` stands to an earlier report, or null when `other` is not earlier or has nothing in common with it. */
export const likenessOf = (mine: Story, other: Story): Alike | null => {
  if (!earlier(other, mine)) return null
  const runs = runsOf(mine.words, other.words)
  if (!runs.length) return null
  const mineHeld = heldOf(
    mine,
    runs.map(run => [run.from, run.to]),
  )
  const otherHeld = heldOf(
    other,
    runs.map(run => [run.at, run.at + run.to - run.from]),
  )
  const kind = kindOf(mine, other, mineHeld, otherHeld)
  if (!kind) return null
  const passages = sharedPassages(mine, other, kind === 'repeat' ? { least: LEAST, strict: true, runs } : { runs })
  return kind === 'repeat' && !passages.length ? null : { kind, share: mineHeld.share, passages }
}

interface Held {
  readonly words: number
  readonly share: number
}

/** How many words of the paragraphs (of the headline, where there are none) stand in ranges of words, and which share of all. */
const heldOf = ({ words }: Story, ranges: readonly (readonly [number, number])[]): Held => {
  const bare = words.every(word => word.headline)
  const inside = new Uint8Array(words.length)
  for (const [from, to] of ranges) inside.fill(1, from, to)
  const counted = words.map((word, i) => (bare || !word.headline ? i : -1)).filter(i => i >= 0)
  const held = counted.filter(i => inside[i]).length
  return { words: held, share: held / counted.length }
}

const kindOf = (mine: Story, other: Story, held: Held, otherHeld: Held): Alike['kind'] | null => {
  const apart = daysApart(mine.published, other.published)
  const same = held.share >= SAME && otherHeld.share >= SAME && held.words >= LEAST_SAME
  if (apart === null) return same ? 'copy' : null
  if (apart <= NEAR && same) return 'copy'
  if (apart <= NEAR && held.words >= LEAST) {
    const house = mine.outlet !== null && mine.outlet === other.outlet
    if (house && Math.max(held.share, otherHeld.share) >= UPDATED) return 'update'
    if (!house && held.share >= COPIED) return 'copy'
  }
  return apart > 0 && held.words >= LEAST ? 'repeat' : null
}

const daysApart = (a: string | null, b: string | null): number | null =>
  a === null || b === null ? null : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
