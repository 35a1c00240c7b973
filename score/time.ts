import { writeFileSync } from 'node:fs'
import { times } from '../src/reading/time/index.ts'
import { line } from './measure.ts'
import { readTimexFile, scoreTimexes, type Timex } from './timex.ts'

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
