// Takes the pictures of the desk in docs/pictures, on the demo's ledger: each view wide, and narrow or dark. Needs Chromium at CHROMIUM
// or /usr/bin/chromium. Run by `npm run pictures`, and looked at.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { startDesk } from '../test/desk/desk.ts'

const OUT = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } }
const VIEWS: Readonly<Record<string, string>> = {
  incidents: '/?from=2008-08-01&to=2008-08-31',
  report: '/report/mw-03',
  map: '/map?from=2008-08-01&to=2008-08-31',
  reports: '/reports',
  sources: '/sources',
  corrections: '/corrections',
  add: '/add',
}

mkdirSync(OUT, { recursive: true })
const desk = await startDesk()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking'],
})
try {
  const words = encodeURIComponent('apartment blocks')
  const answer = (await (await fetch(`${desk.address}/api/claims?words=${words}&limit=1`)).json()) as {
    rows: { incident: string }[]
  }
  const views = { ...VIEWS, incident: `/incident/${answer.rows[0].incident}` }
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [view, address] of Object.entries(views)) {
        const page = await browser.newPage({ viewport, colorScheme })
        await page.goto(desk.address + address)
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(1500)
        await page.screenshot({ path: `${OUT}${view}-${size}-${colorScheme}.png` })
        await page.close()
      }
} finally {
  await browser.close()
  await desk.stop()
}
