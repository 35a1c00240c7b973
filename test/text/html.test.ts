import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { archivedBytes } from '../../src/text/canonical.ts'
import { isReportError, reportsFrom } from '../../src/text/reports.ts'

const pageOf = async (html: string, name = 'page.html'): Promise<Report> => {
  const [report] = await reportsFrom(name, new TextEncoder().encode(html))
  if (isReportError(report)) throw new Error(report.message)
  return report
}

const FIRST =
  'Fighters of the River Front seized the bridge at Ansongo on Saturday, two officers said, after a night of shelling that killed seven people.'
const SECOND =
  'The army denied that the bridge had fallen, and said that its men, who had lost two vehicles, still held the northern bank of the river.'
const THIRD =
  'No independent witness could be reached in the town, where the telephone has been dead since Friday, the ministry said in a statement.'
const BODY = [FIRST, SECOND, THIRD]
const paragraphs = BODY.map(words => `<p>${words}</p>`).join('\n')

/** Made-up pages as sites of several ages write them, with what is to be read. */
const PAGES: readonly [string, string, Partial<Report>, readonly string[]][] = [
  [
    'JSON-LD and Open Graph',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Front takes bridge &amp; depot at Ansongo | Gao Courier</title>
    <meta property="og:site_name" content="Gao Courier"><link rel="canonical" href="https://www.gaocourier.example/a/1">
    <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Front takes bridge & depot at Ansongo",
    "datePublished":"2013-01-05T23:40:00+02:00","dateModified":"2013-01-07","author":[{"name":"Awa Diallo"}],"publisher":{"name":"The Gao Courier"}}]}</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Front takes bridge &amp;&nbsp;depot at Ansongo</h1>
    <figure><img src="a.jpg"><figcaption>A lorry burns.</figcaption></figure>${paragraphs}
    <p><a href="/b">READ MORE: Three soldiers freed near Kidal</a></p></article><footer>About us</footer></body></html>`,
    {
      headline: 'Front takes bridge & depot at Ansongo',
      published: '2013-01-05',
      publishedBy: 'metadata',
      outlet: 'The Gao Courier',
      url: 'https://www.gaocourier.example/a/1',
    },
    BODY,
  ],
  [
    'meta elements and a site name in the title',
    `<html><head><title>Front takes bridge at Ansongo - Radio Niger</title><meta name="pubdate" content="20130105"><meta property="og:url" content="http://radioniger.example/x">
    </head><body><div id="menu"><ul><li><a href="/1">One</a></li></ul></div><div class="story"><h1>Front takes bridge at Ansongo</h1><div class="text">${paragraphs}</div></div></body></html>`,
    {
      headline: 'Front takes bridge at Ansongo',
      published: '2013-01-05',
      outlet: 'Radio Niger',
      url: 'http://radioniger.example/x',
    },
    BODY,
  ],
  [
    'an old page with a visible date and line breaks',
    `<HTML><HEAD><TITLE>Front takes bridge at Ansongo</TITLE></HEAD><BODY><TABLE><TR><TD><FONT SIZE=5><B>Front takes bridge at Ansongo</B></FONT><BR>
    <FONT SIZE=2>Saturday, 5 January, 2013, 21:04 GMT</FONT></TD></TR><TR><TD>${BODY.join('<BR><BR>')}</TD></TR></TABLE></BODY></HTML>`,
    { headline: 'Front takes bridge at Ansongo', published: '2013-01-05', publishedBy: 'metadata' },
    BODY,
  ],
  [
    'a time element and a saved address',
    `<!-- saved from url=(0031)https://www.kidaltimes.example/n/7 -->\n<html><head><title>Front takes bridge</title></head><body><main><h1>Front takes bridge at Ansongo, officers say</h1>
    <p class="byline">By Awa Diallo</p><time datetime="2013-01-05T20:00:00Z">3 hours ago</time>${paragraphs}</main><aside><h2>Most read</h2><p>Ten things to know</p></aside></body></html>`,
    {
      headline: 'Front takes bridge at Ansongo, officers say',
      published: '2013-01-05',
      outlet: 'kidaltimes.example',
      url: 'https://www.kidaltimes.example/n/7',
    },
    BODY,
  ],
  [
    'a blog engine with comments',
    `<!DOCTYPE html><html><head><title>Front takes bridge at Ansongo &#8211; Sahel Notes</title><meta property="og:site_name" content="Sahel Notes"></head>
    <body class="single"><header><p class="site-title"><a href="/">Sahel Notes</a></p></header><article class="post"><h1 class="entry-title">Front takes bridge at Ansongo</h1>
    <div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2013-01-05T21:04:00+00:00">January 5, 2013</time></span></div>
    <div class="entry-content">${paragraphs}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li></ul></div></div></article>
    <div id="comments"><h2>2 thoughts</h2><ol><li><p>Most read nonsense, I say, and never was there a bridge.</p></li></ol></div></body></html>`,
    { headline: 'Front takes bridge at Ansongo', published: '2013-01-05', outlet: 'Sahel Notes' },
    BODY,
  ],
  [
    'a page of many boxes',
    `<!DOCTYPE html><html><head><title>Mali: Front takes bridge at Ansongo - World News</title><meta property="og:title" content="Mali: Front takes bridge at Ansongo">
    <script type="application/ld+json">[{"@type":["ReportageNewsArticle"],"headline":"Mali: Front takes bridge at Ansongo","datePublished":"2013-01-05T21:04:00.000Z","publisher":{"@type":"Organization","name":"World News"}}]</script></head>
    <body><div id="root"><div><header><nav><ul><li><a href="/h">Home</a></li></ul></nav></header><main id="content"><article><div data-c="headline"><h1>Mali: Front takes bridge at Ansongo</h1></div>
    <div data-c="byline"><time datetime="2013-01-05T21:04:00.000Z">5 January 2013</time></div><div data-c="image"><figure><img src="a"><figcaption>A lorry burns.</figcaption></figure></div>
    ${BODY.map(words => `<div data-c="text"><div class="x1"><p class="x2">${words}</p></div></div><div data-c="ad"><aside>Advertisement</aside></div>`).join('')}
    <div data-c="links"><ul><li><a href="/1">READ MORE about it</a></li></ul></div></article></main></div></div></body></html>`,
    { headline: 'Mali: Front takes bridge at Ansongo', published: '2013-01-05', outlet: 'World News' },
    BODY,
  ],
  [
    'a page of the nineties with open paragraphs',
    `<HTML><HEAD><TITLE>River Online - Front takes bridge - January 5, 1998</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><A HREF="/"><IMG SRC="logo.gif"></A></CENTER>
    <H1>Front takes bridge at Ansongo</H1><FONT SIZE=-1>January 5, 1998<BR>Web posted at: 3:04 p.m. EST (2004 GMT)</FONT><HR>
    <P>${BODY.join('\n<P>')}<HR><CENTER>&copy; 1998 River Online</CENTER></BODY></HTML>`,
    { headline: 'Front takes bridge at Ansongo', published: '1998-01-05', publishedBy: 'metadata' },
    BODY,
  ],
  [
    'entities, inner elements and scripts',
    `<html><body><article><h1>Front takes bridge at Ansongo</h1><script>document.write("<p>never</p>")</script><p>GAO, Mali, Jan. 5, 2013 (AP) &#8212; ${FIRST.replace('bridge', '<a href="/t"><b>bri</b>dge</a>')}</p>
    <!-- <p>hidden</p> --><p>${SECOND.replace('its men', 'its&nbsp;\n   men')}</p><p>${THIRD.replace('statement', 'state&shy;ment')}</p></article></body></html>`,
    { headline: 'Front takes bridge at Ansongo', published: '2013-01-05', publishedBy: 'dateline', outlet: 'AP' },
    [`GAO, Mali, Jan. 5, 2013 (AP) — ${FIRST}`, SECOND, THIRD],
  ],
]

describe('saved pages', () => {
  it.each(PAGES)('reads %s', async (_name, html, expected, body) => {
    const report = await pageOf(html)
    expect(report).toMatchObject(expected)
    const lines = report.text.split('\n\n')
    expect(lines[0]).toBe(expected.headline)
    for (const words of body) expect(lines).toContain(words)
    expect(report.text).not.toMatch(/never|hidden|READ MORE|Most read|A lorry burns|About us|Home/)
  })

  it('reads a page in Windows-1252 and leads back to its bytes', async () => {
    const html = `<html><head><meta charset="windows-1252"></head><body><h1>Front takes bridge at Ansongo</h1><p>\u0093Gone\u0094 \u0096 ${FIRST}</p><p>${SECOND}</p></body></html>`
    const bytes = Uint8Array.from([...html].map(sign => sign.charCodeAt(0)))
    const [report] = (await reportsFrom('x.html', bytes)) as Report[]
    const at = report.text.indexOf('“Gone” – Fighters')
    const place = archivedBytes(report.archive!.map, at, at + 17)!
    expect(html.slice(place.start, place.end)).toBe('\u0093Gone\u0094 \u0096 Fighters')
    expect(report.archive!.encoding).toBe('windows-1252')
  })

  it('says when a page has no article', async () => {
    const [result] = await reportsFrom('x.html', new TextEncoder().encode('<html><body><script>1</script></body></html>'))
    expect(result).toMatchObject({ error: 'no-article', message: 'x.html: no article was found in this page.' })
  })

  it('survives pages nested a thousand deep', async () => {
    const html = `<html><body>${'<div>'.repeat(1500)}${paragraphs}${'</div>'.repeat(1500)}</body></html>`
    const results = await reportsFrom('deep.html', new TextEncoder().encode(html))
    expect(results).toHaveLength(1)
  })
})

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&#8217;': '’',
  '&#x2014;': '—',
  '&eacute;': 'é',
  '&nbsp;': ' ',
  '&shy;': '',
  '&lt;': '<',
}
/** What a stretch of the source says: tags out, entities resolved, white space folded. */
const said = (source: string): string =>
  source
    .replace(/<!--.*?-->|<[^>]*>/gs, '')
    .replace(/&[#\w]+;/g, entity => ENTITIES[entity] ?? entity)
    .replace(/[\s\u00A0]+/g, ' ')

describe('the map back to the archived bytes', () => {
  const word = fc.constantFrom(
    'troops',
    'the',
    'shelled',
    'Hama',
    'né',
    '“no”',
    'a',
    'wounded',
    '12',
    'officers,',
    '💥',
    'said.',
    ...Object.keys(ENTITIES),
  )
  const glue = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '  \n ',
    ' <b>x</b> ',
    '<i></i> ',
    ' <a href="/q?a=1&b=2">link</a> ',
    ' <!-- note --> ',
  )
  const sentence = fc.array(fc.tuple(word, glue), { minLength: 12, maxLength: 40 }).map(pairs => pairs.flat().join(''))
  const page = fc
    .array(sentence, { minLength: 3, maxLength: 6 })
    .map(
      ps =>
        `<html><body><article>${ps.map(p => `<p>The army said that ${p} on Sunday, and it was so.</p>`).join('\n')}</article></body></html>`,
    )

  it('leads every run to bytes that say the same', async () => {
    await fc.assert(
      fc.asyncProperty(page, async html => {
        const bytes = new TextEncoder().encode(html)
        const [report] = await reportsFrom('p.html', bytes)
        if (isReportError(report)) return
        const { map } = report.archive!
        let covered = 0
        for (const run of map!) {
          const source = new TextDecoder().decode(bytes.subarray(run.byte, run.byte + run.byteLength))
          expect(said(source)).toBe(report.text.slice(run.text, run.text + run.length))
          covered += run.length
        }
        expect(covered).toBeGreaterThan(report.text.length * 0.95)
        // Spans over several runs: a whole paragraph says what its bytes say.
        for (const match of report.text.matchAll(/[^\n]+/g)) {
          const place = archivedBytes(map, match.index, match.index + match[0].length)!
          expect(said(new TextDecoder().decode(bytes.subarray(place.start, place.end)))).toBe(match[0])
        }
      }),
      { seed: 7, numRuns: 40 },
    )
  })
})
