import { expect, test } from 'vitest'
import { dayOfNumber, numberOfDay, stretchesOf } from '../../src/web/days.ts'

const days = (...list: string[]) => list.map(day => ({ day, incidents: 2, contested: 1 }))
const sum = (of: ReturnType<typeof stretchesOf>) => of.stretches.flatMap(s => s.bars).reduce((n, b) => n + b.incidents, 0)

test('a week of war is seven bars, the quiet day among them', () => {
  const { unit, stretches } = stretchesOf(days('2008-08-07', '2008-08-08', '2008-08-10', '2008-08-13'), 140)
  expect(unit).toBe('day')
  expect(stretches).toHaveLength(1)
  expect(stretches[0].bars.map(b => b.incidents)).toEqual([2, 2, 0, 2, 0, 0, 2])
})

test('years in which nothing is told are left out between stretches', () => {
  const { unit, stretches } = stretchesOf(days('1992-06-24', '2008-08-07', '2008-08-08', '2009-09-30'), 140)
  expect(unit).toBe('day')
  expect(stretches.map(s => s.bars.length)).toEqual([1, 2, 1])
})

test.each([
  ['day', 100],
  ['week', 600],
  ['month', 3000],
  ['year', 20_000],
])('as many days as %s bars hold', (unit, length) => {
  const first = numberOfDay('1950-01-03')
  const all = days(...Array.from({ length: length / 10 + 1 }, (_, i) => dayOfNumber(first + i * 10)))
  const made = stretchesOf(all, 140)
  expect(made.unit).toBe(unit)
  expect(made.stretches).toHaveLength(1)
  expect(made.stretches[0].bars.length).toBeLessThan(160)
  expect(sum(made)).toBe(all.length * 2)
  const bars = made.stretches[0].bars
  for (const [i, bar] of bars.entries()) if (i) expect(numberOfDay(bar.from)).toBe(numberOfDay(bars[i - 1].to) + 1)
})

test('weeks begin on Monday, before 1970 too', () => {
  for (const first of ['2008-08-09', '1939-09-03']) {
    const start = numberOfDay(first)
    const { stretches } = stretchesOf(days(...Array.from({ length: 40 }, (_, i) => dayOfNumber(start + i * 10))), 140)
    expect(new Date(`${stretches[0].bars[0].from}T00:00:00Z`).getUTCDay()).toBe(1)
  }
})

test('no days, no bars', () => expect(stretchesOf([], 140).stretches).toEqual([]))
