import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictOf, judge } from '../../src/ledger/incidents/judge.ts'
import { blockKeys } from '../../src/ledger/incidents/keys.ts'
import type { PlaceTold, Telling } from '../../src/ledger/incidents/telling.ts'
import { contentWords, headOf } from '../../src/ledger/incidents/words.ts'

const place = (name: string, lat: number, lon: number, radius = 5, precision: PlaceTold['precision'] = 'town'): PlaceTold => ({
  name,
  code: 'GEO',
  lat,
  lon,
  radius,
  precision,
})
const GORI = place('Gori', 41.984, 44.116)
const KARELI = place('Kareli', 42.02, 43.89)
const POTI = place('Poti', 42.147, 41.672)
const SHIDA = place('Shida Kartli', 42.08, 43.95, 50, 'region')
const GEORGIA = place('Georgia', 42, 43.5, 250, 'country')

let made = 0
/** A telling of a sentence: an air strike on Gori on 9 August 2008 that two reports may tell, but for what is given. */
const tell = (sentence: string, given: Partial<Telling> = {}): Telling => ({
  key: `k${made++}`,
  report: `r${made}`,
  published: '2008-08-10',
  type: 'ASSAULT',
  mode: null,
  actual: true,
  negative: false,
  head: 'bomb',
  days: ['2008-08-09', '2008-08-09'],
  how: 'stated',
  places: [GORI],
  actors: [],
  recipients: [],
  names: [],
  figures: [],
  words: contentWords(sentence),
  story: contentWords(sentence),
  ...given,
})
const killed = (n: number): Telling['figures'] => [{ measure: 'killed', low: n, high: n }]

const strike = tell('Russian planes bombed Gori on Saturday, Georgia said.', { mode: 'aerial', actors: ['RUS MIL'] })

describe('tells of the same', () => {
  test.each<[string, Telling]>([
    ['another word for it', tell('An air strike hit the town of Gori.', { head: 'strike', mode: 'aerial' })],
    ['its losses', tell('Sixty people were killed in Gori on Saturday.', { head: 'kill', figures: killed(60) })],
    ['its denial', tell('Moscow denied that it had bombed Gori.', { negative: true, actors: ['RUS'], mode: 'aerial' })],
    [
      'another doer',
      tell('Georgian planes bombed Gori, Moscow said.', { actors: ['GEO MIL'], recipients: ['RUS MIL'], mode: 'aerial' }),
    ],
    ['another number', tell('Five people died when planes bombed Gori.', { figures: killed(5), mode: 'aerial' })],
    ['a day that is only implied', tell('Planes bombed Gori.', { how: 'implied', mode: 'aerial' })],
    ['a night', tell('Planes bombed Gori overnight.', { days: ['2008-08-09', '2008-08-10'], mode: 'aerial' })],
    [
      'a name in other letters',
      tell('Planes bombed the town of Gorhi.', {
        places: [{ ...GORI, name: 'Gorhi', lat: null, lon: null }, place('Gori', 41.99, 44.12)],
        mode: 'aerial',
      }),
    ],
  ])('%s', (_, other) => {
    const { verdict, reasons } = judge(strike, other)
    expect(verdict, JSON.stringify(reasons)).toBe('same')
  })

  test('a day later in another report when the rest is strong', () => {
    const later = tell('Russian planes bombed Gori, Georgia said.', {
      days: ['2008-08-10', '2008-08-10'],
      how: 'implied',
      mode: 'aerial',
      actors: ['RUS MIL'],
    })
    expect(judge(strike, later).verdict).toBe('same')
  })

  test('by what is said where neither names a place', () => {
    const words = 'Fourteen sailors of the patrol ship Tbilisi were killed by a missile, the navy said.'
    const [a, b] = [
      tell(words, { places: [], head: 'kill', figures: killed(14) }),
      tell(words, { places: [], head: 'kill', figures: killed(14) }),
    ]
    expect(judge(a, b).verdict).toBe('same')
  })
})

