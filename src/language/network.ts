import { decodeHeads } from './decode.ts'
import { embeddingOf } from './embedding.ts'
import { type Lane, lanesOf, stepsOf } from './lanes.ts'
import { type Layer, packLayers, type Recurrence, roundUp } from './layers.ts'
import { type Model, valuesOf } from './model.ts'
import { openWorkspace } from './workspace.ts'

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

/** Prepares a model to run in the kernel. Throws when either is damaged. */
export const createNetwork = (model: Model, wasm: Uint8Array): Network => {
  const { model: D, hidden: H, arc: A, label: L } = model.dims
  const tags = model.tags.length
  const labels = model.labels.length
  const root = model.labels.indexOf('root')
  const workspace = openWorkspace(wasm)
  const { kernel } = workspace
  const layers = packLayers(model, workspace)
  const embed = embeddingOf(model)
  const tagColumns = layers.tag.N
  const mlpColumns = layers.mlp.N

  const floats = (count: number) => workspace.alloc(count * 4)
  const bE = floats(ROWS * layers.input.K)
  const bX = floats((ROWS + 2) * D)
  const bQ = workspace.alloc((ROWS + 2) * Math.max(2 * H, layers.input.K) * 2)
  const bS = floats(ROWS)
  const bG = floats(ROWS * 4 * H)
  const bR = floats(LANES * 4 * H)
  const bH = floats(LANES * H)
  const bC = floats(LANES * H)
  const bT = floats(LANES)
  const bO = floats(ROWS * 2 * H)
  const bP = floats(ROWS * tagColumns)
  const bB = floats(ROWS * 2 * H)
  const bO2 = floats(ROWS * 2 * H)
  const bM = floats((ROWS + 1) * mlpColumns)
  const bD = floats(ROWS * A)
  const bA = floats(LONGEST * (LONGEST + 1))
  const bL = floats(LONGEST * layers.label.N)
  const bW = floats(LONGEST * layers.labelOwn.N)

  const F = workspace.floats()
  const I = workspace.ints()

  /** out = layer(rows of f32 at src). */
  const apply = (l: Layer, src: number, out: number, M: number): void => {
    kernel.quantise(src, bQ, bS, M, l.K)
    kernel.multiply(bQ, l.K, bS, 0, l.weights, l.scales, l.bias, out, M, l.K, l.N)
  }

  let remembered = new Map<string, Float32Array>()

  /** Computes the input rows of forms not yet remembered, in batches. */
  const prepare = (forms: readonly string[]): void => {
    if (remembered.size > REMEMBERED) remembered = new Map()
    const fresh = [...new Set(forms)].filter(f => !remembered.has(f))
    for (let from = 0; from < fresh.length; from += ROWS) {
      const part = fresh.slice(from, from + ROWS)
      F.fill(0, bE >> 2, (bE >> 2) + part.length * layers.input.K)
      for (const [i, form] of part.entries()) embed(form, F, (bE >> 2) + i * layers.input.K)
      apply(layers.input, bE, bG, part.length)
      for (const [i, form] of part.entries()) remembered.set(form, F.slice((bG >> 2) + i * D, (bG >> 2) + (i + 1) * D))
    }
  }
  /** A BiLSTM over the sentences of the lanes. */
  const runLstm = (pair: readonly Recurrence[], src: number, out: number, lanes: readonly Lane[], rows: number): void => {
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
  apply(layers.mlp, bO2, bM, 1)
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
    apply(layers.label, bE, bL, n)
    apply(layers.labelOwn, bE, bW, n)
    for (let i = 0; i < n; i++) {
      const head = bM + (first + heads[i] - 1) * columns + (2 * A + L) * 4
      out[i] = heads[i] ? kernel.label(bL + i * layers.label.N * 4, head, bW + i * layers.labelOwn.N * 4, labels, L, root) : root
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
    kernel.normalise(bX, bQ, layers.normWeight, layers.normBias, rows, D, NORM_STEPS)
    const q = workspace.shorts(bQ, (rows + 1) * D)
    q.fill(0, 0, D)
    for (let i = 0; i < starts.length; i++) q.fill(0, (starts[i] + lengths[i]) * D, (starts[i] + lengths[i] + 1) * D)
    kernel.multiply(
      bQ,
      D,
      0,
      1 / NORM_STEPS,
      layers.conv.weights,
      layers.conv.scales,
      layers.conv.bias,
      bG,
      rows - 2,
      layers.conv.K,
      layers.conv.N,
    )
    kernel.gate(bG, bX + D * 4, rows - 2, D)
    const lanes = lanesOf(starts, lengths, LANES)
    runLstm(layers.lstm1, bX, bO, lanes, rows)
    apply(layers.tag, bO, bP, rows)
    kernel.softmax(bP, rows, tags, tagColumns)
    apply(layers.tagBack, bP, bB, rows)
    kernel.add(bO, bB, rows * 2 * H)
    runLstm(layers.lstm2, bO, bO2, lanes, rows)
    kernel.add(bO2, bO, rows * 2 * H)
    apply(layers.mlp, bO2, bM, rows)
    kernel.leaky(bM, rows * mlpColumns)
    for (let r = 0; r < rows; r++) F.copyWithin((bE >> 2) + r * A, (bM >> 2) + r * mlpColumns, (bM >> 2) + r * mlpColumns + A)
    apply(layers.arc, bE, bD, rows)
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
