import { writeFileSync } from 'node:fs'
import { loadKnowledge } from '../src/load.ts'
import { rootOf } from '../src/reading/event/root.ts'
import { f1, readRows } from './measure.ts'

interface Row {
  readonly id: string
  readonly text: string
  readonly source: string
  readonly target: string
  readonly root: string | null
  readonly codebook_example?: boolean
}

/** Reads the event between the source and the target of each row (JSON Lines) and scores its type. Returns the printed report. */
export const run = ({ file, out }: { file: string; out?: string | undefined }): string => {
  const knowledge = loadKnowledge()
  const rows = readRows<Row>(file)
  const answers = rows.map(row => rootOf(row.text, row.source, row.target, knowledge))
  if (out) writeFileSync(out, rows.map(({ id }, i) => `${JSON.stringify({ id, root: answers[i] })}\n`).join(''))
  const pairs = rows.map((row, i) => ({ row, answer: answers[i] }))
  const own = pairs.filter(({ row }) => !row.codebook_example)
  return [
    `all rows             ${scoreRoots(pairs)}`,
    ...(own.length < pairs.length ? [`not codebook copies  ${scoreRoots(own)}`] : []),
  ].join('\n')
}

/** The annotated set merges CONCEDE and RETREAT. */
const fold = (root: string | null): string => (root === 'CONCEDE' || root === 'RETREAT' ? 'YIELD' : (root ?? 'NONE'))

const scoreRoots = (pairs: readonly { row: Row; answer: string | null }[]): string => {
  const folded = pairs.map(({ row, answer }) => [fold(row.root), fold(answer)])
  const classes = [...new Set(folded.map(([gold]) => gold))]
  const scores = classes.map(c =>
    f1({
      hit: folded.filter(([g, a]) => g === c && a === c).length,
      gold: folded.filter(([g]) => g === c).length,
      found: folded.filter(([, a]) => a === c).length,
    }),
  )
  const macro = scores.reduce((a, b) => a + b, 0) / classes.length
  const right = folded.filter(([g, a]) => g === a).length
  const silent = pairs.filter(({ answer }) => !answer).length
  const accuracy = (100 * right) / pairs.length
  return `macro-F1 ${macro.toFixed(1)}  accuracy ${accuracy.toFixed(1)}  n ${pairs.length}, without an answer ${silent}`
}
