import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reading } from '../../src/model/claim.ts'
import { type Report, reportOf } from '../../src/model/report.ts'
import { read } from '../../src/reading/reading.ts'
import { isReportError } from '../../src/text/errors.ts'
import { reportsFrom } from '../../src/text/reports.ts'
import { knowledge, SAMPLES, sampleFiles, sampleReports, spansOf } from './reports.ts'

/** `FUZZ=10000 npx vitest run test/house/fuzz.test.ts` for the full number. */
const INPUTS = Number(process.env.FUZZ ?? 600)
const SECONDS_PER_10_KB = 1

/** Numbers from 0 to 1, the same on every run (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
type Random = () => number
const below = (random: Random, n: number): number => Math.floor(random() * n)
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]

const ODD = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\0',
  '\ud800',
  '\udc00',
  '👩‍🚒',
  '\u202e',
  '“',
  '"',
  "'",
  '(',
  ')',
  ',',
  '.',
  '...',
  '—',
  '%',
  '\t',
  'ﬁ',
  'İ',
  'ß',
  '１２',
  '99999999999999999999',
  'Sept. 31',
  '0000-00-00',
]

/** Changes of a text: characters struck, doubled or exchanged, words moved, pieces of others put in, case, cuts. */
const CHANGES: readonly ((text: string, random: Random, other: string) => string)[] = [
  (t, r) => t.slice(0, below(r, t.length)) + t.slice(below(r, t.length)),
  (t, r) => {
    const at = below(r, t.length)
    return t.slice(0, at) + pick(r, ODD) + t.slice(at)
  },
  (t, r) => {
    const words = t.split(' ')
    for (let k = 0; k < 5; k++) words.splice(below(r, words.length), 1, pick(r, words))
    return words.join(' ')
  },
  (t, r, other) => {
    const at = below(r, t.length)
    const from = below(r, other.length)
    return t.slice(0, at) + other.slice(from, from + 200) + t.slice(at)
  },
  t => t.toUpperCase(),
  t => t.toLowerCase(),
  t => t.replaceAll('\n', ' '),
  t => t.replaceAll(' ', ''),
  (t, r) => t.slice(0, below(r, t.length)),
  (t, r) => t.replaceAll(pick(r, ['.', ',', ' ', '"', 'the ', 'said']), pick(r, ODD)),
  (t, r) => pick(r, t.split(' ')).repeat(1 + below(r, 200)),
  t => [...t].reverse().join(''),
]

/** A reading and the processor seconds that it took for each 10 kB (at least one is counted): what else the machine does is no matter. */
const timed = (report: Report): { reading: Reading; seconds: number } => {
  const before = process.cpuUsage()
  const reading = read(report, knowledge())
  const { user, system } = process.cpuUsage(before)
  return { reading, seconds: (user + system) / 1e6 / Math.max(1, report.text.length / 10_000) }
}

const garbage = (random: Random): string => {
  const kinds = [
    () => String.fromCharCode(below(random, 65536)),
    () => pick(random, ODD),
    () => String.fromCodePoint(32 + below(random, 95)),
  ]
  return Array.from({ length: below(random, 400) }, () => pick(random, kinds)()).join('')
}

test(`${INPUTS} mutated and random texts: none crashes or hangs, all spans are their quotes`, {
  timeout: 3_600_000,
}, async () => {
  const random = randomFrom(20201017)
  const texts = (await sampleReports()).map(r => r.text)
  let slowest = { seconds: 0, text: '' }
  for (let n = 0; n < INPUTS; n++) {
    let text = n % 10 === 9 ? garbage(random) : pick(random, texts)
    for (let k = 1 + below(random, 4); k > 0 && n % 10 !== 9; k--)
      text = pick(random, CHANGES)(text, random, pick(random, texts)).slice(0, 6000)
    const report = reportOf({ id: `${n}`, text, published: random() < 0.9 ? '2020-10-17' : null, headline: text.split('\n')[0] })
    const { reading, seconds } = timed(report)
    if (seconds > slowest.seconds) slowest = { seconds, text }
    for (const { start, end, quote } of spansOf(reading))
      if (text.slice(start, end) !== quote) expect.fail(`span of ${JSON.stringify(text)}`)
  }
  expect(slowest.seconds, JSON.stringify(slowest.text)).toBeLessThan(SECONDS_PER_10_KB)
})

test(`${INPUTS >> 2} damaged files: a report or an error for each, never a crash`, { timeout: 3_600_000 }, async () => {
  const random = randomFrom(19820505)
  const files = sampleFiles.map(name => ({ name, bytes: readFileSync(join(SAMPLES, name)) }))
  for (let n = 0; n < INPUTS >> 2; n++) {
    const { name, bytes } = pick(random, files)
    const damaged = Uint8Array.from(bytes)
    for (let k = below(random, 30); k > 0; k--) damaged[below(random, damaged.length)] = below(random, 256)
    const results = await reportsFrom(
      pick(random, [name, 'x', 'x.txt', 'x.html', 'x.json']),
      damaged.subarray(0, below(random, damaged.length)),
    )
    expect(results.length).toBeGreaterThan(0)
    for (const r of results) expect(isReportError(r) ? r.message : r.text).toBeTruthy()
  }
})

test.each([
  'a',
  'A',
  '7',
  '(',
  '"',
  '.',
  '\n',
  '👩‍🚒',
  'said ',
  'of the ',
  'and ',
  'attack on Goma by ',
  'killed, ',
  'Oct. 17, ',
  '1,000,',
  'he said that ',
  '-',
  'Mr. ',
  'U.N.',
  '“He said, “',
  'BAKU, Oct. 17 (AP) -- ',
])('20 kB of %j are read in time', unit => {
  const text = unit.repeat(20_000 / unit.length)
  expect(timed(reportOf({ id: 'long', text, published: '2020-10-17' })).seconds).toBeLessThan(SECONDS_PER_10_KB)
})
