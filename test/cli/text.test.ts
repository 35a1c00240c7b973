import { expect, test } from 'vitest'
import { piece, wrap } from '../../src/cli/format/styled.ts'
import { cutTo, graphemes, printable, widthOf } from '../../src/cli/format/width.ts'
import { cell } from '../../src/publish/table.ts'
import { BORDER, run } from './fake.ts'

const layout = (columns: number) => ({ columns, colour: false, first: '- ', rest: '    ' })

test.each([30, 60, 100, 160])(
  'no line is wider than a terminal of %i columns, and nothing of the text is lost',
  async columns => {
    const { out } = await run(['read', 'a.txt'], { 'a.txt': BORDER }, { isTerminal: true, columns })
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    const words = (text: string) => text.split(/\s+/).filter(Boolean)
    const shown = words(out)
    for (const word of words(BORDER)) expect(shown).toContain(word)
  },
)

test('colours are for terminals that want them', async () => {
  const { out } = await run(['read', 'a.txt'], { 'a.txt': BORDER }, { isTerminal: true, columns: 80, colour: true })
  expect(out).toContain('\x1b[31mASSAULT')
  const codes = out
    .split('\x1b[')
    .slice(1)
    .map(part => Number.parseInt(part, 10))
  expect(codes.filter(c => [22, 24, 39].includes(c)).length).toBe(codes.length / 2)
})

test('a long word is broken between graphemes', () => {
  const flags = '🇪🇷🇪🇹'.repeat(10)
  const out = wrap([piece(flags)], layout(13))
  for (const line of out.trimEnd().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(13)
  expect(graphemes(out.replace(/[-\s]/g, ''))).toEqual(graphemes(flags))
})

test('what could move the cursor is shown as an escape', () => {
  expect(printable('a\x1b[2Jb\x07\u202ec\ud800\n\td')).toBe('a\\u{1B}[2Jb\\u{7}\\u{202E}c\\u{D800} d')
})

test('widths are those of terminals', () => {
  expect(['abc', 'é', 'e\u0301', '北京', '👨‍👩‍👧', '“x”'].map(widthOf)).toEqual([3, 1, 1, 4, 2, 3])
  expect(cutTo('Nagorno-Karabakh', 8)).toBe('Nagorno…')
  expect(cutTo('北京市', 4)).toBe('北…')
})

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['-shelling', "'-shelling"],
  [-12.5, '-12.5'],
  [null, ''],
  [false, 'false'],
])('cell %j', (value, expected) => expect(cell(value)).toBe(expected))
