import { expect, test } from 'vitest'
import { syntheticReports } from '../../bench/synthetic.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { demoEntries } from './demo.ts'
import { entry, fill, ledgerOf } from './make.ts'

/** A shuffle that is the same each time (Lehmer's generator, Fisher-Yates). */
const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const out = [...list]
  let state = seed
  for (let i = out.length - 1; i > 0; i--) {
    state = (state * 48271) % 2147483647
    const j = state % (i + 1)
    ;[out[i], out[j]] = [out[j], out[i]]
  }
  return out
}

const contentOf = (list: readonly Entry[], size: number): string => {
  const { ledger, close } = ledgerOf([])
  for (let i = 0; i < list.length; i += size) fill(ledger, list.slice(i, i + size))
  const { content } = ledger.versions()
  close()
  return content
}

test.each([
  ['the demo', demoEntries],
  [
    'invented reports',
    async () => [...syntheticReports(60)].map(r => entry({ ...r, publishedBy: 'given', url: null, archive: null })),
  ],
] as const)('%s in five orders and other batches: the same incidents and accounts', async (_name, made) => {
  const list = await made()
  const whole = contentOf(list, list.length)
  for (const [seed, size] of [
    [11, 1],
    [22, 7],
    [33, 20],
    [44, 3],
    [55, list.length],
  ])
    expect(contentOf(shuffled(list, seed), size), `seed ${seed}, batches of ${size}`).toBe(whole)
})
