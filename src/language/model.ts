/** A matrix by rows of whole numbers, each row with the scale that makes them values. */
export interface QuantisedRows<T = Int8Array> {
  readonly values: T
  readonly scales: Float32Array
  readonly columns: number
}

/** A tensor of a model file: its shape and its values as they lie in the file, quantised rows or plain. */
interface Tensor {
  readonly shape: readonly number[]
  readonly rows: QuantisedRows | null
  readonly plain: Float32Array | null
}

/** Dimensions of the net, as models/english/train.py names them. */
export interface Dimensions {
  readonly vector: number
  readonly word: number
  readonly suffix3: number
  readonly suffix2: number
  readonly prefix: number
  readonly shape: number
  readonly model: number
  readonly hidden: number
  readonly arc: number
  readonly label: number
}

/** A model file, unpacked: nothing is copied but the word list. */
export interface Model {
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly dims: Dimensions
  /** Word -> row of the vector table, from 1. */
  readonly words: ReadonlyMap<string, number>
  tensor(name: string): Tensor
}

/** Reads a model file as models/english/train.py packs it. Throws when the bytes are not one. */
export const unpackModel = (bytes: Uint8Array): Model => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = bytes.byteLength > 8 ? String.fromCharCode(...bytes.subarray(0, 4)) : ''
  if (magic !== 'HSE1') throw new Error('the English model is missing or damaged: its file does not begin with HSE1')
  const length = view.getUint32(4, true)
  const base = 8 + length
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, base)))
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const placed = (at: number, size: number): number => {
    if (base + at + size > bytes.byteLength) throw new Error('the English model is damaged: its file is too short')
    return aligned.byteOffset + base + at
  }
  const floats = (at: number, count: number) => new Float32Array(aligned.buffer, placed(at, count * 4), count)
  const tensors = new Map<string, Tensor>()
  for (const t of header.tensors) {
    const size = t.shape.reduce((a: number, b: number) => a * b, 1)
    const rows =
      t.type === 'i8'
        ? {
            values: new Int8Array(aligned.buffer, placed(t.at, size), size),
            scales: floats(t.scale, t.rows),
            columns: t.columns,
          }
        : null
    tensors.set(t.name, { shape: t.shape, rows, plain: rows ? null : floats(t.at, size) })
  }
  const text = new TextDecoder().decode(bytes.subarray(base + header.words.at, base + header.words.at + header.words.bytes))
  const words = new Map<string, number>()
  for (const word of text.split('\n')) words.set(word, words.size + 1)
  const tensor = (name: string): Tensor => {
    const t = tensors.get(name)
    if (!t) throw new Error(`the English model is damaged: it has no tensor ${name}`)
    return t
  }
  return { tags: header.tags, labels: header.labels, dims: header.dims, words, tensor }
}

/** The rows of a quantised tensor. Throws when it is plain. */
export const rowsOf = (t: Tensor): QuantisedRows => {
  if (!t.rows) throw new Error('the English model is damaged: a matrix is not quantised')
  return t.rows
}

/** All values of a tensor. */
export const valuesOf = (t: Tensor): Float32Array => {
  if (t.plain) return t.plain
  const { values, scales, columns } = rowsOf(t)
  const out = new Float32Array(values.length)
  for (let r = 0, i = 0; r < scales.length; r++) for (let k = 0; k < columns; k++, i++) out[i] = values[i] * scales[r]
  return out
}

/** Adds row r of a quantised table to `out` from `at` on. */
export const addRow = (t: Tensor, r: number, out: Float32Array, at: number): void => {
  const { values, scales, columns } = rowsOf(t)
  const scale = scales[r]
  for (let i = 0, k = r * columns; i < columns; i++, k++) out[at + i] += values[k] * scale
}

/**
 * The models of a file: one, or several that decide together, as `train.py --join` writes them ("HSEN", their number, the
 * length of each, then each at a multiple of 16 bytes). Throws when the bytes are no such file or the models do not fit together.
 */
export const unpackModels = (bytes: Uint8Array): Model[] => {
  if (bytes.byteLength < 16 || String.fromCharCode(...bytes.subarray(0, 4)) !== 'HSEN') return [unpackModel(bytes)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(4, true)
  const models: Model[] = []
  let at = Math.ceil((8 + 4 * count) / 16) * 16
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(8 + 4 * i, true)
    models.push(unpackModel(bytes.subarray(at, at + length)))
    at += Math.ceil(length / 16) * 16
  }
  const outcome = (m: Model) => `${m.tags} ${m.labels} ${m.dims.model} ${m.dims.hidden} ${m.dims.arc} ${m.dims.label}`
  if (models.some(m => outcome(m) !== outcome(models[0])))
    throw new Error('the English model is damaged: its members do not fit together')
  return models
}
