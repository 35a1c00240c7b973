// Times adding to a ledger: `node bench/ledger.ts [REPORTS] [FILE]`. Adds a tenth of the reports to one ledger and all of them to
// another, and prints rate, peak memory, size, and what ten times more cost. Run by `npm run bench:ledger`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../src/cli/main.ts'
import { nodeEffects } from '../src/cli/node-effects.ts'
import { syntheticReports } from './synthetic.ts'

const write = async (count: number, path: string): Promise<void> => {
  const out = createWriteStream(path)
  for (const report of syntheticReports(count)) if (!out.write(`${JSON.stringify(report)}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

/** Adds in a process of its own, which tells its peak memory at the end. */
const add = async (file: string, ledger: string): Promise<{ seconds: number; megabytes: number; said: string }> => {
  const began = performance.now()
  const child = spawn(process.execPath, [import.meta.filename, '--child', file, ledger], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', d => {
    said += d
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(said)
  const [, told, megabytes] = /^([\s\S]*)\npeak ([0-9.]+)\s*$/.exec(said)!
  return { seconds: (performance.now() - began) / 1000, megabytes: Number(megabytes), said: told }
}

const child = async (file: string, ledger: string): Promise<void> => {
  process.exitCode = await main(['add', file, '--ledger', ledger], nodeEffects())
  process.stdout.write(`\npeak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)}\n`)
}

/** Times adding `count` reports and a tenth of them. */
const benchLedger = async (count: number): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const rows = []
    for (const n of [Math.round(count / 10), count]) {
      const [file, ledger] = [join(dir, `${n}.jsonl`), join(dir, `${n}.ledger`)]
      await write(n, file)
      const { seconds, megabytes, said } = await add(file, ledger)
      const bytes = statSync(ledger).size
      rows.push(seconds)
      console.log(
        `${n} reports  ${seconds.toFixed(1)} s  ${(n / seconds).toFixed(1)} reports/s  peak memory ${megabytes.toFixed(0)} MB  ` +
          `ledger ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / n / 1024).toFixed(1)} kB a report\n${said.trim()}`,
      )
    }
    console.log(`ten times the reports cost ${(rows[1] / rows[0]).toFixed(1)} times the time`)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--child') await child(rest[0], rest[1])
else await benchLedger(Number(first ?? 10_000))
