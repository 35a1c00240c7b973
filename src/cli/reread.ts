import { Command } from 'commander'
import { openLedger } from '../ledger/sqlite/open.ts'
import { addTo } from './add.ts'
import type { Effects } from './effects.ts'
import { ledgerOption } from './ledger-options.ts'
import { versionsOf } from './versions.ts'

/** `hearsay reread`: reads the reports of a ledger anew where another reader, or one that knew less, has read them. */
export const rereadCommand = (effects: Effects): Command =>
  new Command('reread')
    .description('read the reports of a ledger anew with this version; earlier readings stay in its history')
    .addOption(ledgerOption())
    .action(async ({ ledger: path }: { ledger: string }) => {
      const ledger = openLedger(path)
      try {
        const keys = ledger.outdated(versionsOf())
        await addTo(ledger, () => ledger.again(keys), effects)
      } finally {
        ledger.close()
      }
    })
