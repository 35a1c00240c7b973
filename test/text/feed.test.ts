import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { archivedBytes } from '../../src/text/canonical.ts'
import { isReportError, readFeedBytes, reportsFrom } from '../../src/text/reports.ts'

const STORY = 'Rebels took the bridge over the river on Saturday, the army said, and three soldiers were wounded in the fighting.'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rss = (items: string, channel = '<title>River Courier</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}<link>https://courier.example/</link>${items}</channel></rss>`
const atom = (entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Courier &amp;amp; Post</title><id>urn:x</id><updated>2016-07-03T00:00:00Z</updated>${entries}</feed>`
const rdf = (items: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old Courier</title><link>https://courier.example/</link></channel>${items}</rdf:RDF>`
const jsonFeed = (...items: unknown[]): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'New Courier', items })

const read = async (feed: string): Promise<Report[]> => (await reportsFrom('in/feed.xml', utf8(feed))) as Report[]

describe('the items of a feed', () => {
  it.each<[string, string, Partial<Report>]>([
    [
      'RSS with its whole content',
      rss(
        `<item><title>Bridge taken &amp; held</title><link>https://courier.example/1</link><guid isPermaLink="false">c-1</guid><pubDate>Sat, 02 Jul 2016 23:30:00 -0500</pubDate><description>Teaser</description><content:encoded><![CDATA[<p>${STORY}</p><p>It rained &amp; poured.</p><p>The post <a href="x">Bridge taken</a> appeared first on <a href="y">Courier</a>.</p>]]></content:encoded></item>`,
      ),
      {
        id: 'c-1',
        headline: 'Bridge taken & held',
        published: '2016-07-02',
        publishedBy: 'metadata',
        outlet: 'River Courier',
        url: 'https://courier.example/1',
        text: `Bridge taken & held\n\n${STORY}\n\nIt rained & poured.`,
      },
    ],
    [
      'RSS with a summary, HTML written with entities twice over',
      rss(
        `<item><title>Army&amp;#8217;s &lt;b&gt;denial&lt;/b&gt;</title><guid>https://courier.example/2</guid><description>&lt;p&gt;Shells hit &amp;quot;Gori&amp;quot;.&lt;/p&gt;</description></item>`,
      ),
      {
        id: 'https://courier.example/2',
        headline: 'Army’s denial',
        published: null,
        url: 'https://courier.example/2',
        text: 'Army’s denial\n\nShells hit "Gori".',
      },
    ],
    [
      'RSS that gathers from others',
      rss('<item><title>Town shelled</title><source url="https://a.example">The Herald</source></item>'),
      { outlet: 'The Herald', text: 'Town shelled', url: null, id: 'feed' },
    ],
    [
      'Atom with XHTML',
      atom(
        `<entry><title>Bridge taken</title><id>tag:1</id><link rel="self" href="https://courier.example/x"/><link href="https://courier.example/3"/><published>2016-07-03T01:00:00+04:00</published><updated>2016-07-05T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${STORY}</p><p>Then <b>rain</b>.</p></div></content></entry>`,
      ),
      {
        id: 'tag:1',
        outlet: 'Courier & Post',
        published: '2016-07-03',
        url: 'https://courier.example/3',
        text: `Bridge taken\n\n${STORY}\n\nThen rain.`,
      },
    ],
    [
      'Atom with plain text',
      atom(
        '<entry><title type="text">Fewer &lt; more</title><id>tag:2</id><updated>2016-07-05T22:00:00-07:00</updated><summary>No &lt;p&gt; here.\n\nNor here.</summary></entry>',
      ),
      { headline: 'Fewer < more', published: '2016-07-05', text: 'Fewer < more\n\nNo <p> here.\n\nNor here.' },
    ],
    [
      'RDF',
      rdf(
        `<item rdf:about="https://courier.example/4"><title>Bridge taken</title><link>https://courier.example/4</link><description>${STORY}</description><dc:date>2001-02-03T23:05:06+04:00</dc:date></item>`,
      ),
      { id: 'https://courier.example/4', outlet: 'Old Courier', published: '2001-02-03', text: `Bridge taken\n\n${STORY}` },
    ],
    [
      'JSON Feed',
      jsonFeed({
        id: '5',
        url: 'https://courier.example/5',
        title: 'Bridge taken',
        content_html: `<p>${STORY}</p>`,
        date_published: '2016-07-02T23:00:00-05:00',
      }),
      { id: '5', outlet: 'New Courier', published: '2016-07-02', text: `Bridge taken\n\n${STORY}` },
    ],
    [
      'JSON Feed with plain text',
      jsonFeed({ id: '6', content_text: `${STORY}\n\n5 < 6 & so on.` }),
      { headline: null, text: `${STORY}\n\n5 < 6 & so on.` },
    ],
    [
      'a feed that is cut off',
      rss(`<item><title>Bridge taken</title><description>${STORY}</description></item><item><title>Lost`).slice(0, -20),
      { headline: 'Bridge taken', text: `Bridge taken\n\n${STORY}` },
    ],
    [
      'a feed with bare ampersands and marks',
      rss(`<item><title>Q&A: the war</title><description>${STORY} AT&T &nbsp;said so.</description></item>`),
      { headline: 'Q&A: the war', text: `Q&A: the war\n\n${STORY} AT&T said so.` },
    ],
  ])('%s', async (_name, feed, expected) => {
    const [report] = await read(feed)
    expect(report).toMatchObject(expected)
  })
  it('are each archived by their own bytes, so that they are the same in the next state of the feed', async () => {
    const items = [1, 2].map(n => `<item><title>Shells hit town ${n}</title><description>${STORY}</description></item>`)
    const [a, b] = await read(rss(`<!-- <item> -->${items.join('\n')}`))
    expect(new TextDecoder().decode(b.archive!.bytes)).toBe(items[1])
    expect(b.archive!.sha256).toBe(createHash('sha256').update(items[1]).digest('hex'))
    expect((await read(rss(`<item><title>New</title></item>${items[0]}`)))[1].archive!.sha256).toBe(a.archive!.sha256)
  })
  it.each([
    ['CDATA', `<![CDATA[<p>Łódź: ten killed.</p> <p>${STORY}</p>]]>`],
    ['entities', `&lt;p&gt;Łódź: ten killed.&lt;/p&gt; &lt;p&gt;${STORY}&lt;/p&gt;`],
    ['numbers', `&#60;p>Łódź: ten killed.&lt;/p> &#x3c;p>${STORY}&lt;/p>`],
  ])('have a map to their bytes through %s', async (_name, content) => {
    const [report] = await read(rss(`<item><title>War</title><content:encoded>${content}</content:encoded></item>`))
    for (const quote of ['ten killed', 'Łódź', 'three soldiers were wounded']) {
      const start = report.text.indexOf(quote)
      const place = archivedBytes(report.archive!.map, start, start + quote.length)!
      expect(new TextDecoder().decode(report.archive!.bytes.subarray(place.start, place.end))).toBe(quote)
    }
  })
  it('take links without a host from the address of the feed, and no other kinds of links', async () => {
    const links = ['/news/7', 'javascript:alert(1)', 'file:///etc/passwd', '//other.example/8']
    const feed = rss(links.map(link => `<item><title>War in the north</title><link>${link}</link></item>`).join(''))
    const { results } = await readFeedBytes('f', utf8(feed), { url: 'https://courier.example/feed/' })
    expect(results.map(report => (report as Report).url)).toEqual([
      'https://courier.example/news/7',
      null,
      null,
      'https://other.example/8',
    ])
  })
  it('that say nothing or are not English are named with their number', async () => {
    const french =
      'Les forces armées ont déclaré mardi que vingt soldats avaient été tués dans une attaque contre un convoi près de la frontière.'
    const results = await read(
      rss(
        `<item><link>https://a.example</link></item><item><description>${french}</description></item><item><title>War</title></item>`,
      ),
    )
    expect(results.map(result => (isReportError(result) ? result.message : result.headline))).toEqual([
      'in/feed.xml: item 1: no title and no text.',
      expect.stringMatching(/^in\/feed\.xml: item 2: this seems to be French/),
      'War',
    ])
  })
  it('are as old as the feed asks', async () => {
    const minutes = async (channel: string) =>
      (await readFeedBytes('f', utf8(rss('<item><title>War</title></item>', channel)))).feed!.minutes
    expect(await minutes('<title>x</title><ttl>90</ttl>')).toBe(90)
    expect(await minutes('<title>x</title><ttl>soon</ttl>')).toBe(null)
    const sy = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    expect(await minutes(`<sy:updatePeriod ${sy}>daily</sy:updatePeriod><sy:updateFrequency ${sy}>4</sy:updateFrequency>`)).toBe(
      360,
    )
    expect(await minutes(`<sy:updatePeriod ${sy}>constructor</sy:updatePeriod>`)).toBe(null)
  })
})

