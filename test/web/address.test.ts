import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/model/claim.ts'
import { type Filter, STATUSES } from '../../src/model/filter.ts'
import { addressOf, filterOf, hrefOf, isDay, narrowed, queryOf } from '../../src/web/address.ts'

test.each([
  ['/', 'incidents', null],
  ['/map', 'map', null],
  ['/map/', 'map', null],
  ['/incident/a16f67bf', 'incident', 'a16f67bf'],
  ['/report/a%2Fb', 'report', 'a/b'],
  ['/report/%E0%A4%A', 'report', '%E0%A4%A'],
  ['/incident', 'nowhere', null],
  ['/incident/a/b', 'nowhere', null],
  ['/etc/passwd', 'nowhere', null],
])('%s shows %s', (path, view, key) => expect(addressOf(path, '')).toMatchObject({ view, key }))

describe('filters in the query', () => {
  test.each([
    ['type=ASSAULT,COERCE', { type: ['ASSAULT', 'COERCE'] }],
    ['type=ASSAULT&type=assault&type=MURDER', { type: ['ASSAULT'] }],
    ['party=Syria, armed opposition', { party: ['Syria, armed opposition'] }],
    ['party=GEO,RUS', { party: ['GEO', 'RUS'] }],
    ['party=South Ossetia and Abkhazia&party=GEO', { party: ['South Ossetia and Abkhazia', 'GEO'] }],
    ['status=denied&status=nonsense', { status: ['denied'] }],
    ['from=2008-08-08&to=2008-02-30', { from: '2008-08-08' }],
    ['box=43,41,45,43', { box: [43, 41, 45, 43] }],
    ['box=170,-20,-170,-10', { box: [170, -20, -170, -10] }],
    ['box=43,43,45,41', {}],
    ['box=43,,45,43', {}],
    ['place=%20&words=%20shelled ', { words: 'shelled' }],
    ['unknown=1', {}],
  ])('%s', (query, filter) => expect(filterOf(new URLSearchParams(query))).toEqual(filter))

  const word = fc
    .stringMatching(/^[\p{L}&=?#+% '"/]{1,12}$/u)
    .map(w => w.trim())
    .filter(w => w !== '')
  const filters: fc.Arbitrary<Filter> = fc.record(
    {
      party: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      type: fc.uniqueArray(fc.constantFrom(...EVENT_TYPES), { minLength: 1, maxLength: 3 }),
      status: fc.uniqueArray(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 3 }),
      place: word,
      source: word,
      words: word,
      from: fc.constantFrom('2008-08-08', '1992-06-24'),
      to: fc.constantFrom('2008-08-12', '2009-09-30'),
      box: fc.constantFrom<Filter['box'] & {}>([43, 41, 45.5, 43.25], [170, -20, -170, -10]),
    },
    { requiredKeys: [] },
  )
  test('whatever is narrowed comes back from the address', () =>
    fc.assert(
      fc.property(filters, fc.nat(10_000), (filter, offset) => {
        const [path, query = ''] = hrefOf({ view: 'incidents', filter, offset }).split(/\?(.*)/s)
        expect(addressOf(path, query)).toEqual({ view: 'incidents', key: null, filter, offset })
      }),
    ))
})

test('a filter is set and taken off', () => {
  expect(narrowed({ party: ['GEO'], place: 'Gori' }, { party: [], words: 'tank' })).toEqual({ place: 'Gori', words: 'tank' })
  expect(narrowed({ from: '2008-08-08' }, { from: undefined })).toEqual({})
})
test('the query has a fixed order', () =>
  expect(queryOf({ words: 'x', party: ['A, B'], box: [1, 2, 3, 4] }, { limit: 5 })).toBe(
    'party=A%2C+B&words=x&box=1%2C2%2C3%2C4&limit=5',
  ))
test.each([
  ['2008-02-29', true],
  ['2009-02-29', false],
  ['2008-8-8', false],
  ['', false],
])('%s is a day: %s', (day, is) => expect(isDay(day)).toBe(is))
