import { decodeHeads } from './decode.ts'
import { type FeatureSizes, featureRows } from './features.ts'
import { addRow, type Model, valuesOf } from './model.ts'

/** What the net says of one sentence. Heads count words from 1; 0 is the root. */
export interface SentenceTree {
  /** Index into the model's tags for each word. */
  readonly tags: Int32Array
  readonly heads: Int32Array
  /** Index into the model's labels for each word. */
  readonly labels: Int32Array
}

/** A net ready to run: sentences as forms in, trees out. Results do not depend on what was parsed before or beside. */
export type Network = (sentences: readonly (readonly string[])[]) => SentenceTree[]

interface Kernel {
  quantise(src: number, dst: number, scales: number, M: number, K: number): void
  multiply(
    a: number,
    strideA: number,
    scalesA: number,
    fixed: number,
    b: number,
    scalesB: number,
    bias: number,
    c: number,
    M: number,
    K: number,
    N: number,
  ): void
  normalise(src: number, dst: number, weight: number, bias: number, M: number, D: number, factor: number): void
  gate(y: number, h: number, M: number, D: number): void
  step(
    inputs: number,
    recurrent: number,
    tokens: number,
    c: number,
    h: number,
    out: number,
    rowBytes: number,
    offset: number,
    M: number,
    H: number,
  ): void
  softmax(p: number, M: number, N: number, stride: number): void
  add(x: number, y: number, count: number): void
  leaky(x: number, count: number): void
  label(products: number, head: number, own: number, labels: number, L: number, not: number): number
  products(a: number, strideA: number, n: number, b: number, strideB: number, m: number, K: number, out: number): void
}

/** A packed matrix in the kernel's memory: K inputs (even), N outputs (a multiple of 8). */
interface Layer {
  readonly weights: number
  readonly scales: number
  readonly bias: number
  readonly K: number
  readonly N: number
}

/** Steps of a weight: a multiple of the file's 127, so that its rows are kept exactly. */
const WEIGHT_STEPS = 1016
/** Inputs of a layer: with the kernel's 4095 steps of activations the sums of more would not fit 32 bits. */
const MOST_INPUTS = 512
/** Steps per unit of a layer-normalised value. */
const NORM_STEPS = 256
/** Rows that one batch may have: words and one empty row between sentences. */
const ROWS = 768
/** Sentences that the recurrence steps through side by side; a multiple of the kernel's tile of four rows. */
const LANES = 16
/** Words of the longest sentence that is parsed in one piece. */
export const LONGEST = 250
/** Forms whose input rows are remembered. */
const REMEMBERED = 20_000

const roundUp = (n: number, to: number) => Math.ceil(n / to) * to

/** Sentences that the recurrence reads one after the other: [first row, length] each, and their words together. */
interface Lane {
  readonly sentences: [number, number][]
  words: number
}

/** Spreads sentences (longest first) evenly over lanes; the longest lane comes first. */
const lanesOf = (starts: readonly number[], lengths: readonly number[]): Lane[] => {
  const lanes: Lane[] = []
  for (const [i, start] of starts.entries()) {
    if (lanes.length < LANES) lanes.push({ sentences: [], words: 0 })
    const lane = lanes.reduce((a, b) => (b.words < a.words ? b : a))
    lane.sentences.push([start, lengths[i]])
    lane.words += lengths[i]
  }
  return lanes.sort((a, b) => b.words - a.words)
}

/** The rows of a lane in order of reading; the first of each sentence is negative. */
const stepsOf = (lane: Lane, backwards: boolean): Int32Array => {
  const out = new Int32Array(lane.words)
  let at = 0
  for (const [start, length] of lane.sentences)
    for (let q = 0; q < length; q++) out[at++] = (q ? 1 : -1) * (backwards ? start + length - 1 - q : start + q)
  return out
}

