import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { accountLines, incidentLines } from '../../src/cli/lists/incident-lines.ts'
import { accountsOf } from '../../src/ledger/accounts/accounts.ts'
import { sidesSchema } from '../../src/model/sides.schema.ts'
import { demoEntries, SIDES } from './demo.ts'
import { ledgerOf } from './make.ts'

let open: ReturnType<typeof ledgerOf>
beforeAll(async () => {
  open = ledgerOf(await demoEntries())
  open.ledger.setSides(sidesSchema.parse(parse(readFileSync(SIDES, 'utf8'))))
  while (open.ledger.settle() > 0);
})
afterAll(() => open.close())

test('every incident and account of the demo, as checked by eye', async () => {
  const canvas = { columns: 110, colour: false }
  const { ledger } = open
  const all = ledger.incidents({}, { limit: 1000, offset: 0 }).map(({ id }) => {
    const { incident, claims } = ledger.incident(id)!
    return `${incidentLines(incident, canvas)}${accountLines(accountsOf(claims, ledger.sides()), claims, canvas)}`
  })
  await expect(all.join('\n')).toMatchFileSnapshot('../golden/georgia-2008.accounts.text')
})

/** What a careful reader of the demo's reports expects; each found by a claim's words. */
test.each([
  ['Gori bombed on 9 August', 'hit two apartment blocks', { Georgia: /asserts/, Russia: /denies/ }],
  ['aircraft over Georgia on 8 August', 'shot down four Russian aircraft', { Georgia: /asserts/, Russia: /denies/ }],
  ['Gori occupied on 11 August', 'occupied Gori on Monday', { Georgia: /asserts/ }],
] as const)('%s', (_name, words, expected) => {
  const { ledger } = open
  const claim = ledger.claims({ words }, { limit: 1, offset: 0 })[0]
  const { accounts } = accountsOf(ledger.incident(claim.key)!.claims, ledger.sides())
  for (const [party, stances] of Object.entries(expected))
    expect(accounts.find(a => a.party === party)?.stances.join(', '), party).toMatch(stances)
})
