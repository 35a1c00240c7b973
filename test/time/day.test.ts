import { describe, expect, test } from 'vitest'
import { childIndex } from '../../src/language/tree.ts'
import type { Document } from '../../src/model/document.ts'
import type { BlockKind } from '../../src/model/report.ts'
import { spanOf } from '../../src/model/span.ts'
import type { EventMention } from '../../src/reading/event/event.ts'
import { daysOf } from '../../src/reading/time/day/day.ts'
import { dayOf, findTimes } from '../../src/reading/time/time.ts'

/** Sentences of "form/tag/relation/head" with heads counted over the document; one block each. Lemmas are given where they differ. */
const documentOf = (
  sentences: readonly string[],
  kinds: readonly BlockKind[],
  lemmas: Readonly<Record<string, string>>,
): Document => {
  const rows = sentences.map(s =>
    s.split(' ').map(cell => /^(.+)\/([^/]+)\/([^/]+)\/(-|\d+)$/.exec(cell)?.slice(1) as [string, string, string, string]),
  )
  const form = rows.flat().map(r => r[0])
  const start: number[] = []
  const end: number[] = []
  const sentence: number[] = []
  const blocks: { kind: BlockKind; start: number; end: number }[] = []
  const first: number[] = []
  const last: number[] = []
  let text = ''
  rows.forEach((row, s) => {
    const from = text.length
    first.push(start.length)
    for (const [word] of row) {
      if (text.length > from && !/^(?:[.,]|'s)$/.test(word)) text += ' '
      start.push(text.length)
      text += word
      end.push(text.length)
      sentence.push(s)
    }
    last.push(start.length - 1)
    blocks.push({ kind: kinds[s] ?? 'paragraph', start: from, end: text.length })
    text += '\n\n'
  })
  const xpos = rows.flat().map(r => r[1])
  const head = Int32Array.from(rows.flat().map(r => (r[3] === '-' ? -1 : Number(r[3]))))
  const upos = xpos.map(x =>
    x.startsWith('VB')
      ? 'VERB'
      : x.startsWith('NNP')
        ? 'PROPN'
        : x.startsWith('NN')
          ? 'NOUN'
          : x === 'CD'
            ? 'NUM'
            : x === 'IN'
              ? 'ADP'
              : x === 'DT'
                ? 'DET'
                : 'X',
  )
  const typed = (list: number[]) => Int32Array.from(list)
  return {
    text,
    blocks,
    sentences: rows.length,
    sentenceFirst: typed(first),
    sentenceLast: typed(last),
    sentenceBlock: typed(rows.map((_, s) => s)),
    length: form.length,
    start: typed(start),
    end: typed(end),
    sentence: typed(sentence),
    form,
    lemma: form.map(f => lemmas[f] ?? f.toLowerCase()),
    upos,
    xpos,
    head,
    deprel: rows.flat().map(r => r[2]),
    ...childIndex(head),
  }
}

interface Case {
  readonly says: string
  readonly sentences: readonly string[]
  readonly kinds?: readonly BlockKind[]
  readonly lemmas?: Readonly<Record<string, string>>
  readonly types?: Readonly<Record<string, EventMention['type']>>
  /** Trigger -> first day, last day, rule. */
  readonly days: Readonly<Record<string, readonly [from: string, to: string, rule: string]>>
}

const eventsOf = (doc: Document, { days, types = {} }: Case): EventMention[] => {
  const triggers = Object.keys(days).map(trigger => ({ trigger, head: doc.form.indexOf(trigger) }))
  const demand = triggers.find(t => /^(?:REQUEST|AGREE)$/.test(types[t.trigger] ?? ''))
  return triggers
    .sort((a, b) => a.head - b.head)
    .map(
      ({ trigger, head }): EventMention => ({
        span: spanOf(doc.text, doc.start[head], doc.end[head]),
        head,
        type: types[trigger] ?? 'ASSAULT',
        mode: null,
        actors: [],
        recipients: [],
        content: demand?.trigger === trigger ? (triggers.find(t => t.head > head)?.head ?? -1) : -1,
        attempt: 'none',
        rule: '',
      }),
    )
}

/** Reports of Saturday, 10 October 2020. */
const PUBLISHED = '2020-10-10'
const CASES: readonly Case[] = [
  {
    says: 'its own adjunct',
    sentences: ['Rebels/NNS/nsubj/1 shelled/VBD/root/- Taiz/NNP/obj/1 on/IN/case/4 Friday/NNP/obl/1 ././punct/1'],
    days: { shelled: ['2020-10-09', '2020-10-09', 'own adjunct'] },
  },
  {
    says: 'a possessive day, and the event that it brought about',
    sentences: [
      "Yesterday/NN/nmod:poss/2 's/POS/case/0 bombing/NN/nsubj/3 killed/VBD/root/- six/CD/nummod/5 people/NNS/obj/3 ././punct/3",
    ],
    days: { bombing: ['2020-10-09', '2020-10-09', 'own adjunct'], killed: ['2020-10-09', '2020-10-09', 'sentence'] },
  },
  {
    says: 'the adjunct of the verb that carries the noun',
    sentences: [
      'The/DT/det/1 army/NN/nsubj/2 launched/VBD/root/- an/DT/det/4 attack/NN/obj/2 on/IN/case/6 Goma/NNP/nmod/4 on/IN/case/8 Monday/NNP/obl/2 ././punct/2',
    ],
    days: { attack: ['2020-10-05', '2020-10-05', 'own adjunct of its verb'] },
  },
  {
    says: 'the date of the saying only where there is no other, whatever the tree says',
    sentences: [
      'Iraq/NNP/nsubj/1 said/VBD/root/- yesterday/NN/obl:unmarked/6 its/PRP$/nmod:poss/4 forces/NNS/nsubj/6 had/VBD/aux/6 crushed/VBN/ccomp/1 an/DT/det/8 attack/NN/obj/6 ././punct/1',
    ],
    lemmas: { said: 'say' },
    days: { crushed: ['2020-10-09', '2020-10-09', 'reporting clause'] },
  },
  {
    says: 'its own date and not that of the saying',
    sentences: [
      'Police/NNP/nsubj/1 said/VBD/root/- on/IN/case/3 Wednesday/NNP/obl/7 the/DT/det/5 attack/NN/nsubj:pass/7 was/VBD/aux:pass/7 carried/VBN/ccomp/1 out/RP/compound:prt/7 on/IN/case/10 Sunday/NNP/obl/7 ././punct/1',
    ],
    lemmas: { said: 'say' },
    days: { attack: ['2020-10-04', '2020-10-04', 'own adjunct of its verb'] },
  },
  {
    says: 'a date at the head of the sentence, over the saying',
    sentences: [
      'In/IN/case/1 December/NNP/obl/5 ,/,/punct/1 state/NN/compound/4 media/NN/nsubj/5 said/VBD/root/- a/DT/det/8 missile/NN/compound/8 strike/NN/nsubj/10 had/VBD/aux/10 hit/VBN/ccomp/5 the/DT/det/12 port/NN/obj/10 ././punct/5',
    ],
    lemmas: { said: 'say' },
    days: { strike: ['2019-12-01', '2019-12-31', 'sentence'] },
  },
  {
    says: 'the day of the same act told before',
    sentences: [
      'Jets/NNS/nsubj/1 bombed/VBD/root/- Grozny/NNP/obj/1 on/IN/case/4 Tuesday/NNP/obl/1 ././punct/1',
      'The/DT/det/7 strike/NN/nsubj/8 killed/VBD/root/- four/CD/nummod/10 people/NNS/obj/8 ././punct/8',
    ],
    days: { bombed: ['2020-10-06', '2020-10-06', 'own adjunct'], killed: ['2020-10-06', '2020-10-06', 'carried'] },
  },
  {
    says: 'an open end behind "since"',
    sentences: [
      'Civil/JJ/amod/1 war/NN/nsubj/3 has/VBZ/aux/3 raged/VBN/root/- in/IN/case/6 the/DT/det/6 country/NN/obl/3 since/IN/case/8 2011/CD/obl/3 ././punct/3',
    ],
    days: { war: ['2011-01-01', '', 'own adjunct of its verb'] },
  },
  {
    says: 'the day ahead of what is planned',
    sentences: [
      'Troops/NNS/nsubj/2 will/MD/aux/2 storm/VB/root/- the/DT/det/4 city/NN/obj/2 on/IN/case/6 Monday/NNP/obl/2 ././punct/2',
    ],
    days: { storm: ['2020-10-12', '2020-10-12', 'own adjunct'] },
  },
  {
    says: 'no day for what is demanded',
    sentences: [
      'The/DT/det/1 ministry/NN/nsubj/2 urged/VBD/root/- rebels/NNS/obj/2 to/TO/mark/5 release/VB/xcomp/2 the/DT/det/7 hostages/NNS/obj/5 ././punct/2',
    ],
    lemmas: { urged: 'urge' },
    types: { urged: 'REQUEST', release: 'RETREAT' },
    days: { urged: [PUBLISHED, PUBLISHED, 'publication'], release: ['', '', 'unknown'] },
  },
  {
    says: 'the day of publication for news without a date; none for what had happened before it',
    sentences: [
      'Fighters/NNS/nsubj/1 captured/VBD/root/- the/DT/det/3 town/NN/obj/1 ././punct/1',
      'The/DT/det/6 militia/NN/nsubj/14 ,/,/punct/10 which/WDT/nsubj/10 had/VBD/aux/10 burned/VBN/acl:relcl/6 the/DT/det/12 village/NN/obj/10 ,/,/punct/6 fled/VBD/root/- ././punct/14',
    ],
    days: { captured: [PUBLISHED, PUBLISHED, 'publication'], burned: ['', '', 'unknown'] },
  },
  {
    says: 'one date for verbs side by side',
    sentences: [
      'Two/CD/nummod/1 soldiers/NNS/nsubj:pass/3 were/VBD/aux:pass/3 killed/VBN/root/- on/IN/case/5 Sunday/NNP/obl/3 and/CC/cc/9 three/CD/nsubj:pass/9 were/VBD/aux:pass/9 wounded/VBN/conj/3 ././punct/3',
    ],
    days: { killed: ['2020-10-04', '2020-10-04', 'own adjunct'], wounded: ['2020-10-04', '2020-10-04', 'clause'] },
  },
  {
    says: 'the date of the clause that tells its beginning',
    sentences: [
      'The/DT/det/1 offensive/NN/nsubj/8 ,/,/punct/4 which/WDT/nsubj/4 started/VBD/acl:relcl/1 on/IN/case/6 Tuesday/NNP/obl/4 ,/,/punct/1 goes/VBZ/root/- on/RB/compound:prt/8 ././punct/8',
    ],
    lemmas: { started: 'start', goes: 'go' },
    days: { offensive: ['2020-10-06', '', 'own clause'] },
  },
  {
    says: 'a story of the past that goes on',
    sentences: [
      'Ethiopia/NNP/nsubj/1 attacked/VBD/root/- the/DT/det/3 port/NN/obj/1 in/IN/case/5 May/NNP/obl/1 1998/CD/nmod:unmarked/5 ././punct/1',
      'Eritrea/NNP/nsubj/9 responded/VBD/root/- with/IN/case/11 shelling/NN/obl/9 ././punct/9',
    ],
    days: { attacked: ['1998-05-01', '1998-05-31', 'own adjunct'], shelling: ['1998-05-01', '', 'carried, open end'] },
  },
  {
    says: 'a length of time up to publication',
    sentences: [
      'The/DT/det/1 truce/NN/nsubj/2 collapsed/VBD/root/- after/IN/case/8 a/DT/det/8 two/CD/nummod/7 -/HYPH/punct/5 week/NN/compound/8 siege/NN/obl/2 ././punct/2',
    ],
    days: { siege: ['2020-09-26', '2020-10-10', 'own adjunct'] },
  },
  {
    says: 'from one month to the other',
    sentences: [
      'He/PRP/nsubj:pass/2 was/VBD/aux:pass/2 held/VBN/root/- from/IN/case/4 March/NNP/obl/2 to/IN/case/6 May/NNP/obl/2 1996/CD/nmod:unmarked/6 ././punct/2',
    ],
    days: { held: ['1996-03-01', '1996-05-31', 'own adjunct'] },
  },
  {
    says: '"since then"',
    sentences: [
      'War/NN/nsubj/1 broke/VBD/root/- out/RP/compound:prt/1 in/IN/case/4 1992/CD/obl/1 ././punct/1',
      'Since/IN/mark/11 then/RB/advmod/11 thousands/NNS/nsubj:pass/11 have/VBP/aux/11 been/VBN/aux:pass/11 killed/VBN/root/- ././punct/11',
    ],
    days: { War: ['1992-01-01', '1992-12-31', 'own adjunct of its verb'], killed: ['1992-01-01', '', 'since the day before'] },
  },
  {
    says: 'the day of what the headline announces',
    sentences: [
      'Shelling/NN/nsubj/1 kills/VBZ/root/- two/CD/obj/1',
      'Shelling/NN/nsubj/4 killed/VBD/root/- two/CD/obj/4 on/IN/case/7 Thursday/NNP/obl/4 ././punct/4',
    ],
    kinds: ['headline', 'paragraph'],
    lemmas: { kills: 'kill', killed: 'kill' },
    days: { kills: ['2020-10-08', '2020-10-08', 'carried'], killed: ['2020-10-08', '2020-10-08', 'own adjunct'] },
  },
  {
    says: 'the day of the raid, not of the call in the perfect; and so does the clause about the raid',
    sentences: [
      'Amnesty/NNP/nsubj/2 has/VBZ/aux/2 called/VBN/root/- for/IN/case/5 an/DT/det/5 inquiry/NN/obl/2 into/IN/case/8 a/DT/det/8 raid/NN/nmod/5 on/IN/case/11 a/DT/det/11 market/NN/nmod/8 in/IN/case/13 Aden/NNP/nmod/11 on/IN/case/15 Thursday/NNP/obl/2 that/WDT/nsubj/17 killed/VBD/acl:relcl/11 nine/CD/nummod/19 people/NNS/obj/17 ././punct/2',
    ],
    lemmas: { called: 'call' },
    types: { called: 'REQUEST', inquiry: 'ACCUSE' },
    days: {
      called: [PUBLISHED, PUBLISHED, 'publication'],
      inquiry: ['', '', 'unknown'],
      raid: ['2020-10-08', '2020-10-08', 'own adjunct'],
      killed: ['2020-10-08', '2020-10-08', 'clause'],
    },
  },
  {
    says: 'the past day of an agreement, not of what was agreed',
    sentences: [
      'The/DT/det/1 rebels/NNS/nsubj/2 agreed/VBD/root/- to/TO/mark/4 disarm/VB/xcomp/2 in/IN/case/6 1999/CD/obl/4 ././punct/2',
    ],
    lemmas: { agreed: 'agree' },
    types: { agreed: 'AGREE', disarm: 'RETREAT' },
    days: { agreed: ['1999-01-01', '1999-12-31', 'own adjunct'], disarm: ['', '', 'unknown'] },
  },
  {
    says: 'an open end behind "since" with a clause',
    sentences: [
      'Thousands/NNS/nsubj/2 have/VBP/aux/2 died/VBN/root/- since/IN/mark/6 the/DT/det/5 uprising/NN/nsubj/6 began/VBD/advcl/2 in/IN/case/8 2011/CD/obl/6 ././punct/2',
    ],
    days: { died: ['2011-01-01', '', 'own clause'] },
  },
  {
    says: 'the date of the strike for what it did beside',
    sentences: [
      'The/DT/det/1 jet/NN/nsubj/2 launched/VBD/root/- a/DT/det/4 strike/NN/obj/2 late/RB/advmod/2 on/IN/case/7 Sunday/NNP/obl/2 ,/,/punct/9 hitting/VBG/advcl/2 two/CD/nummod/11 posts/NNS/obj/9 ././punct/2',
    ],
    days: { strike: ['2020-10-04', '2020-10-04', 'own adjunct of its verb'], hitting: ['2020-10-04', '2020-10-04', 'clause'] },
  },
  {
    says: 'a dateline that disagrees with publication',
    sentences: [
      'Oct./NNP/root/- 9/CD/nummod/0',
      'Fighters/NNS/nsubj/3 captured/VBD/root/- the/DT/det/5 town/NN/obj/3 ././punct/3',
    ],
    kinds: ['dateline', 'paragraph'],
    days: { captured: [PUBLISHED, PUBLISHED, 'publication; the dateline says 2020-10-09'] },
  },
]

describe('the day of an event', () => {
  test.each(CASES.map(c => [c.says, c] as const))('%s', (_, c) => {
    const doc = documentOf(c.sentences, c.kinds ?? [], c.lemmas ?? {})
    const events = eventsOf(doc, c)
    const times = findTimes(doc, PUBLISHED)
    const found = events.map(e => {
      const { from, to, rule } = dayOf(doc, e, events, times, PUBLISHED)
      return [e.span.quote, [from ?? '', to ?? '', rule]]
    })
    expect(Object.fromEntries(found)).toEqual(c.days)
    for (const day of daysOf(doc, events, times, PUBLISHED).values())
      expect(day.quote).toBe(day.start === null || day.end === null ? null : doc.text.slice(day.start, day.end))
  })
  test('without a day of publication nothing is inferred', () => {
    const c = CASES[10]
    const doc = documentOf(c.sentences, [], {})
    const events = eventsOf(doc, c)
    const [day] = daysOf(doc, events, findTimes(doc, null), null).values()
    expect([day.from, day.to, day.how]).toEqual([null, null, 'unknown'])
  })
})
