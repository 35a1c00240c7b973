import { describe, expect, test } from 'vitest'
import { acledColumns } from '../../src/publish/acled.ts'
import { ploverColumns } from '../../src/publish/plover.ts'
import { cell } from '../../src/publish/table.ts'
import { ucdpColumns } from '../../src/publish/ucdp.ts'
import { csvRows, exported, type Telling, WAR } from './fake.ts'

test.each([
  ['=1+1', "'=1+1"],
  [' @SUM(A1)', "' @SUM(A1)"],
  ['-9', "'-9"],
  [-9, '-9'],
  ['a "b"', '"a ""b"""'],
  ['a\nb', '"a\nb"'],
  [null, ''],
])('cell %s', (value, text) => expect(cell(value)).toBe(text))

test('csv: one row for each claim, however wild its words', () => {
  const wild = { ...WAR[0], text: 'They, "the {=cmd|x}",\r\nfled' }
  const rows = csvRows(exported('csv', [...WAR.slice(1), wild]))
  expect(rows).toHaveLength(5)
  expect(rows[4]).toMatchObject({
    sentence: 'They, "the =cmd|x",\r\nfled',
    trigger: "'=cmd|x",
    report_key: 'r1',
    url: 'https://hill.example/a?b=1&c=2',
  })
})

test.each([
  ['acled', acledColumns(''), 31],
  ['plover', ploverColumns(''), 40],
  ['ucdp', ucdpColumns(''), 51],
] as const)('%s has its columns, each once and explained', (_name, columns, n) => {
  expect(new Set(columns.map(([name]) => name)).size).toBe(n)
  expect(columns.filter(([, meaning]) => meaning.length < 4)).toEqual([])
})

const acled = (...tellings: Telling[]) => csvRows(exported('acled', tellings))
const strike = WAR[0]

describe('acled', () => {
  test('a contested shelling is one row with the lowest number, and the notes tell who says what', () => {
    const [clash, row, ...rest] = acled(...WAR)
    expect(rest).toEqual([])
    expect(row).toMatchObject({
      event_date: '2020-10-04',
      time_precision: '1',
      event_type: 'Explosions/Remote violence',
      sub_event_type: 'Shelling/artillery/missile attack',
      inter1: 'External/Other forces',
      actor2: 'Civilians (Azerbaijan)',
      civilian_targeting: 'Civilian targeting',
      geo_precision: '1',
      fatalities: '3',
      event_id_cnty: '',
      source: 'Hill Wire; River Post',
    })
    expect(row.notes).toContain('Armenia (denies')
    expect(row.tags).toMatch(/^hearsay=claim0; contested; versions=/)
    expect(clash).toMatchObject({
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      time_precision: '2',
      geo_precision: '3',
      fatalities: '',
    })
    expect(clash.interaction).toBe('State forces-External/Other forces')
  })

  test.each<[string, Partial<Telling>]>([
    ['only denied', { polarity: 'negative' }],
    ['planned', { modality: 'future' }],
    ['without a day', { days: [null, null] }],
    ['of a year', { days: ['2020-01-01', '2020-12-31'] }],
    ['talk', { type: 'CONSULT', mode: 'visit' }],
  ])('leaves out what is %s', (_what, change) => {
    expect(acled({ ...strike, ...change })).toEqual([])
    expect(acled(strike)).toHaveLength(1)
  })

  test.each<[string, Partial<Telling>, string, string]>([
    ['drone', { mode: 'drone' }, 'Explosions/Remote violence', 'Air/drone strike'],
    ['civilians shot', { mode: 'firearms' }, 'Violence against civilians', 'Attack'],
    ['soldiers shot', { mode: 'firearms', to: ['soldiers|AZE MIL'] }, 'Battles', 'Armed clash'],
    ['nobody named', { mode: null, to: [] }, '', ''],
    ['riot', { type: 'PROTEST', mode: 'riot', from: ['crowd|AZE CVL'], to: [] }, 'Riots', 'Violent demonstration'],
    [
      'own army retakes',
      { type: 'COERCE', mode: 'territory', from: ['army|AZE MIL'] },
      'Battles',
      'Government regains territory',
    ],
    ['foreign army takes', { type: 'COERCE', mode: 'territory' }, 'Battles', 'Non-state actor overtakes territory'],
    ['truce', { type: 'RETREAT', mode: 'ceasefire' }, 'Strategic developments', 'Agreement'],
    ['tear gas', { mode: 'crowd-control', numbers: [] }, 'Protests', 'Protest with intervention'],
    ['tear gas kills', { mode: 'crowd-control' }, 'Protests', 'Excessive force against protesters'],
  ])('%s', (_what, change, event, sub) =>
    expect(acled({ ...strike, ...change })[0]).toMatchObject({ event_type: event, sub_event_type: sub }),
  )

  test('no number is not nought, and nought is', () => {
    expect(acled({ ...strike, numbers: [] })[0].fatalities).toBe('')
    expect(acled({ ...strike, numbers: [['killed', 0, 0]] })[0].fatalities).toBe('0')
    expect(
      acled({
        ...strike,
        numbers: [
          ['killed', null, 15],
          ['injured', 2, 2],
        ],
      })[0].fatalities,
    ).toBe('')
  })

  test('a mere country has no point', () => {
    const [row] = acled({
      ...strike,
      place: { name: 'Azerbaijan', code: 'AZE', lat: 40.5, lon: 47.5, precision: 'country', radius: 220 },
    })
    expect(row).toMatchObject({ location: 'Azerbaijan', latitude: '', longitude: '', geo_precision: '' })
  })
})

