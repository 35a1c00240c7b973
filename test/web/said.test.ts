import { expect, test } from 'vitest'
import type { Account, Figure } from '../../src/model/account.ts'
import type { Claim } from '../../src/model/claim.ts'
import { doubtsOf } from '../../src/web/doubts.ts'
import { chartsOf, positionOf } from '../../src/web/figures.ts'
import { rangeWords, sizeWords, spanWords } from '../../src/web/words.ts'

test.each([
  [null, null, 'day unknown'],
  ['2008-08-08', '2008-08-08', '8 August 2008'],
  ['2008-08-08', '2008-08-12', '8 to 12 August 2008'],
  ['2008-07-31', '2008-08-12', '31 July to 12 August 2008'],
  ['2008-12-31', '2009-01-02', '31 December 2008 to 2 January 2009'],
  ['2008-08-08', null, 'from 8 August 2008'],
  [null, '2008-08-08', 'until 8 August 2008'],
])('%s to %s: %s', (from, to, words) => expect(spanWords(from, to)).toBe(words))

test.each([
  [5, 5, '5'],
  [5, 7, '5 to 7'],
  [1400, null, 'at least 1,400'],
  [null, 15, 'at most 15'],
  [null, null, 'not counted'],
])('%s and %s: %s', (low, high, words) => expect(rangeWords(low, high)).toBe(words))

test.each([
  [12, '12 B'],
  [2345, '2 kB'],
  [1523712, '1.5 MB'],
])('%d bytes', (bytes, words) => expect(sizeWords(bytes)).toBe(words))

const claim = (changes: Partial<Claim>): Claim => ({
  type: 'ASSAULT',
  mode: null,
  trigger: { start: 0, end: 6, quote: 'bombed' },
  actors: [],
  recipients: [],
  places: [],
  date: { quote: 'on Friday', start: 8, end: 17, from: '2008-08-08', to: '2008-08-08', how: 'stated' },
  polarity: 'positive',
  modality: 'actual',
  quantities: [],
  attribution: [],
  background: false,
  loaded: [],
  trail: {},
  ...changes,
})
const implied = { quote: null, start: null, end: null, from: '2008-08-08', to: '2008-08-08', how: 'implied' } as const
const nowhere = {
  start: 0,
  end: 6,
  quote: 'Avnevi',
  name: 'Avnevi',
  code: null,
  lat: null,
  lon: null,
  precision: null,
  radius: null,
}

test.each<[string, Partial<Claim>, string[]]>([
  ['a stated day', {}, []],
  ['the day of publication', { date: implied, trail: { date: 'publication' } }, ['8 Aug 2008 implied from publication']],
  [
    'a neighbour’s day',
    { date: implied, trail: { date: 'carried from the opening' } },
    ['8 Aug 2008 carried over from another sentence'],
  ],
  ['no day', { date: { ...implied, from: null, to: null, how: 'unknown' } }, ['day not told']],
  ['a denial', { polarity: 'negative' }, ['a denial']],
  ['a demand', { modality: 'hypothetical' }, ['demanded, feared or conditional']],
  ['an unknown village', { places: [nowhere] }, ['“Avnevi” is not in the gazetteer']],
])('what is not written is said: %s', (_, changes, doubts) => expect(doubtsOf(claim(changes))).toEqual(doubts))

const figure = (changes: Partial<Figure>): Figure => ({
  measure: 'killed',
  whose: 'Georgia',
  low: 60,
  high: 60,
  quote: '60',
  claim: 'c1',
  source: 'Georgia',
  ...changes,
})
const account = (party: string, ...figures: Figure[]): Account => ({
  party,
  name: party,
  stances: ['asserts'],
  admits: false,
  sources: [],
  figures,
  doers: [],
  days: [],
  places: [],
  loaded: [],
  claims: [],
})

test('numbers keep their owners, smallest first; one source’s number stands once', () => {
  const charts = chartsOf([
    account('Georgia', figure({}), figure({ claim: 'c2' }), figure({ measure: 'injured', low: 3, high: 9 })),
    account(
      'Russia',
      figure({ low: null, high: 5, source: 'Defence Ministry' }),
      figure({ low: 2000, high: null, whose: null, source: 'envoy' }),
    ),
  ])
  expect(charts.map(c => [c.measure, c.rows.map(r => `${r.party} ${r.low}-${r.high}`), c.most, c.log])).toEqual([
    ['killed', ['Russia null-5', 'Georgia 60-60', 'Russia 2000-null'], 2000, true],
    ['injured', ['Georgia 3-9'], 9, false],
  ])
})

test.each([true, false])('greater numbers lie further out, from 0 to 1 (logarithmic: %s)', log => {
  const at = [0, 1, 5, 60, 1999, 2000].map(n => positionOf(n, { most: 2000, log }))
  expect(at).toEqual([...at].sort((a, b) => a - b))
  expect([at[0], at.at(-1)]).toEqual([0, 1])
})
