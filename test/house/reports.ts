import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from '../../src/load.ts'
import type { Reading } from '../../src/model/claim.ts'
import type { Report } from '../../src/model/report.ts'
import type { Knowledge } from '../../src/reading/reading.ts'
import { isReportError } from '../../src/text/errors.ts'
import { reportsFrom } from '../../src/text/reports.ts'

export const SAMPLES = join(import.meta.dirname, '../../samples')
export const sampleFiles = globSync('*.{txt,html,json,jsonl}', { cwd: SAMPLES }).sort()

let kept: Knowledge | null = null
/** The reader's knowledge, loaded once for all tests of a file. */
export const knowledge = (): Knowledge => {
  kept ??= loadKnowledge()
  return kept
}

/** The reports of our samples. */
export const sampleReports = async (): Promise<Report[]> => {
  const found = await Promise.all(sampleFiles.map(f => reportsFrom(f, readFileSync(join(SAMPLES, f)))))
  return found.flat().map(r => {
    if (isReportError(r)) throw new Error(r.message)
    return r
  })
}

/** Every span of a reading. */
export const spansOf = (reading: Reading) =>
  reading.claims.flatMap(c => [
    c.trigger,
    ...c.actors,
    ...c.recipients,
    ...c.places,
    ...c.quantities,
    ...c.loaded,
    ...c.attribution,
    ...c.attribution.flatMap(a => (a.cue ? [a.cue] : [])),
    ...(c.date.quote === null ? [] : [{ start: c.date.start!, end: c.date.end!, quote: c.date.quote }]),
  ])
