import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileKernel } from '../../scripts/build-kernel.ts'
import { compileLemmas, compileLowercase } from '../../scripts/build-lemmas.ts'
import { createEnglish } from '../../src/language/english.ts'

const root = new URL('../../', import.meta.url)
const treebank = new URL('../shared/sets/tree/clean-train.conllu', root)

test('the kernel is what its source compiles to', async () => {
  const committed = readFileSync(new URL('src/language/kernel/kernel.wasm', root))
  expect(Buffer.from(await compileKernel()).equals(committed)).toBe(true)
})

test.skipIf(!existsSync(treebank))('lemmas and small words are what the treebank gives (skipped: ../shared is not there)', () => {
  const source = [readFileSync(treebank, 'utf8')]
  const committed = (name: string) => readFileSync(new URL(`src/language/compiled/${name}.json`, root), 'utf8')
  expect(compileLemmas(source) === committed('lemmas')).toBe(true)
  expect(compileLowercase(source) === committed('lowercase')).toBe(true)
})

test('a damaged model or kernel is told', () => {
  const kernel = readFileSync(new URL('src/language/kernel/kernel.wasm', root))
  const model = readFileSync(new URL('models/english/english.bin', root))
  expect(() => createEnglish(new Uint8Array(), kernel)).toThrow('the English model is missing or damaged')
  expect(() => createEnglish(model.subarray(0, -1000), kernel)).toThrow('the English model is damaged')
  expect(() => createEnglish(model, new Uint8Array(4))).toThrow()
})
