import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codebook } from '../../scripts/build-codebook.ts'
import { readingSchema } from '../../src/model/claim.schema.ts'
import { read } from '../../src/reading/reading.ts'
import { knowledge, sampleReports } from './reports.ts'

test('docs/codebook.md is what the model gives', () =>
  expect(readFileSync(new URL('../../docs/codebook.md', import.meta.url), 'utf8')).toBe(codebook()))

test('readings keep to the schema', async () => {
  for (const report of await sampleReports()) readingSchema.parse(read(report, knowledge()))
})