describe('ucdp', () => {
  const ucdp = (...tellings: Telling[]) => csvRows(exported('ucdp', tellings))

  test('spans the numbers and never chooses', () => {
    const rows = ucdp(...WAR)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      best: '',
      low: '3',
      high: '',
      type_of_violence: '3',
      side_a: 'Armenia',
      side_b: 'Civilians',
      where_prec: '1',
      date_prec: '1',
    })
    expect(rows[0].source_original).toContain('L. A.')
  })

  test('state against rebels is 1, rebels against militia 2', () => {
    const of = (from: string, to: string) => ucdp({ ...strike, from: [from], to: [to] })[0].type_of_violence
    expect(of('army|SYR MIL', 'rebels|SYR REB')).toBe('1')
    expect(of('rebels|SYR REB', 'militia|SYR PRM')).toBe('2')
    expect(of('army|SYR MIL', 'soldiers|SYR MIL')).toBe('')
  })

  test('only force with dead', () => {
    expect(ucdp({ ...strike, numbers: [] })).toEqual([])
    expect(ucdp({ ...strike, numbers: [['killed', 0, 0]] })).toEqual([])
    expect(ucdp({ ...strike, type: 'COERCE', mode: 'arrest' })).toEqual([])
    expect(ucdp({ ...strike, polarity: 'negative' })).toEqual([])
    expect(ucdp(strike)[0]).toMatchObject({ low: '5', high: '5' })
  })
})

test('plover: what is told as done, without copies', () => {
  const lines = exported('plover', [...WAR, { ...WAR[0], text: 'A copy {shelled}.', copyOf: 'claim0' }]).split('\n')
  const rows = lines.slice(1, -1).map(l => Object.fromEntries(l.split('\t').map((value, i) => [lines[0].split('\t')[i], value])))
  expect(rows.map(r => r['Event ID'])).toEqual(['claim0', 'claim2', 'claim3'])
  expect(rows[0]).toMatchObject({
    Intensity: '-9.5',
    'Quad Code': '4',
    'Recipient Country': 'AZE',
    City: 'Ganja',
    'Recipient Sectors': 'CVL',
  })
  expect(rows[2]).toMatchObject({
    'Actor Name Raw': 'one army; other army',
    Province: 'Tavush',
    City: '',
    'Event Date': '2020-10-01',
  })
})

test('plover: tabs and line ends in words break no row', () =>
  expect(
    exported('plover', [{ ...WAR[0], from: ['a\tb\nc|ARM MIL'] }])
      .trim()
      .split('\n')[1]
      .split('\t'),
  ).toHaveLength(40))
