import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { read } from '../../src/reading/reading.ts'
import { knowledge, sampleFiles, sampleReports, spansOf } from './reports.ts'

let reports: Report[] = []
beforeAll(async () => {
  reports = await sampleReports()
})

describe('our sample reports', () => {
  test('are all read, with their day', () => {
    expect(reports.length).toBeGreaterThanOrEqual(sampleFiles.length)
    for (const r of reports) expect(r.published, r.id).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('give claims, each span of which is its quote', () => {
    for (const report of reports) {
      const reading = read(report, knowledge())
      expect(reading.claims.length, report.id).toBeGreaterThanOrEqual(5)
      for (const { start, end, quote } of spansOf(reading)) expect(report.text.slice(start, end)).toBe(quote)
    }
  })

  test('read twice, and in another order, give the same bytes', () => {
    const first = reports.map(r => JSON.stringify(read(r, knowledge())))
    const again = [...reports].reverse().map(r => JSON.stringify(read(r, knowledge())))
    expect(again.reverse()).toEqual(first)
  })

  test('agree with what they must tell', () => {
    const claims = reports.flatMap(r => read(r, knowledge()).claims.map(c => ({ id: r.id, ...c })))
    const denial = claims.find(c => c.id === 'ganja-baku' && c.polarity === 'negative')
    expect(denial?.attribution.at(-1)?.code).toBe('ARM')
    const firing = claims.find(c => c.id === 'ganja-yerevan' && c.trigger.quote === 'firing')
    expect(firing).toMatchObject({ polarity: 'negative', attribution: [{ code: 'ARM' }] })
    const dead = claims.find(c => c.id === 'ganja-yerevan' && c.trigger.quote === 'killed')
    expect(dead).toMatchObject({ polarity: 'positive', attribution: [] })
    const seizure = claims.find(c => c.id === 'goma-2012' && c.trigger.quote === 'captured')
    expect(seizure).toMatchObject({ type: 'COERCE', mode: 'territory', polarity: 'positive', modality: 'actual' })
    expect(seizure?.places[0]?.name).toBe('Goma')
    expect(seizure?.date.from).toBe('2012-11-20')
  })
})