describe('any feed at all', () => {
  const PIECES = [
    ...[
      '<item>',
      '</item>',
      '<entry>',
      '</entry>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<link href="',
      '"/>',
      '&lt;p&gt;',
      '&#55296;',
    ],
    ...[
      '&#x110000;',
      '<content:encoded>',
      '</content:encoded>',
      '<description>',
      '</description>',
      STORY,
      '<a:item>',
      '<item/>',
      '<!DOCTYPE a [',
      '<pubDate>',
    ],
    ...[
      'Sat, 99 Jul 2016',
      '</pubDate>',
      '<guid>',
      '</guid>',
      'é',
      '\u{1F600}',
      '<div><p>',
      '</channel>',
      '__proto__',
      '<__proto__>',
    ],
  ]
  it('gives reports whose maps fit, or errors', async () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map(parts => parts.join(''))
    const frame = fc.constantFrom(
      rss,
      atom,
      rdf,
      (soup: string) => `<rss>${soup}`,
      (soup: string) => jsonFeed({ id: soup, content_html: soup }),
    )
    await fc.assert(
      fc.asyncProperty(soup, frame, async (inner, framed) => {
        for (const result of await reportsFrom('f', utf8(framed(inner)))) {
          if (isReportError(result)) continue
          const { map, bytes } = result.archive!
          for (const run of map ?? []) {
            expect(run.text + run.length).toBeLessThanOrEqual(result.text.length)
            expect(run.byteLength).toBeGreaterThanOrEqual(0)
            expect(run.byte + run.byteLength).toBeLessThanOrEqual(bytes.length)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
  it('is read in time that grows with its length only', async () => {
    const deep = rss(`<item><description>${'<div>'.repeat(20_000)}${STORY}</description></item>`)
    const many = rss(`<item>${'<!--'.repeat(20_000)}</item>${'<item><title>War</title>'.repeat(2000)}`)
    const began = performance.now()
    for (const feed of [deep, many]) await reportsFrom('f', utf8(feed))
    expect(performance.now() - began).toBeLessThan(8000)
  })
})
