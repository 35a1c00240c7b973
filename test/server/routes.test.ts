import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerClaim } from '../../src/model/ledger-claim.ts'
import type { Route } from '../../src/server/route.ts'
import { ROUTES } from '../../src/server/routes.ts'
import { madeLedger, NOW, served } from './fake.ts'

let made: Awaited<ReturnType<typeof madeLedger>>
let server: ReturnType<typeof served>
let claims: LedgerClaim[]

beforeAll(async () => {
  made = await madeLedger()
  server = served(made.ledger)
  claims = made.ledger.claims({}, { limit: 100, offset: 0 })
})
afterAll(() => {
  expect(server.desk.faults).toEqual([])
  made.close()
})

const routeOf = (method: string, path: string): Route => ROUTES.find(r => r.method === method && r.path === path)!

/** Asks, and checks the answer by the route's own schema. */
const ask = async <T>(method: string, path: string, pattern = path.split('?')[0], body?: unknown): Promise<T> => {
  const response = await server.call(method, path, body)
  const route = routeOf(method.toLowerCase(), pattern)
  const json = await response.json()
  expect(response.status, JSON.stringify(json)).toBe(route.status)
  if (typeof route.answer !== 'string') route.answer.parse(json)
  return json as T
}
const refused = async (method: string, path: string, status: number, body?: unknown): Promise<string> => {
  const response = await server.call(method, path, body)
  const { error, ...rest } = (await response.json()) as { error: string }
  expect([response.status, rest]).toEqual([status, {}])
  return error
}

const shelling = () => claims.find(c => c.trigger.quote === 'shelled' && c.report.id === 'r1')!
const other = () => claims.find(c => c.report.id === 'r3')!

interface List {
  rows: Record<string, unknown>[]
  total: number
}

test('the reader found what the tests are about', () => {
  expect(shelling().places[0].name).toBe('Ganja')
  expect(other().places[0].name).toBe('Stepanakert')
  expect(shelling().incident).not.toBe(other().incident)
})

test.each([
  ['/api/counts', { reports: 3, copies: 0, unsettled: 0 }],
  ['/api/sides', { conflict: '', sides: [] }],
  ['/api/versions', { reader: 'test 1', knowledge: 'k1' }],
])('GET %s', async (path, expected) => {
  expect(await ask('GET', path)).toMatchObject(expected)
})

test.each([
  ['incidents', '', 2],
  ['incidents', 'place=Ganja', 1],
  ['incidents', 'box=46,40,46.5,41', 1],
  ['incidents', 'box=46.5,41,46,42', 0],
  ['incidents', 'from=2020-10-05&to=2020-10-31', 1],
  ['incidents', 'status=contested', 1],
  ['incidents', 'status=contested,planned', 0],
  ['incidents', 'type=ASSAULT,AID&type=MOBILIZE', 2],
  ['incidents', 'type=AID', 0],
  ['claims', 'status=denied', 1],
  ['claims', 'source=azerbaijani+defense', 1],
  ['claims', 'words=five+civilians', 1],
  ['claims', 'party=ARM&party=AZE', 4],
  ['reports', 'source=coast', 1],
  ['reports', 'words=Stepanakert', 1],
  ['sources', '', 3],
])('GET /api/%s?%s has %i', async (list, query, n) => {
  const { rows, total } = await ask<List>('GET', `/api/${list}?${query}`)
  expect([rows.length, total]).toEqual([n, n])
})

test('lists come in pages', async () => {
  const whole = await ask<List>('GET', '/api/claims')
  const first = await ask<List>('GET', '/api/claims?limit=1')
  const rest = await ask<List>('GET', '/api/claims?limit=10&offset=1')
  expect([...first.rows, ...rest.rows]).toEqual(whole.rows)
  expect([first.total, rest.total]).toEqual([4, 4])
})

test('a comma before a space belongs to a party', async () => {
  const asked: unknown[] = []
  const claimsFor: typeof made.ledger.claims = filter => {
    asked.push(filter.party)
    return []
  }
  const { call } = served({ ...made.ledger, claims: claimsFor })
  await call('GET', `/api/claims?party=${encodeURIComponent('Syria, armed opposition,RUS')}&party=GEO%20REB`)
  expect(asked).toEqual([['Syria, armed opposition', 'RUS', 'GEO REB']])
})

