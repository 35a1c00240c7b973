import { expect, test } from 'vitest'
import { parseNumber } from '../../src/language/numbers.ts'
import { quantitiesOf } from '../../src/reading/quantity/quantity.ts'
import { eventAt, marked, parse } from './sentence.ts'

const numbers: [string, number | null][] = [
  ['two hundred and fifty', 250],
  ['1,200', 1200],
  ['1.5 million', 1_500_000],
  ['quarter of a million', 250_000],
  ['half a million', 500_000],
  ['twenty - one', 21],
  ['a dozen', 12],
  ['two dozen', 24],
  ['three thousand five hundred', 3500],
  ['soldiers', null],
  ['', null],
]
test.each(numbers)('%s is %s', (words, value) => expect(parseNumber(words.split(' ').filter(Boolean))).toBe(value))

type Row = [string, ...string[]]
const rows: Row[] = [
  ['At least 14 civilians were [killed] in the shelling.', 'killed 14 null'],
  ['A car bomb [killed] twelve policemen outside the bank.', 'killed 12 12'],
  ['More than 200 villagers [fled] the fighting.', 'displaced 200 null'],
  ['Dozens of protesters were [arrested] in the capital.', 'captured 24 null'],
  ['Up to 40 insurgents were [killed], the ministry said.', 'killed null 40'],
  ['The patrol [captured] three rifles and two mortars.', 'captured 3 3', 'captured 2 2'],
  ['Between five and seven soldiers were [wounded].', 'injured 5 7'],
  ['Gunmen [kidnapped] a Dutch engineer near the mine.', 'captured 1 1'],
  ['The army [destroyed] two tanks.', 'destroyed 2 2'],
  ['Hundreds of people were [displaced] by the floods of shells.', 'displaced 200 null'],
  ['Tens of thousands of residents have [fled] the city.', 'displaced 20000 null'],
  ['A missile struck the port, killing 13 people and [wounding] more than 40, the mayor said.', 'injured 40 null'],
  ['A missile struck the port, [killing] 13 people and wounding more than 40, the mayor said.', 'killed 13 13'],
  ['The militia [killed] civilians in the market.'],
  ['The army was [destroyed] at the river.'],
  ['Some 60 people were [killed] and wounded in the blasts.'],
]
test.each(rows)('%s', (sentence, ...expected) => {
  const { text, spans } = marked(sentence)
  const doc = parse(text)
  const found = quantitiesOf(doc, eventAt(doc, spans[0]))
  expect(found.map(q => `${q.measure} ${q.low} ${q.high}`)).toEqual(expected)
  for (const q of found) expect(text.slice(q.start, q.end)).toBe(q.quote)
})
