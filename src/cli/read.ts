import { Command, InvalidArgumentError, Option } from 'commander'
import { readingOf } from '../reading/reading.ts'
import { parseDay } from '../text/published.ts'
import type { Effects } from './effects.ts'
import { FORMATS, type FormatName, formatOf } from './format/format.ts'
import { type Given, reportsIn } from './inputs.ts'
import { progressOf } from './progress.ts'

interface Options extends Given {
  readonly format: FormatName
  readonly explain?: boolean
}

/** `hearsay read`: reads reports into claims. `exit` takes the exit code: 1 when a report could not be read. */
export const readCommand = (effects: Effects, exit: (code: number) => void): Command =>
  givenOptions(
    new Command('read')
      .description('read reports into claims, each pinned to its words and to whoever said it')
      .argument('<report...>', 'files or folders: plain text, HTML pages, JSON, JSON Lines; - is standard input')
      .addOption(new Option('--format <name>', 'how to print').choices(FORMATS).default('text')),
  )
    .option('--explain', 'print how each value was read')
    .addHelpText('after', HELP)
    .action((paths: string[], options: Options) => readReports(paths, options, effects, exit))

/** The options that say of reports what they do not tell themselves. */
export const givenOptions = (command: Command): Command =>
  command
    .option('--published <day>', 'day of publication of reports that do not tell it, like 2020-10-10', dayOf)
    .option('--outlet <name>', 'outlet of reports that do not tell it')

const dayOf = (written: string): string => {
  const day = parseDay(written)
  if (!day) throw new InvalidArgumentError('Write a day like 2020-10-10.')
  return day
}

const readReports = async (
  paths: readonly string[],
  options: Options,
  effects: Effects,
  exit: (code: number) => void,
): Promise<void> => {
  const [knowledge, { find }] = await Promise.all([effects.loadKnowledge(), import('../reading/reading.ts')])
  const format = await formatOf(options.format, { explain: options.explain === true, output: effects.out })
  const progress = progressOf(effects)
  await effects.out.write(format.start)
  for await (const item of reportsIn(paths, options, effects)) {
    if ('error' in item) {
      exit(1)
      await progress.clear()
      await effects.err.write(`hearsay: ${item.error}\n`)
      continue
    }
    const { report } = item
    let printed = ''
    try {
      const found = find(report, knowledge)
      printed = format.report(report, found, readingOf(report, found))
    } catch (error) {
      exit(1)
      await progress.clear()
      await effects.err.write(
        `hearsay: ${report.archive?.name ?? report.id}: reading failed, please report it: ${(error as Error).stack}\n`,
      )
    }
    await progress.clear()
    await effects.out.write(printed)
    await progress.step(report.id)
  }
  await progress.clear()
  await effects.out.write(format.end)
}

const HELP = `
Formats:
  text   the report's sentences, each claim under its own, for people
  json   one array of readings
  jsonl  one reading a line: {id, outlet, published, claims, notes}
  csv    one row for each claim

A report in JSON is {id, outlet, published, headline, text, url}; only text is needed. A day of publication is taken from the
report itself, else from the page or the dateline, else from --published; without one, "on Tuesday" stays unresolved.
Exit code 1: some input could not be read (standard error says which); the others were.

Examples:
  $ hearsay read report.txt
  $ hearsay read --format jsonl reports/ > claims.jsonl
  $ hearsay read --format csv --outlet "Northern Herald" page.html
  $ cat report.txt | hearsay read --published 2020-10-10 --explain -`
