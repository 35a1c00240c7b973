import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { isReportError, readWarc, reportsFrom } from '../../src/text/reports.ts'

const STORY = 'Rebels took the bridge over the river on Saturday, the army said, and three soldiers were wounded in the fighting.'
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${STORY}</p></article></body></html>`
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

interface Given {
  readonly url: string
  readonly body: string | Uint8Array
  readonly headers?: Record<string, string>
  readonly type?: 'response' | 'resource' | 'request' | 'revisit' | 'metadata' | 'warcinfo'
  readonly status?: string
}

const record = ({ url, body, headers = HTML, type = 'response', status = '200 OK' }: Given, gzip: boolean): Promise<Uint8Array> =>
  WARCSerializer.serialize(
    WARCRecord.create(
      {
        url,
        type,
        date: '2020-01-01T00:00:00Z',
        statusline: `HTTP/1.1 ${status}`,
        httpHeaders: headers,
        warcHeaders: type === 'resource' ? headers : { 'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>' },
      },
      [typeof body === 'string' ? new TextEncoder().encode(body) : body],
    ),
    { gzip },
  )

const GIVEN: readonly Given[] = [
  { url: '', body: 'software: x', type: 'warcinfo' },
  { url: 'https://a.example/1', body: 'GET', type: 'request' },
  { url: 'https://a.example/1', body: page('One town shelled') },
  { url: 'https://a.example/2', body: gzipSync(page('Two towns shelled')), headers: { ...HTML, 'Content-Encoding': 'gzip' } },
  {
    url: 'https://a.example/3',
    body: `${page('Three towns shelled').length.toString(16)}\r\n${page('Three towns shelled')}\r\n0\r\n\r\n`,
    headers: { ...HTML, 'Transfer-Encoding': 'chunked' },
  },
  { url: 'https://a.example/4', body: page('Four towns shelled'), type: 'resource', headers: HTML },
  { url: 'https://a.example/5', body: `Five towns shelled\n\n${STORY}`, headers: { 'Content-Type': 'text/plain' } },
  {
    url: 'https://a.example/6',
    body: JSON.stringify({ text: STORY, headline: 'Six', id: 'six' }),
    headers: { 'Content-Type': 'application/json' },
  },
  {
    url: 'https://a.example/7',
    body: Buffer.from(page('\xc3\xee\xf0\xe8 shelled'), 'latin1'),
    headers: { 'Content-Type': 'text/html; charset=windows-1251' },
  },
  { url: 'https://a.example/data', body: '{"a": 1}', headers: { 'Content-Type': 'application/json' } },
  { url: 'https://a.example/x.png', body: 'x', headers: { 'Content-Type': 'image/png' } },
  { url: 'https://a.example/robots.txt', body: 'User-agent: *', headers: { 'Content-Type': 'text/plain' } },
  { url: 'https://a.example/lost', body: page('Not found'), status: '404 Not Found' },
  { url: 'https://a.example/1', body: '', type: 'revisit' },
  { url: 'https://a.example/1', body: page('One town shelled, update') },
]

const archives: Record<string, { parts: Uint8Array[]; all: Buffer }> = {}
beforeAll(async () => {
  for (const name of ['a.warc', 'a.warc.gz']) {
    const parts = await Promise.all(GIVEN.map(given => record(given, name.endsWith('.gz'))))
    archives[name] = { parts, all: Buffer.concat(parts) }
  }
})

const HEADLINES = [
  'One town shelled',
  'Two towns shelled',
  'Three towns shelled',
  'Four towns shelled',
  'Five towns shelled',
  'Six',
  'Гори shelled',
  'One town shelled, update',
]
const said = async (name: string, bytes: Uint8Array): Promise<(string | null)[]> =>
  (await reportsFrom(name, bytes)).map(result => (isReportError(result) ? result.message : result.headline))
/** Where record `n` begins. */
const at = (name: string, n: number): number => archives[name].parts.slice(0, n).reduce((sum, part) => sum + part.length, 0)

describe.each(['a.warc', 'a.warc.gz'])('the pages of %s', name => {
  it('are reports, each with its address; all else is passed over', async () => {
    const results = await reportsFrom(name, archives[name].all)
    expect(results).toMatchObject(HEADLINES.map(headline => ({ headline, archive: { name } })))
    expect(results[0]).toMatchObject({ id: 'https://a.example/1', url: 'https://a.example/1' })
    expect(results.at(-1)).toMatchObject({ id: 'https://a.example/1#2', url: 'https://a.example/1' })
    expect(results[6]).toMatchObject({ archive: { encoding: 'windows-1251' } })
  })
  it('are the same however the stream is cut', async () => {
    const { all } = archives[name]
    for (const size of [1, 7, 1000]) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.subarray(i * size, (i + 1) * size))
      const results = await Array.fromAsync(readWarc(name, chunks))
      expect(results.map(result => !isReportError(result) && result.headline)).toEqual(HEADLINES)
    }
  })
  it('that are cut off are named, and those before them read', async () => {
    const n = GIVEN.length - 1
    const fault = name.endsWith('.gz') ? 'it cannot be decompressed' : 'cut off'
    const [error, ...more] = (await said(name, archives[name].all.subarray(0, at(name, n) + 200))).slice(HEADLINES.length - 1)
    expect(error).toContain(`${name}, byte ${at(name, n)}: `)
    expect(error).toContain(fault)
    expect(more).toEqual([])
  })
  it('go on behind a damaged record', async () => {
    const bytes = Buffer.from(archives[name].all)
    bytes.fill(0x58, at(name, 3), at(name, 3) + 60)
    const results = await said(name, bytes)
    expect(results.filter(result => HEADLINES.includes(result!))).toEqual(
      HEADLINES.filter(headline => headline !== 'Two towns shelled'),
    )
    const faults = results.filter(result => !HEADLINES.includes(result!))
    // Behind a whole member, what stands before the next is passed over: the damaged start is no start.
    if (!name.endsWith('.gz')) expect(faults).toEqual([expect.stringContaining(`${name}, byte ${at(name, 3)}: a damaged record`)])
  })
})

describe('a WARC archive', () => {
  it('is named when it has no records', async () => {
    expect(await said('a.warc.gz', gzipSync('no archive'))).toEqual([
      expect.stringMatching(/^a\.warc\.gz, byte 0: a damaged record/),
      'a.warc.gz: no WARC records were found.',
    ])
  })
  it('that was compressed in one piece is read too', async () => {
    expect(await said('a.warc.gz', gzipSync(archives['a.warc'].all))).toEqual(HEADLINES)
  })
  it('names the page and its byte when the page is no report', async () => {
    const french =
      'Les forces armées ont déclaré mardi que vingt soldats avaient été tués dans une attaque contre un convoi près de la frontière.'
    const bytes = await record({ url: 'https://a.example/fr', body: french, headers: { 'Content-Type': 'text/plain' } }, false)
    expect(await said('a.warc', bytes)).toEqual([
      'a.warc, byte 0: https://a.example/fr: this seems to be French; only English is read.',
    ])
  })
  it('does not hang on lengths that are wrong', async () => {
    const text = (length: string): Uint8Array =>
      new TextEncoder().encode(
        `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: ${length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n`,
      )
    for (const length of ['999999999999', '-1', 'NaN', '1e9', '3', '0'])
      for (const result of await reportsFrom('a.warc', text(length))) expect(isReportError(result)).toBe(true)
  })
  it('never throws, whatever its bytes', async () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.warc', 'a.warc.gz'), edits, fc.nat(), async (name, changes, cut) => {
        const bytes = Buffer.from(archives[name].all)
        for (const [place, byte] of changes) bytes[place % bytes.length] = byte
        const results = await reportsFrom(name, bytes.subarray(0, bytes.length - (cut % 600)))
        expect(results.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