test('an incident is found by its id, by a claim and by a beginning, with its accounts', async () => {
  const id = shelling().incident!
  const found = await ask<{ incident: { id: string }; claims: unknown[]; accounts: { party: string; stances: string[] }[] }>(
    'GET',
    `/api/incidents/${id}`,
    '/api/incidents/:id',
  )
  expect(found.incident.id).toBe(id)
  expect(found.claims.length).toBeGreaterThan(1)
  expect(found.accounts.find(a => a.party === 'ARM')?.stances).toContain('denies')
  for (const key of [shelling().key, id.slice(0, 10)])
    expect(await ask('GET', `/api/incidents/${key}`, '/api/incidents/:id')).toEqual(found)
})

test('a claim, and a report by key and by id', async () => {
  const { claim } = await ask<{ claim: LedgerClaim }>('GET', `/api/claims/${shelling().key}`, '/api/claims/:key')
  expect(claim).toEqual(JSON.parse(JSON.stringify(shelling())))
  const report = await ask<{ text: string; told: unknown[]; retrievals: unknown[] }>(
    'GET',
    '/api/reports/r1',
    '/api/reports/:key',
  )
  expect(report.text.slice(claim.trigger.start, claim.trigger.end)).toBe('shelled')
  expect([report.told.length, report.retrievals.length]).toEqual([2, 1])
  expect(await ask('GET', `/api/reports/${claim.report.key}`, '/api/reports/:key')).toEqual(report)
})

test('points of the map', async () => {
  const { points, total, unplaced } = await ask<{ points: unknown[][]; total: number; unplaced: number }>('GET', '/api/places')
  expect([points.length, total, unplaced]).toEqual([2, 2, 0])
  expect(points[0]).toEqual([
    shelling().incident,
    46.361,
    40.683,
    10,
    'town',
    'ASSAULT',
    '2020-10-04',
    true,
    shelling().sentence.quote,
  ])
  expect(await ask('GET', '/api/places?limit=1&offset=1')).toEqual({ points: [points[1]], total: 2, unplaced: 0 })
})

test('the timeline and the parties', async () => {
  expect(await ask('GET', '/api/timeline')).toEqual({
    days: [
      { day: '2020-10-04', incidents: 1, contested: 1, types: { ASSAULT: 1 }, parties: { ARM: 1 } },
      { day: '2020-10-06', incidents: 1, contested: 0, types: { ASSAULT: 1 }, parties: { AZE: 1 } },
    ],
    undated: 0,
  })
  const { rows } = await ask<List>('GET', '/api/parties?place=Ganja')
  expect(rows[0]).toEqual({ party: 'ARM', name: 'Armenia', acted: 1, suffered: 0 })
})

test('search needs words and takes any', async () => {
  expect((await ask<List>('GET', '/api/search?words=GANJA&type=ASSAULT')).total).toBeGreaterThan(1)
  expect(await refused('GET', '/api/search', 400)).toBe('The parameter "words" is needed.')
  for (const words of ['"', '* OR', 'NEAR(', 'a"b', '%', "'; DROP TABLE claim; --", '(', '^', 'sentence:x'])
    await ask('GET', `/api/search?words=${encodeURIComponent(words)}`)
})

test.each([
  ['type=WAR', '"type" must be of AGREE, '],
  ['status=true', '"status" must be of asserted, '],
  ['box=1,2,3', '"box" must be four numbers'],
  ['box=1,2,3,x', '"box" must be four numbers'],
  ['box=1,40,3,30', '"box" must be four numbers'],
  ['box=1,2,300,4', '"box" must be four numbers'],
  ['box=1,2,3,1e1', '"box" must be four numbers'],
  ['from=yesterday', '"from" must be a day'],
  ['to=2020-02-30', '"to" must be a day'],
  ['from=2020-01-01&from=2020-01-02', '"from" may be given once'],
  ['limit=0', '"limit" must be 1 or more'],
  ['limit=1001', '"limit" must be 1000 or less'],
  ['limit=ten', '"limit" must be a whole number'],
  ['offset=-1', '"offset" must be a whole number'],
  ['place=', '"place" must not be empty'],
  ['source=%00', '"source" has control characters'],
  ['party=a%0Ab', '"party" has control characters'],
  ['party=', '"party" must not be empty'],
  [`words=${'a'.repeat(301)}`, '"words" is longer than'],
  ['colour=red', 'no parameter "colour"'],
  ['__proto__=1', 'no parameter "__proto__"'],
])('GET /api/incidents?%s is refused by name', async (query, sentence) => {
  expect(await refused('GET', `/api/incidents?${query}`, 400)).toContain(sentence)
})

