import { describe, expect, it } from 'vitest'
import { readJsonLines, reportsFrom } from '../../src/text/reports.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const from = async (name: string, text: string): Promise<unknown[]> => reportsFrom(name, utf8(text))

describe('JSON', () => {
  it('takes a text as it is, whatever other fields stand beside it', async () => {
    const text = ' Rebels left.\r\n\r\nThe town  burnt. '
    const [report] = await from(
      'a.json',
      JSON.stringify({
        id: 'r1',
        outlet: 'Courier',
        published: '2013-01-05T10:00:00Z',
        headline: 'H',
        text,
        url: 'u',
        claims: [],
        licence: 'x',
      }),
    )
    expect(report).toMatchObject({
      id: 'r1',
      outlet: 'Courier',
      published: '2013-01-05',
      publishedBy: 'given',
      headline: 'H',
      text,
      url: 'u',
    })
  })
  it('takes lists and lines, and gives each report an id of its own', async () => {
    const one = { text: 'Rebels left.' }
    const ids = async (name: string, text: string): Promise<unknown[]> =>
      (await from(name, text)).map(r => (r as { id: string }).id)
    expect(await ids('dir/a.json', JSON.stringify([one, { ...one, id: 'x' }, one, { ...one, id: 'x' }]))).toEqual([
      'a',
      'x',
      'a#2',
      'x#2',
    ])
    const lines = `${JSON.stringify(one)}\r\n\n${JSON.stringify({ ...one, id: 'a' })}\n`
    expect(await ids('a.jsonl', lines)).toEqual(['a', 'a#2'])
    expect(await ids('standard input', lines)).toEqual(['standard input', 'a'])
  })
  it('reads lines cut anywhere', async () => {
    const bytes = utf8(
      `\uFEFF${JSON.stringify({ id: '1', text: 'Rebels left né.' })}\n${JSON.stringify({ id: '2', text: 'They burnt it.' })}`,
    )
    for (let size = 1; size < bytes.length; size += 5) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
      const texts = []
      for await (const report of readJsonLines('x.jsonl', chunks)) texts.push('text' in report ? report.text : report.message)
      expect(texts).toEqual(['Rebels left né.', 'They burnt it.'])
    }
  })

  it.each([
    [
      'a comma missing',
      'a.json',
      '{"id": "1"\n "text": "x"}',
      'damaged-json',
      'a.json, line 2, column 2: damaged JSON: expected a comma or "}", found ""text": "x"}".',
    ],
    [
      'a text cut off',
      'a.json',
      '{"text": "x',
      'damaged-json',
      'a.json, line 1, column 12: damaged JSON: expected the closing quote of a string, found the end of the text.',
    ],
    [
      'a comma too many',
      'a.json',
      '{"text": "x",}',
      'damaged-json',
      'a.json, line 1, column 14: damaged JSON: expected a name in double quotes, found "}".',
    ],
    [
      'a line break in a string',
      'a.json',
      '{"text": "x\ny"}',
      'damaged-json',
      'a.json, line 1, column 12: damaged JSON: expected no line break or control character inside a string, found " y"}".',
    ],
    [
      'single quotes',
      'a.json',
      "{'text': 'x'}",
      'damaged-json',
      'a.json, line 1, column 2: damaged JSON: expected a name in double quotes or "}", found "\'text\': \'x\'}".',
    ],
    [
      'a damaged line',
      'a.jsonl',
      '{"text": "Rebels left."}\n{"text": }',
      'damaged-json',
      'a.jsonl, line 2, column 10: damaged JSON: expected a value, found "}".',
    ],
    [
      'no text',
      'a.json',
      '{"body": "x"}',
      'no-text',
      'a.json: no field "text": expected an object {id?, outlet?, published?, headline?, text, url?, language?}.',
    ],
    [
      'a text that is none',
      'a.jsonl',
      '{"text": 5}',
      'no-text',
      'a.jsonl, line 1, column 1: "text" is a number, not a string: expected an object {id?, outlet?, published?, headline?, text, url?, language?}.',
    ],
    ['an empty text', 'a.json', '{"text": " "}', 'empty', 'a.json: the field "text" is empty.'],
    [
      'a list of words',
      'a.json',
      '["x"]',
      'not-a-report',
      'a.json: item 1: a string instead of a report: expected an object {id?, outlet?, published?, headline?, text, url?, language?}.',
    ],
    [
      'a bad day',
      'a.json',
      '{"text": "x", "published": "07/08/2013"}',
      'bad-day',
      'a.json: "published" is "07/08/2013": expected an ISO day such as 2020-10-10.',
    ],
    ['an empty list', 'a.json', '[]', 'empty', 'a.json: the list is empty.'],
  ])('says what is wrong: %s', async (_name, file, text, error, message) => {
    expect((await from(file, text)).at(-1)).toMatchObject({ error, message })
  })
  it('reads the other lines of a damaged file', async () => {
    const results = await from('a.jsonl', '{"text": "Rebels left."}\n{\n{"text": "They burnt it."}')
    expect(results.map(result => (result as { error?: string }).error ?? 'ok')).toEqual(['ok', 'damaged-json', 'ok'])
  })
})
