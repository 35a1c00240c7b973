import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { exportsPage } from '../../scripts/build-exports.ts'
import { exported, type Telling, WAR } from './fake.ts'

const EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">'
const evil: Telling = {
  ...WAR[0],
  text: `${EVIL} {shelled} it`,
  by: [`${EVIL}|AZE MIL`],
  place: { ...WAR[0].place, name: EVIL },
  loaded: ['<script>alert(1)</script>'],
  report: { outlet: EVIL, headline: EVIL, url: 'javascript:alert(3)' },
}
const sides = { conflict: EVIL, sides: [] }

describe('html', () => {
  const { document } = parseHTML(exported('html', WAR))

  test('sets the accounts side by side, numbers with their owners', () => {
    const article = document.getElementById('i-claim0')
    expect([...(article?.querySelectorAll('h4') ?? [])].map(h => h.textContent)).toEqual([
      'Armenia',
      'Azerbaijan',
      'Azerbaijan, civilians',
    ])
    expect([...(article?.querySelectorAll('.stances') ?? [])].map(s => s.textContent)).toEqual([
      'denies',
      'assertsnames another doer',
      'assertsnames another doer',
    ])
    expect(article?.textContent).toContain('5 killed (Azerbaijan, civilians), says defence ministry')
    expect(article?.querySelector('mark')?.textContent).toBe('terrorists')
    expect(article?.querySelector('a')?.getAttribute('href')).toBe('https://hill.example/a?b=1&c=2')
  })

  test('comes in time order, the undated last', () =>
    expect([...document.querySelectorAll('article')].map(a => a.id)).toEqual(['i-claim3', 'i-claim0', 'i-claim4']))

  test('asks nothing of the outside and runs nothing', () => {
    expect(document.querySelectorAll('script, link, img, iframe, [style], [src]')).toHaveLength(0)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/)
  })

  test('takes text for text', () => {
    const page = parseHTML(exported('html', [evil], { sides })).document
    expect(page.querySelectorAll('script, img, [onerror], a[href^="javascript"]')).toHaveLength(0)
    expect(page.querySelector('h1')?.textContent).toBe(EVIL)
    expect(page.querySelector('mark')?.textContent).toBe('<script>alert(1)</script>')
  })

  test('says what it was narrowed by', () =>
    expect(exported('html', WAR, { filter: { party: ['AZE'], from: '2020-10-01' } })).toContain(
      'narrowed by party: AZE; from: 2020-10-01',
    ))
})

describe('timelinejs', () => {
  test('a slide for each dated incident', () => {
    const { events, scale } = JSON.parse(exported('timelinejs', WAR))
    expect(scale).toBe('human')
    expect(events.map((e: { unique_id: string }) => e.unique_id)).toEqual(['claim3', 'claim0'])
    expect(events[0]).toMatchObject({
      start_date: { year: 2020, month: 10, day: 1 },
      end_date: { year: 2020, month: 10, day: 6 },
      display_date: '1 to 6 October 2020',
    })
    expect(events[1].text.text).toContain('<b>Armenia</b>: denies')
  })

  test('its HTML holds no text as HTML', () => expect(exported('timelinejs', [evil], { sides })).not.toMatch(/<(?:script|img)/))
})

test('jsonl: whole records', () => {
  const records = exported('jsonl', WAR)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(records).toHaveLength(5)
  expect(records[0]).toMatchObject({
    key: 'claim0',
    incident: 'claim0',
    report: { key: 'r1', outlet: 'Hill Wire' },
    sentence: { start: 0 },
    trail: { type: 'a rule' },
  })
})

test('docs/exports.md is what the formats give', () =>
  expect(readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')).toBe(exportsPage()))
