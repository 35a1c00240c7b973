import { expect, test } from 'vitest'
import { type Attribution, findAttributions } from '../../src/reading/attribution/attribution.ts'
import { nobody, read } from './text.ts'

const by = (text: string, cue: string, headline = false): Attribution | undefined =>
  findAttributions(read(text, headline), nobody).find(a => a.cue?.quote === cue)

const stances: [string, string, Attribution['stance'], Attribution['kind']][] = [
  ['The army said the town had fallen.', 'said', 'asserts', 'speech'],
  ['The army denied that the town had fallen.', 'denied', 'denies', 'speech'],
  ['Tripoli dismissed reports that its jets had strayed across the border.', 'dismissed', 'denies', 'speech'],
  ['Tripoli rejected the plan.', 'rejected', 'asserts', 'speech'],
  ['Analysts doubt that the garrison can hold out.', 'doubt', 'doubts', 'belief'],
  ['A spokesman did not confirm that the ship had been hit.', 'confirm', 'doubts', 'speech'],
  ['A spokesman neither confirmed nor denied that the ship had been hit.', 'denied', 'doubts', 'speech'],
  ['Villagers believe the gunmen came from the north.', 'believe', 'asserts', 'belief'],
  ['The rebels want to hold the bridge.', 'want', 'asserts', 'attitude'],
  ['The two envoys discussed the raid on the port.', 'discussed', 'asserts', 'topic'],
  ['No officer denied that the village had been burned.', 'denied', 'doubts', 'speech'],
  ['Lima accused Quito of massing troops.', 'accused', 'asserts', 'accusation'],
  ['The envoy urged both sides to stop shelling the camp.', 'urged', 'asserts', 'demand'],
  ['The minister wrote on Telegram that the siege was broken.', 'wrote', 'asserts', 'writing'],
]

test.each(stances)('%s', (text, cue, stance, kind) => {
  expect(by(text, cue)).toMatchObject({ stance, kind })
})

const media: [string, string, string | null][] = [
  ['The minister wrote on Twitter that the siege was broken.', 'wrote', 'Twitter'],
  ['The colonel said on state television that the coup had failed.', 'said', 'state television'],
  ['A doctor told AFP that nine people had died.', 'told', 'AFP'],
  ['The governor said in a statement that the road was open.', 'said', null],
  ['The mayor told the council that the road was open.', 'told', null],
]

test.each(media)('medium: %s', (text, cue, via) => {
  expect(by(text, cue)?.via).toBe(via)
})

const hearsay: [string, string][] = [
  ['The rebels reportedly shelled the port.', 'reportedly'],
  ['The general is said to have fled the country.', 'said'],
  ['Two pilots were believed to have been captured.', 'believed'],
  ['It was reported that the bridge had fallen.', 'reported'],
]

test.each(hearsay)('without a source: %s', (text, cue) => {
  expect(by(text, cue)).toMatchObject({ kind: 'hearsay', source: -1, sourceSpan: null })
})

const headlines: [string, string, string][] = [
  ['Five soldiers killed in border clash - ministry', '-', 'ministry'],
  ['Ministry: five soldiers killed in border clash', ':', 'Ministry'],
  ['Five soldiers killed in border clash, ministry says', 'says', 'ministry'],
  ['HANOI SAYS IT SHOT DOWN SIX BOMBERS', 'SAYS', 'HANOI'],
]

test.each(headlines)('headline: %s', (line, cue, source) => {
  const text = `${line}\n\nThe fighting began at dawn.`
  expect(by(text, cue, true)?.sourceSpan?.quote).toBe(source)
})

test('a headline whose last word is its source', () => {
  const found = findAttributions(read('Air raids kill nine in border town Monitor\n\nThe raids began at dawn.', true), nobody)
  expect(found.map(a => [a.sourceSpan?.quote, a.cue])).toEqual([['Monitor', null]])
})

test('a headline that names a topic has no source', () => {
  expect(by('Border conflict: five soldiers killed\n\nThe fighting began at dawn.', ':', true)).toBeUndefined()
})

test('a quotation goes on in the next paragraph without a cue', () => {
  const text = '"They came at night," the nurse said. "We hid in the cellar."\n\n"They took my brother away."'
  const found = findAttributions(read(text), nobody)
  expect(found.map(a => [a.sourceSpan?.quote, a.cue?.quote ?? null, a.content.map(c => c.quote)])).toEqual([
    ['the nurse', 'said', ['"They came at night,"', '"We hid in the cellar."']],
    ['the nurse', null, ['"They took my brother away."']],
  ])
})

test('a quotation after a paragraph that ends in its cue goes on, a word in marks does not', () => {
  const text = (next: string) => `"They came at night," the nurse told us in the ward.\n\n${next}`
  const carried = (next: string) => findAttributions(read(text(next)), nobody).filter(a => a.cue === null).length
  expect([carried('"They took my brother away."'), carried('"Barbaric" was the word of the day.')]).toEqual([1, 0])
})

test("a statement in full is the speaker's to its end", () => {
  const text = [
    'Foreign Minister Diallo said:',
    'We condemn the attack on the convoy.',
    'The attackers must be brought to justice.',
    'Notes to editors: the minister is on tour.',
  ].join('\n\n')
  const statement = findAttributions(read(text), nobody).filter(a => a.rule.includes('statement'))
  expect(statement.map(a => [a.cue?.quote ?? null, a.content[0].quote])).toEqual([
    ['said', 'We condemn the attack on the convoy.'],
    [null, 'The attackers must be brought to justice.'],
  ])
})

const turns: [string, string | undefined, string | undefined][] = [
  [
    'DIALLO: The rebels attacked the convoy at dawn.\n\nKEITA: Who saw them?',
    'DIALLO',
    'The rebels attacked the convoy at dawn.',
  ],
  ['NEW DELHI: Gunmen attacked a convoy at dawn.', undefined, undefined],
  [
    '[Reporter] Who fired first? [Okello] The garrison opened fire. [end recording] He left.',
    'Okello',
    'The garrison opened fire.',
  ],
  ['Members of the FPR [Frente Popular] attacked the post.', undefined, undefined],
  ['[Text] Rebels attacked the post.', undefined, undefined],
]

test.each(turns)('transcript: %s', (text, speaker, words) => {
  const turn = findAttributions(read(text), nobody).find(a => a.rule === 'turn')
  expect([turn?.sourceSpan?.quote, turn?.content[0].quote]).toEqual([speaker, words])
})

test('what X quoted Y as saying has X before Y', () => {
  const found = findAttributions(read('The agency quoted the minister as saying the port had reopened.'), nobody)
  expect(found.map(a => a.sourceSpan?.quote)).toEqual(['The agency', 'the minister'])
})

const odd = [
  '',
  ' ',
  '"',
  '““““',
  "''''''",
  '"said said said',
  'said',
  'According to',
  'Ministry:',
  '- ministry',
  ':::::',
  '\ud800 said \udfff',
  '😀 said 😀.',
  'x'.repeat(10000),
  '"'.repeat(500),
  'He said '.repeat(400),
]

test.each(odd)('never fails, and spans are exact: %j', text => {
  const doc = read(text)
  for (const { sourceSpan, cue, content } of findAttributions(doc, nobody))
    for (const s of [sourceSpan, cue, ...content]) if (s) expect(doc.text.slice(s.start, s.end)).toBe(s.quote)
})
