import { isDay, isTelling, type Word } from './words.ts'

/** Words `[from, to)` of a text that stand in another one in the same order from word `at` on. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** The least words of a run: fewer in a row are the same by chance. */
const SHORTEST = 5
/** Places of the same words that are tried; more are only in texts that say one thing over and over. */
const TRIED = 20
/** Words that may be changed, put in or left out between two runs of one passage. */
const GAP = 3

/** The runs of words that `mine` has in common with `other`, in the order of `mine`; at each word the longest, else the first. */
export const runsOf = (mine: readonly Word[], other: readonly Word[]): Run[] => {
  const places = placesOf(other)
  const runs: Run[] = []
  for (let from = 0; from + SHORTEST <= mine.length; ) {
    let best: Run | null = null
    for (const at of places.get(gramAt(mine, from)) ?? []) {
      const to = from + sameFrom(mine, from, other, at)
      if (!best || to > best.to) best = { from, to, at }
    }
    if (best) runs.push(best)
    from = best ? best.to : from + 1
  }
  return runs
}

const placesOf = (words: readonly Word[]): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  for (let i = 0; i + SHORTEST <= words.length; i++) {
    const gram = gramAt(words, i)
    const known = places.get(gram)
    if (!known) places.set(gram, [i])
    else if (known.length < TRIED) known.push(i)
  }
  return places
}

const gramAt = (words: readonly Word[], from: number): string => {
  let gram = words[from].key
  for (let i = from + 1; i < from + SHORTEST; i++) gram += ` ${words[i].key}`
  return gram
}

const sameFrom = (mine: readonly Word[], from: number, other: readonly Word[], at: number): number => {
  let n = 0
  while (from + n < mine.length && at + n < other.length && mine[from + n].key === other[at + n].key) n++
  return n
}

/**
 * Runs in groups that are one passage in both texts: between two of a group only a few words differ, no figure, no negation and no day.
 * `strict`: no name either, since other words of another place tell of another event; outlets that copy spell names their own way.
 */
export const chainsOf = (runs: readonly Run[], mine: readonly Word[], other: readonly Word[], strict: boolean): Run[][] => {
  const chains: Run[][] = []
  for (const run of runs) {
    const last = chains.at(-1)?.at(-1)
    if (last && goesOn(last, run, mine, other, strict)) chains.at(-1)!.push(run)
    else chains.push([run])
  }
  return chains
}

const goesOn = (last: Run, next: Run, mine: readonly Word[], other: readonly Word[], strict: boolean): boolean => {
  const left = last.at + last.to - last.from
  if (next.from - last.to > GAP || next.at < left || next.at - left > GAP) return false
  const [put, gone] = [mine.slice(last.to, next.from), other.slice(left, next.at)]
  if ([...put, ...gone].some(word => isTelling(word.key))) return false
  const changed = (told: (word: Word) => boolean): boolean => put.some(told) && gone.some(told)
  return !changed(word => isDay(word.key)) && !(strict && changed(word => word.name))
}
