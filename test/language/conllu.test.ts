import { expect, test } from 'vitest'
import { readConllu, writeConllu } from '../../score/conllu.ts'
import { toConllu } from '../../src/language/conllu.ts'
import { parse } from './english.ts'

test('a document as CoNLL-U and back', () => {
  const doc = parse("The army's guns didn't stop. Nobody left Basra.")
  const conllu = toConllu(doc)
  expect(conllu).toContain("2-3\tarmy's\t_")
  expect(conllu).toContain("5-6\tdidn't\t_")
  expect(conllu).toMatch(/^7\tstop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No$/m)
  const [read] = readConllu(conllu)
  expect(read.text.trimEnd()).toBe(doc.text)
  expect(read.sentences.flat().map(w => w.form)).toEqual(doc.form)
  expect(read.sentences.flat().map(w => [w.start, w.end])).toEqual(doc.form.map((_, t) => [doc.start[t], doc.end[t]]))
  expect(readConllu(writeConllu(read))[0]).toEqual(read)
})

test('documents, paragraphs and words that are more than a part of their token', () => {
  const line = (id: string, form: string, misc = '_') => [id, form, form, 'X', 'X', '_', '0', 'root', '_', misc].join('\t')
  const source = [
    '# newdoc',
    line('1', 'One', 'SpaceAfter=No'),
    line('2', '.'),
    '',
    '# newpar',
    line('1-2', 'gonna'),
    line('1', 'going'),
    line('2', 'to'),
    '',
    '# newdoc',
    line('1', 'Two'),
    '',
    '',
  ].join('\n')
  const [first, second] = readConllu(source)
  expect(first.text.trimEnd()).toBe('One.\n\ngonna')
  expect(first.paragraphs).toEqual([
    [0, 4],
    [6, 11],
  ])
  expect(first.sentences[1].map(w => first.text.slice(w.start, w.end))).toEqual(['gon', 'na'])
  expect(second.text.trimEnd()).toBe('Two')
})
