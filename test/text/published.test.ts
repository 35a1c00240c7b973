import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/text/layout.ts'
import { parseDay, publicationOf } from '../../src/text/published.ts'

describe('days as they are given', () => {
  it.each([
    ['2016-07-02', '2016-07-02'],
    ['2016-07-02T23:50:00-05:00', '2016-07-02'],
    ['2016-07-02 23:50', '2016-07-02'],
    ['2016/07/02', '2016-07-02'],
    ['20160702', '2016-07-02'],
    ['Sat, 02 Jul 2016 09:00:00 GMT', '2016-07-02'],
    ['July 2, 2016', '2016-07-02'],
    ['2nd of July 2016', '2016-07-02'],
    ['02.07.2016', '2016-07-02'],
    ['13/1/2016', '2016-01-13'],
    ['2 JUL 96', '1996-07-02'],
    ['2016-02-30', null],
    ['07/08/2013', null],
    ['July 2', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (written, day) => {
    expect(parseDay(written)).toBe(day)
  })
})

describe('the day of publication', () => {
  const of = (text: string, known: Parameters<typeof publicationOf>[0] = {}): string => {
    const { published, publishedBy } = publicationOf(known, text, layOut(text, null))
    return `${published} ${publishedBy}`
  }
  it.each([
    [
      'a header line',
      'Rebels take bridge near Gao\n\n5 January 2013 10:15\n\nGAO, Jan. 4 (AP) - Rebels took it.',
      '2013-01-05 dateline',
    ],
    ['a dateline with its year', 'LIMA, 5 OCT 88 (EFE) -- Two men died.', '1988-10-05 dateline'],
    ['a copyright line', 'GAO, Jan. 5 (AP) - Rebels took it.\n\n© 2013 The Agency', '2013-01-05 dateline'],
    [
      'a full date shortly before',
      'GAO, Jan. 5 (AP) - Rebels took it.\n\nThe war began on 29 December 2012.',
      '2013-01-05 dateline',
    ],
    ['nothing but a day', 'GAO, Jan. 5 (AP) - Rebels took it.', 'null null'],
    ['a far past', 'GAO, Jan. 5 (AP) - Rebels took it.\n\nThe war began on 1 March 2001.', 'null null'],
    [
      'an anniversary',
      'KIGALI, April 7 (AP) - Thousands marched on the anniversary of the killings of 6 April 1994.',
      'null null',
    ],
    [
      'a later year',
      'GAO, Jan. 5 (AP) - Rebels took it.\n\nThe war began on 29 December 2012, and elections are due in 2014.',
      'null null',
    ],
    ['no day at all', 'Rebels took the town.', 'null null'],
  ])('from %s', (_name, text, expected) => {
    expect(of(text)).toBe(expected)
  })
  it('prefers what is given, then the page, then the text, then the option', () => {
    const text = 'LIMA, 5 OCT 88 (EFE) -- Two men died.'
    expect(of(text, { given: '1990-01-01', metadata: '1991-01-01', option: '1992-01-01' })).toBe('1990-01-01 given')
    expect(of(text, { metadata: '1991-01-01', option: '1992-01-01' })).toBe('1991-01-01 metadata')
    expect(of(text, { option: '1992-01-01' })).toBe('1988-10-05 dateline')
    expect(of('Two men died.', { option: '1992-01-01' })).toBe('1992-01-01 option')
  })
})
