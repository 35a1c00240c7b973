import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { times } from '../../src/reading/time/index.ts'

const page = readFileSync(new URL('../../docs/time.md', import.meta.url), 'utf8')
const table = page.split('## What it reads')[1].split('\n\n')[2]
const rows = table
  .split('\n')
  .slice(2)
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )

describe('the examples of docs/time.md', () => {
  test.each(rows.map(([words, value, from, to]) => ({ words, value, from, to })))('$words', ({ words, value, from, to }) => {
    const found = times(words, { published: '2020-10-10' })
    expect(found.map(t => [t.value, String(t.from), String(t.to)])).toEqual([[value, from, to]])
  })
  test('are many', () => expect(rows.length).toBeGreaterThan(20))
})
