import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import { reportOf } from '../../src/model/report.ts'
import { find } from '../../src/reading/reading.ts'

const knowledge = loadKnowledge()

const REPORTS = [
  'Mali said its troops had crossed into Niger on Monday. The Malian army shelled two villages, and Nigerien soldiers fired back. ' +
    'Malian officials blamed Niger. Nigerien civilians fled. The foreign minister of Niger met the Malian president.',
  'Malian rebels attacked a Nigerien convoy. A Malian general denied it. Niger demanded that Mali return the bodies of its soldiers.',
  'The Nigerien air force bombed Mali. Malian police arrested three men. Malian journalists and Nigerien doctors were hurt.',
]
const SWAP: Readonly<Record<string, string>> = {
  Mali: 'Niger',
  Niger: 'Mali',
  Malian: 'Nigerien',
  Nigerien: 'Malian',
  MLI: 'NER',
  NER: 'MLI',
}
const swap = (text: string): string => text.replace(/\b(?:Malian|Nigerien|Mali|Niger|MLI|NER)\b/g, w => SWAP[w])

const partiesOf = (text: string): string[] =>
  find(reportOf({ id: 'fair', text, published: '2001-02-03' }), knowledge).parties.all.map(
    p => `${p.code}/${p.sector} ${p.kind} ${p.name.quote}`,
  )

test.each(REPORTS)('swapping two states swaps their codes and nothing else: %s', text => {
  expect(partiesOf(swap(text))).toEqual(partiesOf(text).map(swap))
})

test.each([
  '',
  ' \n ',
  '\ud83d\ude80 \ud800 (((',
  'THE ARMY',
  'x'.repeat(10_000),
  'its its its their their',
  '(ABC) (ABC) the (ABC)',
  "'s army",
])('any text is read without error: %j', text => {
  const { doc, parties } = find(reportOf({ id: 'any', text }), knowledge)
  for (let t = 0; t < doc.length; t++)
    for (const p of [...parties.at(t), ...parties.ownerOf(t)]) {
      expect(text.slice(p.name.start, p.name.end)).toBe(p.name.quote)
      expect(text.slice(p.here.start, p.here.end)).toBe(p.here.quote)
    }
})
