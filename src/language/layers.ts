import { type Model, type QuantisedRows, rowsOf, valuesOf } from './model.ts'
import type { Workspace } from './workspace.ts'

/** A packed matrix in the kernel's memory: K inputs, N outputs, both rounded up to multiples of 8. */
export interface Layer {
  readonly weights: number
  readonly scales: number
  readonly bias: number
  readonly K: number
  readonly N: number
}

/** The two directions of an LSTM: what the inputs and what the state before give to the gates (i f g o). */
export interface Recurrence {
  readonly input: Layer
  readonly recurrent: Layer
}

/** The layers of the net of models/english/train.py. */
export interface Layers {
  readonly input: Layer
  readonly normWeight: number
  readonly normBias: number
  readonly conv: Layer
  readonly lstm1: readonly Recurrence[]
  readonly tag: Layer
  readonly tagBack: Layer
  readonly lstm2: readonly Recurrence[]
  readonly mlp: Layer
  readonly arc: Layer
  /** For each label and each value of the head what multiplies it: L outputs per label. */
  readonly label: Layer
  /** What the word alone gives to each label. */
  readonly labelOwn: Layer
}

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to

/** Inputs of a layer: with the kernel's 4095 steps of activations and 1016 of weights the sums of more would not fit 32 bits. */
const MOST_INPUTS = 512
/** Steps of a weight that the file does not hold by outputs. */
const STEPS = 1016

/** Packs the weights of a model for the kernel. Throws when one is missing or too large. */
export const packLayers = (model: Model, workspace: Workspace): Layers => {
  const { model: D, hidden: H, arc: A, label: L } = model.dims
  const labels = model.labels.length
  const bias = (name: string) => valuesOf(model.tensor(name))
  const linear = (name: string, withBias = true): Layer =>
    pack(workspace, rowsOf(model.tensor(`${name}.weight`)), withBias ? bias(`${name}.bias`) : null)
  const lstm = (name: string): Recurrence[] =>
    ['', '_reverse'].map(way => {
      const [own, other] = ['ih', 'hh'].map(part => bias(`${name}.bias_${part}_l0${way}`))
      const [input, recurrent] = ['ih', 'hh'].map(part => rowsOf(model.tensor(`${name}.weight_${part}_l0${way}`)))
      return {
        input: pack(
          workspace,
          input,
          own.map((b, i) => b + other[i]),
        ),
        recurrent: pack(workspace, recurrent, null),
      }
    })
  const conv = rowsOf(model.tensor('conv.weight'))
  const arc = valuesOf(model.tensor('arc'))
  const label = valuesOf(model.tensor('label'))
  const labelLinear = valuesOf(model.tensor('label_linear.weight'))
  const built = {
    input: linear('input'),
    normWeight: workspace.place(bias('norm.weight')),
    normBias: workspace.place(bias('norm.bias')),
    conv: pack(
      workspace,
      {
        ...conv,
        values: arrange(Int8Array, conv.values.length, 3 * D, (n, k) => conv.values[(n * D + (k % D)) * 3 + Math.floor(k / D)]),
      },
      bias('conv.bias'),
    ),
    lstm1: lstm('lstm1'),
    tag: linear('tag'),
    tagBack: linear('tag_back', false),
    lstm2: lstm('lstm2'),
    mlp: linear('mlp'),
    arc: pack(
      workspace,
      quantise(
        arrange(Float32Array, A * A, A, (n, k) => arc[k * A + n]),
        A,
      ),
      bias('arc_bias'),
    ),
    label: pack(
      workspace,
      quantise(
        arrange(Float32Array, labels * L * L, L, (n, k) => label[(Math.floor(n / L) * L + k) * L + (n % L)]),
        L,
      ),
      Array.from({ length: labels * L }, (_, n) => labelLinear[Math.floor(n / L) * 2 * L + L + (n % L)]),
    ),
    labelOwn: pack(
      workspace,
      quantise(
        arrange(Float32Array, labels * L, L, (n, k) => labelLinear[n * 2 * L + k]),
        L,
      ),
      bias('label_linear.bias'),
    ),
  }
  if (built.lstm1[0].recurrent.K !== H) throw new Error('the English model is damaged: its layers do not fit together')
  return built
}

/** A matrix by rows of K values, value by value. */
const arrange = <T extends Int8Array | Float32Array>(
  type: new (length: number) => T,
  length: number,
  K: number,
  value: (n: number, k: number) => number,
): T => {
  const out = new type(length)
  for (let n = 0, at = 0; at < length; n++) for (let k = 0; k < K; k++) out[at++] = value(n, k)
  return out
}

/** Quantises rows of K values, each by its own largest magnitude. */
const quantise = (values: Float32Array, K: number): QuantisedRows<Int16Array> => {
  const out = new Int16Array(values.length)
  const scales = new Float32Array(values.length / K)
  for (let n = 0; n < scales.length; n++) {
    let max = 0
    for (let i = n * K; i < (n + 1) * K; i++) max = Math.max(max, Math.abs(values[i]))
    scales[n] = (max || 1) / STEPS
    for (let i = n * K; i < (n + 1) * K; i++) out[i] = Math.round(values[i] / scales[n])
  }
  return { values: out, scales, columns: K }
}

/** Writes a matrix by rows (one per output) in the kernel's order: groups of 8 outputs, pairs of inputs. */
const pack = (workspace: Workspace, rows: QuantisedRows<Int8Array | Int16Array>, bias: ArrayLike<number> | null): Layer => {
  const { values, scales, columns } = rows
  const [K, N] = [roundUp(columns, 8), roundUp(scales.length, 8)]
  if (K > MOST_INPUTS) throw new Error(`the English model has a layer of ${columns} inputs; the kernel takes ${MOST_INPUTS}`)
  const layer = { weights: workspace.alloc(K * N * 2), scales: workspace.alloc(N * 4), bias: workspace.alloc(N * 4), K, N }
  const packed = workspace.shorts(layer.weights, K * N)
  for (let n = 0, i = 0; n < scales.length; n++) {
    const column = (n >> 3) * K * 8 + (n & 7) * 2
    for (let k = 0; k < columns; k++) packed[column + (k >> 1) * 16 + (k & 1)] = values[i++]
  }
  workspace.floats(layer.scales, scales.length).set(scales)
  if (bias) workspace.floats(layer.bias, scales.length).set(bias)
  return layer
}
