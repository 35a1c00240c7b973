import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  dayFrom,
  dayOfIso,
  daysOfValue,
  isoOf,
  monthLength,
  partsOf,
  weekdayOf,
  weekOf,
} from '../../src/reading/time/calendar.ts'
import { times } from '../../src/reading/time/index.ts'

const WORDS =
  "on in since the last next this Friday Mondays May march October Sept. 27 2020 30-day two weeks ago every year-end quarter 10:30 p.m. GMT , . - – \n\n ' s night early mid late 1990s fiscal 0600 today half a an hour and of to until ¶ 12 1st 10/10/20 😀 \ud800".split(
    ' ',
  )
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' '))
const published = fc.option(fc.integer({ min: -10_000, max: 30_000 }).map(isoOf), { nil: null })

const holds = (source: string, day: string | null) => {
  let last = 0
  for (const { span, from, to, type } of times(source, { published: day })) {
    expect(span.start).toBeGreaterThanOrEqual(last)
    expect(span.end).toBeGreaterThan(span.start)
    expect(source.slice(span.start, span.end)).toBe(span.quote)
    expect(['DATE', 'TIME', 'DURATION', 'SET']).toContain(type)
    for (const iso of [from, to]) if (iso !== null) expect(dayOfIso(iso)).not.toBeNull()
    if (from !== null && to !== null) expect(from <= to).toBe(true)
    last = span.end
  }
}

describe('time expressions of any text', () => {
  test('spans are in order, apart and true to the text; days exist and are in order', () => {
    fc.assert(fc.property(text, published, holds), { numRuns: 500 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), published, holds), { numRuns: 300 })
  })
  test.each([
    ['nothing', ''],
    ['spaces', ' '.repeat(20_000)],
    ['one long word', 'a'.repeat(100_000)],
    ['one long number', '1'.repeat(100_000)],
    ['line breaks', '\n'.repeat(50_000)],
    ['numbers', '1 '.repeat(20_000)],
    ['days', 'Friday '.repeat(10_000)],
    ['that day', 'that day '.repeat(10_000)],
    ['quarters', 'the third quarter '.repeat(5_000)],
    ['times', '10:30 '.repeat(10_000)],
    ['commas', '1,'.repeat(50_000)],
    ['more than', 'more than '.repeat(10_000)],
  ])('%s do not hang it', (_, source) => {
    const started = performance.now()
    holds(source, '2020-10-10')
    expect(performance.now() - started).toBeLessThan(2_000)
  })
  test('the day of the machine and its time zone play no part', () => {
    const before = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    const there = times('Two died yesterday at 6 p.m.', { published: '2020-10-10' })
    process.env.TZ = before ?? 'UTC'
    expect(there).toEqual(times('Two died yesterday at 6 p.m.', { published: '2020-10-10' }))
  })
})

describe('the calendar', () => {
  const anyDay = fc.integer({ min: -300_000, max: 300_000 })
  test('days and their parts are one to one', () => {
    fc.assert(fc.property(anyDay, day => dayFrom(...partsOf(day)) === day && dayOfIso(isoOf(day)) === day))
  })
  test('it agrees with the platform on weekdays and ISO days', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const date = new Date(day * 86_400_000)
        return isoOf(day) === date.toISOString().slice(0, 10) && weekdayOf(day) % 7 === date.getUTCDay()
      }),
    )
  })
  test('every day lies in its week, month and year', () => {
    fc.assert(
      fc.property(anyDay, day => {
        for (const value of [weekOf(day), isoOf(day).slice(0, 7), isoOf(day).slice(0, 4)]) {
          const [first, last] = daysOfValue(value) ?? [0, -1]
          if (first > day || last < day) return false
        }
        return true
      }),
    )
  })
  test.each([
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-10-10', -12, '2019-10-10'],
    ['2020-12-31', 2, '2021-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoOf(addMonths(dayOfIso(from) as number, months))).toBe(to)
  })
  test('months have their lengths', () => {
    expect([1, 2, 3, 4].map(m => monthLength(2021, m))).toEqual([31, 28, 31, 30])
    expect([1900, 2000, 2020, 2100].map(y => monthLength(y, 2))).toEqual([28, 29, 29, 28])
  })
  test.each(['2020-13', '2020-02-30', '2020-W99-X', 'P2W', 'PAST_REF', 'XXXX-10', ''])('"%s" has no days', value => {
    expect(daysOfValue(value)).toBeNull()
  })
})
