import { type Counts, f1 } from './measure.ts'

/** A partition: the cluster of each item. */
export type Partition = readonly (readonly string[])[]

/** Precision and recall as sums over what was found and what is in the gold. */
interface Ratio {
  readonly recall: readonly [sum: number, of: number]
  readonly precision: readonly [sum: number, of: number]
}

/** F1 in percent of MUC, B3, CEAF-e, and their mean (CoNLL). */
export interface CorefScore {
  readonly muc: number
  readonly b3: number
  readonly ceaf: number
  readonly conll: number
}

/** Scores a partition against the gold one over the same items. */
export const scoreClusters = (gold: Partition, found: Partition): CorefScore => {
  const [muc, b3, ceaf] = [links(gold, found), cubed(gold, found), entities(gold, found)].map(percent)
  return { muc, b3, ceaf, conll: (muc + b3 + ceaf) / 3 }
}

const percent = ({ recall, precision }: Ratio): number => {
  const [r, p] = [recall, precision].map(([sum, of]) => (of ? sum / of : 0))
  return f1({ hit: r * p, gold: r, found: p } satisfies Counts)
}

const placesOf = (partition: Partition): Map<string, number> =>
  new Map(partition.flatMap((group, i) => group.map((item): [string, number] => [item, i])))

/** How many items each cluster shares with each of the other partition. */
const overlaps = (partition: Partition, other: Partition): Map<number, number>[] => {
  const places = placesOf(other)
  return partition.map(group => {
    const counts = new Map<number, number>()
    for (const item of group) counts.set(places.get(item) as number, (counts.get(places.get(item) as number) ?? 0) + 1)
    return counts
  })
}

/** MUC (Vilain et al. 1995): links that need not be added. */
const links = (gold: Partition, found: Partition): Ratio => {
  const side = (a: Partition, b: Partition): [number, number] => {
    const parts = overlaps(a, b)
    return [sum(a.map((g, i) => g.length - parts[i].size)), sum(a.map(g => g.length - 1))]
  }
  return { recall: side(gold, found), precision: side(found, gold) }
}

/** B3 (Bagga and Baldwin 1998): for each item the share of its cluster that is right. */
const cubed = (gold: Partition, found: Partition): Ratio => {
  const side = (a: Partition, b: Partition): [number, number] => [
    sum(overlaps(a, b).map((counts, i) => sum([...counts.values()].map(n => n ** 2 / a[i].length)))),
    sum(a.map(g => g.length)),
  ]
  return { recall: side(gold, found), precision: side(found, gold) }
}

/** CEAF-e (Luo 2005): clusters paired one to one so that their likeness is greatest. */
const entities = (gold: Partition, found: Partition): Ratio => {
  const shared = overlaps(gold, found)
  const phi = (g: number, f: number): number => (2 * (shared[g].get(f) ?? 0)) / (gold[g].length + found[f].length)
  const total = sum(components(shared, found.length).map(([gs, fs]) => bestPairing(gs.map(g => fs.map(f => phi(g, f))))))
  return { recall: [total, gold.length], precision: [total, found.length] }
}

/** Gold and found clusters that hang together; only within them do clusters share anything. */
const components = (shared: readonly ReadonlyMap<number, number>[], found: number): [number[], number[]][] => {
  const parent = Array.from({ length: shared.length + found }, (_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i]
    return i
  }
  shared.forEach((counts, g) => {
    for (const f of counts.keys()) parent[root(shared.length + f)] = root(g)
  })
  return [...Map.groupBy(parent.keys(), root).values()].map(all => [
    all.filter(i => i < shared.length),
    all.filter(i => i >= shared.length).map(i => i - shared.length),
  ])
}

/** The greatest sum of a pairing of rows with columns (Hungarian method on costs 1 - value). */
export const bestPairing = (values: readonly (readonly number[])[]): number => {
  const size = Math.max(values.length, values[0]?.length ?? 0)
  const cost = (i: number, j: number): number => 1 - (values[i]?.[j] ?? 0)
  const [u, v, row] = [new Float64Array(size + 1), new Float64Array(size + 1), new Int32Array(size + 1)]
  for (let i = 1; i <= size; i++) {
    const [least, before, used] = [
      new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY),
      new Int32Array(size + 1),
      new Uint8Array(size + 1),
    ]
    row[0] = i
    let at = 0
    do {
      used[at] = 1
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue
        const reduced = cost(row[at] - 1, j - 1) - u[row[at]] - v[j]
        if (reduced < least[j]) {
          least[j] = reduced
          before[j] = at
        }
        if (least[j] < delta) [delta, next] = [least[j], j]
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          u[row[j]] += delta
          v[j] -= delta
        } else least[j] -= delta
      }
      at = next
    } while (row[at] !== 0)
    for (; at; at = before[at]) row[at] = row[before[at]]
  }
  return sum(Array.from({ length: size }, (_, j) => values[row[j + 1] - 1]?.[j] ?? 0))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
