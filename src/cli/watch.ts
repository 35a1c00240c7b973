import type { Report } from '../model/report.ts'
import { type FeedReports, isReportError, readFeedBytes, reportsFrom } from '../text/reports.ts'
import type { Effects } from './effects.ts'
import { createFetcher, type Fetcher, type Memory } from './fetch.ts'
import type { Outcome } from './fetch-answer.ts'
import type { Given, Item } from './inputs.ts'
import { packageVersion } from './versions.ts'

export interface Watching {
  /** Milliseconds between two looks at a feed; more when the feed or its server asks for it. */
  readonly every: number
  readonly effects: Effects
  readonly memory: Memory
  /** Aborted: the watch ends. */
  readonly signal: AbortSignal
  readonly given?: Given
  /** Whether the page of each new item is fetched, once, and taken in the item's place. */
  readonly pages?: boolean
}

/** A feed under watch. `due`: when it is looked at next, on the clock that goes forward. */
interface Watched {
  readonly address: string
  due: number
  failed: number
  /** What was said last, so that it is not said at each look. */
  error: string | null
  /** Items and errors of the last look. */
  seen: ReadonlySet<string>
  /** Minutes that the feed asked for. */
  minutes: number | null
  readonly gone: () => void
}

/** The longest time between two looks, in milliseconds. */
const LONGEST = 86_400_000

/**
 * Watches feeds until the signal: gives each item that is new or has changed since the last look, and a sentence when a feed begins
 * to fail. A feed that fails is left alone twice as long each time; one that is gone for good is not looked at again. Never throws.
 */
export async function* watchFeeds(feeds: readonly string[], watching: Watching): AsyncGenerator<Item> {
  const { effects, signal } = watching
  const fetcher = createFetcher({ effects, version: packageVersion(), signal })
  const watched = new Set<Watched>()
  for (const address of new Set(feeds)) {
    const feed: Watched = {
      address,
      due: effects.now(),
      failed: 0,
      error: null,
      seen: new Set(),
      minutes: null,
      gone: () => watched.delete(feed),
    }
    watched.add(feed)
  }
  while (watched.size && !signal.aborted) {
    const next = [...watched].reduce((a, b) => (b.due < a.due ? b : a))
    const left = next.due - effects.now()
    if (left > 0) await effects.sleep(left, signal)
    if (!signal.aborted) yield* lookAt(next, fetcher, watching)
  }
}

async function* lookAt(feed: Watched, fetcher: Fetcher, watching: Watching): AsyncGenerator<Item> {
  const { memory, given = {}, signal } = watching
  const { address } = feed
  const outcome = await fetcher.get(address, { remembered: memory.get(address), tries: 1 })
  if (signal.aborted) return
  if (outcome.kind === 'failed') {
    yield* failing(feed, outcome.error, outcome, watching)
    return
  }
  if (outcome.kind === 'fetched') {
    const { url, bytes, encoding, remember } = outcome
    const read = await readFeedBytes(address, bytes, { ...given, url, encoding })
    const [first] = read.results
    if (!read.feed) {
      yield* failing(
        feed,
        first && isReportError(first) ? first.message : `${address}: no feed.`,
        { wait: null, gone: false },
        watching,
      )
      return
    }
    feed.minutes = read.feed.minutes
    yield* newItems(feed, read, fetcher, watching)
    if (signal.aborted) return
    memory.set(address, remember)
  }
  feed.failed = 0
  feed.error = null
  schedule(feed, Math.max((outcome.seconds ?? 0) * 1000, (feed.minutes ?? 0) * 60_000), watching)
}

async function* failing(
  feed: Watched,
  error: string,
  { wait, gone }: Pick<Extract<Outcome, { kind: 'failed' }>, 'wait' | 'gone'>,
  watching: Watching,
): AsyncGenerator<Item> {
  feed.failed++
  schedule(feed, Math.max(wait ?? 0, watching.every * 2 ** Math.min(feed.failed, 20)), watching)
  if (gone) feed.gone()
  const said = gone ? `${error} It is not watched any more.` : error
  if (said !== feed.error) yield { error: said }
  feed.error = said
}

const schedule = (feed: Watched, wait: number, { every, effects }: Watching): void => {
  feed.due = effects.now() + Math.min(Math.max(every, wait), Math.max(every, LONGEST))
}

async function* newItems(feed: Watched, { results }: FeedReports, fetcher: Fetcher, watching: Watching): AsyncGenerator<Item> {
  const before = feed.seen
  const seen = new Set<string>()
  for (const result of results) {
    const key = isReportError(result)
      ? result.message
      : JSON.stringify([result.id, result.outlet, result.published, result.headline, result.url, result.text])
    if (!before.has(key) && !seen.has(key)) {
      if (isReportError(result)) yield { error: result.message }
      else if (watching.pages && result.url) yield* pageOf(result, result.url, feed.address, fetcher, watching)
      else yield { report: result, from: feed.address }
    }
    // What was not handed on for the signal is new at the next watch.
    if (watching.signal.aborted) return
    seen.add(key)
  }
  feed.seen = seen
}

/** The report at the item's address in the item's place; the item itself when there is none. */
async function* pageOf(
  item: Report,
  address: string,
  feed: string,
  fetcher: Fetcher,
  { memory, given = {}, signal }: Watching,
): AsyncGenerator<Item> {
  if (memory.get(address)) return
  const outcome = await fetcher.get(address, { from: feed })
  if (signal.aborted) return
  if (outcome.kind !== 'fetched') {
    if (outcome.kind === 'failed') yield { error: outcome.error }
    yield { report: item, from: address }
    return
  }
  const { url, bytes, encoding, remember } = outcome
  for (const page of await reportsFrom(url, bytes, { ...given, url, encoding })) {
    if (isReportError(page)) {
      yield { error: page.message }
      yield { report: item, from: address }
    } else yield { report: completed(page, item), from: address }
  }
  memory.set(address, remember)
}

/** A page's report with the day and outlet of the feed's item where the page does not tell them. */
const completed = (page: Report, { outlet, published, publishedBy }: Report): Report => ({
  ...page,
  outlet: page.outlet ?? outlet,
  ...(page.published ? {} : { published, publishedBy }),
})
