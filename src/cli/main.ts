import { Command, CommanderError } from 'commander'
import type { Effects } from './effects.ts'
import { readCommand } from './read.ts'
import { packageVersion } from './versions.ts'

/** Runs the command line and returns the exit code: 0, 1 when something could not be read, 2 when the command line is wrong. */
export const main = async (args: readonly string[], effects: Effects): Promise<number> => {
  let code = 0
  const exit = (n: number) => {
    code = Math.max(code, n)
  }
  const program = new Command('hearsay')
    .description('Reads reports of conflict into claims: who did what to whom, when, where, how many, according to whom.')
    .version(packageVersion())
    .addHelpText('after', EXAMPLES)
    .addCommand(readCommand(effects, exit))
  await addCommands(program, args[0], effects, exit)
  const written: Promise<void>[] = []
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: text => void written.push(effects.out.write(text)),
      writeErr: text => void written.push(effects.err.write(text)),
      getOutHelpWidth: () => effects.out.columns ?? 100,
      getErrHelpWidth: () => effects.err.columns ?? 100,
    })
  try {
    if (!args.length) program.help()
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) exit(error.exitCode ? 2 : 0)
    else {
      exit(1)
      await effects.err.write(`hearsay: ${messageOf(error)}\n`)
    }
  }
  await Promise.all(written)
  return code
}

/** A sentence for people; faults of the program keep their stack, so that they can be reported. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `${path}: no such file or folder.`
  return /^(?:Type|Range|Reference)Error$/.test(error.name) ? `a fault, please report it: ${error.stack}` : error.message
}

/** Commands that are loaded only when they are asked for: reading a report needs none of them. */
const LATER: readonly {
  readonly names: Readonly<Record<string, string>>
  readonly load: (effects: Effects, exit: (code: number) => void) => Promise<readonly Command[]>
}[] = [
  {
    names: { watch: 'add what feeds bring, until Ctrl-C' },
    load: async effects => [(await import('./watching.ts')).watchCommand(effects)],
  },
  {
    names: {
      add: 'read reports into a ledger',
      reread: 'read the reports of a ledger anew with this version',
    },
    load: async (effects, exit) => {
      const [{ addCommand }, { rereadCommand }] = await Promise.all([import('./add.ts'), import('./reread.ts')])
      return [addCommand(effects, exit), rereadCommand(effects)]
    },
  },
  {
    names: {
      incidents: 'list incidents, and set the parties’ accounts side by side',
      claims: 'list claims',
      reports: 'list reports',
      sources: 'list who asserts',
      search: 'find claims by their words',
    },
    load: async effects => (await import('./lists/lists.ts')).listCommands(effects),
  },
  {
    names: { judge: 'say whether two claims tell of the same happening', unjudge: 'take a judgement back' },
    load: async effects => (await import('./judge.ts')).judgeCommands(effects),
  },
  {
    names: { sides: 'show or set who sides with whom' },
    load: async effects => [(await import('./sides.ts')).sidesCommand(effects)],
  },
  {
    names: { export: 'publish a ledger as a dataset, a map, a timeline or a page' },
    load: async effects => [(await import('./export.ts')).exportCommand(effects)],
  },
  {
    names: { desk: 'look at a ledger in the browser: map, timeline, incidents, accounts' },
    load: async effects => [(await import('./desk.ts')).deskCommand(effects)],
  },
  {
    names: { demo: 'try it on made-up reports of a real war' },
    load: async effects => [(await import('./demo.ts')).demoCommand(effects)],
  },
  {
    names: { verify: 'check a ledger' },
    load: async (effects, exit) => [(await import('./verify.ts')).verifyCommand(effects, exit)],
  },
  {
    names: { gazetteer: 'look up places, and add places of your own' },
    load: async effects => [(await import('./gazetteer.ts')).gazetteerCommand(line => void effects.out.write(`${line}\n`))],
  },
]

/** Adds the command that is called in full, and of the others the names, for the help. */
const addCommands = async (
  program: Command,
  called: string | undefined,
  effects: Effects,
  exit: (code: number) => void,
): Promise<void> => {
  for (const { names, load } of LATER) {
    const all = called === 'help' || (called !== undefined && called in names)
    if (all) for (const command of await load(effects, exit)) program.addCommand(command)
    else for (const [name, description] of Object.entries(names)) program.command(name).description(description)
  }
}

const EXAMPLES = `
Examples:
  $ hearsay read report.txt
  $ hearsay read --format jsonl reports/ > claims.jsonl
  $ hearsay add reports/ --ledger war.ledger
  $ hearsay incidents --ledger war.ledger --place Gori
  $ hearsay gazetteer find Tripoli

Documentation: README.md and docs/, in the package.`
