import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileParties } from '../../scripts/build-parties.ts'
import { foldName, loadParties } from '../../src/knowledge/parties.ts'
import { SECTORS } from '../../src/model/claim.ts'

const index = loadParties()
const entriesOf = (name: string) => {
  const words = foldName(name)
  const first = words.split(/[\s-]/)[0]
  return (index.names.get(first) ?? []).filter(e => foldName(e.tokens.join('')) === words.replace(/\s/g, ''))
}

test('the compiled parties are fresh', () => {
  const compiled = readFileSync(new URL('../../src/knowledge/compiled/parties.json', import.meta.url), 'utf8')
  expect(compiled === compileParties(), 'run scripts/build-parties.ts').toBe(true)
})

test('every entry has a code of three letters and a sector', () => {
  const bad = [...index.names.values()]
    .flat()
    .filter(e => !/^[A-Z]{3}$/.test(e.code) || !(SECTORS as readonly string[]).includes(e.sector))
  expect(bad).toEqual([])
})

test('every state of the United Nations has a name and most a word for its people', () => {
  const states = new Set([...index.names.values()].flat().flatMap(e => (e.kind === 'state' ? [e.code] : [])))
  const peoples = new Set([...index.names.values()].flat().flatMap(e => (e.kind === 'nationality' ? [e.code] : [])))
  expect(states.size).toBeGreaterThan(190)
  expect(peoples.size).toBeGreaterThan(150)
})

test.each([
  ['Soviet Union', 'RUS', ''],
  ['Kampuchea', 'KHM', ''],
  ['Rhodesia', 'ZWE', ''],
  ['Peshmerga', 'IRQ', 'MIL'],
  ['Hezbollah', 'LBN', 'PRM'],
  ['Islamic State', 'IMG', 'REB'],
  ['Syrian Democratic Forces', 'SYR', 'REB'],
  ['Human Rights Watch', 'NGO', ''],
  ['M23', 'COD', 'REB'],
  ['Viet Cong', 'VNM', 'REB'],
  ['Kosovo Liberation Army', 'RKS', 'REB'],
  ['Janjaweed', 'SDN', 'PRM'],
])('%s is %s %s', (name, code, sector) => {
  expect(entriesOf(name).map(e => `${e.code}/${e.sector}`)).toContain(`${code}/${sector}`)
})

test('names that several states bear keep all of them', () => {
  expect(
    entriesOf('ERP')
      .map(e => e.code)
      .sort(),
  ).toEqual(['ARG', 'SLV'])
})
