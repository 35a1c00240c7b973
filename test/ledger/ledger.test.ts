import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsOf } from '../../src/ledger/accounts/accounts.ts'
import type { Entry } from '../../src/ledger/entry.ts'
import { openLedger, readLedger } from '../../src/ledger/sqlite/open.ts'
import { NO_SIDES } from '../../src/model/sides.ts'
import { entries, entry, fill, folder, ledgerOf, PROVENANCE } from './make.ts'

const WIRE =
  'Eritrean artillery shelled the town of Adigrat on Friday, killing five people, the Ethiopian army said. Eritrea denied that it had shelled Adigrat. The two countries have fought over their border since May 1998, when Eritrean troops occupied the town of Badme in the west.'
const REPORTS = [
  ['Red Sea Wire', '1999-06-04', WIRE],
  ['Highland Post', '1999-06-05', WIRE],
  [
    'Nile Agency',
    '1999-06-05',
    'Nine people were killed when Eritrean artillery shelled Adigrat on Friday, the mayor of Adigrat said.',
  ],
  [
    'Nile Agency',
    '1999-06-06',
    'The Eritrean army shelled Adigrat on Sunday, the Ethiopian army said. It said that two soldiers were killed.',
  ],
  [
    'Red Sea Wire',
    '1999-06-12',
    'Ethiopian troops withdrew from the town of Tsorona on Saturday, witnesses said. The two countries have fought over their border since May 1998, when Eritrean troops occupied the town of Badme in the west.',
  ],
] as const

let made: Entry[]
beforeAll(async () => {
  made = await entries(REPORTS)
})

describe('a ledger', () => {
  let open: ReturnType<typeof ledgerOf>
  beforeAll(() => {
    open = ledgerOf(made)
  })
  afterAll(() => open.close())

  test('keeps reports with their bytes and claims with their words', () => {
    expect(open.ledger.counts()).toMatchObject({ reports: 5, copies: 1, unsettled: 0 })
    const report = open.ledger.report('r1')!
    expect(report.text).toContain('shelled the town of Adigrat')
    expect(new TextDecoder().decode(open.ledger.archived(report.retrievals[0].sha256)!)).toContain('"id":"r1"')
    for (const claim of report.told) {
      expect(report.text.slice(claim.trigger.start, claim.trigger.end)).toBe(claim.trigger.quote)
      expect(report.text.slice(claim.sentence.start, claim.sentence.end)).toBe(claim.sentence.quote)
    }
  })

  test('links a wire text to the report that it copies, and counts it once', () => {
    const copy = open.ledger.report('r2')!
    expect(copy.like).toMatchObject({ kind: 'copy', of: { id: 'r1' } })
    expect(copy.counted).toBe(0)
    expect(copy.told.every(c => c.copyOf !== null)).toBe(true)
  })

  test('takes a repeated paragraph for background and tells who told it first', () => {
    const { told } = open.ledger.report('r5')!
    const old = told.find(c => c.trigger.quote === 'occupied')!
    expect(old).toMatchObject({ background: true, firstTold: { id: 'r1' } })
    expect(told.find(c => c.trigger.quote === 'withdrew')).toMatchObject({ background: false, firstTold: null })
  })

  test('two strikes on a town on two days stay two; the accounts of one stand side by side', () => {
    const shellings = open.ledger.incidents({ place: 'Adigrat', type: ['ASSAULT'], status: ['actual'] }, { limit: 10, offset: 0 })
    expect(shellings.map(i => i.from)).toEqual(['1999-06-04', '1999-06-06'])
    const { claims } = open.ledger.incident(shellings[0].id)!
    const { accounts, summary } = accountsOf(claims, NO_SIDES)
    expect(accounts.map(a => [a.party, a.stances])).toEqual([
      ['ERI', ['denies']],
      ['ETH', ['asserts']],
    ])
    expect(accounts[1].sources.map(s => [s.name, s.reports, s.chains.map(c => c.map(l => l.name))])).toEqual([
      [
        'Ethiopian army',
        2,
        [
          ['Ethiopian army', 'Red Sea Wire'],
          ['Ethiopian army', 'Highland Post'],
        ],
      ],
      ['mayor', 1, [['mayor', 'Nile Agency']]],
    ])
    expect(accounts[1].figures.map(f => [f.source, f.low, f.whose])).toEqual([
      ['Ethiopian army', 5, 'ETH CVL'],
      ['mayor', 9, 'ETH CVL'],
    ])
    expect(summary).toBe('asserted by 2 independent sources of 1 party, denied by 1')
  })

  test('adding again changes nothing', () => {
    const before = open.ledger.versions().content
    const counts = open.ledger.counts()
    expect(open.ledger.add(made.map(e => ({ entry: e, provenance: { ...PROVENANCE, at: '2027-01-01T00:00:00.000Z' } })))).toEqual(
      made.map(() => 'known'),
    )
    expect(open.ledger.settle()).toBe(0)
    expect(open.ledger.counts()).toMatchObject({ reports: counts.reports, claims: counts.claims })
    expect(open.ledger.versions().content).toBe(before)
  })

  test.each([
    [{ party: ['ETH'] }, 1],
    [{ party: ['FRA'] }, 0],
    [{ type: ['RETREAT' as const] }, 1],
    [{ place: 'adigr' }, 2],
    [{ place: '%' }, 0],
    [{ box: [39, 14, 40, 15] as const }, 2],
    [{ box: [-10, 14, 0, 15] as const }, 0],
    [{ from: '1999-06-06', to: '1999-06-06' }, 1],
    [{ source: 'mayor' }, 1],
    [{ status: ['denied' as const] }, 1],
    [{ words: 'mayor OR "' }, 0],
    [{ words: 'mayor shelled' }, 1],
    [{ words: '"' }, 0],
  ])('filter %j leaves at least %d incidents', (filter, least) => {
    const found = open.ledger.incidents(filter, { limit: 100, offset: 0 })
    if (least) expect(found.length).toBeGreaterThanOrEqual(least)
    else expect(found).toEqual([])
    expect(open.ledger.count('incidents', filter)).toBe(found.length)
    for (const what of ['claims', 'reports', 'sources'] as const)
      expect(open.ledger.count(what, filter)).toBe(open.ledger[what](filter, { limit: 1000, offset: 0 }).length)
  })
})

