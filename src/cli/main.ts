import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import type { Effects } from './effects.ts'
import { readCommand } from './read.ts'

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** Runs the command line and returns the exit code: 0, 1 when something could not be read, 2 when the command line is wrong. */
export const main = async (args: readonly string[], effects: Effects): Promise<number> => {
  let code = 0
  const exit = (n: number) => {
    code = Math.max(code, n)
  }
  const program = new Command('hearsay')
    .description('Reads reports of conflict into claims: who did what to whom, when, where, how many, according to whom.')
    .version(version())
    .addHelpText('after', EXAMPLES)
    .addCommand(readCommand(effects, exit))
  if (args[0] === 'gazetteer' || args[0] === 'help') await addGazetteer(program, effects)
  else program.command('gazetteer').description('look up places, and add places of your own')
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

/** Loaded only when asked for: the gazetteer's sources are not needed to read a report. */
const addGazetteer = async (program: Command, effects: Effects): Promise<void> => {
  const { gazetteerCommand } = await import('./gazetteer.ts')
  program.addCommand(gazetteerCommand(line => void effects.out.write(`${line}\n`)))
}

const EXAMPLES = `
Examples:
  $ hearsay read report.txt
  $ hearsay read --format jsonl reports/ > claims.jsonl
  $ hearsay gazetteer find Tripoli

Documentation: README.md and docs/, in the package.`
