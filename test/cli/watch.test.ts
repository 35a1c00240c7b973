import { describe, expect, it } from 'vitest'
import type { Memory } from '../../src/cli/fetch.ts'
import type { Remembered } from '../../src/cli/fetch-answer.ts'
import type { Item } from '../../src/cli/inputs.ts'
import { type Watching, watchFeeds } from '../../src/cli/watch.ts'
import { type Answer, waitingWorld, withServer } from './fake.ts'

const HOUR = 3_600_000
const STORY = 'Rebels took the bridge over the river on Saturday, the army said, and three soldiers were wounded in the fighting.'
const item = (base: string, n: number, words = STORY): string =>
  `<item><title>Report ${n} of the war</title><link>${base}/news/${n}</link><guid>g${n}</guid><description>${words}</description></item>`
const feed = (items: readonly string[], more = ''): Answer => ({
  headers: { 'content-type': 'application/rss+xml' },
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>River Courier</title>${more}${items.join('')}</channel></rss>`,
})

interface Watched {
  readonly said: string[]
  readonly waits: number[]
  readonly asked: string[]
  readonly memory: Map<string, Remembered>
}

/** Watches a feed until it was looked at `looks` times. */
const watched = async (
  looks: number,
  answer: (base: string, path: string, nth: number, headers: Record<string, unknown>) => Answer,
  options: Partial<Watching> = {},
): Promise<Watched> => {
  const { effects, waits } = waitingWorld()
  const kept = new Map<string, Remembered>()
  const memory: Memory = { get: address => kept.get(address) ?? null, set: (address, value) => void kept.set(address, value) }
  const said: string[] = []
  const all: string[] = []
  const stop = new AbortController()
  let base = ''
  await withServer(
    (path, request, nth) => {
      if (path === '/robots.txt') return { status: 404 }
      if (path === '/feed' && nth > looks) stop.abort()
      return answer(base, path, nth, request.headers)
    },
    async (at, asked) => {
      base = at
      for await (const one of watchFeeds([`${base}/feed`], { every: HOUR, effects, memory, signal: stop.signal, ...options }))
        said.push(lineOf(one))
      all.push(...asked)
    },
  )
  return { said: said.map(line => line.replaceAll(base, '')), waits, asked: all, memory: kept }
}

const lineOf = (one: Item): string =>
  'error' in one ? one.error : `${one.report.id}: ${one.report.headline} (${one.report.outlet}) from ${one.from}`

describe('a feed under watch', () => {
  it('gives each item once, and again when it has changed', async () => {
    const { said, waits } = await watched(3, (base, _path, nth) =>
      feed(
        nth === 1
          ? [item(base, 1)]
          : nth === 2
            ? [item(base, 2), item(base, 1)]
            : [item(base, 2), item(base, 1, `UPDATE. ${STORY}`)],
      ),
    )
    expect(said).toEqual([1, 2, 1].map(n => `g${n}: Report ${n} of the war (River Courier) from /feed`))
    expect(waits).toEqual([HOUR, HOUR, HOUR])
  })
  it('is not sent again when it has not changed', async () => {
    const sent: unknown[] = []
    const { said } = await watched(2, (base, _path, _nth, headers) => {
      sent.push(headers['if-none-match'])
      return headers['if-none-match']
        ? { status: 304 }
        : { ...feed([item(base, 1)]), headers: { etag: '"x"', 'content-type': 'application/xml' } }
    })
    expect(said).toHaveLength(1)
    expect(sent).toEqual([undefined, '"x"', '"x"'])
  })
  it.each<[string, string, Record<string, string>, number]>([
    ['its own time to live', '<ttl>180</ttl>', {}, 3 * HOUR],
    ['what its server says', '', { 'cache-control': 'public, max-age=7200' }, 2 * HOUR],
    ['the user', '<ttl>5</ttl>', { 'cache-control': 'max-age=60' }, HOUR],
    ['a day at most', '<ttl>100000</ttl>', {}, 24 * HOUR],
  ])('is looked at as often as is asked by %s', async (_name, ttl, headers, wait) => {
    const { waits } = await watched(1, base => {
      const given = feed([item(base, 1)], ttl)
      return { ...given, headers: { ...given.headers, ...headers } }
    })
    expect(waits).toEqual([wait])
  })
  it('is left alone longer each time that it fails, and says so once', async () => {
    const { said, waits } = await watched(5, (base, _path, nth) =>
      nth === 2 || nth === 3
        ? { status: 500 }
        : nth === 4
          ? { status: 429, headers: { 'retry-after': '36000' } }
          : feed([item(base, 1)]),
    )
    expect(said).toEqual([
      'g1: Report 1 of the war (River Courier) from /feed',
      '/feed: the server is busy or broken (status 500).',
      '/feed: the server is busy or broken (status 429).',
    ])
    expect(waits).toEqual([HOUR, 2 * HOUR, 4 * HOUR, 10 * HOUR, HOUR])
  })
  it('is given up when it is gone', async () => {
    expect((await watched(9, () => ({ status: 410 }))).said).toEqual([
      '/feed: it is gone for good (status 410). It is not watched any more.',
    ])
  })
  it('is named when it is none', async () => {
    expect((await watched(2, () => ({ body: '<html><body><p>Hello</p></body></html>' }))).said).toEqual([
      '/feed: this is no feed.',
    ])
  })
})

describe('the pages of its items', () => {
  const page = (n: number): Answer => ({
    body: `<html><head><title>Page ${n} tells more</title></head><body><article><h1>Page ${n} tells more</h1><p>${STORY}</p></article></body></html>`,
    headers: { etag: `"${n}"` },
  })
  const answer = (base: string, path: string, nth: number): Answer =>
    path === '/feed'
      ? feed(nth === 1 ? [item(base, 1)] : [item(base, 2), item(base, 1, `${STORY} Changed.`)])
      : path === '/news/1'
        ? page(1)
        : { status: 404 }
  it('are not fetched unasked', async () => {
    expect((await watched(2, answer)).asked.filter(path => path.startsWith('/news'))).toEqual([])
  })
  it('are fetched once each; the item stands in for a page that cannot be had', async () => {
    const { said, asked, memory } = await watched(2, answer, { pages: true })
    expect(said).toEqual([
      '/news/1: Page 1 tells more (River Courier) from /news/1',
      '/news/2: there is no such page (status 404).',
      'g2: Report 2 of the war (River Courier) from /news/2',
    ])
    expect(asked.filter(path => path.startsWith('/news'))).toEqual(['/news/1', '/news/2'])
    expect([...memory.values()].map(({ etag }) => etag)).toContain('"1"')
  })
})
