import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { decode } from '../../src/text/decode.ts'
import { layOut } from '../../src/text/layout.ts'
import { isReportError, LARGEST, type ReportOptions, reportsFrom } from '../../src/text/reports.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const one = async (name: string, bytes: Uint8Array, options?: ReportOptions): Promise<unknown> =>
  (await reportsFrom(name, bytes, options))[0]
const BODY = 'Rebels took the bridge over the river on Saturday, the army said, and three soldiers were wounded in the fighting.'

describe('plain texts', () => {
  it('becomes headline, blank line, body', async () => {
    const bytes = utf8(`\uFEFF\r\nRebels take bridge near Gao\r\n\r\n\r\nGAO, Mali, 5 January 2013 (AFP) - ${BODY}\r\n`)
    const report = (await one('in/bridge.txt', bytes)) as Report
    expect(report).toMatchObject({
      id: 'bridge',
      headline: 'Rebels take bridge near Gao',
      published: '2013-01-05',
      publishedBy: 'dateline',
      outlet: 'AFP',
      url: null,
    })
    expect(report.text).toBe(`Rebels take bridge near Gao\n\nGAO, Mali, 5 January 2013 (AFP) - ${BODY}`)
    expect(report.archive).toMatchObject({
      name: 'in/bridge.txt',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: 'utf-8',
    })
  })
  it('reads the labelled lines of archives', async () => {
    const text = `Copyright 1993 The River Courier\r\n\r\nJuly 19, 1993, Monday\r\n\r\nSECTION: WORLD; Pg. 3\r\n\r\nLENGTH: 212 words\r\n\r\nHEADLINE: Shells hit Gorazde again\r\n\r\nBYLINE: Jane Roe\r\n\r\nDATELINE: SARAJEVO\r\n\r\nBODY:\r\n   ${BODY}\r\n\r\nLOAD-DATE: July 20, 1993`
    const report = (await one('a.txt', utf8(text))) as Report
    expect(report).toMatchObject({ headline: 'Shells hit Gorazde again', published: '1993-07-19', publishedBy: 'dateline' })
    const kept = layOut(report.text, report.headline).filter(({ kind }) => kind === 'paragraph' || kind === 'headline')
    expect(kept.map(({ start, end }) => report.text.slice(start, end))).toEqual(['Shells hit Gorazde again', BODY])
  })
  it('has no map where the text is the bytes', async () => {
    expect(await one('a.txt', utf8(BODY))).toMatchObject({ text: BODY, headline: null, published: null, archive: { map: null } })
  })
  it('takes outlet and day of the user where the text has none', async () => {
    expect(await one('a.txt', utf8(BODY), { outlet: 'Courier', published: '2013-01-05' })).toMatchObject({
      outlet: 'Courier',
      published: '2013-01-05',
      publishedBy: 'option',
    })
  })
  it('is read the same under any encoding', async () => {
    const text = `Rebels take bridge near Gao\n\nGAO – ${BODY} “No,” he said.`
    const wide = Uint8Array.from([...`\uFEFF${text}`].flatMap(sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))
    const ansi = Uint8Array.from([...text].map(sign => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)))
    const texts = await Promise.all([utf8(text), wide, ansi].map(async bytes => ((await one('a.txt', bytes)) as Report).text))
    expect(texts).toEqual([text, text, text])
  })
})

