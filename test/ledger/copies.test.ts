import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANDIDATE, fingerprintsOf } from '../../src/ledger/copies/fingerprint.ts'
import { type Alike, earlier, likenessOf, type Story } from '../../src/ledger/copies/likeness.ts'
import { sameSentence, sharedPassages } from '../../src/ledger/copies/passages.ts'
import { wordsOf } from '../../src/ledger/copies/words.ts'
import { layOut } from '../../src/text/layout.ts'

const blocksOf = (text: string, headline: string | null) => layOut(text, headline)

let count = 0
const story = (outlet: string | null, published: string | null, headline: string, body: string, key = `k${count++}`): Story => {
  const text = `${headline}\n\n${body}`
  return { key, outlet, published, text, words: wordsOf(text, blocksOf(text, headline)) }
}
const hashes = (headline: string, body: string): Set<number> => {
  const text = `${headline}\n\n${body}`
  return new Set(fingerprintsOf(text, blocksOf(text, headline)).map(print => print.hash))
}
const inCommon = (a: Set<number>, b: Set<number>): number => [...a].filter(hash => b.has(hash)).length

const LEAD =
  'Gunmen on motorcycles attacked a grain convoy near the town of Tarim on Monday, killing seven drivers, the provincial governor said.'
const SECOND =
  'The lorries were on their way from the river port to a camp for displaced people when the men opened fire from both sides of the road.'
const THIRD =
  'Two of the attackers were captured after a chase of several hours, according to the governor, who blamed a rebel faction for the raid.'
const FOURTH =
  'A spokesman for the rebels denied that its fighters had been anywhere near the road and called for an inquiry by the neighbours.'
const BACKGROUND =
  'Last spring shells fired from the hills above the harbour struck a crowded market in Belmar, killing at least thirty people and wounding scores more.'
const WIRE = [LEAD, SECOND, THIRD, FOURTH]
const body = (...sentences: string[]): string => sentences.join('\n\n')

/** The same event in another reporter's words. */
const OTHER_WORDS = body(
  'Seven lorry drivers died on Monday when armed men ambushed vehicles carrying wheat outside Tarim, local officials told reporters.',
  'Witnesses spoke of a hail of bullets that came from the fields left and right. Soldiers later seized two suspects.',
  'The governor of the province accused insurgents of being behind the ambush, a charge that they rejected at once.',
)

