import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArcScore, decodeHeads } from '../../src/language/decode.ts'

const scores =
  (table: readonly (readonly number[])[]): ArcScore =>
  (head, dependent) =>
    table[dependent - 1][head]

/** Whether heads (from 1, 0 the root) are a tree with one root. */
const isTree = (heads: ArrayLike<number>): boolean => {
  let roots = 0
  for (let i = 0; i < heads.length; i++) {
    if (!heads[i]) roots++
    let steps = 0
    for (let k = i + 1; k; k = heads[k - 1]) if (++steps > heads.length) return false
  }
  return roots === 1
}

const isProjective = (heads: readonly number[]): boolean =>
  heads.every((h, i) =>
    heads.every((g, k) => !crosses(Math.min(h, i + 1), Math.max(h, i + 1), Math.min(g, k + 1), Math.max(g, k + 1))),
  )

const crosses = (a: number, b: number, c: number, d: number): boolean => a < c && c < b && b < d

const allHeads = (n: number): number[][] => {
  let out: number[][] = [[]]
  for (let d = 1; d <= n; d++)
    out = out.flatMap(p => Array.from({ length: n + 1 }, (_, h) => [...p, h]).filter(p2 => p2[d - 1] !== d))
  return out.filter(isTree)
}

test('takes the best head of each word where that is a tree, projective or not', () => {
  const crossing = [
    [0, 0, 0, 9, 0],
    [0, 0, 0, 0, 9],
    [9, 0, 0, 0, 0],
    [0, 0, 0, 9, 0],
  ]
  expect([...decodeHeads(4, scores(crossing))]).toEqual([3, 4, 0, 3])
})

test('mends a cycle and two roots', () => {
  const cycle = [
    [1, 0, 5],
    [0, 5, 0],
  ]
  expect([...decodeHeads(2, scores(cycle))]).toEqual([0, 1])
  const roots = [
    [5, 0, 0],
    [4, 3, 0],
  ]
  expect([...decodeHeads(2, scores(roots))]).toEqual([0, 1])
})

const tables = fc
  .integer({ min: 1, max: 5 })
  .chain(n =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n + 1, maxLength: n + 1 }), { minLength: n, maxLength: n }),
  )

test('always a tree, never worse than the best projective one', () => {
  fc.assert(
    fc.property(tables, table => {
      const n = table.length
      const total = (heads: ArrayLike<number>) => table.reduce((sum, row, d) => sum + row[heads[d]], 0)
      const heads = decodeHeads(n, scores(table))
      expect(isTree(heads)).toBe(true)
      const best = Math.max(...allHeads(n).filter(isProjective).map(total))
      expect(total(heads)).toBeGreaterThanOrEqual(best)
    }),
    { seed: 1, numRuns: 200 },
  )
})
