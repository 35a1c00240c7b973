import { describe, expect, it } from 'vitest'
import { createFetcher, type Memory } from '../../src/cli/fetch.ts'
import type { Outcome, Remembered } from '../../src/cli/fetch-answer.ts'
import { type Item, reportsIn } from '../../src/cli/inputs.ts'
import { isPrivate } from '../../src/cli/private-hosts.ts'
import { type Answer, network, run, waitingWorld, withServer } from './fake.ts'

const NO_ROBOTS: Answer = { status: 404 }
const STORY = 'Rebels took the bridge over the river on Saturday, the army said, and three soldiers were wounded in the fighting.'
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${STORY}</p></article></body></html>`

const site =
  (pages: Readonly<Record<string, Answer | ((nth: number) => Answer)>>) =>
  (path: string, _request: unknown, nth: number): Answer => {
    const found = pages[path] ?? (path === '/robots.txt' ? NO_ROBOTS : { status: 404 })
    return typeof found === 'function' ? found(nth) : found
  }

const memoryOf = (): Memory & { kept: Map<string, Remembered> } => {
  const kept = new Map<string, Remembered>()
  return { kept, get: address => kept.get(address) ?? null, set: (address, value) => void kept.set(address, value) }
}
const collect = async (items: AsyncIterable<Item>): Promise<Item[]> => Array.fromAsync(items)
const errorOf = (outcome: Outcome): string => (outcome.kind === 'failed' ? outcome.error : outcome.kind)

describe('a page by address', () => {
  it('is a report with its address, in the encoding that the server names', async () => {
    const body = Uint8Array.from(
      Buffer.from(page('Fighters take Gori – officials'), 'utf8')
        .toString('latin1')
        .split('')
        .map(c => c.charCodeAt(0)),
    )
    const answers = site({
      '/news/1': { body },
      '/win': {
        body: Buffer.from(page('\xc3\xee\xf0\xe8 falls'), 'latin1'),
        headers: { 'content-type': 'text/html; charset=windows-1251' },
      },
    })
    await withServer(answers, async base => {
      const items = await collect(reportsIn([`${base}/news/1`, `${base}/win`], {}, waitingWorld().effects))
      expect(items).toMatchObject([
        {
          from: `${base}/news/1`,
          report: {
            id: `${base}/news/1`,
            url: `${base}/news/1`,
            headline: 'Fighters take Gori – officials',
            archive: { name: `${base}/news/1` },
          },
        },
        { report: { headline: 'Гори falls', archive: { encoding: 'windows-1251' } } },
      ])
    })
  })
  it('is asked for with our name, and again only when it has changed', async () => {
    const sent: unknown[] = []
    const memory = memoryOf()
    await withServer(
      (path, { headers }) => {
        if (path === '/robots.txt') return NO_ROBOTS
        sent.push([headers['user-agent'], headers['if-none-match'], headers['if-modified-since']])
        return headers['if-none-match'] === '"a"'
          ? { status: 304 }
          : { body: page('Shells hit town'), headers: { etag: '"a"', 'last-modified': 'Sat, 02 Jul 2016 09:00:00 GMT' } }
      },
      async base => {
        const look = () => collect(reportsIn([`${base}/1`], {}, waitingWorld().effects, { memory }))
        expect(await look()).toHaveLength(1)
        expect(memory.kept.get(`${base}/1`)).toEqual({
          etag: '"a"',
          lastModified: 'Sat, 02 Jul 2016 09:00:00 GMT',
          at: '2026-11-25T12:00:00.000Z',
        })
        expect(await look()).toEqual([])
        expect(sent).toEqual([
          [expect.stringMatching(/^hearsay\/\d+\.\d+\.\d+ /), undefined, undefined],
          [expect.stringMatching(/^hearsay\//), '"a"', 'Sat, 02 Jul 2016 09:00:00 GMT'],
        ])
      },
    )
  })
  it('is remembered only when its reports have been handed on', async () => {
    const memory = memoryOf()
    await withServer(site({ '/1': { body: page('Shells hit town'), headers: { etag: '"a"' } } }), async base => {
      for await (const item of reportsIn([`${base}/1`], {}, waitingWorld().effects, { memory })) {
        expect(item).toHaveProperty('report')
        break
      }
      expect(memory.kept.size).toBe(0)
    })
  })
  it('is found behind redirects, five at most', async () => {
    const chain = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map(n => [`/${n}`, { status: n % 2 ? 301 : 307, headers: { location: `/${n + 1}` } }]),
    )
    await withServer(site({ ...chain, '/7': { body: page('At last') } }), async base => {
      const fetcher = createFetcher({ effects: waitingWorld().effects, version: '1' })
      expect(await fetcher.get(`${base}/2`)).toMatchObject({ kind: 'fetched', url: `${base}/7` })
      expect(errorOf(await fetcher.get(`${base}/1`))).toBe(`${base}/1: more than 5 redirects.`)
    })
  })
})

describe('what cannot be fetched is named', () => {
  it.each<[string, Answer, RegExp]>([
    ['nothing there', { status: 404 }, /: there is no such page \(status 404\)\.$/],
    ['gone', { status: 410 }, /: it is gone for good \(status 410\)\.$/],
    ['forbidden', { status: 403 }, /: the server does not let us in \(status 403\)\.$/],
    [
      'a picture',
      { headers: { 'content-type': 'image/png' }, body: 'x' },
      /: this is image\/png: no page, text, feed or archive\.$/,
    ],
    ['too large, as it says', { body: 'x'.repeat(3000) }, /: more than 0\.001953125 MB\.$/],
    ['too large', { headers: { 'transfer-encoding': 'chunked' }, body: 'x'.repeat(3000) }, /: more than 0\.001953125 MB\.$/],
    ['a redirect to nowhere', { status: 302 }, /: it redirects to nowhere\.$/],
    [
      'a redirect to a file',
      { status: 302, headers: { location: 'file:///etc/passwd' } },
      /: only http and https addresses are fetched, not file:$/,
    ],
  ])('%s', async (_name, answer, error) => {
    await withServer(site({ '/1': answer }), async base => {
      const fetcher = createFetcher({ effects: waitingWorld().effects, version: '1', largest: 2048 })
      const outcome = await fetcher.get(`${base}/1`)
      expect(errorOf(outcome)).toMatch(error)
      expect(errorOf(outcome).startsWith(`${base}/1: `)).toBe(true)
    })
  })
  it('no answer in time', async () => {
    await withServer(
      path => (path === '/robots.txt' ? NO_ROBOTS : null),
      async base => {
        const fetcher = createFetcher({ effects: waitingWorld().effects, version: '1', patience: 100 })
        expect(errorOf(await fetcher.get(`${base}/1`))).toBe(`${base}/1: no answer within 0.1 seconds.`)
      },
    )
  })
  it.each([
    ['http://nowhere.example/x', /: no such host\.$/],
    ['http://127.0.0.1:1/x', /: (?:the host refuses the connection|cannot be fetched: .*)\.$/],
    ['http://me:secret@127.0.0.1/x', /: addresses with a user name or password are not fetched\.$/],
    ['http://', /: this is no address\.$/],
  ])('%s', async (address, error) => {
    expect(errorOf(await createFetcher({ effects: waitingWorld().effects, version: '1' }).get(address))).toMatch(error)
  })
  it('a public page that leads into the network of the user', async () => {
    const net = network({ 'news.example': ['93.184.216.34'], 'rebound.example': ['10.0.0.8'] })
    for (const location of [
      'http://127.0.0.1/admin',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://localhost:8080/',
      'http://rebound.example/',
    ]) {
      const asked: string[] = []
      const effects = {
        ...waitingWorld(net).effects,
        fetch: async (url: string) => {
          asked.push(url)
          return url.endsWith('/robots.txt')
            ? new Response(null, { status: 404 })
            : new Response(null, { status: 302, headers: { location } })
        },
      }
      expect(errorOf(await createFetcher({ effects, version: '1' }).get('http://news.example/1'))).toMatch(
        /private network; that is not followed\.$/,
      )
      expect(asked).toEqual(['http://news.example/robots.txt', 'http://news.example/1'])
      expect(errorOf(await createFetcher({ effects, version: '1' }).get(location, { from: 'http://news.example/feed' }))).toMatch(
        /private network/,
      )
    }
  })
})

describe('private hosts', () => {
  const names: Readonly<Record<string, string[]>> = {
    'a.example': ['93.184.216.34', 'fd00::1'],
    'b.example': ['2606:2800:220:1::1'],
  }
  it.each([
    ['http://127.0.0.1/', true],
    ['http://2130706433/', true],
    ['http://0x7f.1/', true],
    ['http://[::ffff:10.1.2.3]/', true],
    ['http://[fe80::1]/', true],
    ['http://172.31.0.1/', true],
    ['http://172.32.0.1/', false],
    ['http://8.8.8.8/', false],
    ['http://router/', true],
    ['http://x.localhost./', true],
    ['http://a.example/', true],
    ['http://b.example/', false],
  ])('%s: %s', async (address, expected) => {
    expect(await isPrivate(new URL(address), async host => names[host] ?? [])).toBe(expected)
  })
})

describe('robots.txt', () => {
  it('is read once, and what it forbids is not asked for', async () => {
    const robots = {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /private\nCrawl-delay: 7\n',
    }
    await withServer(site({ '/robots.txt': robots, '/a': { body: 'a' }, '/b': { body: 'b' } }), async (base, asked) => {
      const { effects, waits } = waitingWorld()
      const fetcher = createFetcher({ effects, version: '1' })
      expect((await fetcher.get(`${base}/a`)).kind).toBe('fetched')
      expect(errorOf(await fetcher.get(`${base}/private/x`))).toMatch(/robots\.txt does not allow it/)
      expect((await fetcher.get(`${base}/b`)).kind).toBe('fetched')
      expect(asked).toEqual(['/robots.txt', '/a', '/b'])
      expect(waits).toEqual([7000])
    })
  })
  it('that cannot be had forbids all', async () => {
    await withServer(site({ '/robots.txt': { status: 503 }, '/a': { body: 'a' } }), async (base, asked) => {
      expect(errorOf(await createFetcher({ effects: waitingWorld().effects, version: '1' }).get(`${base}/a`))).toMatch(
        /robots\.txt cannot be had now \(status 503\)/,
      )
      expect(asked).toEqual(['/robots.txt'])
    })
  })
})

describe('politeness', () => {
  it('leaves two seconds between requests to a host, also when they are made at once', async () => {
    await withServer(site({ '/a': { body: 'a' }, '/b': { body: 'b' }, '/c': { body: 'c' } }), async (base, asked) => {
      const { effects, waits } = waitingWorld()
      const fetcher = createFetcher({ effects, version: '1' })
      await Promise.all(['a', 'b', 'c'].map(path => fetcher.get(`${base}/${path}`)))
      expect(waits).toEqual([2000, 2000])
      expect(asked.filter(path => path === '/robots.txt')).toHaveLength(1)
    })
  })
  it.each<[string, Answer, number[]]>([
    ['as long as the server says', { status: 429, headers: { 'retry-after': '42' } }, [42_000]],
    ['until the time that it says', { status: 503, headers: { 'retry-after': 'Wed, 25 Nov 2026 12:01:30 GMT' } }, [90_000]],
    ['longer each time when it does not say', { status: 500 }, [5000]],
  ])('waits %s', async (_name, busy, expected) => {
    await withServer(site({ '/a': nth => (nth === 1 ? busy : { body: 'a' }) }), async base => {
      const { effects, waits } = waitingWorld()
      expect((await createFetcher({ effects, version: '1' }).get(`${base}/a`)).kind).toBe('fetched')
      expect(waits).toEqual(expected)
    })
  })
  it('gives up after three times, and at once when the wait is too long', async () => {
    await withServer(
      site({ '/a': { status: 502 }, '/b': { status: 429, headers: { 'retry-after': '86400' } } }),
      async (base, asked) => {
        const { effects, waits } = waitingWorld()
        const fetcher = createFetcher({ effects, version: '1' })
        expect(errorOf(await fetcher.get(`${base}/a`))).toBe(`${base}/a: the server is busy or broken (status 502).`)
        expect(waits).toEqual([5000, 20_000])
        expect(await fetcher.get(`${base}/b`)).toMatchObject({ kind: 'failed', wait: 86_400_000 })
        expect(asked).toEqual(['/robots.txt', '/a', '/a', '/a', '/b'])
      },
    )
  })
})

describe('files that hold several reports', () => {
  it('are read from a folder and from standard input', async () => {
    const html = page('Shells hit town')
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`
    const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
    const feed = `<rss version="2.0"><channel><title>Courier</title><item><title>Bridge taken</title><description>${STORY}</description></item></channel></rss>`
    const files = { 'in/a.warc': warc, 'in/b.rss': feed, 'in/c.png': 'x', '-': warc }
    const { code, out, err } = await run(['read', '--format', 'jsonl', 'in', '-'], files)
    expect([code, err]).toEqual([0, ''])
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(['http://a.example/1', 'b', 'http://a.example/1'])
  })
})
