import { expect, test } from 'vitest'
import { nameOfParty, partyOf, partyOfOutlet } from '../../src/ledger/party.ts'
import { sidesSchema } from '../../src/model/sides.schema.ts'
import { NO_SIDES, type Sides } from '../../src/model/sides.ts'

const SIDES: Sides = sidesSchema.parse({
  conflict: 'border war',
  sides: [
    { name: 'North', codes: ['ERI'], outlets: ['Red Sea Wire'] },
    { name: 'South', codes: ['ETH'] },
    { name: 'Tigray', codes: ['ETH REB'], words: ['Tigrayan', 'TPLF'] },
  ],
})

test.each([
  ['Eritrean army', 'ERI', 'MIL', NO_SIDES, 'ERI'],
  ['Eritrean villagers', 'ERI', 'CVL', NO_SIDES, 'ERI CVL'],
  ['rebels', 'ETH', 'REB', NO_SIDES, 'ETH REB'],
  ['United Nations', 'UNO', '', NO_SIDES, 'UNO'],
  ['Eritrean army', 'ERI', 'MIL', SIDES, 'North'],
  ['Eritrean villagers', 'ERI', 'CVL', SIDES, 'North'],
  ['rebels', 'ETH', 'REB', SIDES, 'Tigray'],
  ['Tigrayan officials', 'ETH', 'GOV', SIDES, 'Tigray'],
  ['the tplf', 'ETH', 'PTY', SIDES, 'Tigray'],
  ['Tigrayans', 'ETH', 'CVL', SIDES, 'South'],
  ['Ethiopian militia', 'ETH', 'PRM', SIDES, 'ETH PRM'],
  ['Kenya', 'KEN', '', SIDES, 'KEN'],
] as const)('%s (%s %s) belongs to %o: %s', (quote, code, sector, sides, party) => {
  expect(partyOf({ quote, code, sector }, sides)).toBe(party)
})

test.each([
  ['Red Sea Wire', NO_SIDES, 'outlet: Red Sea Wire', 'Red Sea Wire'],
  ['red sea wire', SIDES, 'North', 'North'],
  [null, SIDES, 'outlet: unknown', 'unknown'],
])('the outlet %s', (outlet, sides, party, name) => {
  expect(partyOfOutlet(outlet, sides)).toBe(party)
  expect(nameOfParty(party)).toBe(name)
})

test.each([
  ['ERI', 'Eritrea'],
  ['SYR REB', 'Syria, armed opposition'],
  ['UNO', 'United Nations'],
  ['North', 'North'],
])('the party %s is called %s', (party, name) => expect(nameOfParty(party)).toBe(name))
