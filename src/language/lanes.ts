/** Sentences that the recurrence reads one after the other: [first row, length] each, and their words together. */
export interface Lane {
  readonly sentences: [number, number][]
  words: number
}

/** Spreads sentences (longest first) evenly over at most `most` lanes; the longest lane comes first. */
export const lanesOf = (starts: readonly number[], lengths: readonly number[], most: number): Lane[] => {
  const lanes: Lane[] = []
  for (const [i, start] of starts.entries()) {
    if (lanes.length < most) lanes.push({ sentences: [], words: 0 })
    const lane = lanes.reduce((a, b) => (b.words < a.words ? b : a))
    lane.sentences.push([start, lengths[i]])
    lane.words += lengths[i]
  }
  return lanes.sort((a, b) => b.words - a.words)
}

/** The rows of a lane in order of reading; the first of each sentence is negative. */
export const stepsOf = (lane: Lane, backwards: boolean): Int32Array => {
  const out = new Int32Array(lane.words)
  let at = 0
  for (const [start, length] of lane.sentences)
    for (let q = 0; q < length; q++) out[at++] = (q ? 1 : -1) * (backwards ? start + length - 1 - q : start + q)
  return out
}
