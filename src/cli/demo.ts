import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { accountsOf } from '../ledger/accounts/accounts.ts'
import { openLedger, readLedger } from '../ledger/sqlite/open.ts'
import { addTo } from './add.ts'
import type { Effects } from './effects.ts'
import { reportsIn } from './inputs.ts'
import { accountLines, incidentLines } from './lists/incident-lines.ts'
import { canvasOf } from './lists/lists.ts'
import { readSides } from './sides.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/georgia-2008', import.meta.url))
/** How many incidents are shown. */
const SHOWN = 3

/** `hearsay demo`: reads the demo's reports into a ledger of their own and shows what the parties say. */
export const demoCommand = (effects: Effects): Command =>
  new Command('demo')
    .description('try it: 47 made-up reports on the war of August 2008 in Georgia, and what the parties say')
    .option('--ledger <file>', 'where to; made anew', join(tmpdir(), 'hearsay-demo.ledger'))
    .option('--no-desk', 'do not open the desk afterwards; it is opened in a terminal only')
    .action(async ({ ledger: path, desk }: { ledger: string; desk: boolean }) => {
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
      const ledger = openLedger(path)
      try {
        ledger.setSides(await readSides(join(SAMPLES, 'sides.yaml'), effects))
        await addTo(ledger, () => reportsIn([SAMPLES], {}, effects), effects)
      } finally {
        ledger.close()
      }
      await show(path, effects)
      if (!desk || !effects.out.isTerminal || process.env.CI) return
      const { deskCommand } = await import('./desk.ts')
      await deskCommand(effects).parseAsync(['--ledger', path, '--port', '0'], { from: 'user' })
    })

/** The incidents that most parties tell of, their accounts side by side. */
const show = async (path: string, effects: Effects): Promise<void> => {
  const ledger = readLedger(path)
  try {
    const contested = ledger.incidents({ status: ['contested', 'actual', 'news'] }, { limit: 1000, offset: 0 })
    const most = [...contested].sort((a, b) => b.sources - a.sources || (a.id < b.id ? -1 : 1)).slice(0, SHOWN)
    const canvas = canvasOf(effects)
    await effects.out.write('\nThe incidents on which accounts differ that most sources tell of:\n\n')
    for (const { id } of most) {
      const { incident, claims } = ledger.incident(id)!
      await effects.out.write(
        `${incidentLines(incident, canvas)}${accountLines(accountsOf(claims, ledger.sides()), claims, canvas)}\n`,
      )
    }
    await effects.out.write(`Look at all of it: hearsay incidents --ledger ${path}\n`)
  } finally {
    ledger.close()
  }
}
