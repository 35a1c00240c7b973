import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../..')
const CLI = join(ROOT, 'bin/hearsay.js')
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** The browser that the tests open, or null where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path)) ?? null
/** Why the tests cannot run; null: they can. */
export const MISSING = !CHROMIUM
  ? 'no Chromium: set CHROMIUM to one, or install it at /usr/bin/chromium'
  : existsSync(join(ROOT, 'dist/web/index.html'))
    ? null
    : 'no page in dist/web: run npx vite build'

/** A ledger of the demo's reports at a path. */
const demoLedger = (path: string): void => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'demo', '--ledger', path, '--no-desk'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`no demo ledger: ${stderr}`)
}

/** A desk over a demo ledger of its own, in a process of its own. */
export interface RunningDesk {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Starts a desk on a free port. */
export const startDesk = async (): Promise<RunningDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-desk-'))
  const ledger = join(folder, 'demo.ledger')
  demoLedger(ledger)
  const desk = spawn(process.execPath, [CLI, 'desk', '--ledger', ledger, '--no-open', '--port', '0'])
  const address = await said(desk, /http:\/\/[\d.]+:\d+/)
  return {
    address,
    stop: async () => {
      desk.kill('SIGINT')
      await new Promise(done => desk.once('exit', done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The first words of a process's output that a pattern fits. */
const said = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((done, failed) => {
    let output = ''
    const hear = (chunk: unknown) => {
      output += String(chunk)
      const found = pattern.exec(output)
      if (found) done(found[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => failed(new Error(`the desk ended: ${output}`)))
  })

/** Chromium without a graphics card: WebGL by software. */
export const openBrowser = async (): Promise<Browser> => {
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] })
}

/** What axe finds amiss on a page: rule and element. `rules`: only these; null: all. */
export const amiss = async (page: Page, rules: readonly string[] | null = null): Promise<string[]> => {
  await page.evaluate(AXE)
  return page.evaluate(async runOnly => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
    const { violations } = await (globalThis as any).axe.run(runOnly ? { runOnly } : {})
    return violations.flatMap((v: { id: string; nodes: { html: string }[] }) => v.nodes.map(n => `${v.id}: ${n.html}`))
  }, rules)
}