describe('what cannot be read is named', () => {
  it.each<[string, string, Uint8Array, string, RegExp]>([
    ['an empty file', 'a.txt', new Uint8Array(), 'empty', /^a\.txt: the file is empty\.$/],
    ['blanks', 'a.txt', utf8(' \n\t'), 'empty', /empty/],
    ['a PDF', 'b.txt', utf8('%PDF-1.4 x'), 'binary', /^b\.txt, byte 0: this is a PDF file/],
    ['zeros', 'c.txt', new Uint8Array(50), 'binary', /binary data/],
    ['a text too large', 'd.txt', new Uint8Array(LARGEST + 1), 'too-large', /^d\.txt: 51 MB: the most for one text is 50 MB/],
    [
      'French',
      'e.txt',
      utf8(
        'Les forces armées ont déclaré mardi que vingt soldats avaient été tués dans une attaque contre un convoi près de la frontière.',
      ),
      'not-english',
      /French/,
    ],
    [
      'Spanish',
      'e.txt',
      utf8(
        'El ejército informó que tres soldados murieron en un ataque contra una patrulla en la provincia, según fuentes militares.',
      ),
      'not-english',
      /Spanish/,
    ],
    ['Russian', 'f.txt', utf8('Российские войска обстреляли город ночью, сообщили власти.'), 'not-english', /Cyrillic/],
    ['Arabic', 'f.txt', utf8('قال الجيش إن ثلاثة جنود قتلوا في هجوم على المدينة'), 'not-english', /Arabic/],
    ['a web archive', 'h.mht', utf8('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\nx'), 'not-a-report', /MHTML/],
    [
      'a feed',
      'h.xml',
      utf8('<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>'),
      'damaged-feed',
      /empty or damaged/,
    ],
    ['a day that is none', 'g.txt', utf8('Rebels left.'), 'bad-day', /"soon"/],
  ])('%s', async (_name, file, bytes, error, message) => {
    const result = (await one(file, bytes, error === 'bad-day' ? { published: 'soon' } : {})) as {
      error: string
      message: string
      file: string
    }
    expect(result).toMatchObject({ error, file })
    expect(result.message).toMatch(message)
  })
  it.each([
    'Rebels left.',
    'TROOPS KILL TEN NEAR GAO, ARMY SAYS',
    'Dead: Ali Hasan, Omar Khaled, Yusuf Ahmad, Ibrahim Saleh, Mahmoud Darwish, Samir Aziz',
  ])('takes short and odd English: %s', async text => {
    expect(isReportError((await one('a.txt', utf8(text))) as object)).toBe(false)
  })
})

describe('any bytes at all', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'KABUL, Aug 14 (Reuters) - ',
        'The army said ',
        '\n\n',
        '\r\n',
        '<p>',
        '</div>',
        '<script>',
        '&amp;',
        '{"text":"',
        '"}',
        '[',
        '5 May 2001',
        '(',
        '/',
        '—',
        '\uD800',
        '💥',
        '\0',
        '<!--',
        'By Jane Roe\n',
        '[Text]',
        '   ',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 40 },
  )
  const bytes = fc.oneof(
    pieces.map(list => utf8(list.join(''))),
    pieces.map(list => Uint8Array.from(Buffer.from(list.join(''), 'utf16le'))),
    fc.uint8Array({ maxLength: 400 }),
    pieces.map(list => utf8(`<html><body><article><p>The army said that ${list.join('')}</p></article>`)),
  )
  it('give reports or errors, the same twice, with a map that fits', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.jsonl', 'a'), async (input, name) => {
        const results = await reportsFrom(name, input)
        expect(await reportsFrom(name, input)).toEqual(results)
        expect(results.length).toBeGreaterThan(name === 'a.jsonl' ? -1 : 0)
        for (const result of results) {
          if (isReportError(result)) expect(result.message).toContain(name)
          else fits(result, input)
        }
      }),
      { seed: 11, numRuns: 600 },
    )
  })
  const fits = ({ text, archive }: Report, input: Uint8Array): void => {
    let at = 0
    for (const run of archive!.map ?? []) {
      expect(run.text).toBeGreaterThanOrEqual(at)
      at = run.text + run.length
      expect(run.byte + run.byteLength).toBeLessThanOrEqual(input.length)
      expect(run.length > 0 && run.byte >= 0 && run.byteLength > 0).toBe(true)
    }
    expect(at).toBeLessThanOrEqual(text.length)
    if (archive!.map === null && archive!.name.endsWith('.txt') && !text.startsWith('{'))
      expect(decode(input).text).toContain(text)
  }
})
