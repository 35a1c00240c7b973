import { afterAll, expect, test } from 'vitest'
import { accountsOf } from '../../src/ledger/accounts/accounts.ts'
import type { Sides } from '../../src/model/sides.ts'
import { entries, ledgerOf } from './make.ts'

const SIDES: Sides = {
  conflict: 'a border war',
  sides: [{ name: 'Armenia', codes: ['ARM'], words: [], outlets: ['Ararat Wire'] }],
}

const closing: (() => void)[] = []
afterAll(() => {
  for (const close of closing) close()
})

/** What each party is found to say of the incident that the first report tells first. */
const accountsIn = async (texts: readonly (readonly [outlet: string, text: string])[]) => {
  const { ledger, close } = ledgerOf(await entries(texts.map(([outlet, text]) => [outlet, '2020-10-05', text] as const)))
  closing.push(close)
  ledger.setSides(SIDES)
  while (ledger.settle() > 0);
  const { claims } = ledger.incident(ledger.report('r1')!.told[0].key)!
  return accountsOf(claims, ledger.sides())
}

const stances = async (texts: readonly (readonly [outlet: string, text: string])[]) =>
  Object.fromEntries((await accountsIn(texts)).accounts.map(a => [a.party, a.stances.join(', ') + (a.admits ? ' *' : '')]))

test.each([
  [
    'assertion and denial',
    [
      [
        'Union Press',
        'Armenian forces shelled Ganja on Sunday, the Azerbaijani Defence Ministry said. Armenia denied that it had shelled Ganja.',
      ],
    ],
    { AZE: 'asserts', Armenia: 'denies' },
  ],
  [
    'other doers, each in its own words',
    [
      ['Union Press', 'Armenian forces shelled Ganja on Sunday, the Azerbaijani Defence Ministry said.'],
      ['Delta Wire', 'Azerbaijani forces shelled Ganja on Sunday, the Armenian Defence Ministry said.'],
    ],
    { AZE: 'asserts, other doer', Armenia: 'asserts, other doer' },
  ],
  [
    'other numbers',
    [
      [
        'Union Press',
        'Nine civilians were killed when Armenian forces shelled Ganja on Sunday, the Azerbaijani Defence Ministry said.',
      ],
      ['Delta Wire', 'Two civilians were killed when Ganja was shelled on Sunday, the United Nations said.'],
    ],
    { AZE: 'asserts, other number', UNO: 'asserts, other number', Armenia: 'silent' },
  ],
  [
    'a silent party',
    [['Union Press', 'Armenian forces shelled Ganja on Sunday, the Azerbaijani Defence Ministry said.']],
    { AZE: 'asserts', Armenia: 'silent' },
  ],
  [
    'an own act, and an outlet that speaks for its side',
    [['Ararat Wire', 'Armenian forces shelled the airport of Ganja on Sunday.']],
    { Armenia: 'asserts *' },
  ],
] as const)('%s', async (_name, texts, expected) => expect(await stances(texts)).toEqual(expected))

test('copies are one source with two printings', async () => {
  const text =
    'Armenian forces shelled the city of Ganja on Sunday morning and hit several houses near the market, the Azerbaijani Defence Ministry said in a short statement.'
  const { accounts, summary } = await accountsIn([
    ['Union Press', text],
    ['Delta Wire', text],
  ])
  expect(summary).toBe('asserted by 1 independent source of 1 party')
  expect(accounts[0].sources).toHaveLength(1)
  expect(accounts[0].sources[0]).toMatchObject({ reports: 2 })
  expect(accounts[0].sources[0].chains.map(c => c.at(-1)!.name).sort()).toEqual(['Delta Wire', 'Union Press'])
})
