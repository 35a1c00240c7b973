import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datelineOf, layOut } from '../../src/text/layout.ts'

const SIGN = { headline: 'H', header: 'h', dateline: 'd', agency: 'a', paragraph: 'p' } as const
const laid = (text: string, headline: string | null = null): string[] =>
  layOut(text, headline).map(block => `${SIGN[block.kind]} ${text.slice(block.start, block.end).replaceAll('\n', '/')}`)

describe('layout', () => {
  it.each<[string, string, string | null, string[]]>([
    [
      'a wire page with section line, place and date, outlet line',
      'Shells hit Terter\n\nPolitics 10 October 2020 15:09 (UTC+04:00)\nBARDA, Azerbaijan, Oct. 10\n\nTrend:\n\nShells hit the town.\n\nNobody was hurt.',
      'Shells hit Terter',
      [
        'H Shells hit Terter',
        'h Politics 10 October 2020 15:09 (UTC+04:00)',
        'd BARDA, Azerbaijan, Oct. 10',
        'a Trend:',
        'p Shells hit the town.',
        'p Nobody was hurt.',
      ],
    ],
    [
      'a byline and a stamp below a headline that nobody gave',
      'Rebels take bridge near Gao\n\nBy Awa Diallo and Jo Roe\nUpdated 9:15 PM EST, Sat January 5, 2013\n\nGAO, Mali (AP) — Rebels took a bridge.',
      null,
      [
        'H Rebels take bridge near Gao',
        'h By Awa Diallo and Jo Roe',
        'h Updated 9:15 PM EST, Sat January 5, 2013',
        'd GAO, Mali (AP) —',
        'p Rebels took a bridge.',
      ],
    ],
    [
      'hard-wrapped lines with indents for paragraphs',
      'RAID ON PORT\n\nJets bombed the port\nof Umm Jalid today.\n    "We lost two\nboats," an officer\nsaid.\n    Nobody else spoke.',
      'RAID ON PORT',
      [
        'H RAID ON PORT',
        'p Jets bombed the port/of Umm Jalid today.',
        'p "We lost two/boats," an officer/said.',
        'p Nobody else spoke.',
      ],
    ],
    [
      'notes of a monitoring service',
      'Bogota, 9 Mar 88 (Radio Uno) -- [Report] [Ana Paz]\n[Text] Two men died.\n\n   [Begin recording] We saw smoke.',
      null,
      [
        'd Bogota, 9 Mar 88 (Radio Uno) --',
        'h [Report] [Ana Paz]/[Text]',
        'p Two men died.',
        'h [Begin recording]',
        'p We saw smoke.',
      ],
    ],
    [
      'a dateline behind a dateline',
      'Lima, 5 Oct 88 (LA VOZ) -- [Excerpt] Cuzco -- Two men died.',
      '',
      ['d Lima, 5 Oct 88 (LA VOZ) --', 'h [Excerpt]', 'd Cuzco --', 'p Two men died.'],
    ],
    [
      'words in brackets that belong to the sentence',
      'Lima, 5 Oct 88 (LA VOZ) -- [Text] [FAR] fighters left.',
      null,
      ['d Lima, 5 Oct 88 (LA VOZ) --', 'h [Text]', 'p [FAR] fighters left.'],
    ],
    [
      'a text that lost its lines: stamp and headline run into the sentence',
      'Blast in Kano kills nine people\n\nPublished July 2 2016 Blast in Kano kills nine people AFP A bomb went off in Kano on Saturday.',
      'Blast in Kano kills nine people',
      [
        'H Blast in Kano kills nine people',
        'h Published July 2 2016',
        'H Blast in Kano kills nine people',
        'a AFP',
        'p A bomb went off in Kano on Saturday.',
      ],
    ],
    [
      'a stamp in figures, and a dateline in the middle',
      'Drone downed over Homs today\n\n02.07.2016(updated 1457 02.07.2016) A drone fell, officers said. DAMASCUS (Sputnik) It was small.',
      'Drone downed over Homs today',
      [
        'H Drone downed over Homs today',
        'h 02.07.2016(updated 1457 02.07.2016)',
        'p A drone fell, officers said.',
        'd DAMASCUS (Sputnik)',
        'p It was small.',
      ],
    ],
    [
      'one line for each paragraph',
      'The army said on Monday that it had left the town of Bor after three days of fighting in which it lost eleven men and two guns.\nRebels denied it.\nBoth sides buried their dead.',
      null,
      [
        'p The army said on Monday that it had left the town of Bor after three days of fighting in which it lost eleven men and two guns.',
        'p Rebels denied it.',
        'p Both sides buried their dead.',
      ],
    ],
    [
      'credits at the end',
      'DILI (Reuters) - Two men died.\n\nThey were soldiers.\n\n(Reporting by Jo Roe; editing by Ann Poe)',
      null,
      ['d DILI (Reuters) -', 'p Two men died.', 'p They were soldiers.', 'a (Reporting by Jo Roe; editing by Ann Poe)'],
    ],
    ['an empty text', '', null, []],
    ['white space alone', ' \n\n\t', 'x', []],
  ])('reads %s', (_name, text, headline, expected) => {
    expect(laid(text, headline)).toEqual(expected)
  })

  it.each<[string, string, string | null]>([
    [
      'a lead that begins like the headline',
      'Blast kills nine in Kano\n\nBlast kills nine in Kano suburb, police said.',
      'Blast kills nine in Kano',
    ],
    ['a date that opens a sentence', '5 April 2017 was a day of fire in the north of the country.', null],
    ['a sentence about a date', 'By July 2, 2016, the siege was over.', null],
    ['a sentence that opens with By', 'By Monday the rebels held the town.', null],
    ['an agency as a subject', 'Reuters said two men died.', null],
    ['a short last sentence', 'Rebels fled.\n\nThe town fell.\n\nShare prices fell.', null],
    ['someone quoted after a colon', 'Minister Roe said:\n\nWe shall fight on.', null],
    ['a first line that ends a sentence', 'Rebels took the bridge.\n\nThe army denied it.', null],
  ])('keeps %s', (_name, text, headline) => {
    const kept = layOut(text, headline)
      .filter(block => block.kind === 'paragraph')
      .map(block => text.slice(block.start, block.end))
      .join('\n\n')
    expect(kept).toBe(headline ? text.slice(headline.length + 2) : text)
  })

  it('tells where and when a report was filed', () => {
    const text = 'BARDA, Azerbaijan, Oct. 10 (Trend) - Shells fell.'
    const filed = datelineOf(text, layOut(text, null))
    expect([filed.place?.quote, filed.day, filed.outlet?.quote]).toEqual(['BARDA', '--10-10', 'Trend'])
  })

  it('keeps every word of any text in one block, in order', () => {
    const piece = fc.constantFrom(
      ...[
        'The army said',
        ' it left. ',
        '\n\n',
        '\n',
        '    ',
        'KABUL',
        ', Aug 14',
        ' (Reuters)',
        ' - ',
        ' — ',
        'July 2 2016 ',
        '10 October ',
        'By Jane Roe',
      ],
      ...[
        '[Text] ',
        'AFP ',
        '/TASS/. ',
        'Trend:',
        '...',
        '|',
        '"',
        '💥',
        '\uD800',
        'Blast kills nine in Kano ',
        '(',
        '\t',
        '5.7.2001 ',
        'Source: A',
        '# ',
        '---',
      ],
    )
    const words = (text: string): string => text.replace(/[\s.|»]+/g, '')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(null, 'Blast kills nine in Kano', ''),
        (pieces, headline) => {
          const text = pieces.join('')
          let at = 0
          let kept = ''
          for (const { start, end } of layOut(text, headline)) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            kept += text.slice(start, end)
            at = end
          }
          expect(words(kept)).toBe(words(text))
        },
      ),
      { seed: 3, numRuns: 3000 },
    )
  })
})
