import type { Document } from '../model/document.ts'
import type { Block } from '../model/report.ts'
import { trueCase } from './case.ts'
import { lemmaOf } from './lemma.ts'
import { mendTree } from './mend.ts'
import { unpackModels } from './model.ts'
import { createNetwork, LONGEST } from './network.ts'
import { splitSentences } from './sentences.ts'
import { type Token, tokenise } from './tokens.ts'
import { childIndex } from './tree.ts'

/** English, ready to read: texts in, trees out. */
export interface English {
  /**
   * Reads `text` within its blocks of kind headline or paragraph: sentences, tokens, lemmas, tags, trees. Never throws on any
   * text; the same text gives the same document whatever was read before.
   */
  parse(text: string, blocks: readonly Block[]): Document
  /** Reads sentences that are cut into tokens already: `tokens[s]` are the tokens of sentence s, `blockOf[s]` its block. */
  parseTokens(text: string, blocks: readonly Block[], tokens: readonly (readonly Token[])[], blockOf: readonly number[]): Document
}

/** What the net sees for a form, given the form after it ("" at the end of a sentence). */
export type Alias = (form: string, next: string) => string

/** Sentences that are read by the net in one call. */
const AT_ONCE = 256

/**
 * English from a model file (models/english) and the kernel (src/language/kernel). Throws when one is damaged.
 * `alias`: the form that the net is to see for a form and the one after it ("Malian" as "Iraqi"), so that trees do not hang on
 * which names the training text happened to hold; tokens, offsets and lemmas stay as written.
 */
export const createEnglish = (model: Uint8Array, kernel: Uint8Array, alias: Alias = form => form): English => {
  const models = unpackModels(model)
  const [unpacked] = models
  const network = createNetwork(models, kernel)
  const known = (word: string) => unpacked.words.has(word)
  const rank = (word: string) => unpacked.words.get(word) ?? null
  const tags = unpacked.tags.map(t => t.split('|'))

  const parseTokens: English['parseTokens'] = (text, blocks, sentences, blockOf) => {
    const pieces = sentences.flatMap((tokens, s) => cut(text, tokens).map(piece => ({ piece, block: blockOf[s] })))
    const length = pieces.reduce((n, p) => n + p.piece.length, 0)
    const ints = () => new Int32Array(length)
    const [start, end, sentence, head] = [ints(), ints(), ints(), ints()]
    const [form, lemma, upos, xpos, deprel]: string[][] = [[], [], [], [], []]
    const [sentenceFirst, sentenceLast, sentenceBlock] = [0, 0, 0].map(() => new Int32Array(pieces.length))
    for (let from = 0; from < pieces.length; from += AT_ONCE) {
      const part = pieces.slice(from, from + AT_ONCE)
      const forms = part.map(({ piece }) => piece.map(t => text.slice(t.start, t.end)))
      const cased = forms.map(f => trueCase(f, known))
      network(cased.map(f => f.map((w, i) => alias(w, f[i + 1] ?? '')))).forEach((tree, i) => {
        const first = form.length
        const s = from + i
        sentenceFirst[s] = first
        sentenceBlock[s] = part[i].block
        part[i].piece.forEach((token, j) => {
          const t = first + j
          const [u, x] = tags[tree.tags[j]]
          start[t] = token.start
          end[t] = token.end
          sentence[t] = s
          head[t] = tree.heads[j] ? first + tree.heads[j] - 1 : -1
          form.push(forms[i][j])
          upos.push(u)
          xpos.push(x)
          lemma.push(lemmaOf(cased[i][j], u, x, rank))
          deprel.push(unpacked.labels[tree.labels[j]])
        })
        sentenceLast[s] = form.length - 1
        mendTree({ form, lemma, upos, xpos, head, deprel }, first, sentenceLast[s])
      })
    }
    return {
      text,
      blocks,
      sentences: pieces.length,
      sentenceFirst,
      sentenceLast,
      sentenceBlock,
      length,
      start,
      end,
      sentence,
      form,
      lemma,
      upos,
      xpos,
      head,
      deprel,
      ...childIndex(head),
    }
  }

  const parse: English['parse'] = (text, blocks) => {
    const sentences: Token[][] = []
    const blockOf: number[] = []
    blocks.forEach((block, b) => {
      if (block.kind !== 'headline' && block.kind !== 'paragraph') return
      for (const s of splitSentences(text, tokenise(text, block.start, block.end))) {
        sentences.push(s)
        blockOf.push(b)
      }
    })
    return parseTokens(text, blocks, sentences, blockOf)
  }
  return { parse, parseTokens }
}

/** Pieces of a sentence no longer than the net takes, cut after the last comma, semicolon or dash where there is one. */
const cut = (text: string, tokens: readonly Token[]): (readonly Token[])[] => {
  const out: (readonly Token[])[] = []
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(from + LONGEST, tokens.length)
    if (to < tokens.length) {
      while (to > from + LONGEST / 2 && !PAUSE.test(text.slice(tokens[to - 1].start, tokens[to - 1].end))) to--
      if (to <= from + LONGEST / 2) to = from + LONGEST
    }
    out.push(tokens.slice(from, to))
    from = to
  }
  return out
}

const PAUSE = /^[,;:—–-]$/
