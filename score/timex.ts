import { readFileSync } from 'node:fs'

/** A time expression of a gold file or a prediction; offsets in UTF-16 code units. */
export interface Timex {
  readonly start: number
  readonly end: number
  readonly type: string | null
  readonly value: string | null
}

/** An annotated article: `dct` is its day of publication (ISO, a time may follow). */
export interface TimexDocument {
  readonly doc: string
  readonly dct: string
  readonly text: string
  readonly timexes: readonly (Timex & { readonly nested?: boolean })[]
}

/** Counts of one measure. */
export interface Counts {
  readonly hit: number
  readonly gold: number
  readonly found: number
}

/** TempEval-3's measures: overlap, same span, same type and same value of the expressions matched one to one. */
export interface TimexScore {
  readonly relaxed: Counts
  readonly strict: Counts
  readonly type: Counts
  readonly value: Counts
}

/** Reads JSON Lines of annotated articles. */
export const readTimexFile = (file: string): TimexDocument[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line) as TimexDocument)

const EDGE = /[\s.,;:"'“”‘’()[\]\-–—?!]/
const LEAD =
  /^(?:on|in|at|by|since|until|till|from|for|during|before|after|of|to|as of|more than|less than|over|between|through|around|about)\s+/i

/** The span without marks at its edges and, for predictions, without leading prepositions, on which annotators differ. */
const trimmed = <T extends Timex>(t: T, text: string, leads: boolean): T => {
  let { start, end } = t
  const edges = () => {
    while (start < end && EDGE.test(text[start])) start++
    while (end > start && EDGE.test(text[end - 1])) end--
  }
  edges()
  for (let m = leads ? LEAD.exec(text.slice(start, end)) : null; m; m = LEAD.exec(text.slice(start, end))) start += m[0].length
  edges()
  return { ...t, start, end }
}

const overlap = (a: Timex, b: Timex): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Pairs of gold and found expressions, one to one, the largest overlaps first. */
const aligned = (gold: readonly Timex[], found: readonly Timex[]): [Timex, Timex][] => {
  const pairs = gold.flatMap(g => found.filter(f => overlap(g, f) > 0).map(f => [g, f] as [Timex, Timex]))
  pairs.sort((a, b) => overlap(...b) - overlap(...a))
  const taken = new Set<Timex>()
  return pairs.filter(([g, f]) => {
    if (taken.has(g) || taken.has(f)) return false
    taken.add(g).add(f)
    return true
  })
}

/** Scores predictions, one list per article in the order of `documents`. */
export const scoreTimexes = (documents: readonly TimexDocument[], predictions: readonly (readonly Timex[])[]): TimexScore => {
  const n = { gold: 0, found: 0, relaxed: 0, strict: 0, type: 0, value: 0 }
  documents.forEach(({ text, timexes }, i) => {
    const gold = timexes.filter(t => !t.nested).map(t => trimmed(t, text, false))
    const found = predictions[i].map(t => trimmed(t, text, true))
    n.gold += gold.length
    n.found += found.length
    for (const [g, f] of aligned(gold, found)) {
      n.relaxed++
      if (g.start === f.start && g.end === f.end) n.strict++
      if (g.type === f.type) n.type++
      if (g.value && g.value.toUpperCase() === f.value?.toUpperCase()) n.value++
    }
  })
  const counts = (hit: number): Counts => ({ hit, gold: n.gold, found: n.found })
  return { relaxed: counts(n.relaxed), strict: counts(n.strict), type: counts(n.type), value: counts(n.value) }
}

/** F1 in percent. */
export const f1 = ({ hit, gold, found }: Counts): number => (gold + found ? (200 * hit) / (gold + found) : 0)
