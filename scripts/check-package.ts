// Builds and packs the package, installs it elsewhere and reads a sample with it. Run by `npm run test:package`.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MEGABYTES = 40
const root = fileURLToPath(new URL('..', import.meta.url))
const elsewhere = mkdtempSync(join(tmpdir(), 'hearsay-'))
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 })
const assert = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what)
  console.log(`ok: ${what}`)
}

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--silent', '--pack-destination', elsewhere], root).replace(/^[^[]*/, ''),
  ) as [{ filename: string; unpackedSize: number; files: { path: string }[] }]
  assert(packed.unpackedSize < MEGABYTES * 1e6, `unpacked ${(packed.unpackedSize / 1e6).toFixed(1)} MB, under ${MEGABYTES}`)
  assert(!packed.files.some(f => /^(?:src|test|score)\//.test(f.path)), 'no sources or tests in the package')
  run('npx', ['--no-install', 'publint', '--strict', join(elsewhere, packed.filename)], root)
  run('npx', ['--no-install', 'attw', '--profile', 'esm-only', join(elsewhere, packed.filename)], root)
  console.log('ok: publint and attw find nothing')

  writeFileSync(join(elsewhere, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', `./${packed.filename}`], elsewhere)
  cpSync(`${root}samples/ganja-baku.txt`, join(elsewhere, 'report.txt'))
  const printed = run(
    process.execPath,
    ['node_modules/hearsay/bin/hearsay.js', 'read', '--format', 'jsonl', 'report.txt'],
    elsewhere,
  )
  const reading = JSON.parse(printed) as { claims: { trigger: { start: number; end: number; quote: string } }[] }
  assert(reading.claims.length > 5, `the command reads ${reading.claims.length} claims`)

  const script = `
    import { read } from 'hearsay'
    import { times } from 'hearsay/time'
    import { createEnglish } from 'hearsay/language'
    import { openLedger } from 'hearsay/ledger'
    import { readingSchema } from 'hearsay/schema'
    const reading = read('Rebels captured Goma on Tuesday, officials said.', { published: '2012-11-20' })
    readingSchema.parse(reading)
    console.log(reading.claims[0].type, times('on Tuesday', { published: '2012-11-20' })[0].from, typeof createEnglish, openLedger('made.ledger').counts().reports)`
  writeFileSync(join(elsewhere, 'library.js'), script)
  const library = run(process.execPath, ['library.js'], elsewhere).trim()
  assert(library === 'COERCE 2012-11-20 function 0', `the library answers: ${library}`)
  const demo = run(process.execPath, ['node_modules/hearsay/bin/hearsay.js', 'demo', '--ledger', 'demo.ledger'], elsewhere)
  assert(/^47 reports added/.test(demo), 'the demo is added to a ledger')
  assert(existsSync(join(elsewhere, 'node_modules/hearsay/dist/web/index.html')), "the desk's page is in the package")
  const source = readFileSync(`${root}samples/ganja-baku.txt`, 'utf8')
  assert(
    reading.claims.every(c => source.includes(c.trigger.quote)),
    'the claims are pinned to the words of the report',
  )
} finally {
  rmSync(elsewhere, { recursive: true, force: true })
}
