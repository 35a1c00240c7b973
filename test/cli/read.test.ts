import { describe, expect, test } from 'vitest'
import { BORDER, run } from './fake.ts'

const lines = (text: string) => text.split('\n').filter(Boolean)
const rows = (out: string) => lines(out).map(l => JSON.parse(l))
const json = (id: string, text = BORDER) => JSON.stringify({ id, published: '1999-06-04', text })

describe('hearsay read', () => {
  test('prints one reading a line, without the trail', async () => {
    const { code, out, err } = await run(['read', '--format', 'jsonl', 'a.txt'], { 'a.txt': BORDER })
    expect([code, err]).toEqual([0, ''])
    const [reading] = rows(out)
    expect(Object.keys(reading)).toEqual(['id', 'outlet', 'published', 'claims', 'notes'])
    expect(reading).toMatchObject({ id: 'a', outlet: 'Red Sea Wire', published: '1999-06-04' })
    const shelling = reading.claims.find((c: { trigger: { quote: string } }) => c.trigger.quote === 'shelled')
    expect(shelling).toMatchObject({ type: 'ASSAULT', mode: 'heavy-weapons', polarity: 'positive', modality: 'actual' })
    expect(shelling).not.toHaveProperty('trail')
  })

  test('--explain adds the trail', async () => {
    const { out } = await run(['read', '--format', 'jsonl', '--explain', 'a.txt'], { 'a.txt': BORDER })
    expect(rows(out)[0].claims[0].trail.trigger).toBeTruthy()
    const text = (await run(['read', '--explain', 'a.txt'], { 'a.txt': BORDER })).out
    expect(text).toMatch(/· trigger: /)
  })

  test('json is one array, also of nothing', async () => {
    const { out } = await run(['read', '--format', 'json', 'a.txt', 'b.json'], { 'a.txt': BORDER, 'b.json': json('b') })
    expect(JSON.parse(out).map((r: { id: string }) => r.id)).toEqual(['a', 'b'])
    expect(JSON.parse((await run(['read', '--format', 'json', 'none.txt'])).out)).toEqual([])
  })

  test('csv has a row for each claim', async () => {
    const { out } = await run(['read', '--format', 'csv', 'a.txt'], { 'a.txt': BORDER })
    const all = out.split('\r\n')
    expect(all[0]).toMatch(/^report,outlet,published,claim,type,mode,trigger,/)
    expect(all.slice(1, -1).every(r => r.startsWith('a,Red Sea Wire,1999-06-04,'))).toBe(true)
  })

  test('text shows every sentence, and each claim under its own', async () => {
    const { out } = await run(['read', 'a.txt'], { 'a.txt': BORDER })
    expect(out).toContain('Red Sea Wire · 1999-06-04 (from the dateline) · a')
    const at = (words: string) => out.replace(/\s+/g, ' ').indexOf(words)
    expect(at('“shelled”')).toBeGreaterThan(at('Ethiopian artillery shelled the town of Senafe'))
    expect(out).toContain('said not to be so')
    expect(out).not.toContain('\x1b')
  })

  test('an input that cannot be read is named and the others are read', async () => {
    const files = {
      'a.txt': BORDER,
      'empty.txt': '',
      'bad.json': '{"text": ',
      'zip.txt': new Uint8Array([80, 75, 3, 4, 0, 0, 0, 0, 0, 0]),
    }
    const { code, out, err } = await run(
      ['read', '--format', 'jsonl', 'empty.txt', 'bad.json', 'none.txt', 'zip.txt', 'a.txt'],
      files,
    )
    expect(code).toBe(1)
    expect(rows(out).map(r => r.id)).toEqual(['a'])
    expect(lines(err).map(l => l.replace(/^hearsay: ([\w.]+).*/, '$1'))).toEqual(['empty.txt', 'bad.json', 'none.txt', 'zip.txt'])
  })

  test('folders are walked by name, what is no report left out', async () => {
    const files = {
      'd/b.txt': BORDER,
      'd/a/c.json': json('c'),
      'd/.hidden.txt': BORDER,
      'd/style.css': 'p {}',
      'd/a.html/x.txt': BORDER,
    }
    const { code, out } = await run(['read', '--format', 'jsonl', 'd/'], files)
    expect([code, rows(out).map(r => r.id)]).toEqual([0, ['c', 'x', 'b']])
  })

  test('standard input may be a text, one report, or many lines', async () => {
    const stdin = async (content: string) =>
      rows((await run(['read', '--format', 'jsonl', '-'], { '-': content })).out).map(r => r.id)
    expect(await stdin(BORDER)).toEqual(['standard input'])
    expect(await stdin(json('one'))).toEqual(['one'])
    expect(await stdin(`${json('one')}\n${json('two')}\n\n${json('three')}\n`)).toEqual(['one', 'two', 'three'])
  })

  test('a damaged line of JSON Lines is named and the others are read', async () => {
    const { code, out, err } = await run(['read', '--format', 'jsonl', 'w.jsonl'], {
      'w.jsonl': `${json('one')}\n{"text"\n${json('three')}\n`,
    })
    expect([code, rows(out).map(r => r.id)]).toEqual([1, ['one', 'three']])
    expect(err).toMatch(/w\.jsonl, line 2/)
  })

  test('--published and --outlet fill in what the report does not tell', async () => {
    const files = { 'a.json': JSON.stringify({ text: 'Rebels shelled the town of Senafe on Tuesday.' }) }
    const known = rows(
      (await run(['read', '--format', 'jsonl', '--published', '1999-06-04', '--outlet', 'Wire', 'a.json'], files)).out,
    )[0]
    expect(known).toMatchObject({ published: '1999-06-04', outlet: 'Wire', notes: [] })
    expect(known.claims[0].date).toMatchObject({ quote: 'Tuesday', from: '1999-06-01', to: '1999-06-01' })
    const unknown = rows((await run(['read', '--format', 'jsonl', 'a.json'], files)).out)[0]
    expect(unknown.published).toBeNull()
    expect(unknown.claims[0].date).toMatchObject({ quote: 'Tuesday', from: null, to: null, how: 'unknown' })
    expect(unknown.notes[0]).toMatch(/publication day is unknown/)
  })

  test('a wrong command line says why', async () => {
    for (const args of [['read'], ['read', '--format', 'xml', 'a.txt'], ['read', '--published', 'soon', 'a.txt'], ['raed']]) {
      const { code, err } = await run(args)
      expect([args, code, err.length > 20]).toEqual([args, 2, true])
    }
  })

  test('a missing file of places is named', async () => {
    const { code, err } = await run(['gazetteer', 'add', 'nowhere.csv'])
    expect([code, err]).toEqual([1, 'hearsay: nowhere.csv: no such file or folder.\n'])
  })

  test('help is complete', async () => {
    expect((await run(['--help'])).out).toMatch(/Examples:/)
    const { code, out } = await run(['read', '--help'])
    expect(code).toBe(0)
    for (const word of ['--format', '--published', '--outlet', '--explain', 'jsonl', 'csv', 'Examples:', 'Exit code'])
      expect(out).toContain(word)
    expect((await run(['gazetteer', '--help'])).out).toMatch(/find[\s\S]*add/)
  })

  test('progress is shown on a terminal only and taken away again', async () => {
    const { err } = await run(
      ['read', 'a.txt', 'b.txt', 'c.txt'],
      { 'a.txt': BORDER, 'b.txt': BORDER, 'c.txt': BORDER },
      { isTerminal: true, columns: 80 },
    )
    expect(err).toMatch(/2 reports read/)
    expect(err.endsWith('\r\x1b[K')).toBe(true)
    expect((await run(['read', 'a.txt'], { 'a.txt': BORDER })).err).toBe('')
  })
})
