import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initials, personsIn, redactorOf } from '../../src/publish/names.ts'
import { EXPORTS, exportOf } from '../../src/publish/publish.ts'
import { around, capped } from '../../src/publish/quote.ts'
import { exported, fakeLedger, type Telling, WAR } from './fake.ts'

const words = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ')

describe('quotes', () => {
  test('of 25 words stay, of 26 are cut', () => {
    expect(capped(words(25), 25)).toBe(words(25))
    expect(capped(words(26), 25)).toBe(`${words(25)} …`)
  })

  test('hold the word at the place asked for and never more than the limit', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z,.]{1,8}$/), { minLength: 1, maxLength: 90 }),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        (list, pick, limit) => {
          const numbered = list.map((w, i) => `${w}${i}x`)
          const hit = pick % numbered.length
          const piece = around(numbered.join(' '), numbered.slice(0, hit).join(' ').length + (hit ? 1 : 0), limit)
          const kept = piece.split(' ').filter(w => w !== '…')
          expect(kept).toContain(numbered[hit])
          expect(kept.length).toBeLessThanOrEqual(limit)
        },
      ),
    ))
})

describe('persons', () => {
  test.each<[string, string[]]>([
    ['Leyla Aliyeva', ['Leyla Aliyeva']],
    ['Dr. Maryam al-Hassan', ['Maryam al-Hassan']],
    ['local teacher Ivan Petrenko', ['Ivan Petrenko']],
    ['Abd al-Rahman Saleh', ['Abd al-Rahman Saleh']],
    ['Syrian Observatory for Human Rights', []],
    ['Red Crescent', []],
    ['Hill Hospital', []],
    ['South Ossetians', []],
    ['Baltic Russians', []],
    ['Islamic State', []],
    ['Syrian Ahmad Khalil', ['Ahmad Khalil']],
    ['Georgia Brown', ['Georgia Brown']],
    ['residents', []],
    ['Aliyeva', []],
  ])('%s', (phrase, names) => expect(personsIn(phrase)).toEqual(names))

  test('initials', () => expect([initials('Leyla Aliyeva'), initials('Maryam al-Hassan')]).toEqual(['L. A.', 'M. H.']))

  test('whole words only, longest first, also in capitals', () =>
    expect(redactorOf(['Ana Roe', 'Roe'])('Ana Roe of Roeville told us. ROE wept; Roe’s son and Ana  Roe left.')).toBe(
      'A. R. of Roeville told us. R. wept; R.’s son and A. R. left.',
    ))
})

const LONG = `${words(60)} {fell} ${words(60)}`

describe.each(EXPORTS)('%s', name => {
  test('gives the same bytes twice, in several pieces', () => {
    expect(exported(name, WAR)).toBe(exported(name, WAR))
    expect(exported(name, WAR).length).toBeGreaterThan(100)
  })

  test('carries versions and content hash', () => expect(exported(name, WAR)).toContain('hearsay 0.1.0, knowledge k1, ledger c1'))

  test('hides the witness unless names are asked for', () => {
    expect(exported(name, WAR)).not.toMatch(/Leyla|Aliyeva/)
    if (name !== 'geojson' && name !== 'plover') expect(exported(name, WAR, { names: true })).toContain('Leyla Aliyeva')
  })

  test('quotes no more than the limit', () => {
    const text = exported(name, [{ ...WAR[0], text: LONG, incident: 'claim0' }])
    for (const run of text.matchAll(/(?:w\d+ ?|fell ?)+/g)) expect(run[0].trim().split(' ').length).toBeLessThanOrEqual(25)
  })

  test('fetches page after page', () => {
    const many: Telling[] = Array.from({ length: 1200 }, (_, i) => ({
      ...WAR[0],
      incident: `claim${i}`,
      text: `They {shelled} it, number${i}.`,
    }))
    const ledger = fakeLedger(many)
    const never = { filter: {}, names: true, quoteWords: 25, accountsOf: () => ({ accounts: [], summary: 'none' }) }
    const all = [...exportOf(name, ledger, never)]
    expect(all.length).toBeGreaterThanOrEqual(name === 'ucdp' ? 1 : 1200)
    expect(Math.max(...ledger.pages)).toBe(500)
  })
})

test('whoever is named in an office keeps the name, and so does the namesake', () => {
  const office: Telling = {
    ...WAR[0],
    by: ['Minister Omar Haddad|SYR GOV'],
    text: 'Minister Omar Haddad said they {shelled} it.',
  }
  const trader: Telling = { ...WAR[0], by: ['Omar Haddad|SYR BUS'], text: 'Omar Haddad said they {shelled} it again.' }
  const relative: Telling = {
    ...WAR[0],
    by: ['Sami Haddad|SYR CVL'],
    text: 'Sami Haddad, cousin of Haddad, said they {shelled} it.',
  }
  const text = exported('jsonl', [office, trader, relative])
  expect(text).toContain('Omar Haddad said they shelled it again')
  expect(text).toContain('S. H., cousin of Haddad')
})

test('a title before a name makes no other person of it', () => {
  const text = exported('jsonl', [
    { ...WAR[0], by: ['Surgeon Ana Maria Roe|SYR MED'], text: 'Ana Roe and Maria Roe saw them {shell} it.' },
  ])
  expect(text).toContain('Ana R. and M. R. saw them')
})

test('a name in a sentence of another claim of the same report is hidden too', () => {
  const bystander: Telling = { ...WAR[3], text: 'They {clashed} near the house of Leyla Aliyeva.', report: { key: 'r2' } }
  expect(exported('csv', [bystander, WAR[2]])).not.toContain('Aliyeva')
})

test('two people with the same initials stay two sources', () => {
  const said = (who: string): Telling => ({ ...WAR[0], by: [`${who}|AZE CVL`], text: `${who} saw them {shell} it.` })
  expect(exported('timelinejs', [said('Ana Roe'), said('Amir Raz')])).toContain('asserted by 2 independent sources')
})
