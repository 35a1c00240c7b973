import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { swapTest } from '../../score/swap.ts'
import { loadKnowledge } from '../../src/load.ts'

test('no claim changes when sides, outlets or loaded words are exchanged', () => {
  const templates = parse(readFileSync(new URL('../../samples/swap/templates.yaml', import.meta.url), 'utf8'))
  const { claims, flips } = swapTest(templates, loadKnowledge())
  expect(claims).toBeGreaterThan(1000)
  expect(flips).toEqual([])
})
