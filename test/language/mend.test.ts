import { expect, test } from 'vitest'
import { parse, relations } from './english.ts'

test.each([
  ['The attack on the village by army troops left three dead.', ['nmod(attack, troops)', 'nmod(attack, village)']],
  ['An air raid on the port by Iraqi jets wounded nine.', ['nmod(raid, jets)']],
  ['The shelling of Sarajevo by Serb forces continued on Sunday.', ['nmod(shelling, forces)']],
  [
    'Two people were killed and 15 wounded in the attack.',
    ['conj(killed, wounded)', 'nsubj:pass(wounded, 15)', 'cc(wounded, and)'],
  ],
  [
    'Four soldiers were killed and two civilians injured when a mine exploded.',
    ['nsubj:pass(injured, civilians)', 'conj(killed, injured)'],
  ],
  ['Syria denied bombing Homs, where 12 people were killed, and accused the rebels.', ['conj(denied, accused)']],
  ['The army shelled the town, which is held by Kurdish fighters, and sent tanks across the border.', ['conj(shelled, sent)']],
  ['Six rebels were killed and ten captured near the border.', ['nsubj:pass(captured, ten)', 'conj(killed, captured)']],
])('mends: %s', (text, expected) => expect(relations(parse(text))).toEqual(expect.arrayContaining(expected)))

test.each([
  ['The publication of a novel by Graham Greene was delayed.', ['nmod(publication, Greene)']],
  ['They condemned the attack on a village by the river.', ['nmod(attack, river)']],
  ['He met the envoy, who had left Homs and joined the rebels.', ['conj(met, joined)']],
  ['Two men were arrested and a third fled.', ['nsubj:pass(fled, third)']],
  ['The rebels were given rifles and uniforms made in Prague.', ['conj(given, made)']],
])('leaves: %s', (text, never) => {
  const found = relations(parse(text))
  for (const relation of never) expect(found).not.toContain(relation)
})
