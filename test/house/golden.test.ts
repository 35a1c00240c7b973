import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../cli/fake.ts'
import { SAMPLES, sampleFiles } from './reports.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

/** Whole samples as people see them. After a change that is meant: `npm run golden`, then read the difference. */
test.each(sampleFiles)('%s reads as it did', async file => {
  const { out } = await run(['read', file], { [file]: readFileSync(join(SAMPLES, file)) })
  await expect(out).toMatchFileSnapshot(join(GOLDEN, `${file}.text`))
})
