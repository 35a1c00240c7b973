import { decodeHeads } from './decode.ts'
import { type Embedding, embeddingOf } from './embedding.ts'
import { type Lane, lanesOf, stepsOf } from './lanes.ts'
import { type Layer, type Layers, packLayers, type Recurrence, roundUp } from './layers.ts'
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
export const LONGEST = 160
/** Forms whose input rows are remembered. */
const REMEMBERED = 20_000
/** Where the first member prefers every head to its next best by this much, the others are not asked. */
const SURE = 1

/** One of the models that decide together, with what it gave for the batch at hand. */
interface Member {
  readonly layers: Layers
  readonly embed: Embedding
  /** Input rows of the forms seen. */
  remembered: Map<string, Float32Array>
  /** MLP rows of the batch, those of its words as dependents times the arc matrix, and scores of tags. */
  readonly mlp: number
  readonly dependents: number
  readonly tags: number
  /** The MLP row of the root. */
  readonly root: Float32Array
}

/**
 * Prepares models to run in the kernel. Several decide together, by the sum of their scores for tags, arcs and labels (for arcs
 * and labels the product of their probabilities), but for sentences of which the first is sure. Throws when one is damaged.
 */
export const createNetwork = (models: readonly Model[], wasm: Uint8Array): Network => {
  const { model: D, hidden: H, arc: A, label: L } = models[0].dims
  const tags = models[0].tags.length
  const labels = models[0].labels.length
  const root = models[0].labels.indexOf('root')
  const workspace = openWorkspace(wasm)
  const { kernel } = workspace
  const floats = (count: number) => workspace.alloc(count * 4)
  const packed = models.map(model => packLayers(model, workspace))
  const inputs = Math.max(...packed.map(l => l.input.K))
  const { N: tagColumns } = packed[0].tag
  const { N: mlpColumns } = packed[0].mlp
  const labelColumns = packed[0].labelOwn.N

  const bE = floats(ROWS * Math.max(inputs, A))
  const bX = floats((ROWS + 2) * D)
  const bQ = workspace.alloc((ROWS + 2) * Math.max(2 * H, inputs) * 2)
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
  const bA = floats(LONGEST * (LONGEST + 1) + 4)
  const bA2 = floats(LONGEST * (LONGEST + 1) + 4)
  const bL = floats(LONGEST * packed[0].label.N)
  const bW = floats(LONGEST * labelColumns)
  const bLabels = floats(LONGEST * labelColumns)
  const places = packed.map(() => ({
    mlp: floats((ROWS + 1) * mlpColumns),
    dependents: floats(ROWS * A),
    tags: floats(ROWS * tagColumns),
  }))

  const F = workspace.floats()
  const I = workspace.ints()

  /** out = layer(rows of f32 at src). */
  const apply = (l: Layer, src: number, out: number, M: number): void => {
    kernel.quantise(src, bQ, bS, M, l.K)
    kernel.multiply(bQ, l.K, bS, 0, l.weights, l.scales, l.bias, out, M, l.K, l.N)
  }

  const members = models.map((model, i): Member => {
    F.set(valuesOf(model.tensor('root')), bO2 >> 2)
    apply(packed[i].mlp, bO2, bG, 1)
    kernel.leaky(bG, mlpColumns)
    const row = F.slice(bG >> 2, (bG >> 2) + mlpColumns)
    return { layers: packed[i], embed: embeddingOf(model), remembered: new Map(), ...places[i], root: row }
  })

  /** Computes the input rows of forms not yet remembered, in batches. */
  const prepare = (member: Member, forms: readonly string[]): void => {
    if (member.remembered.size > REMEMBERED) member.remembered = new Map()
    const { layers, embed, remembered } = member
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

  /** Adds up what the members say of the arcs of a sentence of n words, whose rows begin at `firsts`; the row before is lent to the root. */
  const scoreArcs = (firsts: readonly number[], n: number): void => {
    for (let k = 0; k < firsts.length; k++) {
      const { mlp, dependents, root: rootRow } = members[k]
      const rootAt = mlp + (firsts[k] - 1) * mlpColumns * 4
      const lent = F.slice(rootAt >> 2, (rootAt >> 2) + mlpColumns)
      F.set(rootRow, rootAt >> 2)
      kernel.products(dependents + firsts[k] * A * 4, A * 4, n, rootAt + A * 4, mlpColumns * 4, n + 1, A, k ? bA2 : bA)
      if (k) kernel.add(bA, bA2, roundUp(n * (n + 1), 4))
      F.set(lent, rootAt >> 2)
    }
  }

  /** Whether every word of the sentence scored last prefers its best head clearly. */
  const isSure = (n: number): boolean => {
    for (let i = 0, at = bA >> 2; i < n; i++, at += n + 1) {
      let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (let h = 0; h <= n; h++) {
        const score = F[at + h]
        if (h === i + 1 || score <= second) continue
        if (score > best) {
          second = best
          best = score
        } else second = score
      }
      if (best - second < SURE) return false
    }
    return true
  }

  /** Tags, heads and labels of one sentence of n words whose rows begin at `firsts` in the members that read it. */
  const tree = (firsts: readonly number[], n: number): SentenceTree => {
    scoreArcs(firsts, n)
    const heads = decodeHeads(n, (h, dependent) => F[(bA >> 2) + (dependent - 1) * (n + 1) + h])
    F.fill(0, bLabels >> 2, (bLabels >> 2) + n * labelColumns)
    for (const [k, first] of firsts.entries()) {
      const { layers, mlp } = members[k]
      const base = (mlp >> 2) + first * mlpColumns
      for (let i = 0; i < n; i++)
        F.copyWithin((bE >> 2) + i * L, base + i * mlpColumns + 2 * A, base + i * mlpColumns + 2 * A + L)
      apply(layers.label, bE, bL, n)
      apply(layers.labelOwn, bE, bW, n)
      for (let i = 0; i < n; i++) {
        if (!heads[i]) continue
        const head = mlp + ((first + heads[i] - 1) * mlpColumns + 2 * A + L) * 4
        kernel.label(bL + i * layers.label.N * 4, head, bW + i * labelColumns * 4, labels, L, bLabels + i * labelColumns * 4)
      }
      if (k) kernel.add(members[0].tags + firsts[0] * tagColumns * 4, members[k].tags + first * tagColumns * 4, n * tagColumns)
    }
    return {
      tags: Int32Array.from(heads, (_, i) => kernel.best(members[0].tags + (firsts[0] + i) * tagColumns * 4, tags, -1)),
      heads,
      labels: heads.map((h, i) => (h ? kernel.best(bLabels + i * labelColumns * 4, labels, root) : root)),
    }
  }

  /** Runs one member over sentences up to its MLP rows; gives the row at which each sentence begins. */
  const encode = (member: Member, batch: readonly (readonly string[])[]): number[] => {
    prepare(member, batch.flat())
    const lengths = batch.map(s => s.length)
    const starts: number[] = []
    let rows = 1
    for (const n of lengths) {
      starts.push(rows)
      rows += n + 1
    }
    const lanes = lanesOf(starts, lengths, LANES)
    const { layers, remembered, mlp, dependents } = member
    const x = bX >> 2
    F.fill(0, x, x + rows * D)
    for (const [i, s] of batch.entries())
      for (const [j, form] of s.entries()) F.set(remembered.get(form) as Float32Array, x + (starts[i] + j) * D)
    kernel.normalise(bX, bQ, layers.normWeight, layers.normBias, rows, D, NORM_STEPS)
    const q = workspace.shorts(bQ, (rows + 1) * D)
    q.fill(0, 0, D)
    for (const [i, s] of batch.entries()) q.fill(0, (starts[i] + s.length) * D, (starts[i] + s.length + 1) * D)
    const { conv } = layers
    kernel.multiply(bQ, D, 0, 1 / NORM_STEPS, conv.weights, conv.scales, conv.bias, bG, rows - 2, conv.K, conv.N)
    kernel.gate(bG, bX + D * 4, rows - 2, D)
    runLstm(layers.lstm1, bX, bO, lanes, rows)
    apply(layers.tag, bO, bP, rows)
    F.copyWithin(member.tags >> 2, bP >> 2, (bP >> 2) + rows * tagColumns)
    kernel.softmax(bP, rows, tags, tagColumns)
    apply(layers.tagBack, bP, bB, rows)
    kernel.add(bO, bB, rows * 2 * H)
    runLstm(layers.lstm2, bO, bO2, lanes, rows)
    kernel.add(bO2, bO, rows * 2 * H)
    apply(layers.mlp, bO2, mlp, rows)
    kernel.leaky(mlp, rows * mlpColumns)
    for (let r = 0; r < rows; r++) F.copyWithin((bE >> 2) + r * A, (mlp >> 2) + r * mlpColumns, (mlp >> 2) + r * mlpColumns + A)
    apply(layers.arc, bE, dependents, rows)
    return starts
  }

  const runBatch = (batch: readonly (readonly string[])[]): SentenceTree[] => {
    const firsts = encode(members[0], batch).map(first => [first])
    if (members.length > 1) {
      const hard = batch
        .keys()
        .toArray()
        .filter(i => {
          scoreArcs(firsts[i], batch[i].length)
          return !isSure(batch[i].length)
        })
      for (const member of hard.length ? members.slice(1) : [])
        encode(
          member,
          hard.map(i => batch[i]),
        ).forEach((first, j) => void firsts[hard[j]].push(first))
    }
    return batch.map((s, i) => tree(firsts[i], s.length))
  }

  return sentences => {
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