describe('how a report stands to an earlier one', () => {
  const wire = story(
    'Northern Wire',
    '2019-05-06',
    'Gunmen kill seven drivers',
    `TARIM, May 6 (Northern Wire) - ${body(...WIRE)}`,
  )
  it.each<[string, Story, Alike['kind'] | null]>([
    [
      'the wire text under another headline',
      story('Daily Post', '2019-05-06', 'Convoy raid leaves seven dead', body(...WIRE)),
      'copy',
    ],
    ['with another dateline', story('Daily Post', '2019-05-07', 'Seven dead', `BELMAR (Agencies) -- ${body(...WIRE)}`), 'copy'],
    ['all in one line and capitals', story('Daily Post', '2019-05-08', 'Seven dead', WIRE.join(' ').toUpperCase()), 'copy'],
    ['cut to three paragraphs of four', story('Daily Post', '2019-05-07', 'Seven dead', body(...WIRE.slice(0, 3))), 'copy'],
    ['three days later', story('Daily Post', '2019-05-09', 'Seven dead', body(...WIRE)), 'repeat'],
    ['the same outlet, the same text', story('Northern Wire', '2019-05-06', 'Seven dead', body(...WIRE), 'z'), 'copy'],
    [
      'the same outlet, another toll and one paragraph more',
      story(
        'Northern Wire',
        '2019-05-07',
        'Toll rises',
        body(LEAD.replace('seven', 'nine'), ...WIRE.slice(1), OTHER_WORDS.slice(0, 126)),
      ),
      'update',
    ],
    ['other words for the same event', story('Daily Post', '2019-05-07', 'Ambush near Tarim', OTHER_WORDS), null],
    ['one paragraph of it in another story', story('Daily Post', '2019-05-08', 'Ambush', body(OTHER_WORDS, SECOND)), 'repeat'],
    ['one paragraph of it on the same day', story('Daily Post', '2019-05-06', 'Ambush', body(OTHER_WORDS, SECOND), 'z'), null],
    ['without a day', story('Daily Post', null, 'Seven dead', body(...WIRE)), 'copy'],
    ['without a day, half of it', story('Daily Post', null, 'Seven dead', body(LEAD, SECOND, OTHER_WORDS)), null],
    ['the day before', story('Daily Post', '2019-05-05', 'Seven dead', body(...WIRE)), null],
  ])('%s', (_, mine, kind) => {
    expect(likenessOf(mine, { ...wire, key: 'a' })?.kind ?? null).toBe(kind)
  })

  it('tells a paragraph of an old report and where it begins and ends', () => {
    const old = story(
      'Coast Radio',
      '2018-04-02',
      'Market shelled',
      body('Rescuers were still at work at dusk.', BACKGROUND, THIRD),
    )
    const mine = story('Daily Post', '2019-05-06', 'Ambush', body(OTHER_WORDS, BACKGROUND.replace('struck', 'hit'), FOURTH))
    const alike = likenessOf(mine, old)
    expect(alike?.kind).toBe('repeat')
    expect(alike?.passages.map(p => p.quote)).toEqual([BACKGROUND.replace('struck', 'hit')])
    expect(alike?.share).toBeCloseTo(0.2, 1)
  })

  it.each([
    ['another number', BACKGROUND.replace('thirty', 'forty')],
    ['a denial', BACKGROUND.replace('struck', 'never struck')],
    ['another place', BACKGROUND.replace('Belmar', 'Sorrin')],
    ['a tail of its own', BACKGROUND.replace('scores more', 'others who had come to buy fish')],
    ['too few words', 'Shells fired from the hills above the harbour struck a crowded market in Belmar.'],
    [
      'half of the sentence',
      BACKGROUND.replace(/, killing.*/, ', and nobody has yet been called to account for what happened on that day of mourning.'),
    ],
  ])('sees no repeat in %s', (_, changed) => {
    const old = story('Coast Radio', '2018-04-02', 'Market shelled', BACKGROUND)
    expect(likenessOf(story('Daily Post', '2019-05-06', 'Ambush', body(OTHER_WORDS, BACKGROUND)), old)?.kind).toBe('repeat')
    expect(likenessOf(story('Daily Post', '2019-05-06', 'Ambush', body(OTHER_WORDS, changed)), old)).toBeNull()
  })

  it('sees no repeat where the old report denied what this one tells', () => {
    const old = story('Coast Radio', '2018-04-02', 'Denial', BACKGROUND.replace('struck', 'never struck'))
    expect(likenessOf(story('Daily Post', '2019-05-06', 'Ambush', body(OTHER_WORDS, BACKGROUND)), old)).toBeNull()
  })

  it('orders by day, unknown days last, then by key', () => {
    const of = (key: string, published: string | null) => ({ key, published })
    const sorted = [of('b', '2019-05-06'), of('d', '2019-05-07'), of('a', null), of('c', null)]
    for (const [i, a] of sorted.entries()) for (const [j, b] of sorted.entries()) expect(earlier(a, b)).toBe(i < j)
  })
})

describe('the same sentence', () => {
  it.each<[boolean, string, string]>([
    [true, LEAD, LEAD.toUpperCase().replaceAll(',', ' –')],
    [true, LEAD, LEAD.replace('said', 'reported')],
    [true, 'The army’s U.S.-made guns fell silent.', "The army's US-made guns fell silent"],
    [true, 'They burned 1,500 houses in Zürich.', 'They burned 1500 houses in Zurich.'],
    [false, LEAD, LEAD.replace('seven', 'eight')],
    [false, LEAD, LEAD.replace('Monday', 'Sunday')],
    [true, LEAD, LEAD.replace('on Monday', 'today')],
    [false, FOURTH, FOURTH.replace('denied', 'confirmed')],
    [false, SECOND, SECOND.replace('from both sides of the road', 'and then fled')],
    [false, LEAD, `${LEAD} ${SECOND}`],
    [false, LEAD, SECOND],
    [false, '', ''],
  ])('%s: %s', (same, a, b) => {
    expect(sameSentence(a, b)).toBe(same)
    expect(sameSentence(b, a)).toBe(same)
  })
})

