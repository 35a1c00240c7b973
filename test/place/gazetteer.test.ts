import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { buildPlaceWords, gazetteerSource } from '../../scripts/build-gazetteer.ts'
import { encodeIndex } from '../../src/knowledge/gazetteer/encode.ts'
import { fold, loosen } from '../../src/knowledge/gazetteer/fold.ts'
import { type Entry, openIndex } from '../../src/knowledge/gazetteer/format.ts'
import { openGazetteer } from '../../src/knowledge/gazetteer.ts'
import { km } from '../../src/reading/place/resolve.ts'

const compiled = (name: string) => readFileSync(new URL(`../../src/knowledge/compiled/${name}`, import.meta.url))
const gazetteer = openGazetteer([compiled('gazetteer.bin')])
const names = readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(l => l.split('\t'))

describe('look-up', () => {
  it('knows at least 97 % of the places of a list when the country is known, and 93 % when it is not', () => {
    const right = (withCountry: boolean) =>
      names.filter(([name, lat, lon, country, tolerance]) => {
        const found = gazetteer.lookup(name, withCountry ? { country } : {})[0]
        return found && km(found, { lat: Number(lat), lon: Number(lon) }) <= Number(tolerance)
      }).length
    expect(right(true) / names.length).toBeGreaterThanOrEqual(0.97)
    expect(right(false) / names.length).toBeGreaterThanOrEqual(0.93)
  })

  it.each([
    ['Tripoli', 'LBY', 32.9, 13.2],
    ['Tripoli', 'LBN', 34.4, 35.8],
    ['Córdoba', 'ARG', -31.4, -64.2],
    ['Cordoba', 'COL', 8.4, -75.8],
    ['San Miguel', 'SLV', 13.5, -88.2],
    ['Valencia', 'VEN', 10.2, -68],
    ['Moscow', 'USA', 46.7, -117],
  ])('%s in %s', (name, country, lat, lon) => {
    expect(km(gazetteer.lookup(name, { country })[0], { lat, lon })).toBeLessThan(80)
  })

  it.each([
    ['Deir ez-Zor', 'Dayr az-Zawr', 'Deir Ezzor', 'Deir al-Zour'],
    ['Mingachevir', 'Mingechevir', 'Mingəçevir'],
    ['Khan Yunis', 'Khan Younis', 'Khanyounis', "Khan Yunis'"],
    ['Kyiv', 'Kiev', 'KYIV'],
    ['Tel Afar', 'Tal Afar', 'Tall Afar'],
    ['Raqqa', 'ar-Raqqah', 'Al-Raqqa', 'Rakka'],
    ['Kobani', 'Ayn al-Arab', 'Ain al-Arab', 'Kobanî'],
    ['Shusha', 'Shushi', 'Shoushi'],
    ['Fallujah', 'al-Fallujah', 'Falluja'],
    ['Saint Petersburg', 'St. Petersburg', 'Leningrad'],
  ])('%s is one place under all its spellings', (...spellings) => {
    const first = gazetteer.lookup(spellings[0])[0]
    for (const s of spellings) expect(km(gazetteer.lookup(s)[0], first), s).toBeLessThan(10)
  })

  it.each([
    ['Aleppo', 'town'],
    ['Aleppo province', 'region'],
    ['Aleppo governorate', 'region'],
    ['Idlib', 'town'],
    ['Kharkiv region', 'region'],
    ['Kherson oblast', 'region'],
    ['city of Basra', 'town'],
    ['Basra Province', 'region'],
    ['Morazan department', 'region'],
    ['Mexico City', 'town'],
    ['Gulf of Aden', 'sea'],
    ['Wood County', 'district'],
  ])('%s is a %s', (name, kind) => {
    expect(gazetteer.lookup(name)[0].kind).toBe(kind)
  })

  it.each(['', ' ', 'Qwxyzk', '---', '😀', '\ud800', 'ы', 'x'.repeat(90)])('finds nothing for %j', name => {
    expect(gazetteer.lookup(name)).toEqual([])
    expect(gazetteer.has(name)).toBe(false)
  })

  it('gives its reasons', () => {
    expect(gazetteer.lookup('Aleppo province', { country: 'SYR' })[0].why).toBe(
      'name without the word for its kind; region; kind as written; country as asked',
    )
  })

  test('any text is looked up without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), s =>
        gazetteer.lookup(s).every(c => Number.isFinite(c.lat) && Number.isFinite(c.lon)),
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the compiled files', () => {
  it('are as their sources say', () => {
    expect(openIndex(compiled('gazetteer.bin')).source, 'run: npx node scripts/build-gazetteer.ts').toBe(gazetteerSource())
    expect(compiled('place-words.json').toString(), 'run: npx node scripts/build-gazetteer.ts --words').toBe(buildPlaceWords())
  })

  // Far below the figures of docs/places.md: tests share the machine.
  it('are small and fast', () => {
    const file = compiled('gazetteer.bin')
    expect(file.length).toBeLessThan(10_000_000)
    let start = performance.now()
    openGazetteer([file])
    expect(performance.now() - start).toBeLessThan(300)
    start = performance.now()
    for (let i = 0; i < 100; i++) for (const [name, , , country] of names) gazetteer.lookup(name, { country })
    expect((100 * names.length) / ((performance.now() - start) / 1000)).toBeGreaterThan(12_000)
  })
})

describe('keys', () => {
  it.each([
    ['Ma‘arrat an-Nu‘mān', 'maarrat an numan'],
    ['The Hague', 'hague'],
    ['Mt. Hermon', 'mt hermon'],
    ['Saint-Denis', 'st denis'],
    ['Łódź', 'lodz'],
    ['Bosnia & Herzegovina', 'bosnia and herzegovina'],
    ['"Xankəndi"', 'xankandi'],
  ])('%s', (name, key) => expect(fold(name)).toBe(key))

  it.each([
    ['Dayr az-Zawr', 'Deir Ezzor'],
    ['Qalqilya', 'Kalkilia'],
    ['Hudaydah', 'Al-Hudeida'],
  ])('%s is spelt %s too', (a, b) => expect(loosen(fold(a))).toBe(loosen(fold(b))))

  it.each([
    ['Homs', 'Hama'],
    ['Basra', 'Busra'],
    ['Mosul', 'Misrata'],
  ])('%s is not %s', (a, b) => expect(loosen(fold(a))).not.toBe(loosen(fold(b))))
})

describe('an index file', () => {
  const place = (name: string, names: string[], lat: number, lon: number): Entry => ({
    name,
    names,
    lat,
    lon,
    country: 'SY',
    region: 'SY.12',
    kind: 'town',
    rank: 3,
    radius: 2,
    loose: true,
  })
  const file = encodeIndex(
    [place('Kafr Zayta', ['Kfar Zeita'], 35.37, 36.6), place('Ḩayyān', [], 36.3, 37), place('Ḩayyān', [], 33, 36)],
    'test',
  )

  it('gives back what was put in', () => {
    const own = openGazetteer([file])
    expect(own.size).toBe(3)
    expect(own.lookup('kfar zeita')[0]).toMatchObject({
      name: 'Kafr Zayta',
      lat: 35.369,
      lon: 36.6,
      country: 'SYR',
      region: 'SY.12',
      kind: 'town',
      radius: 2,
    })
    expect(own.lookup('Hayyan').map(c => c.lat)).toEqual([36.3, 33])
    expect(own.lookup('Kafr Zaita')[0].match).toBe('spelling')
  })

  it('stands beside the package’s own', () => {
    const both = openGazetteer([compiled('gazetteer.bin'), file])
    expect(both.lookup('Kfar Zeita')[0].name).toBe('Kafr Zayta')
    expect(both.lookup('Aleppo')[0].country).toBe('SYR')
  })

  it.each([
    [new Uint8Array([1, 2])],
    [new Uint8Array([255, 255, 255, 255, 0])],
    [new TextEncoder().encode('\u0008\0\0\0not json')],
  ])('that is damaged is refused', bytes => {
    expect(() => openGazetteer([bytes])).toThrow()
  })
})
