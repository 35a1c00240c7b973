import { align, type Counts, readRows, shared, trimmed } from './measure.ts'

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

/** TempEval-3's measures: overlap, same span, same type and same value of the expressions matched one to one. */
export interface TimexScore {
  readonly relaxed: Counts
  readonly strict: Counts
  readonly type: Counts
  readonly value: Counts
}

/** Reads JSON Lines of annotated articles. */
export const readTimexFile = (file: string): TimexDocument[] => readRows<TimexDocument>(file)

const LEAD =
  /^(?:on|in|at|by|since|until|till|from|for|during|before|after|of|to|as of|more than|less than|over|between|through|around|about)\s+/i

/** The span without leading prepositions, on which annotators differ. */
const bare = (t: Timex, text: string): Timex => {
  let { start, end } = trimmed(t, text)
  for (let m = LEAD.exec(text.slice(start, end)); m; m = LEAD.exec(text.slice(start, end))) start += m[0].length
  return trimmed({ ...t, start, end }, text)
}

/** Scores predictions, one list per article in the order of `documents`. */
export const scoreTimexes = (documents: readonly TimexDocument[], predictions: readonly (readonly Timex[])[]): TimexScore => {
  const n = { gold: 0, found: 0, relaxed: 0, strict: 0, type: 0, value: 0 }
  documents.forEach(({ text, timexes }, i) => {
    const gold = timexes.filter(t => !t.nested).map(t => trimmed(t, text))
    const found = predictions[i].map(t => bare(t, text))
    n.gold += gold.length
    n.found += found.length
    for (const [g, f] of align(gold, found, shared)) {
      n.relaxed++
      if (g.start === f.start && g.end === f.end) n.strict++
      if (g.type === f.type) n.type++
      if (g.value && g.value.toUpperCase() === f.value?.toUpperCase()) n.value++
    }
  })
  const counts = (hit: number): Counts => ({ hit, gold: n.gold, found: n.found })
  return { relaxed: counts(n.relaxed), strict: counts(n.strict), type: counts(n.type), value: counts(n.value) }
}