describe('fingerprints', () => {
  it('are integers below 2^53, each once, at the words that they stand for', () => {
    const text = body(...WIRE, ...WIRE)
    const prints = fingerprintsOf(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    expect(prints.every(({ hash }) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true)
    expect(new Set(prints.map(print => print.hash)).size).toBe(prints.length)
    for (const { start, end } of prints) expect(text.slice(start, end)).toMatch(/^\w+(?:\W+\w+){4}$/)
  })

  it('are the same everywhere and for ever, since ledgers keep them', () => {
    const text = 'Rebels shelled the harbour at dawn.'
    expect(fingerprintsOf(text, [{ kind: 'paragraph', start: 0, end: text.length }])).toEqual([
      { hash: 583121586512053, start: 0, end: 29 },
    ])
  })

  it('leave out datelines, signatures and header lines', () => {
    const text = 'Short flash from the coast now'
    expect(fingerprintsOf(text, [{ kind: 'dateline', start: 0, end: text.length }])).toEqual([])
    expect(fingerprintsOf('Four words are few', [{ kind: 'paragraph', start: 0, end: 18 }])).toEqual([])
  })

  it('bring reports with a paragraph in common together, and those of one event in other words not', () => {
    const wire = hashes('Seven dead', body(...WIRE))
    expect(inCommon(hashes('Ambush', body(OTHER_WORDS, SECOND)), wire)).toBeGreaterThanOrEqual(CANDIDATE)
    expect(inCommon(hashes('Ambush', OTHER_WORDS), wire)).toBeLessThan(CANDIDATE)
  })
})

const VOCABULARY =
  'army rebels town hill Tarim Belmar shelled seized at near the a of said that 12 forty not Monday bridge river'.split(' ')
const sentences = fc.array(
  fc.array(fc.constantFrom(...VOCABULARY), { minLength: 4, maxLength: 30 }).map(words => `The ${words.join(' ')}.`),
  { minLength: 1, maxLength: 8 },
)

describe('whatever the words', () => {
  it('a text is a copy of itself however it is wrapped and marked', () => {
    fc.assert(
      fc.property(
        sentences,
        fc.constantFrom('\n', '\n\n', '  ', ' '),
        fc.constantFrom('"', '’', ' —', ''),
        (lines, gap, mark) => {
          fc.pre(lines.join(' ').split(' ').length >= 8)
          const first = story('Wire', '2019-05-06', 'Fighting', lines.join(' '), 'a')
          const again = story(
            'Post',
            '2019-05-06',
            'Fighting',
            lines.map(line => line.replaceAll(' ', ` ${mark}`)).join(gap),
            'b',
          )
          expect(likenessOf(again, first)).toMatchObject({ kind: 'copy', share: 1 })
        },
      ),
    )
  })

  it('passages slice, are in order and do not overlap, and a share is a share', () => {
    fc.assert(
      fc.property(sentences, sentences, sentences, (shared, a, b) => {
        const mine = story('Post', '2019-05-09', 'Fighting', body(...a, ...shared), 'b')
        const other = story('Wire', '2019-05-01', 'Clashes', body(...shared, ...b), 'a')
        const passages = sharedPassages(mine, other)
        for (const [i, { start, end, quote }] of passages.entries()) {
          expect(mine.text.slice(start, end)).toBe(quote)
          expect(start).toBeLessThan(end)
          if (i) expect(passages[i - 1].end).toBeLessThanOrEqual(start)
        }
        const share = likenessOf(mine, other)?.share ?? 0
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of two reports one is the earlier, so what is found does not hang on the order of adding', () => {
    const day = fc.constantFrom('2019-05-01', '2019-05-02', null)
    fc.assert(
      fc.property(sentences, day, day, (lines, one, two) => {
        const a = story('Wire', one, 'Fighting', body(...lines), 'a')
        const b = story('Post', two, 'Fighting', body(...lines), 'b')
        expect(earlier(a, b)).toBe(!earlier(b, a))
        expect(likenessOf(a, b) && likenessOf(b, a)).toBeNull()
      }),
    )
  })

  it('20 words in a row that two texts share make them candidates', () => {
    const word = fc.string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(...'abcdefghijklmnoprstuvw') })
    const words = (n: number) => fc.uniqueArray(word, { minLength: n, maxLength: n }).map(list => list.join(' '))
    fc.assert(
      fc.property(words(20), words(15), words(15), (shared, before, behind) => {
        const [a, b] = [hashes('One', `${before} ${shared}.`), hashes('Two', `${shared}, ${behind}.`)]
        expect(inCommon(a, b)).toBeGreaterThanOrEqual(CANDIDATE)
      }),
    )
  })

  it('long texts of a few words are compared quickly', () => {
    const dull = story('Wire', '2019-05-01', 'Fighting', 'shells fell on the town '.repeat(4000), 'a')
    const begun = performance.now()
    expect(likenessOf({ ...dull, key: 'b', outlet: 'Post' }, dull)?.kind).toBe('copy')
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})
