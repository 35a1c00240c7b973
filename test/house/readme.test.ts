import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../cli/fake.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)![1].trimEnd()
const [command, ...shown] = block('console').split('\n')
const sentence = /echo "(.*)" \|/.exec(command)![1]
const options = ['read', '--published', '2022-09-10']

test('the first thirty lines show a sentence and its record', () =>
  expect(readme.split('\n').slice(0, 30).join('\n')).toContain(shown.at(-1)))

test('what the README prints is what the command prints', async () => {
  const { out } = await run([...options, '-'], { '-': `${sentence}\n` })
  expect(out.trimEnd()).toBe(shown.join('\n'))
})

test("the README's record is what the reader gives", async () => {
  const { out } = await run([...options, '--format', 'jsonl', '-'], { '-': `${sentence}\n` })
  expect(JSON.parse(out).claims.at(-1)).toEqual(JSON.parse(block('json')))
})

test.each(['README.md', 'docs/method.md'])('links of %s lead somewhere', file => {
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, path] of text.matchAll(/\]\(([^)#:]+)\)/g)) expect(existsSync(join(root, dirname(file), path)), path).toBe(true)
})