/** Prepares a model to run in the kernel. Throws when either is damaged. */
export const createNetwork = (model: Model, wasm: Uint8Array): Network => {
  const d = model.dims
  const [D, H, A, L] = [d.model, d.hidden, d.arc, d.label]
  const inputs = d.vector + d.word + d.suffix3 + d.suffix2 + d.prefix + d.shape
  const tags = model.tags.length
  const labels = model.labels.length
  const tagColumns = roundUp(tags, 8)
  const mlpColumns = 2 * A + 2 * L
  const root = model.labels.indexOf('root')

  let top = 1024
  const alloc = (bytes: number): number => {
    const at = top
    top += roundUp(bytes, 64)
    return at
  }
  const pending: (() => void)[] = []
  let memory: WebAssembly.Memory
  const layer = (K: number, N: number, weight: (k: number, n: number) => number, bias: ArrayLike<number> | null): Layer => {
    const [kk, nn] = [roundUp(K, 8), roundUp(N, 8)]
    if (kk > MOST_INPUTS) throw new Error(`the English model has a layer of ${K} inputs; the kernel takes ${MOST_INPUTS}`)
    const out = { weights: alloc(kk * nn * 2), scales: alloc(nn * 4), bias: alloc(nn * 4), K: kk, N: nn }
    pending.push(() => {
      const packed = new Int16Array(memory.buffer, out.weights, kk * nn)
      const scales = new Float32Array(memory.buffer, out.scales, nn)
      for (let n = 0; n < N; n++) {
        let max = 0
        for (let k = 0; k < K; k++) max = Math.max(max, Math.abs(weight(k, n)))
        const scale = Math.fround((max || 1) / WEIGHT_STEPS)
        scales[n] = scale
        const column = (n >> 3) * kk * 8 + (n & 7) * 2
        for (let k = 0; k < K; k++) packed[column + (k >> 1) * 16 + (k & 1)] = Math.round(weight(k, n) / scale)
      }
      if (bias) new Float32Array(memory.buffer, out.bias, nn).set(Array.from({ length: N }, (_, n) => bias[n]))
    })
    return out
  }
  const vector = (name: string): number => {
    const v = valuesOf(model.tensor(name))
    const at = alloc(v.length * 4)
    pending.push(() => new Float32Array(memory.buffer, at, v.length).set(v))
    return at
  }
  const linear = (name: string, K: number, N: number, bias = true): Layer => {
    const w = valuesOf(model.tensor(`${name}.weight`))
    return layer(K, N, (k, n) => w[n * K + k], bias ? valuesOf(model.tensor(`${name}.bias`)) : null)
  }
  const lstm = (name: string, K: number) =>
    ['', '_reverse'].map(way => {
      const [ih, hh] = ['ih', 'hh'].map(part => valuesOf(model.tensor(`${name}.weight_${part}_l0${way}`)))
      const [bi, bh] = ['ih', 'hh'].map(part => valuesOf(model.tensor(`${name}.bias_${part}_l0${way}`)))
      return {
        input: layer(
          K,
          4 * H,
          (k, n) => ih[n * K + k],
          bi.map((b, i) => b + bh[i]),
        ),
        recurrent: layer(H, 4 * H, (k, n) => hh[n * H + k], null),
      }
    })

  const input = linear('input', inputs, D)
  const convolution = valuesOf(model.tensor('conv.weight'))
  const conv = layer(
    3 * D,
    2 * D,
    (k, n) => convolution[(n * D + (k % D)) * 3 + Math.floor(k / D)],
    valuesOf(model.tensor('conv.bias')),
  )
  const [normWeight, normBias] = [vector('norm.weight'), vector('norm.bias')]
  const lstm1 = lstm('lstm1', D)
  const tag = linear('tag', 2 * H, tags)
  const tagBack = linear('tag_back', tags, 2 * H, false)
  const lstm2 = lstm('lstm2', 2 * H)
  const mlp = linear('mlp', 2 * H, mlpColumns)
  const arcWeights = valuesOf(model.tensor('arc'))
  const arc = layer(A, A, (k, n) => arcWeights[k * A + n], valuesOf(model.tensor('arc_bias')))
  const labelWeights = valuesOf(model.tensor('label'))
  const labelLinear = valuesOf(model.tensor('label_linear.weight'))
  const label = layer(
    L,
    labels * L,
    (k, n) => labelWeights[(Math.floor(n / L) * L + k) * L + (n % L)],
    Array.from({ length: labels * L }, (_, n) => labelLinear[Math.floor(n / L) * 2 * L + L + (n % L)]),
  )
  const labelOwn = layer(L, labels, (k, n) => labelLinear[n * 2 * L + k], valuesOf(model.tensor('label_linear.bias')))

  const bE = alloc(ROWS * roundUp(inputs, 8) * 4)
  const bX = alloc((ROWS + 2) * D * 4)
  const bQ = alloc((ROWS + 2) * Math.max(2 * H, roundUp(inputs, 8)) * 2)
  const bS = alloc(ROWS * 4)
  const bG = alloc(ROWS * 4 * H * 4)
  const bR = alloc(LANES * 4 * H * 4)
  const bH = alloc(LANES * H * 4)
  const bC = alloc(LANES * H * 4)
  const bT = alloc(LANES * 4)
  const bO = alloc(ROWS * 2 * H * 4)
  const bP = alloc(ROWS * tagColumns * 4)
  const bB = alloc(ROWS * 2 * H * 4)
  const bO2 = alloc(ROWS * 2 * H * 4)
  const bM = alloc((ROWS + 1) * mlpColumns * 4)
  const bD = alloc(ROWS * A * 4)
  const bA = alloc(LONGEST * (LONGEST + 1) * 4)
  const bL = alloc(LONGEST * label.N * 4)
  const bW = alloc(LONGEST * labelOwn.N * 4)

  memory = new WebAssembly.Memory({ initial: Math.ceil(top / 65536) + 1 })
  for (const write of pending) write()
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as BufferSource), {
    env: {
      memory,
      abort: () => {
        throw new Error('the English kernel stopped')
      },
    },
  })
  const kernel = instance.exports as unknown as Kernel
  const F = new Float32Array(memory.buffer)
  const I = new Int32Array(memory.buffer)

  /** out = layer(rows of f32 at src). */
  const apply = (l: Layer, src: number, out: number, M: number): void => {
    kernel.quantise(src, bQ, bS, M, l.K)
    kernel.multiply(bQ, l.K, bS, 0, l.weights, l.scales, l.bias, out, M, l.K, l.N)
  }

  const tables = ['vector', 'word', 'suffix3', 'suffix2', 'prefix', 'shape'].map(name => model.tensor(`${name}.weight`))
  const [vectors, words, suffixes3, suffixes2, prefixes, shapes] = tables
  const sizes: FeatureSizes = {
    word: words.shape[0],
    suffix3: suffixes3.shape[0],
    suffix2: suffixes2.shape[0],
    prefix: prefixes.shape[0],
    shape: shapes.shape[0],
  }
  let remembered = new Map<string, Float32Array>()

  /** Computes the input rows of forms not yet remembered, in batches. */
  const prepare = (forms: readonly string[]): void => {
    if (remembered.size > REMEMBERED) remembered = new Map()
    const fresh = [...new Set(forms)].filter(f => !remembered.has(f))
    for (let from = 0; from < fresh.length; from += ROWS) {
      const part = fresh.slice(from, from + ROWS)
      F.fill(0, bE >> 2, (bE >> 2) + part.length * input.K)
      for (const [i, form] of part.entries()) embed(form, (bE >> 2) + i * input.K)
      apply(input, bE, bG, part.length)
      for (const [i, form] of part.entries()) remembered.set(form, F.slice((bG >> 2) + i * D, (bG >> 2) + (i + 1) * D))
    }
  }
  const embed = (form: string, at: number): void => {
    const rows = featureRows(form, model.words, sizes)
    let o = at
    addRow(vectors, rows.vector, F, o)
    o += d.vector
    for (const r of rows.word) addRow(words, r, F, o)
    o += d.word
    addRow(suffixes3, rows.suffix3, F, o)
    o += d.suffix3
    addRow(suffixes2, rows.suffix2, F, o)
    o += d.suffix2
    addRow(prefixes, rows.prefix, F, o)
    o += d.prefix
    addRow(shapes, rows.shape, F, o)
  }

  /** A BiLSTM over the sentences of the lanes. */
  const runLstm = (pair: typeof lstm1, src: number, out: number, lanes: readonly Lane[], rows: number): void => {
    pair.forEach((direction, way) => {
      apply(direction.input, src, bG, rows)
      const steps = lanes.map(lane => stepsOf(lane, way === 1))
      let active = lanes.length
      for (let q = 0; q < lanes[0].words; q++) {
        while (lanes[active - 1].words <= q) active--
        for (let r = 0; r < active; r++) {
          const step = steps[r][q]
          I[(bT >> 2) + r] = Math.abs(step)
          if (step > 0) continue
          F.fill(0, (bH >> 2) + r * H, (bH >> 2) + (r + 1) * H)
          F.fill(0, (bC >> 2) + r * H, (bC >> 2) + (r + 1) * H)
        }
        apply(direction.recurrent, bH, bR, active === 3 ? 4 : active > 4 ? roundUp(active, 4) : active)
        kernel.step(bG, bR, bT, bC, bH, out, 2 * H * 4, way * H * 4, active, H)
      }
    })
  }

  const rootRow = valuesOf(model.tensor('root'))
  F.set(rootRow, bO2 >> 2)
  apply(mlp, bO2, bM, 1)
  kernel.leaky(bM, mlpColumns)
  const rootMlp = F.slice(bM >> 2, (bM >> 2) + mlpColumns)

  /** Heads and labels of one sentence whose MLP rows lie from row `first` on; the row before it is lent to the root. */
  const tree = (first: number, n: number): Pick<SentenceTree, 'heads' | 'labels'> => {
    const [base, columns] = [bM + first * mlpColumns * 4, mlpColumns * 4]
    const rootAt = base - columns
    const lent = F.slice(rootAt >> 2, (rootAt >> 2) + mlpColumns)
    F.set(rootMlp, rootAt >> 2)
    kernel.products(bD + first * A * 4, A * 4, n, rootAt + A * 4, columns, n + 1, A, bA)
    const heads = decodeHeads(n, (h, dependent) => F[(bA >> 2) + (dependent - 1) * (n + 1) + h])
    const out = new Int32Array(n)
    for (let i = 0; i < n; i++)
      F.copyWithin((bE >> 2) + i * L, (base >> 2) + i * mlpColumns + 2 * A, (base >> 2) + i * mlpColumns + 2 * A + L)
    apply(label, bE, bL, n)
    apply(labelOwn, bE, bW, n)
    for (let i = 0; i < n; i++) {
      const head = bM + (first + heads[i] - 1) * columns + (2 * A + L) * 4
      out[i] = heads[i] ? kernel.label(bL + i * label.N * 4, head, bW + i * labelOwn.N * 4, labels, L, root) : root
    }
    F.set(lent, rootAt >> 2)
    return { heads, labels: out }
  }

  const runBatch = (batch: readonly (readonly string[])[]): SentenceTree[] => {
    const lengths = batch.map(s => s.length)
    const starts: number[] = []
    let rows = 1
    for (const n of lengths) {
      starts.push(rows)
      rows += n + 1
    }
    const x = bX >> 2
    F.fill(0, x, x + rows * D)
    for (const [i, s] of batch.entries())
      for (const [j, form] of s.entries()) F.set(remembered.get(form) as Float32Array, x + (starts[i] + j) * D)
    kernel.normalise(bX, bQ, normWeight, normBias, rows, D, NORM_STEPS)
    const q = new Int16Array(memory.buffer, bQ, (rows + 1) * D)
    q.fill(0, 0, D)
    for (let i = 0; i < starts.length; i++) q.fill(0, (starts[i] + lengths[i]) * D, (starts[i] + lengths[i] + 1) * D)
    kernel.multiply(bQ, D, 0, 1 / NORM_STEPS, conv.weights, conv.scales, conv.bias, bG, rows - 2, conv.K, conv.N)
    kernel.gate(bG, bX + D * 4, rows - 2, D)
    const lanes = lanesOf(starts, lengths)
    runLstm(lstm1, bX, bO, lanes, rows)
    apply(tag, bO, bP, rows)
    kernel.softmax(bP, rows, tags, tagColumns)
    apply(tagBack, bP, bB, rows)
    kernel.add(bO, bB, rows * 2 * H)
    runLstm(lstm2, bO, bO2, lanes, rows)
    kernel.add(bO2, bO, rows * 2 * H)
    apply(mlp, bO2, bM, rows)
    kernel.leaky(bM, rows * mlpColumns)
    for (let r = 0; r < rows; r++) F.copyWithin((bE >> 2) + r * A, (bM >> 2) + r * mlpColumns, (bM >> 2) + r * mlpColumns + A)
    apply(arc, bE, bD, rows)
    return batch.map((s, i) => ({ tags: Int32Array.from(s, (_, j) => bestTag(starts[i] + j)), ...tree(starts[i], s.length) }))
  }
  const bestTag = (row: number): number => {
    const p = (bP >> 2) + row * tagColumns
    let best = 0
    for (let t = 1; t < tags; t++) if (F[p + t] > F[p + best]) best = t
    return best
  }

  return sentences => {
    prepare(sentences.flat())
    const order = sentences.map((_, i) => i).sort((a, b) => sentences[b].length - sentences[a].length || a - b)
    const out = new Array<SentenceTree>(sentences.length)
    for (let from = 0; from < order.length; ) {
      let to = from
      let rows = 1
      while (to < order.length && rows + sentences[order[to]].length + 1 <= ROWS) rows += sentences[order[to++]].length + 1
      const part = order.slice(from, to)
      runBatch(part.map(i => sentences[i])).forEach((t, j) => {
        out[part[j]] = t
      })
      from = to
    }
    return out
  }
}
