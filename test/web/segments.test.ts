import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, paragraphsOf, segmentsOf } from '../../src/web/segments.ts'

const TEXT = 'Rebels shelled Gori, killing two.'

test('a text is cut where marks begin and end', () => {
  const pieces = segmentsOf(TEXT, [
    { start: 7, end: 19, what: 'clause' },
    { start: 15, end: 19, what: 'place' },
    { start: 21, end: 28, what: 'trigger' },
  ])
  expect(pieces.map(p => [p.text, p.marks.join('+')])).toEqual([
    ['Rebels ', ''],
    ['shelled ', 'clause'],
    ['Gori', 'clause+place'],
    [', ', ''],
    ['killing', 'trigger'],
    [' two.', ''],
  ])
})

test('marks that are empty or outside the text are left out', () =>
  expect(
    segmentsOf(TEXT, [
      { start: 3, end: 3, what: 'a' },
      { start: -2, end: 4, what: 'b' },
      { start: 30, end: 99, what: 'c' },
    ]),
  ).toEqual([{ start: 0, end: TEXT.length, text: TEXT, marks: [] }]))

test('the pieces put together are the text, and each mark covers just its stretch', () => {
  const mark = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(mark, { maxLength: 8 }), (text, spans) => {
      const marks = spans.map((s, what) => ({ ...s, what }))
      const pieces = segmentsOf(text, marks)
      expect(pieces.map(p => p.text).join('')).toBe(text)
      for (const m of marks.filter(m => m.start < m.end && m.end <= text.length))
        expect(
          pieces
            .filter(p => p.marks.includes(m.what))
            .map(p => p.text)
            .join(''),
        ).toBe(text.slice(m.start, m.end))
    }),
  )
})

test('paragraphs lie between empty lines', () => {
  const text = 'Headline\n\nOne line\nof two.\n \nLast.\n'
  expect(paragraphsOf(text).map(p => text.slice(p.start, p.end))).toEqual(['Headline', 'One line\nof two.', 'Last.\n'])
  expect(paragraphsOf('')).toEqual([])
})

test.each([
  ['Gori', 0, 0],
  ['Gori', 30, 21],
  ['Poti', 0, null],
  ['', 0, null],
])('the %s nearest to %d', (words, to, start) =>
  expect(nearest('Gori, then Poty, and Gori', words, to)?.start ?? null).toBe(start),
)