describe('what people say', () => {
  test('same joins, different parts, undo brings back', () => {
    const { ledger, close } = ledgerOf(made)
    const key = (report: string, trigger: string) => ledger.report(report)!.told.find(c => c.trigger.quote === trigger)!.key
    const [a, b] = [key('r1', 'shelled'), key('r4', 'shelled')]
    const before = ledger.versions().content
    const joined = ledger.judge(a, b, 'same', 'Ada', '2026-11-25T12:00:00.000Z')
    expect(ledger.incident(a)!.incident.id).toBe(ledger.incident(b)!.incident.id)
    ledger.undoJudgement(joined.id, '2026-11-25T12:01:00.000Z')
    expect(ledger.incident(a)!.incident.id).not.toBe(ledger.incident(b)!.incident.id)
    const c = key('r3', 'shelled')
    expect(ledger.incident(a)!.incident.id).toBe(ledger.incident(c)!.incident.id)
    const parted = ledger.judge(a, c, 'different', 'Ada', '2026-11-25T12:02:00.000Z')
    expect(ledger.incident(a)!.incident.id).not.toBe(ledger.incident(c)!.incident.id)
    ledger.undoJudgement(parted.id, '2026-11-25T12:03:00.000Z')
    expect(ledger.incident(a)!.claims.map(x => x.key)).toContain(c)
    expect(ledger.versions().content).not.toBe(before)
    expect(() => ledger.judge(a, 'nobody', 'same', 'Ada', '')).toThrow('no claim nobody')
    close()
  })

  test('a wrong claim leaves its incident, a mended one shows its mended value; undo brings back', () => {
    const { ledger, close } = ledgerOf(made)
    const claim = ledger.report('r4')!.told[0]
    const wrong = ledger.correct({ claim: claim.key, verdict: 'wrong', changes: {}, by: 'Ada', at: '2026-11-25', note: '' })
    expect(ledger.claim(claim.key)!.incident).toBe(null)
    ledger.undoCorrection(wrong.id, '2026-11-26')
    expect(ledger.claim(claim.key)!.incident).not.toBe(null)
    const changes = { date: { ...claim.date, from: '1999-06-04', to: '1999-06-04' } }
    ledger.correct({ claim: claim.key, verdict: 'mended', changes, by: 'Ada', at: '2026-11-27', note: 'told so by the author' })
    expect(ledger.claim(claim.key)).toMatchObject({ date: { from: '1999-06-04' }, mended: ['date'] })
    close()
  })

  test('a newer reader reads anew; what people said stays with the claim, the old reading in the history', () => {
    const { ledger, close } = ledgerOf(made)
    const a = ledger.report('r1')!.told[0].key
    const b = ledger.report('r4')!.told[0].key
    ledger.judge(a, b, 'same', 'Ada', '2026-11-25T12:00:00.000Z')
    const newer = { ...PROVENANCE, reader: 'test 2' }
    expect(ledger.outdated(newer)).toHaveLength(5)
    fill(ledger, made, newer)
    expect(ledger.outdated(newer)).toEqual([])
    expect(ledger.report('r1')!.readings.map(r => r.reader)).toEqual(['test 1', 'test 2'])
    expect(ledger.incident(a)!.incident.id).toBe(ledger.incident(b)!.incident.id)
    close()
  })
})

describe('files', () => {
  test('a file that is no ledger is refused by name', () => {
    const { path, remove } = folder()
    const file = join(path, 'notes.txt')
    writeFileSync(file, 'This is no database at all, but a text of some length.'.repeat(200))
    expect(() => openLedger(file)).toThrow(/notes\.txt: this file is no ledger/)
    expect(() => readLedger(join(path, 'none'))).toThrow(/none: no such ledger/)
    remove()
  })

  test('a reader beside a writer sees whole reports only', () => {
    const { ledger, path, close } = ledgerOf([])
    const reader = readLedger(path)
    const big = Array.from({ length: 40 }, (_, i) => entry({ ...made[0].report, id: `big${i}` }))
    for (const one of big) {
      ledger.add([{ entry: one, provenance: PROVENANCE }])
      for (const row of reader.reports({}, { limit: 100, offset: 0 })) expect(row.claims).toBe(one.claims.length)
    }
    expect(reader.counts().reports).toBe(40)
    reader.close()
    close()
  })
})
