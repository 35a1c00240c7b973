import { describe, expect, it } from 'vitest'
import { lineKind } from '../../src/text/header.ts'

describe('lines that only say when, where or by whom', () => {
  it.each([
    ['Politics 10 October 2020 15:09 (UTC+04:00)', 'header'],
    ['World | Africa | 5 January 2013', 'header'],
    ['Published: Saturday, 5 January 2013 - 21:04 GMT', 'header'],
    ['Last updated at 9:15 PM ET, Sat January 5, 2013', 'header'],
    ['5 Jan 2013 07:30 GMT+03:00', 'header'],
    ['2013-01-05T07:30:00Z', 'header'],
    ['05/01/2013 10:12', 'header'],
    ['July 19, 1993, Monday', 'header'],
    ['Sunday', null],
    ['By Jane Roe', 'header'],
    ['By JANE ROE and JOHN DOE', 'header'],
    ['By Jane Roe, Staff Writer', 'header'],
    ['Story by Jane Roe, CNN', 'header'],
    ['by Our Correspondent in Goma', 'header'],
    ['By Jane Roe in Goma', 'header'],
    ['Trend:', 'agency'],
    ['(Reuters)', 'agency'],
    ['— AFP', 'agency'],
    ['Associated Press', 'agency'],
    ['BREAKING NEWS', 'header'],
    ['URGENT:', 'header'],
    ['Share this on social media', 'header'],
    ['SECTION: INTERNATIONAL NEWS; Pg. 12', 'header'],
    ['LENGTH: 512 words', 'header'],
    ['BYLINE: Jane Roe', 'header'],
    ['LOAD-DATE: January 6, 2013', 'header'],
    ['Source: River Courier, 5 Jan 2013', 'header'],
    ['Enditem', 'header'],
    ['###', 'header'],
    ['-30-', 'header'],
  ])('%s: %s', (line, kind) => {
    expect(lineKind(line)).toBe(kind)
  })

  it.each([
    'The war began on 5 January 2013.',
    'On 5 January 2013 rebels took Gao.',
    'By nightfall the rebels held both banks.',
    'By Jane Roe’s count, nine died.',
    'By Friday they had left',
    'Seven killed on 5 January 2013 near Gao',
    'Three men died, the army said:',
    'He was born in May 1950',
    'Reuters reporter killed in Gao',
    'Share prices fell',
    'Update on the siege of Gao',
    'Minister Roe said:',
    'Section 12 of the treaty was broken.',
    'Source: rebels fled town',
    'Ends meet',
  ])('leaves: %s', line => {
    expect(lineKind(line)).toBeNull()
  })
})
