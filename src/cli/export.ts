import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Command, Option } from 'commander'
import { accountsOf } from '../ledger/accounts/accounts.ts'
import { EXPORTS, type ExportName, exportOf, FORMATS } from '../publish/publish.ts'
import type { Effects } from './effects.ts'
import { type FilterOptions, filterOf, ledgerOption, withFilters, withLedger } from './ledger-options.ts'

interface Options extends FilterOptions {
  readonly ledger: string
  readonly format: ExportName
  readonly names?: boolean
  readonly output?: string
}

/** `hearsay export`: publishes what a ledger holds. Without `--limit`, all that the filters leave. */
export const exportCommand = (effects: Effects): Command => {
  const command = withFilters(
    new Command('export')
      .description('publish a ledger, or what filters leave of it, as a dataset, a map, a timeline or a page')
      .addOption(ledgerOption())
      .addOption(new Option('--format <name>', 'what to write').choices(EXPORTS).makeOptionMandatory())
      .option('--output <file>', 'where to; without it standard output')
      .option('--names', 'write the names of private persons in full; without it their initials'),
  ).addHelpText('after', HELP)
  // An export is whole: it has no pages.
  return Object.assign(command, { options: command.options.filter(o => !/^--(?:limit|offset)$/.test(o.long ?? '')) }).action(
    (options: Options) => exportTo(options, effects),
  )
}

const exportTo = ({ ledger: path, format, names, output, ...rest }: Options, effects: Effects): Promise<void> =>
  withLedger(path, effects, async ledger => {
    const { filter } = filterOf(rest)
    const chunks = exportOf(format, ledger, { filter, names: names === true, quoteWords: 25, accountsOf })
    if (output === undefined) {
      for (const chunk of chunks) await effects.out.write(chunk)
      return
    }
    const file = createWriteStream(output)
    for (const chunk of chunks) if (!file.write(chunk)) await once(file, 'drain')
    file.end()
    await once(file, 'finish')
  })

const HELP = `
Formats (docs/exports.md has the codebook of each, and what the foreign shapes lose):
${EXPORTS.map(name => `  ${name.padEnd(11)} ${FORMATS[name].about}`).join('\n')}

Quotes are cut to 25 words, private persons are initialled. The same ledger gives the same bytes.

Examples:
  $ hearsay export --format html --output war.html
  $ hearsay export --format geojson --type ASSAULT --from 2008-08-08 --output map.geojson`
