// Puts what the command prints today into the README's example. Run by `npm run golden` after a change that is meant.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../README.md', import.meta.url)
const readme = readFileSync(file, 'utf8')
const sentence = /echo "(.*)" \|/.exec(readme)![1]
const command = new URL('../bin/hearsay.js', import.meta.url).pathname
const read = (format: string): string =>
  execFileSync(process.execPath, [command, 'read', '--published', '2022-09-10', '--format', format, '-'], {
    input: `${sentence}\n`,
    encoding: 'utf8',
  }).trimEnd()

const claim = JSON.parse(read('jsonl')).claims.at(-1) as object
const fields = Object.entries(claim).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
const updated = readme
  .replace(/(```console\n.*\n)[\s\S]*?(\n```)/, (_, before, after) => `${before}${read('text')}${after}`)
  .replace(/(```json\n)[\s\S]*?(\n```)/, (_, before, after) => `${before}{\n${fields.join(',\n')}\n}${after}`)
writeFileSync(file, updated)
