import { writeFileSync } from 'node:fs'
import { times } from '../src/reading/time/index.ts'
import { type Counts, f1, readTimexFile, scoreTimexes, type Timex } from './timex.ts'

const percent = (part: number, whole: number) => (whole ? (100 * part) / whole : 0).toFixed(1).padStart(5)

const line = (name: string, c: Counts) =>
  `${name.padEnd(10)} P ${percent(c.hit, c.found)}  R ${percent(c.hit, c.gold)}  F1 ${f1(c).toFixed(1).padStart(5)}`

/** Scores our time expressions on a file of annotated articles (JSON Lines); writes the predictions to `out` when given. Returns the report. */
export const run = ({ file, out }: { file: string; out?: string | undefined }): string => {
  const documents = readTimexFile(file)
  const predictions = documents.map(({ text, dct }): Timex[] =>
    times(text, { published: dct.slice(0, 10) }).map(({ span, type, value }) => ({
      start: span.start,
      end: span.end,
      type,
      value,
    })),
  )
  if (out) writeFileSync(out, predictions.map((timexes, i) => `${JSON.stringify({ doc: documents[i].doc, timexes })}\n`).join(''))
  const { relaxed, strict, type, value } = scoreTimexes(documents, predictions)
  return [line('relaxed', relaxed), line('strict', strict), line('type', type), line('value', value)].join('\n')
}
