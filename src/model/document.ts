import type { Block } from './report.ts'

/**
 * A text read as English: sentences, tokens, lemmas, tags and a Universal Dependencies tree, as arrays over tokens.
 * Token indexes run over the whole document; offsets are UTF-16 code units of `text`.
 */
export interface Document {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Number of sentences; `sentenceFirst[s]` and `sentenceLast[s]` are its first and last token (inclusive), `sentenceBlock[s]` its block. */
  readonly sentences: number
  readonly sentenceFirst: Int32Array
  readonly sentenceLast: Int32Array
  readonly sentenceBlock: Int32Array
  /** Number of tokens. */
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** The sentence of each token. */
  readonly sentence: Int32Array
  readonly form: readonly string[]
  /** Lower case, but for proper nouns. */
  readonly lemma: readonly string[]
  /** Universal part of speech: NOUN, VERB, PROPN... */
  readonly upos: readonly string[]
  /** Penn Treebank tag: NNP, VBD... */
  readonly xpos: readonly string[]
  /** Head's token index; -1 for the root of a sentence. */
  readonly head: Int32Array
  /** Universal dependency relation with subtype: nsubj, nsubj:pass, obl... */
  readonly deprel: readonly string[]
  /** Dependents of token t in order: `childList` from `childFirst[t]` to `childFirst[t + 1]` (exclusive). */
  readonly childFirst: Int32Array
  readonly childList: Int32Array
}
