import type { Verdict } from '../../model/incident.ts'
import { judge } from './judge.ts'
import type { Telling } from './telling.ts'

/** A judgement as joining needs it. `score` null: a person's; 1: a copy of the same words. */
export interface Edge {
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
  readonly score: number | null
  /** "program", or a person's name. */
  readonly by: string
}

interface Group {
  readonly members: string[]
  /** Its members but for copies, which tell nothing of their own. */
  readonly voices: string[]
  /** Groups that a person holds to be another happening. */
  readonly apart: Set<Group>
}

/** Mean score of all pairs across two groups from which they join. */
const MEAN = 0.5
/** Share of the pairs, the best, that the mean is taken of: a vague telling among exact ones does not keep two groups apart. */
const SHARE = 0.5
/** Pairs across two groups that are looked at; of larger groups an even choice. */
const LOOKED_AT = 14_400

/**
 * The groups that judgements make of claims: each a list of keys in order, ordered by their first keys. What a person says holds:
 * "same" joins, "different" parts whatever else speaks for it. Copies follow what they copy. The program's other pairs join by
 * descending score, and only where no pair across the two groups conflicts and all of them together speak for it, so that a vague
 * telling cannot chain two happenings. The order of the input does not matter. `telling` gives a claim's telling by its key.
 */
export const cluster = (keys: readonly string[], judgements: readonly Edge[], telling: (key: string) => Telling): string[][] =>
  clusterBy(keys, judgements, telling, judge)

/** What can be joined: it has a key, and a day of publication if that is known. */
export interface Joinable {
  readonly key: string
  readonly published: string | null
}

/** `cluster` for whatever can be compared: `compare` scores two, 0 where they cannot be one. */
export const clusterBy = <T extends Joinable>(
  keys: readonly string[],
  judgements: readonly Edge[],
  telling: (key: string) => T,
  compare: (a: T, b: T) => { readonly score: number },
): string[][] => {
  const groups = new Map([...new Set(keys)].map((k): [string, Group] => [k, { members: [k], voices: [k], apart: new Set() }]))
  const known = judgements.filter(j => j.a !== j.b && groups.has(j.a) && groups.has(j.b)).map(inOrder)
  const persons = byPair(known.filter(j => j.by !== 'program'))
  const program = byPair(known.filter(j => j.by === 'program' && !persons.has(pairOf(j))))
  for (const j of persons.values()) if (j.verdict === 'different') part(groups, j)
  const first = (a: string, b: string): boolean => byText(order(telling(a)), order(telling(b))) <= 0
  const alike = averaged(telling, compare)
  for (const j of sorted(persons)) if (j.verdict === 'same') join(groups, j, () => true)
  for (const j of sorted(program)) {
    if (j.verdict !== 'same') continue
    if (j.score === 1) join(groups, j, () => true, first(j.a, j.b) ? j.b : j.a)
    else join(groups, j, alike)
  }
  return [...new Set(groups.values())].map(g => g.members.sort(byText)).sort((g, h) => byText(g[0], h[0]))
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const order = ({ published, key }: Joinable): string => `${published ?? '9'} ${key}`
const pairOf = (j: Edge): string => `${j.a} ${j.b}`
const inOrder = (j: Edge): Edge => (j.a < j.b ? j : { ...j, a: j.b, b: j.a })

/** One judgement of each pair; where there are several the one that parts holds, then the surer. */
const byPair = (judgements: readonly Edge[]): Map<string, Edge> => {
  const kept = new Map<string, Edge>()
  for (const j of judgements) {
    const before = kept.get(pairOf(j))
    if (!before || strength(j) > strength(before)) kept.set(pairOf(j), j)
  }
  return kept
}

const strength = (j: Edge): number => (j.verdict === 'different' ? 4 : j.verdict === 'unsure' ? 2 : 0) + (j.score ?? 0)

const sorted = (judgements: ReadonlyMap<string, Edge>): Edge[] =>
  [...judgements.values()].sort((i, j) => (j.score ?? 1) - (i.score ?? 1) || byText(i.a, j.a) || byText(i.b, j.b))

const part = (groups: ReadonlyMap<string, Group>, { a, b }: Edge): void => {
  const [g, h] = [groups.get(a) as Group, groups.get(b) as Group]
  g.apart.add(h)
  h.apart.add(g)
}

/** Joins the groups of a pair if they may; `copy`: the claim of the pair that is a copy of the other. */
const join = (groups: Map<string, Group>, { a, b }: Edge, may: (g: Group, h: Group) => boolean, copy?: string): void => {
  const [g, h] = [groups.get(a) as Group, groups.get(b) as Group]
  if (g === h || g.apart.has(h) || !may(g, h)) return
  const [large, small] = g.members.length >= h.members.length ? [g, h] : [h, g]
  for (const key of small.members) groups.set(key, large)
  large.members.push(...small.members)
  large.voices.push(...small.voices)
  const at = copy === undefined ? -1 : large.voices.indexOf(copy)
  if (at >= 0 && large.voices.length > 1) large.voices.splice(at, 1)
  for (const other of small.apart) {
    other.apart.delete(small)
    other.apart.add(large)
    large.apart.add(other)
  }
}

/** Whether the pairs across two groups speak for one happening: none conflicts, and their mean is high enough. */
const averaged = <T>(telling: (key: string) => T, compare: (a: T, b: T) => { readonly score: number }) => {
  const kept = new Map<string, Map<string, number>>()
  const scoreOf = (a: string, b: string): number => {
    if (b < a) return scoreOf(b, a)
    let row = kept.get(a)
    if (!row) {
      row = new Map()
      kept.set(a, row)
    }
    let score = row.get(b)
    if (score === undefined) {
      score = compare(telling(a), telling(b)).score
      row.set(b, score)
    }
    return score
  }
  return (g: Group, h: Group): boolean => {
    const [mine, theirs] = [chosen(g.voices), chosen(h.voices)]
    const scores = mine.flatMap(a => theirs.map(b => scoreOf(a, b)))
    if (scores.includes(0)) return false
    // Rounded, so that the order in which scores are added does not decide.
    const best = scores.sort((x, y) => y - x).slice(0, Math.ceil(scores.length * SHARE))
    return Math.round((best.reduce((s, x) => s + x, 0) / best.length) * 1e9) >= MEAN * 1e9
  }
}

const chosen = (voices: readonly string[]): string[] => {
  const ordered = [...voices].sort(byText)
  const step = Math.max(1, ordered.length / Math.sqrt(LOOKED_AT))
  return Array.from({ length: Math.ceil(ordered.length / step) }, (_, i) => ordered[Math.floor(i * step)])
}
