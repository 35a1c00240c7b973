import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/load.ts'
import type { BlockKind } from '../../src/model/report.ts'
import { findEvents } from '../../src/reading/event/event.ts'
import { rootOf } from '../../src/reading/event/root.ts'
import { marks, remark, unmark } from './marked.ts'

const knowledge = loadKnowledge()
const read = (sentence: string, kind: BlockKind = 'paragraph') => {
  const { text, expected } = unmark(sentence)
  const doc = knowledge.english.parse(text, [{ kind, start: 0, end: text.length }])
  return { got: remark(doc, findEvents(doc, knowledge.ontology), expected), want: marks(text, expected) }
}

const FRAMES: Readonly<Record<string, readonly string[]>> = {
  passive: [
    'Three soldiers were {killed|ASSAULT by=guerrillas to=soldiers} by guerrillas near Juba.',
    'The mayor, who had been {kidnapped|ASSAULT/abduct by=rebels to=mayor} by rebels, was {freed|RETREAT/release to=mayor}.',
  ],
  'headlines without "were"': [
    'Army says five soldiers {killed|ASSAULT to=soldiers} near Juba.',
    'Two policemen {wounded|ASSAULT to=policemen} in Karachi, officials say.',
    'Rebels {killed|ASSAULT by=Rebels to=soldiers} five soldiers, the army said.',
  ],
  relative: ['Police {arrested|COERCE/arrest by=Police to=men} the men who {attacked|ASSAULT by=men} the embassy.'],
  control: [
    'Rebels tried to {storm|ASSAULT by=Rebels} the airport.',
    'The army managed to {recapture|COERCE/territory by=army} the town.',
  ],
  participle: [
    'Jets {bombed|ASSAULT/aerial by=Jets to=camp} the camp, {killing|ASSAULT by=Jets to=people} ten people.',
    'Troops {entered|MOBILIZE by=Troops} the city before {withdrawing|RETREAT/withdraw by=Troops} at dawn.',
  ],
  coordination: [
    'Gunmen {shot|ASSAULT by=Gunmen to=guards} two guards and {kidnapped|ASSAULT by=Gunmen to=engineer} an engineer.',
    'Iraqi and Syrian troops {clashed|ASSAULT by=troops} near the border.',
  ],
  noun: [
    'The {shelling|ASSAULT/heavy-weapons by=army to=barracks} of the barracks by the army went on.',
    'The Israeli {withdrawal|RETREAT/withdraw by=Israeli} from Lebanon began on Monday.',
    'A rebel {attack|ASSAULT by=rebel to=convoy} on a convoy was reported.',
  ],
  carriers: [
    'The guerrillas launched an {attack|ASSAULT by=guerrillas to=barracks} on the barracks.',
    'Turkish jets carried out {air strikes|ASSAULT/aerial by=jets}.',
    'The convoy {came under fire|ASSAULT by=militiamen to=convoy} from militiamen.',
  ],
  speech: [
    'Chad {accused|ACCUSE/allege by=Chad to=Libya} Libya of {arming|AID by=Libya to=rebels} the rebels.',
    'Cairo {urged|REQUEST by=Cairo to=sides} both sides to {withdraw|RETREAT by=sides}.',
    'The troops {must|REQUEST to=troops} {withdraw|RETREAT by=troops}.',
  ],
}

describe.each(Object.entries(FRAMES))('%s', (_, sentences) => {
  it.each(sentences)('%s', sentence => {
    const { got, want } = read(sentence)
    expect(got).toEqual(want)
  })
})

describe('headlines', () => {
  it.each([
    'Rebels {seize|COERCE/territory by=Rebels} town near Goma',
    '20 {killed|ASSAULT} in {blast|ASSAULT/explosives} at Karachi market',
    'Dutch cameraman {killed|ASSAULT to=cameraman} in Gori',
    'Rebels {killed|ASSAULT by=Rebels to=mayor} mayor of Goma',
    'US to {send|AID by=US to=Kiev} arms to Kiev',
    'Taliban {Release|RETREAT/release by=Taliban to=Hostages} Three Hostages',
  ])('%s', sentence => {
    const { got, want } = read(sentence, 'headline')
    expect(got).toEqual(want)
  })
})

describe('the root between two phrases', () => {
  it.each([
    ['Norway gave food to Mali.', 'Norway', 'Mali', 'AID'],
    ['Mali will release the sailors of Togo.', 'Mali', 'the sailors of Togo', 'AGREE'],
    ['Mali will not release the sailors of Togo.', 'Mali', 'the sailors of Togo', 'REJECT'],
    ['Peru threatened to attack Ecuador.', 'Peru', 'Ecuador', 'THREATEN'],
    ['Togo and Benin signed a treaty.', 'Togo', 'Benin', 'SUPPORT'],
  ])('%s', (text, source, target, root) => {
    expect(rootOf(text, source, target, knowledge)).toBe(root)
  })
  it('is null where nothing happens', () => {
    expect(rootOf('The river is long.', 'river', 'long', knowledge)).toBe(null)
  })
})

describe('any text', () => {
  it.each([
    '',
    ' ',
    '\ud800 \udfff attack',
    'a'.repeat(10_000),
    '💥💥 killed 💥',
    'killed '.repeat(400),
    '((((((',
    'by by by by of of of attack',
  ])('never throws (%#)', text => {
    const doc = knowledge.english.parse(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    for (const e of findEvents(doc, knowledge.ontology)) expect(text.slice(e.span.start, e.span.end)).toBe(e.span.quote)
  })
})
