import { readFileSync } from 'node:fs'

/** Counts of one measure: how many are right, in the gold, and predicted. */
export interface Counts {
  readonly hit: number
  readonly gold: number
  readonly found: number
}

/** A stretch `[start, end)` of a text, UTF-16 code units. */
export interface Range {
  readonly start: number
  readonly end: number
}

const percent = (part: number, whole: number): string => (whole ? (100 * part) / whole : 0).toFixed(1).padStart(5)

/** F1 in percent. */
export const f1 = ({ hit, gold, found }: Counts): number => (gold + found ? (200 * hit) / (gold + found) : 0)

/** One printed line: precision, recall, F1 in percent and the numbers they come from. */
export const line = (name: string, c: Counts): string =>
  `${name.padEnd(30)} P ${percent(c.hit, c.found)}  R ${percent(c.hit, c.gold)}  F1 ${f1(c).toFixed(1).padStart(5)}   gold ${c.gold}, predicted ${c.found}`

/** How many characters two ranges share. */
export const shared = (a: Range, b: Range): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Pairs of gold and predicted items, one to one, the heaviest first; pairs of weight 0 do not count. */
export const align = <G, P>(gold: readonly G[], found: readonly P[], weight: (g: G, p: P) => number): [G, P, number][] => {
  const pairs = gold.flatMap(g => found.map((p): [G, P, number] => [g, p, weight(g, p)])).filter(([, , w]) => w > 0)
  const [usedGold, usedFound] = [new Set<G>(), new Set<P>()]
  return pairs
    .sort((a, b) => b[2] - a[2])
    .filter(([g, p]) => {
      if (usedGold.has(g) || usedFound.has(p)) return false
      usedGold.add(g)
      usedFound.add(p)
      return true
    })
}

const EDGE = /[\s.,;:"'“”‘’()[\]\-–—?!]/

/** The range without blanks and punctuation at its edges. */
export const trimmed = <R extends Range>(range: R, text: string): R => {
  let { start, end } = range
  while (start < end && EDGE.test(text[start])) start++
  while (end > start && EDGE.test(text[end - 1])) end--
  return { ...range, start, end }
}

/** The rows of a JSON Lines file. */
export const readRows = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(l => l.trim())
    .map(l => JSON.parse(l) as Row)
