import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLedger } from '../../src/ledger/sqlite/open.ts'
import { folder } from './make.ts'

const COMMAND = join(import.meta.dirname, '../../src/cli/hearsay.ts')
const DEMO = join(import.meta.dirname, '../../samples/georgia-2008')
/** How often the process is killed; CI asks for twenty. */
const KILLS = Number(process.env.KILLS ?? 3)

const start = (ledger: string): ChildProcess =>
  spawn(process.execPath, [COMMAND, 'add', DEMO, '--ledger', ledger], { stdio: 'ignore' })

const contentOf = (ledger: string): string => {
  const reader = readLedger(ledger)
  const { content } = reader.versions()
  reader.close()
  return content
}

test(`kill -9 at ${KILLS} moments of adding, then add again: the ledger of an undisturbed run`, {
  timeout: 600_000,
}, async () => {
  const { path, remove } = folder()
  const whole = join(path, 'whole.ledger')
  const began = performance.now()
  await once(start(whole), 'close')
  const span = performance.now() - began
  const content = contentOf(whole)
  for (let i = 0; i < KILLS; i++) {
    const ledger = join(path, `killed-${i}.ledger`)
    // Spread over the run, off the round fractions.
    const moment = span * (0.25 + (0.72 * (i + ((i * 0.618) % 1))) / KILLS)
    const child = start(ledger)
    const closed = once(child, 'close')
    await new Promise(resolve => setTimeout(resolve, moment))
    child.kill('SIGKILL')
    await closed
    execFileSync(process.execPath, [COMMAND, 'add', DEMO, '--ledger', ledger], { stdio: 'ignore' })
    expect(contentOf(ledger), `killed after ${moment.toFixed(0)} of ${span.toFixed(0)} ms`).toBe(content)
  }
  remove()
})