test.each([
  '/api/incidents/ffffffff',
  '/api/incidents/%27%20OR%201=1',
  '/api/claims/ffffffff',
  '/api/claims/..%2f..%2fetc%2fpasswd',
  '/api/reports/nothing',
  '/api/jobs/nothing',
  '/api/exports/nothing',
  '/api/exports/constructor',
  '/api/nothing',
  '/api',
])('GET %s is not there', async path => {
  expect(await refused('GET', path, 404)).toMatch(/^There is n/)
})

test('a person judges and takes it back', async () => {
  const [a, b] = [shelling(), other()]
  const judgement = await ask<{ id: number }>('POST', '/api/judgements', '/api/judgements', {
    a: a.key,
    b: b.key.slice(0, 12),
    verdict: 'same',
    by: ' Ann ',
  })
  expect(judgement).toMatchObject({ by: 'Ann', at: NOW, verdict: 'same', score: null, undone: null })
  expect(made.ledger.claim(a.key)!.incident).toBe(made.ledger.claim(b.key)!.incident)
  const told = await ask<{ judgements: { id: number }[] }>('GET', `/api/claims/${b.key}`, '/api/claims/:key')
  expect(told.judgements.map(j => j.id)).toContain(judgement.id)
  expect(await ask('DELETE', `/api/judgements/${judgement.id}`, '/api/judgements/:id')).toEqual({ undone: judgement.id })
  expect(made.ledger.claim(a.key)!.incident).not.toBe(made.ledger.claim(b.key)!.incident)
  expect(await refused('DELETE', `/api/judgements/${judgement.id}`, 404)).toContain(`no judgement ${judgement.id}`)
  expect(await refused('DELETE', '/api/judgements/1e3', 400)).toContain('whole number')
})

test('judgements that cannot be are refused', async () => {
  const [a, b] = [shelling().key, other().key]
  const body = { a, b, verdict: 'same', by: 'Ann' }
  expect(await refused('POST', '/api/judgements', 400, { ...body, b: a })).toContain('needs two')
  expect(await refused('POST', '/api/judgements', 404, { ...body, a: 'ffffffff' })).toContain('no claim ffffffff')
  expect(await refused('POST', '/api/judgements', 400, { ...body, verdict: 'maybe' })).toContain('"verdict"')
  expect(await refused('POST', '/api/judgements', 400, { ...body, by: '' })).toContain('"by"')
  expect(await refused('POST', '/api/judgements', 400, { ...body, by: 'a\nb' })).toContain('"by" has control characters')
  expect(await refused('POST', '/api/judgements', 400, { ...body, at: '1970-01-01' })).toContain('no field "at"')
  expect(await refused('POST', '/api/judgements', 400, `{"__proto__":{"a":1},"a":"${a}"}`)).toContain('field')
  expect(await refused('POST', '/api/judgements', 400, '{"a":')).toBe('The body is no JSON.')
  expect(await refused('POST', '/api/judgements', 400, '[]')).toContain('The body')
  expect(await refused('POST', '/api/judgements', 400)).toBe('The body is no JSON.')
})

test('a person mends a claim and takes it back', async () => {
  const { key } = shelling()
  const mend = { claim: key, verdict: 'mended', changes: { mode: 'aerial' }, by: 'Ann', note: 'by aircraft' }
  const correction = await ask<{ id: number }>('POST', '/api/corrections', '/api/corrections', mend)
  expect(correction).toMatchObject({ ...mend, at: NOW, undone: null })
  expect(made.ledger.claim(key)).toMatchObject({ mode: 'aerial', mended: ['mode'] })
  expect(await ask<List>('GET', '/api/corrections?limit=1')).toMatchObject({ total: 1, rows: [{ id: correction.id }] })
  await ask('DELETE', `/api/corrections/${correction.id}`, '/api/corrections/:id')
  expect(made.ledger.claim(key)).toMatchObject({ mode: shelling().mode, mended: [] })
  expect(await refused('DELETE', `/api/corrections/${correction.id}`, 404)).toContain('no correction')
})

