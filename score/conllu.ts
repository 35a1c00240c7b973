/** A word of a treebank: offsets are UTF-16 code units of its document's text. */
export interface TreebankWord {
  readonly start: number
  readonly end: number
  /** First and last word (in the sentence, from 1) of the surface token that it is part of. */
  readonly surface: readonly [number, number]
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** From 1; 0 is the root. */
  readonly head: number
  readonly deprel: string
}

/** A document of a treebank: its text made again from its words, and its sentences. */
export interface TreebankDocument {
  readonly text: string
  /** Where each paragraph begins and ends. */
  readonly paragraphs: readonly (readonly [number, number])[]
  readonly sentences: readonly (readonly TreebankWord[])[]
}

interface Builder {
  text: string
  paragraphs: [number, number][]
  sentences: TreebankWord[][]
}

/**
 * Reads CoNLL-U. Sentences are joined by a blank, by an empty line where "# newpar" stands, and "# newdoc" begins a document. Words
 * of one surface token have their own stretch of it where the token is their concatenation, else a share of it.
 */
export const readConllu = (source: string): TreebankDocument[] => {
  const documents: Builder[] = []
  for (const block of source.split(/\n\n+/)) {
    const lines = block.split('\n').filter(l => l)
    const rows = lines.filter(l => /^\d+(?:-\d+)?\t/.test(l)).map(l => l.split('\t'))
    if (!rows.length) continue
    const has = (mark: string) => lines.some(l => l.startsWith(mark))
    if (has('# newdoc') || !documents.length) documents.push({ text: '', paragraphs: [], sentences: [] })
    const doc = documents[documents.length - 1]
    if (has('# newpar') || !doc.text) {
      if (doc.text) doc.text = `${doc.text.trimEnd()}\n\n`
      doc.paragraphs.push([doc.text.length, doc.text.length])
    }
    doc.sentences.push(readSentence(doc, rows))
    doc.paragraphs[doc.paragraphs.length - 1][1] = doc.text.trimEnd().length
  }
  return documents
}

/** Adds a sentence's text to its document. */
const readSentence = (doc: Builder, rows: readonly string[][]): TreebankWord[] => {
  const words: TreebankWord[] = []
  let cover: { last: number; first: number; at: number; text: string; rest: number } | null = null
  const write = (form: string, misc: string): number => {
    const at = doc.text.length
    doc.text += form + (misc.includes('SpaceAfter=No') ? '' : ' ')
    return at
  }
  for (const [id, form, lemma, upos, xpos, , head, deprel, , misc = ''] of rows) {
    const range = id.split('-').map(Number)
    if (range.length === 2) {
      cover = { first: range[0], last: range[1], at: write(form, misc), text: form, rest: form.length }
      continue
    }
    const n = range[0]
    let [start, end] = [0, 0]
    if (cover && n <= cover.last) {
      start = cover.at + cover.text.length - cover.rest
      const wanted = cover.text.startsWith(form, start - cover.at) ? form.length : Math.ceil(cover.rest / (cover.last - n + 1))
      const size = n === cover.last ? cover.rest : Math.min(wanted, cover.rest)
      cover.rest -= size
      end = start + size
    } else {
      start = write(form, misc)
      end = start + form.length
    }
    const surface: [number, number] = cover && n <= cover.last ? [cover.first, cover.last] : [n, n]
    words.push({ start, end, surface, form, lemma, upos, xpos, head: Number(head), deprel })
  }
  return words
}

/** A document as CoNLL-U, its surface tokens included. */
export const writeConllu = (d: TreebankDocument): string =>
  d.sentences
    .map(s => {
      const lines: string[] = []
      const misc = (w: TreebankWord) => (w !== s[s.length - 1] && !/\s/.test(d.text[w.end] ?? ' ') ? 'SpaceAfter=No' : '_')
      s.forEach((w, i) => {
        const [first, last] = w.surface
        if (first < last && first === i + 1) {
          const end = s[last - 1]
          lines.push([`${first}-${last}`, d.text.slice(w.start, end.end), ...Array(7).fill('_'), misc(end)].join('\t'))
        }
        lines.push([i + 1, w.form, w.lemma, w.upos, w.xpos, '_', w.head, w.deprel, '_', misc(w)].join('\t'))
      })
      return `${lines.join('\n')}\n\n`
    })
    .join('')
