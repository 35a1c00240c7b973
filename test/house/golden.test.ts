import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { read } from '../../src/reading/reading.ts'
import { isReportError } from '../../src/text/errors.ts'
import { reportsFrom } from '../../src/text/reports.ts'
import { knowledge, SAMPLES, sampleFiles } from './reports.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

/** Whole readings of our samples, trail included. After a change that is meant: `npm run golden`, then read the difference. */
test.each(sampleFiles)('%s reads as it did', async file => {
  const reports = await reportsFrom(file, readFileSync(join(SAMPLES, file)))
  const readings = reports.map(r => (isReportError(r) ? r : read(r, knowledge())))
  await expect(`${JSON.stringify(readings, null, 1)}\n`).toMatchFileSnapshot(join(GOLDEN, `${file}.json`))
})