test('corrections stay pinned to words and to the codebook', async () => {
  const { key, actors } = shelling()
  const mend = (changes: unknown) => ({ claim: key, verdict: 'mended', changes, by: 'Ann' })
  const [actor] = actors
  expect(await refused('POST', '/api/corrections', 400, mend({}))).toContain('must name a field')
  expect(await refused('POST', '/api/corrections', 400, mend({ mode: 'visit' }))).toContain('must be a mode of ASSAULT')
  expect(await refused('POST', '/api/corrections', 400, mend({ type: 'AID' }))).toContain('must be a mode of AID, which has none')
  expect(await refused('POST', '/api/corrections', 400, mend({ actors: [{ ...actor, quote: 'Georgia' }] }))).toContain(
    '"Georgia" does not stand at',
  )
  expect(await refused('POST', '/api/corrections', 400, mend({ actors: [{ ...actor, code: 'armenia' }] }))).toContain(
    '"changes.actors.0.code"',
  )
  expect(await refused('POST', '/api/corrections', 400, mend({ trigger: actor }))).toContain('no field "trigger"')
  expect(await refused('POST', '/api/corrections', 400, { ...mend({ mode: null }), verdict: 'wrong' })).toContain('left out')
  expect(made.ledger.corrections().filter(c => !c.undone)).toEqual([])
})

test('a text is read at once', async () => {
  const body = { text: 'Armenia shelled Ganja.', outlet: 'Hill Wire', published: '2020-10-05' }
  expect(await ask('POST', '/api/read', '/api/read', body)).toMatchObject({ report: body })
  expect(made.ledger.counts().reports).toBe(3)
  expect(await refused('POST', '/api/read', 400, {})).toContain('either "text" or "address"')
  expect(await refused('POST', '/api/read', 400, { text: ' ' })).toContain('"text" must not be empty')
  expect(await refused('POST', '/api/read', 400, { text: 'a', published: 'today' })).toContain('"published" must be a day')
})

test('addresses are fetched only where that is switched on', async () => {
  const address = 'https://example.org/news.html'
  expect(await refused('POST', '/api/read', 403, { address })).toContain('switched off')
  const asked: string[] = []
  const { call } = served(made.ledger, {
    readAddress: async url => {
      asked.push(url)
      throw new Error('the page is not there (404).')
    },
  })
  const response = await call('POST', '/api/read', { address })
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: 'The field "address" could not be read: the page is not there (404).' },
  ])
  for (const wrong of ['file:///etc/passwd', 'ftp://example.org', 'example.org', 'javascript:alert(1)'])
    expect((await call('POST', '/api/read', { address: wrong })).status, wrong).toBe(400)
  expect(asked).toEqual([address])
})

test.each([
  ['/incidents.json', 2],
  ['/claims.json?status=denied', 1],
  ['/reports.json', 3],
  ['/sources.json', 3],
  ['/incidents.json?type=AID', 0],
])('GET %s is an array of %i', async (path, n) => {
  const response = await server.call('GET', path)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${path.slice(1).split('?')[0]}"`)
  expect(await response.json()).toHaveLength(n)
})

test.each([
  ['/incidents.csv', 'incident,type,', 2],
  ['/claims.csv?status=denied', 'claim,incident,', 1],
  ['/reports.csv', 'report_key,report,', 3],
  ['/sources.csv', 'source,party,', 3],
  ['/corrections.csv', 'correction,claim,', 1],
])('GET %s is a table', async (path, header, n) => {
  const response = await server.call('GET', path)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await response.text()).trimEnd().split('\r\n')
  expect(lines[0]).toContain(header)
  expect(lines).toHaveLength(n + 1)
})

test('every format of export is a download', async () => {
  const { rows } = await ask<{ rows: { name: string; extension: string; mediaType: string }[] }>('GET', '/api/exports')
  expect(rows.map(r => r.name)).toContain('geojson')
  for (const { name, extension, mediaType } of rows) {
    const response = await server.call('GET', `/api/exports/${name}?place=Ganja`)
    expect([response.status, response.headers.get('content-type')], name).toEqual([200, mediaType])
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="hearsay.${extension}"`)
    expect((await response.text()).length).toBeGreaterThan(50)
  }
})
