import { type FeatureSizes, featureRows } from './features.ts'
import { addRow, type Model } from './model.ts'

/** Writes the embedding of a form: vector, word, suffixes, prefix and shape side by side, added to zeros. */
export type Embedding = (form: string, out: Float32Array, at: number) => void

/** The embedding tables of a model. */
export const embeddingOf = (model: Model): Embedding => {
  const [vector, word, suffix3, suffix2, prefix, shape] = ['vector', 'word', 'suffix3', 'suffix2', 'prefix', 'shape'].map(name =>
    model.tensor(`${name}.weight`),
  )
  const sizes: FeatureSizes = {
    word: word.shape[0],
    suffix3: suffix3.shape[0],
    suffix2: suffix2.shape[0],
    prefix: prefix.shape[0],
    shape: shape.shape[0],
  }
  const d = model.dims
  return (form, out, at) => {
    const rows = featureRows(form, model.words, sizes)
    let to = at
    addRow(vector, rows.vector, out, to)
    to += d.vector
    for (const row of rows.word) addRow(word, row, out, to)
    to += d.word
    addRow(suffix3, rows.suffix3, out, to)
    to += d.suffix3
    addRow(suffix2, rows.suffix2, out, to)
    to += d.suffix2
    addRow(prefix, rows.prefix, out, to)
    to += d.prefix
    addRow(shape, rows.shape, out, to)
  }
}
