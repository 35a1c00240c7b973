import { contentWords, nameWords } from '../src/ledger/incidents/words.ts'

/** Which texts of a corpus tell one story. */
export interface Stories {
  /** The story of each text, by number. */
  readonly of: readonly number[]
  /** How much two texts have in common, 0 to 1. */
  readonly likeness: (a: number, b: number) => number
  /** How rare a word is: the log of one in how many texts has it. */
  readonly rarity: (word: string) => number
}

/** Least mean likeness across two stories that are one. */
const LEAST = 0.1
/** Stories of at least so many texts are one only if they are as like each other as each is in itself, or nearly. */
const MANY = 5
const NEARLY = 0.6

/** Groups texts into stories: mean linkage over rare words, names and numbers counting twice. Constants chosen on ecbplus-train. */
export const storiesOf = (texts: readonly string[]): Stories => {
  const words = texts.map(contentWords)
  const [holding, named] = [countsOf(words), countsOf(texts.map(nameWords))]
  const rarity = (w: string): number => Math.log((texts.length + 1) / ((holding.get(w) ?? 0) + 0.5))
  const isName = (w: string): boolean => (named.get(w) ?? 0) > 0.5 * (holding.get(w) ?? 1) || /\d/.test(w)
  const weight = (w: string): number => rarity(w) ** 2 * (isName(w) ? 2 : 1)
  const sets = words.map(list => new Set(list))
  const total = words.map(list => list.reduce((s, w) => s + weight(w), 0.01))
  const table = words.map((list, i) =>
    sets.map((set, j) => list.reduce((s, w) => s + (set.has(w) ? weight(w) : 0), 0) / Math.sqrt(total[i] * total[j])),
  )
  return { of: grouped(table), likeness: (a, b) => table[a][b], rarity }
}

const countsOf = (lists: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const list of lists) for (const w of new Set(list)) counts.set(w, (counts.get(w) ?? 0) + 1)
  return counts
}

const grouped = (table: readonly (readonly number[])[]): number[] => {
  const groups = table.map((_, i) => [i])
  /** Sums of likeness across two groups, and within one. */
  const across = table.map((row, i) => row.map((v, j) => (i === j ? 0 : v)))
  const within = table.map(() => 0)
  const alive = new Set(groups.keys())
  const mean = (i: number): number => within[i] / ((groups[i].length * (groups[i].length - 1)) / 2)
  for (;;) {
    let best: [number, number, number] = [0, -1, -1]
    for (const i of alive)
      for (const j of alive) {
        if (i >= j) continue
        const like = across[i][j] / (groups[i].length * groups[j].length)
        if (like < LEAST || like <= best[0]) continue
        const many = groups[i].length >= MANY && groups[j].length >= MANY
        if (!many || like >= NEARLY * Math.sqrt(mean(i) * mean(j))) best = [like, i, j]
      }
    const [, i, j] = best
    if (i < 0) break
    within[i] += within[j] + across[i][j]
    groups[i].push(...groups[j])
    alive.delete(j)
    for (const k of alive) across[i][k] = across[k][i] = across[i][k] + across[j][k]
  }
  const of: number[] = []
  for (const i of alive) for (const d of groups[i]) of[d] = i
  return of
}
