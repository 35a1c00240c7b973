import { expect, test } from 'vitest'
import type { LedgerClaim } from '../../src/model/ledger-claim.ts'
import { changesOf, type Draft, draftOf } from '../../src/web/mending.ts'

const TEXT = 'Georgian troops shelled Khetagurovo. Russian officials said Georgian troops had left Poti.'
const span = (quote: string, from = 0) => ({
  start: TEXT.indexOf(quote, from),
  end: TEXT.indexOf(quote, from) + quote.length,
  quote,
})
const CLAIM: LedgerClaim = {
  type: 'ASSAULT',
  mode: 'heavy-weapons',
  trigger: span('shelled'),
  actors: [{ ...span('Georgian troops'), code: 'GEO', sector: 'MIL' }],
  recipients: [],
  places: [{ ...span('Khetagurovo'), name: 'Khetagurovo', code: null, lat: null, lon: null, precision: null, radius: null }],
  date: { quote: null, start: null, end: null, from: null, to: null, how: 'unknown' },
  polarity: 'positive',
  modality: 'actual',
  quantities: [],
  attribution: [],
  background: false,
  loaded: [],
  trail: {},
  key: 'k',
  report: { key: 'r', id: 'r', outlet: null, published: null, headline: null, url: null },
  sentence: span('Georgian troops shelled Khetagurovo.'),
  incident: 'k',
  copyOf: null,
  firstTold: null,
  mended: [],
}
const mend = (changes: Partial<Draft>) => changesOf(CLAIM, { ...draftOf(CLAIM), ...changes }, TEXT)

test('an untouched form changes nothing', () => expect(mend({})).toEqual({}))

test('only what differs is sent', () => {
  expect(mend({ polarity: 'negative' })).toEqual({ polarity: 'negative' })
  expect(mend({ from: '2008-08-08', to: '2008-08-08' })).toEqual({
    date: { quote: null, start: null, end: null, from: '2008-08-08', to: '2008-08-08', how: 'implied' },
  })
})

test('a kind that the new type does not have is taken off', () =>
  expect(mend({ type: 'PROTEST' })).toEqual({ type: 'PROTEST', mode: null }))

test('words are found in the report, nearest to the trigger', () => {
  const { recipients } = mend({ recipients: [{ words: 'Georgian troops', code: 'GEO', sector: 'MIL' }] })
  expect(recipients).toEqual([{ ...span('Georgian troops'), code: 'GEO', sector: 'MIL' }])
  expect(mend({ sources: [{ words: 'Russian officials', code: 'RUS', sector: 'GOV' }] }).attribution).toEqual([
    { ...span('Russian officials'), code: 'RUS', sector: 'GOV', cue: null, via: null },
  ])
})

test('a place gets its point and how well it is known', () => {
  const [place] = draftOf(CLAIM).places
  expect(mend({ places: [{ ...place, code: 'GEO', lat: '42,2', lon: '43.9', precision: 'town' }] }).places).toEqual([
    { ...span('Khetagurovo'), name: 'Khetagurovo', code: 'GEO', lat: 42.2, lon: 43.9, precision: 'town', radius: 5 },
  ])
})

test.each<[string, Partial<Draft>, RegExp]>([
  [
    'words that are not there',
    { actors: [{ words: 'Ossetian troops', code: 'GEO', sector: '' }] },
    /“Ossetian troops” does not stand/,
  ],
  ['no words', { recipients: [{ words: ' ', code: 'GEO', sector: '' }] }, /are missing/],
  ['no code', { actors: [{ words: 'Georgian troops', code: 'Georgia', sector: '' }] }, /three capitals/],
  ['the last day first', { from: '2008-08-09', to: '2008-08-08' }, /before the first/],
  ['no such day', { from: '2008-02-30' }, /no day/],
  ['half a point', { places: [{ ...draftOf(CLAIM).places[0], lat: '42' }] }, /latitude and longitude/],
  ['off the globe', { places: [{ ...draftOf(CLAIM).places[0], lat: '142', lon: '43' }] }, /latitude must be/],
])('%s is refused in words', (_, changes, words) => expect(() => mend(changes)).toThrow(words))
