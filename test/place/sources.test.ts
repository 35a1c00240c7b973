import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { csvReader, fromGeoJson, fromGeoNames, readPlaces, splitCsv } from '../../src/cli/gazetteer/sources.ts'
import { gazetteerCommand } from '../../src/cli/gazetteer.ts'

const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'))
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const line = (code: string, name = 'Ḩazzānū', lat = '36.1', people = '0') =>
  [
    '1',
    name,
    'Hazzanu',
    'Hazano,Hazzanu,HZN,حزانو',
    lat,
    '36.7',
    ...code.split('.'),
    'SY',
    '',
    '12',
    '',
    '',
    '',
    people,
    '',
    '1',
    'Asia/Damascus',
    '2020-01-01',
  ].join('\t')

/** A zip archive of one deflated file. */
const zip = (name: string, content: string): Uint8Array => {
  const [plain, packed] = [Buffer.from(content), deflateRawSync(Buffer.from(content))]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(crc32(plain), 16)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(plain.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

describe('GeoNames', () => {
  it('takes places that reports name, with their Latin names', () => {
    expect(fromGeoNames(line('P.PPL'))).toMatchObject({
      name: 'Ḩazzānū',
      names: ['Hazzanu', 'Hazano', 'Hazzanu'],
      lat: 36.1,
      lon: 36.7,
      country: 'SY',
      region: 'SY.12',
      kind: 'town',
    })
    expect(fromGeoNames(line('S.AIRB'))?.kind).toBe('site')
    expect(fromGeoNames(line('A.ADM2'))?.kind).toBe('district')
  })
  it.each([line('S.HTL'), line('R.RD'), line('P.PPL', ''), line('P.PPL', 'X', 'north'), 'a\tb', ''])('leaves %j', l =>
    expect(fromGeoNames(l)).toBeNull(),
  )
})

describe('CSV', () => {
  it('reads quoted fields', () => expect(splitCsv('"a, ""b""",c,,"d"')).toEqual(['a, "b"', 'c', '', 'd']))
  it('finds its columns by their names', () => {
    expect(csvReader('Latitude,Longitude,Name,ISO3,Names', 'x')('35.1,36.2,Tal Nasir,SYR,Tell Nasr;Tal Naser')).toMatchObject({
      name: 'Tal Nasir',
      names: ['Tell Nasr', 'Tal Naser'],
      lat: 35.1,
      country: 'SY',
      kind: 'town',
    })
    expect(
      csvReader('name,placetype,iso_country,geom_latitude,geom_longitude', 'x')('Altos,neighbourhood,CO,4.5,-74'),
    ).toMatchObject({ kind: 'quarter', country: 'CO' })
  })
  it('says which columns it needs', () => expect(() => csvReader('a,b,c', 'own.csv')).toThrow(/own\.csv.*name, lat, lon/))
})

describe('Who’s On First', () => {
  it('reads a feature', () => {
    const feature = {
      type: 'Feature',
      properties: {
        'wof:name': 'Bunagana',
        'name:swa_x_preferred': ['Bunagana Mjini'],
        'geom:latitude': -1.3,
        'geom:longitude': 29.6,
        'wof:placetype': 'locality',
        'iso:country': 'CD',
      },
    }
    expect(fromGeoJson(JSON.stringify(feature))).toMatchObject([
      { name: 'Bunagana', names: ['Bunagana Mjini'], lat: -1.3, country: 'CD', kind: 'town' },
    ])
  })
})

describe('files', () => {
  it('reads a dump, plain and zipped, and keeps one country', async () => {
    const dump = `${line('P.PPL')}\n${line('P.PPL', 'Kafr Halab')}\n${line('P.PPL').replace('\tSY\t', '\tTR\t')}\n`
    expect((await readPlaces(write('SY.txt', dump), 'SY')).map(p => p.name)).toEqual(['Ḩazzānū', 'Kafr Halab'])
    expect(await readPlaces(write('SY.zip', zip('SY.txt', dump)), null)).toHaveLength(3)
  })
  it.each([
    ['empty.txt', ''],
    ['notes.txt', 'Some notes\nof mine'],
    ['broken.zip', 'PK'],
    ['bad.csv', 'name,lat,lon\n,,'],
  ])('says what is wrong with %s', async (name, content) => {
    await expect(readPlaces(write(name, content), null)).rejects.toThrow(name)
  })
  it('is added and found by the command', async () => {
    const out: string[] = []
    const run = (...args: string[]) => gazetteerCommand(l => out.push(l)).parseAsync(args, { from: 'user' })
    const target = join(folder, 'own.bin')
    await run('add', write('own.csv', 'name,lat,lon,country\nUmm Qasabah,33.5,43.5,IQ\n'), '--gazetteer', target)
    await run('find', 'Umm', 'Qasabah', '--gazetteer', target)
    await run('find', 'Nosuchplaceatall')
    expect(out[0]).toMatch(/^1 places added/)
    expect(out[1]).toMatch(/^Umm Qasabah \(town, IRQ\) {2}33\.500, 43\.500/)
    expect(out[2]).toMatch(/^No place named/)
    expect(readFileSync(target).length).toBeGreaterThan(1000)
  })
})
