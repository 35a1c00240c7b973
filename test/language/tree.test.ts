import { expect, test } from 'vitest'
import {
  ancestors,
  child,
  childIndex,
  childrenBy,
  conjuncts,
  isRelation,
  isUnder,
  subtree,
  tokensSpan,
} from '../../src/language/tree.ts'
import type { Document } from '../../src/model/document.ts'
import { parse, relations } from './english.ts'

/** A document from "form:relation:head" words, heads counted from 1, 0 the root. */
const tree = (words: string): Document => {
  const rows = words.split(' ').map(w => w.split(':'))
  const text = rows.map(r => r[0]).join(' ')
  const head = Int32Array.from(rows, r => Number(r[r.length - 1]) - 1)
  const start = Int32Array.from(rows, (_, i) => rows.slice(0, i).reduce((n, r) => n + r[0].length + 1, 0))
  return {
    text,
    blocks: [],
    sentences: 1,
    sentenceFirst: Int32Array.of(0),
    sentenceLast: Int32Array.of(rows.length - 1),
    sentenceBlock: Int32Array.of(0),
    length: rows.length,
    start,
    end: start.map((s, i) => s + rows[i][0].length),
    sentence: new Int32Array(rows.length),
    form: rows.map(r => r[0]),
    lemma: rows.map(r => r[0]),
    upos: rows.map(() => 'X'),
    xpos: rows.map(() => 'X'),
    head,
    deprel: rows.map(r => r.slice(1, -1).join(':')),
    ...childIndex(head),
  }
}

const doc = tree(
  'Troops:nsubj:pass:3 were:aux:pass:3 shot:root:0 and:cc:5 wounded:conj:3 and:cc:7 captured:conj:5 in:case:9 Beirut:obl:7',
)

test('children by relation, subtypes included', () => {
  expect(childrenBy(doc, 2, 'nsubj', 'conj')).toEqual([0, 4])
  expect(childrenBy(doc, 2, 'nsubj:pass')).toEqual([0])
  expect(child(doc, 2, 'obj')).toBe(-1)
  expect(isRelation(doc, 0, 'nsubj')).toBe(true)
  expect(isRelation(doc, 0, 'nsubj:outer')).toBe(false)
})

test('chains of coordination, subtrees, ancestors', () => {
  expect(conjuncts(doc, 2)).toEqual([2, 4, 6])
  expect(subtree(doc, 6)).toEqual([5, 8])
  expect(subtree(doc, 2)).toEqual([0, 8])
  expect(ancestors(doc, 8)).toEqual([6, 4, 2])
  expect(isUnder(doc, 8, 4)).toBe(true)
  expect(isUnder(doc, 4, 8)).toBe(false)
  expect(tokensSpan(doc, 7, 8)).toEqual({ start: 42, end: 51, quote: 'in Beirut' })
})

test.each([
  [
    'Gunmen killed three soldiers in Mali.',
    ['nsubj(killed, Gunmen)', 'obj(killed, soldiers)', 'nummod(soldiers, three)', 'root(killed)'],
  ],
  ['Two villagers were shot by the police.', ['nsubj:pass(shot, villagers)', 'obl:agent(shot, police)', 'root(shot)']],
  [
    'Egypt said Israel had bombed the canal.',
    ['nsubj(said, Egypt)', 'ccomp(said, bombed)', 'nsubj(bombed, Israel)', 'obj(bombed, canal)'],
  ],
  [
    'The rebels, who hold the port, have attacked the airport.',
    ['acl:relcl(rebels, hold)', 'nsubj(attacked, rebels)', 'obj(attacked, airport)', 'obj(hold, port)'],
  ],
  ['REBELS SHELL THE CAPITAL', ['nsubj(SHELL, REBELS)', 'obj(SHELL, CAPITAL)', 'root(SHELL)']],
])('tree of: %s', (text, expected) => expect(relations(parse(text))).toEqual(expect.arrayContaining(expected)))