describe('tells of another', () => {
  test.each<[string, Telling, string]>([
    [
      'on another stated day',
      tell('Planes bombed Gori on Sunday.', { days: ['2008-08-10', '2008-08-10'], mode: 'aerial' }),
      'next day',
    ],
    ['in another town', tell('Planes bombed Poti.', { places: [POTI], mode: 'aerial' }), '203 km apart'],
    ['that is planned', tell('Russia will bomb Gori.', { actual: false, mode: 'aerial' }), 'planned'],
    [
      'of another type',
      tell('Russian troops took Gori.', { type: 'COERCE', mode: 'territory', head: 'take' }),
      'ASSAULT and COERCE',
    ],
    [
      'a tally of several days',
      tell('Since Thursday 200 people have been killed in Gori.', {
        days: ['2008-08-07', '2008-08-10'],
        head: 'kill',
        figures: killed(200),
      }),
      'several days',
    ],
  ])('%s', (_, other, reason) => {
    expect(conflictOf(strike, other)).toContain(reason)
    expect(judge(strike, other)).toMatchObject({ verdict: 'different', score: 0 })
  })

  test.each<[string, Telling]>([
    [
      'by other means by others',
      tell('Rebels ambushed a patrol in Gori.', { head: 'ambush', mode: 'firearms', actors: ['GEO REB'] }),
    ],
    ['somewhere in the country', tell('A convoy came under fire in Georgia.', { head: 'fire', places: [GEORGIA] })],
    [
      'without a place and with other words',
      tell('Two policemen were shot dead at a checkpoint.', { head: 'shoot', places: [], mode: 'firearms' }),
    ],
    ['somewhere in the region', tell('Villages burned after looting.', { head: 'burn', places: [SHIDA], mode: 'destroy' })],
    [
      'next day with another number',
      tell('Ten died in Gori.', { head: 'die', days: ['2008-08-10', '2008-08-10'], how: 'implied', figures: killed(10) }),
    ],
  ])('is not joined: %s', (_, other) => {
    expect(judge({ ...strike, figures: killed(60) }, other).verdict).not.toBe('same')
  })

  test('two speakers who condemn on one day', () => {
    const condemn = { type: 'ACCUSE', mode: 'disapprove', head: 'condemn', places: [] }
    const [a, b] = [
      tell('The United States condemned the attack.', { ...condemn, actors: ['USA'] }),
      tell('France condemned the attack.', { ...condemn, actors: ['FRA'] }),
    ]
    expect(judge(a, b).verdict).not.toBe('same')
    expect(judge(a, { ...a, key: 'other', report: 'other' }).verdict).toBe('same')
  })
})

test('reasons are words, the heaviest first', () => {
  const { reasons } = judge(strike, tell('Russian planes bombed Gori.', { mode: 'aerial', actors: ['RUS MIL'] }))
  expect(reasons.map(r => r.what)).toEqual(
    expect.arrayContaining(['both name Gori', 'same day', 'same act: bomb', 'same means: aerial', 'same doer: RUS MIL']),
  )
  const weights = reasons.map(r => Math.abs(r.weight))
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
})

test.each([
  ['bombed', 'bomb'],
  ['bombings', 'bomb'],
  ['shot down', 'down'],
  ['shot the plane down', 'down'],
  ['air strike', 'strike'],
  ['called for', 'call'],
  ['hanged', 'hang'],
])('the head of "%s" is %s', (trigger, head) => expect(headOf(trigger)).toBe(head))

const PLACES = [[GORI], [KARELI], [POTI], [SHIDA], [GEORGIA], [GORI, SHIDA], []]
const anyTelling = fc.record({
  type: fc.constantFrom('ASSAULT', 'ACCUSE'),
  actual: fc.boolean(),
  head: fc.constantFrom('bomb', 'kill', 'raid', 'condemn'),
  mode: fc.constantFrom(null, 'aerial', 'firearms'),
  day: fc.integer({ min: 7, max: 9 }),
  length: fc.constantFrom(0, 0, 1, 4),
  how: fc.constantFrom('stated' as const, 'implied' as const),
  places: fc.constantFrom(...PLACES),
  actors: fc.subarray(['RUS MIL', 'GEO MIL', 'UNK']),
  count: fc.constantFrom(0, 2, 60),
})
type Told = typeof anyTelling extends fc.Arbitrary<infer T> ? T : never
const told = ({ day, length, count, ...rest }: Told): Telling =>
  tell('Planes bombed the town, the ministry said.', {
    ...rest,
    days: [`2008-08-0${day}`, `2008-08-${String(day + length).padStart(2, '0')}`],
    figures: count ? killed(count) : [],
  })

test('a judgement is the same from both sides', () =>
  fc.assert(
    fc.property(anyTelling, anyTelling, (x, y) => {
      const [a, b] = [told(x), told(y)]
      expect(judge(a, b)).toEqual(judge(b, a))
    }),
  ))

test('two that are joined share a key where both name a place', () => {
  let same = 0
  fc.assert(
    fc.property(anyTelling, anyTelling, (x, y) => {
      const [a, b] = [told(x), told(y)]
      if (judge(a, b).verdict !== 'same' || [a, b].some(t => !t.places.some(p => p.precision !== 'country'))) return
      same++
      const keys = new Set(blockKeys(a))
      expect(blockKeys(b).some(k => keys.has(k))).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(same).toBeGreaterThan(20)
})

test('what has no day has no key', () => expect(blockKeys({ ...strike, days: null })).toEqual([]))
