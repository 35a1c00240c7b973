import { userInfo } from 'node:os'
import { Argument, Command } from 'commander'
import { openLedger } from '../ledger/sqlite/open.ts'
import type { Verdict } from '../model/incident.ts'
import type { Effects } from './effects.ts'
import { ledgerOption } from './ledger-options.ts'

interface Options {
  readonly ledger: string
  readonly by: string
}

/** `hearsay judge` and `hearsay unjudge`: a person's word on whether two claims tell of one happening, and its undoing. */
export const judgeCommands = (effects: Effects): Command[] => [
  new Command('judge')
    .description('say whether two claims tell of the same happening; outweighs the program')
    .argument('<claim>', 'key of a claim, or its first characters')
    .argument('<claim>', 'key of another')
    .addArgument(new Argument('<verdict>', 'what they are').choices(['same', 'different', 'unsure']))
    .addOption(ledgerOption())
    .option('--by <name>', 'who says so', userInfo().username)
    .action(async (a: string, b: string, verdict: Verdict, { ledger: path, by }: Options) => {
      const ledger = openLedger(path)
      try {
        const keys = [a, b].map(key => ledger.claim(key)?.key ?? key)
        const { id } = ledger.judge(keys[0], keys[1], verdict, by, effects.today())
        await effects.out.write(`Kept as judgement ${id}; take it back with: hearsay unjudge ${id}\n`)
      } finally {
        ledger.close()
      }
    }),
  new Command('unjudge')
    .description('take a judgement of a person back')
    .argument('<number>', 'its number')
    .addOption(ledgerOption())
    .action(async (id: string, { ledger: path }: Options) => {
      const ledger = openLedger(path)
      try {
        ledger.undoJudgement(Number(id), effects.today())
        await effects.out.write(`Judgement ${id} is taken back.\n`)
      } finally {
        ledger.close()
      }
    }),
]
