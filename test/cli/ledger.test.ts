import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { nodeEffects } from '../../src/cli/node-effects.ts'
import { folder } from '../ledger/make.ts'

const DEMO = fileURLToPath(new URL('../../samples/georgia-2008', import.meta.url))
let dir: ReturnType<typeof folder>
let ledger: string

/** Runs the real command with what it prints caught. */
const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const text = { out: '', err: '' }
  const output = (name: 'out' | 'err') => ({
    write: async (words: string) => {
      text[name] += words
    },
    isTerminal: false,
    columns: null,
    colour: false,
  })
  const code = await main(args, { ...nodeEffects(), out: output('out'), err: output('err') })
  return { code, ...text }
}

beforeAll(async () => {
  dir = folder()
  ledger = join(dir.path, 'demo.ledger')
  const { code, out } = await run('add', DEMO, '--sides', join(DEMO, 'sides.yaml'), '--ledger', ledger)
  expect(code).toBe(0)
  expect(out).toMatch(/^47 reports added\nThe ledger has 47 reports \(4 copies\), \d+ claims, \d+ incidents\.\n$/)
}, 60_000)
afterAll(() => dir.remove())

describe('the commands of a ledger', () => {
  test('adding again changes nothing', async () => {
    expect((await run('add', DEMO, '--ledger', ledger)).out).toMatch(/^0 reports added, 47 there already\n/)
  })

  test('incidents, narrowed; one of them with its accounts', async () => {
    const { out } = await run(
      'incidents',
      '--place',
      'gori',
      '--from',
      '2008-08-09',
      '--to',
      '2008-08-09',
      '--json',
      '--ledger',
      ledger,
    )
    const found = JSON.parse(out) as { id: string; place: { name: string } }[]
    expect(found.map(i => i.place.name)).toContain('Gori')
    const one = await run('incidents', found[0].id.slice(0, 10), '--ledger', ledger)
    expect(one.out).toMatch(/Russia: .*denies/)
    expect(one.out).toMatch(/by Georgian authorities < Meridian Wire/)
  })

  test.each([
    [['claims', '--party', 'Russia', '--status', 'denied'], /said not to be so/],
    [['reports', '--source', 'rhine'], /the same text as Meridian\s+Wire/],
    [['sources', '--party', 'Georgia'], /Mikheil Saakashvili \(Georgia\)/],
    [['search', 'cluster', 'bombs'], /cluster bombs/],
    [['claims', '--words', '"; DROP TABLE claim; --'], /^0 claims\.\n$/],
    [['sides'], /"conflict"/],
    [['verify'], /47 reports, \d+ claims, all sound\.\ncontent [0-9a-f]{64}/],
  ])('%j', async (args, expected) => {
    const { code, out } = await run(...args, '--ledger', ledger)
    expect(code).toBe(0)
    expect(out).toMatch(expected)
  })

  test.each([
    [['incidents', '--ledger', '/nowhere/none.ledger'], 1, /none\.ledger: no such ledger; make one with: hearsay add/],
    [['incidents', '--box', '1,2,3'], 2, /west,south,east,north/],
    [['incidents', '--type', 'QUARREL'], 2, /Types are AGREE/],
    [['incidents', '--from', 'yesterday'], 2, /Write a day like/],
    [['watch', 'feed.xml'], 2, /begins with http/],
    [['add', '/nowhere', '--ledger', 'LEDGER'], 1, /\/nowhere: no such file or folder/],
    [['incidents', 'ffffffffff', '--ledger', 'LEDGER'], 1, /there is no incident or claim of this id/],
  ])('%j fails with a sentence', async (args, code, message) => {
    const result = await run(...args.map(a => (a === 'LEDGER' ? ledger : a)))
    expect(result.code).toBe(code)
    expect(result.err).toMatch(message)
    expect(result.err).not.toMatch(/\n\s+at /)
  })

  test('a file of sides that is none names the place', async () => {
    const file = join(dir.path, 'sides.yaml')
    writeFileSync(file, 'conflict: x\nsides:\n  - name: A\n    codez: [GEO]\n')
    const { code, err } = await run('sides', file, '--ledger', ledger)
    expect(code).toBe(1)
    expect(err).toMatch(/sides\.yaml: sides\.0: /)
  })

  test('a person’s judgement and its undoing', async () => {
    const claims = JSON.parse((await run('claims', '--type', 'ASSAULT', '--limit', '2', '--json', '--ledger', ledger)).out) as {
      key: string
    }[]
    const { out } = await run('judge', claims[0].key, claims[1].key, 'different', '--by', 'Ada', '--ledger', ledger)
    const id = /judgement (\d+)/.exec(out)![1]
    expect((await run('unjudge', id, '--ledger', ledger)).out).toBe(`Judgement ${id} is taken back.\n`)
    expect((await run('unjudge', id, '--ledger', ledger)).code).toBe(1)
  })

  test('an export by filter', async () => {
    const { out } = await run('export', '--format', 'geojson', '--place', 'poti', '--ledger', ledger)
    const { type, features } = JSON.parse(out) as { type: string; features: unknown[] }
    expect(type).toBe('FeatureCollection')
    expect(features.length).toBeGreaterThan(0)
  })
})
