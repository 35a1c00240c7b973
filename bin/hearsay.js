#!/usr/bin/env node
// Plain JavaScript that an old Node runs too: finds a Node that is new enough and starts the command in it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const here = path => new URL(path, import.meta.url)
const [major, minor] = process.versions.node.split('.').map(Number)
const pinned = fileURLToPath(here('../node_modules/node/bin/node'))

if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache?.()
  // The checkout has the sources; the package has only what was built of them.
  const source = here('../src/cli/hearsay.ts')
  await import(existsSync(source) ? source.href : here('../dist/cli/hearsay.js').href)
} else if (existsSync(pinned)) {
  const { status, signal } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  if (signal) process.kill(process.pid, signal)
  process.exitCode = status ?? 1
} else {
  process.stderr.write(`hearsay needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 1
}
