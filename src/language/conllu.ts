import type { Document } from '../model/document.ts'

/**
 * A document in CoNLL-U (universaldependencies.org/format.html): a comment with the text of each sentence, words joined without
 * a blank ("don't", "Iraq's") under one surface token, SpaceAfter=No in the last column. Ends in an empty line.
 */
export const toConllu = (doc: Document): string => {
  const out: string[] = []
  for (let s = 0; s < doc.sentences; s++) {
    const [first, last] = [doc.sentenceFirst[s], doc.sentenceLast[s]]
    out.push(`# sent_id = ${s + 1}`)
    out.push(`# text = ${doc.text.slice(doc.start[first], doc.end[last]).replace(/\s+/g, ' ')}`)
    for (let t = first; t <= last; t++) {
      if (t < last && isRunOn(doc, t + 1) && (t === first || !isRunOn(doc, t))) out.push(surface(doc, t, first, last))
      out.push(word(doc, t, first, last))
    }
    out.push('')
  }
  return `${out.join('\n')}\n`
}

/** The line of a surface token of several words that begins at word t. */
const surface = (doc: Document, t: number, first: number, last: number): string => {
  let end = t + 1
  while (end < last && isRunOn(doc, end + 1)) end++
  const form = doc.text.slice(doc.start[t], doc.end[end])
  return [`${t - first + 1}-${end - first + 1}`, form, ...Array(7).fill('_'), misc(doc, end, last)].join('\t')
}

const word = (doc: Document, t: number, first: number, last: number): string => {
  const head = doc.head[t] < 0 ? 0 : doc.head[t] - first + 1
  return [
    t - first + 1,
    doc.form[t],
    doc.lemma[t],
    doc.upos[t],
    doc.xpos[t],
    '_',
    head,
    doc.deprel[t],
    '_',
    misc(doc, t, last),
  ].join('\t')
}

const CLITIC = /^(?:n['’]?t|['’]?(?:s|m|re|ve|ll|d)|not|na|ta)$/i

/** Whether word t is one surface token with the word before it: a clitic or possessive ending without a blank. */
const isRunOn = (doc: Document, t: number): boolean =>
  doc.start[t] === doc.end[t - 1] && /\p{L}$/u.test(doc.form[t - 1]) && (doc.xpos[t] === 'POS' || CLITIC.test(doc.form[t]))

const misc = (doc: Document, t: number, last: number): string =>
  t < last && doc.start[t + 1] === doc.end[t] ? 'SpaceAfter=No' : '_'
