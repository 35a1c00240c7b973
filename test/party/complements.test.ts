import { expect, test } from 'vitest'
import { reportOf } from '../../src/model/report.ts'
import { find } from '../../src/reading/reading.ts'
import { knowledge } from '../house/reports.ts'

/** Nouns with "of" within them are headed by the noun before it. */
test.each([
  ["Ukraine's Ministry of Defence said it had lost two ships.", "Ukraine's Ministry of Defence", 'UKR', 'MIL'],
  ['The Peruvian minister of defense resigned on Friday.', 'Peruvian minister of defense', 'PER', 'MIL'],
  ['The Syrian head of state visited Moscow.', 'Syrian head of state', 'SYR', 'GOV'],
])('%s', (text, name, code, sector) => {
  const { parties } = find(reportOf({ id: 'x', text, published: '2016-03-04' }), knowledge())
  expect(parties.all.map(p => [p.name.quote, p.code, p.sector])).toContainEqual([name, code, sector])
})
