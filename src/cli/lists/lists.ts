import { Command, Option } from 'commander'
import { accountsOf } from '../../ledger/accounts/accounts.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { nameOfParty } from '../../ledger/party.ts'
import type { Filter, Page } from '../../model/filter.ts'
import { counted } from '../../model/words.ts'
import type { Effects } from '../effects.ts'
import { claimLines } from '../format/claim-lines.ts'
import { type Piece, piece, wrap } from '../format/styled.ts'
import { type FilterOptions, filterOf, ledgerOption, withFilters, withLedger } from '../ledger-options.ts'
import { accountLines, incidentLines, SHORT } from './incident-lines.ts'

interface Options extends FilterOptions {
  readonly ledger: string
  readonly json?: boolean
}

interface Canvas {
  readonly columns: number
  readonly colour: boolean
}

/** A list that a command prints: its rows as data, and each as lines for people. */
interface List<Row> {
  readonly name: 'incidents' | 'claims' | 'reports' | 'sources'
  readonly rows: (ledger: LedgerReader, filter: Filter, page: Page) => readonly Row[]
  readonly lines: (row: Row, canvas: Canvas) => string
}

const WIDEST = 110

/** What lists are drawn on. */
export const canvasOf = (effects: Effects): Canvas => ({
  columns: Math.max(40, Math.min(effects.out.columns ?? 100, WIDEST)),
  colour: effects.out.colour,
})

const printList = async <Row>(list: List<Row>, options: Options, effects: Effects): Promise<void> => {
  const { filter, page } = filterOf(options)
  await withLedger(options.ledger, effects, async ledger => {
    const rows = list.rows(ledger, filter, page)
    if (options.json) {
      await effects.out.write(`${JSON.stringify(rows, null, 2)}\n`)
      return
    }
    const canvas = canvasOf(effects)
    for (const row of rows) await effects.out.write(`${list.lines(row, canvas)}\n`)
    const all = ledger.count(list.name, filter)
    const left = all - rows.length - page.offset
    await effects.out.write(
      `${counted(all, list.name.slice(0, -1))}${left > 0 ? `; ${left} more: --offset ${page.offset + rows.length}` : ''}.\n`,
    )
  })
}

const listCommand = <Row>(list: List<Row>, description: string, effects: Effects): Command =>
  withFilters(new Command(list.name).description(description).addOption(ledgerOption()))
    .addOption(new Option('--json', 'print JSON'))
    .action((options: Options) => printList(list, options, effects))

const line = (pieces: readonly Piece[], canvas: Canvas, first = '', rest = '  '): string =>
  wrap(pieces, { ...canvas, first, rest })

const INCIDENTS: List<ReturnType<LedgerReader['incidents']>[number]> = {
  name: 'incidents',
  rows: (ledger, filter, page) => ledger.incidents(filter, page),
  lines: incidentLines,
}

const CLAIMS: List<ReturnType<LedgerReader['claims']>[number]> = {
  name: 'claims',
  rows: (ledger, filter, page) => ledger.claims(filter, page),
  lines: (claim, canvas) =>
    line(
      [
        piece(claim.sentence.quote),
        piece(
          `  ${claim.report.outlet ?? 'outlet unknown'}, ${claim.report.published ?? 'day unknown'}  ${claim.key.slice(0, SHORT)}`,
          'dim',
        ),
      ],
      canvas,
      '',
      '',
    ) + claimLines(claim, canvas, false),
}

const REPORTS: List<ReturnType<LedgerReader['reports']>[number]> = {
  name: 'reports',
  rows: (ledger, filter, page) => ledger.reports(filter, page),
  lines: (report, canvas) =>
    line(
      [
        piece(report.published ?? 'day unknown', 'bold'),
        piece(`  ${report.outlet ?? 'outlet unknown'}  `, 'cyan'),
        piece(report.headline ?? report.id),
        piece(`  ${counted(report.claims, 'claim')}`, 'dim'),
        ...(report.like
          ? [piece(` · ${LIKE[report.like.kind]} ${report.like.of.outlet ?? ''} ${report.like.of.id}`, 'yellow')]
          : []),
        piece(`  ${report.id}`, 'dim'),
      ],
      canvas,
    ),
}
const LIKE = { copy: 'the same text as', update: 'an update of', repeat: 'repeats a passage of' }

const SOURCES: List<ReturnType<LedgerReader['sources']>[number]> = {
  name: 'sources',
  rows: (ledger, filter, page) => ledger.sources(filter, page),
  lines: (source, canvas) =>
    line(
      [
        piece(source.name, 'bold'),
        piece(` (${nameOfParty(source.party)})  `, 'cyan'),
        piece(
          [
            counted(source.claims, 'claim'),
            ...(source.denials ? [counted(source.denials, 'denial')] : []),
            counted(source.reports, 'report'),
            counted(source.incidents, 'incident'),
          ].join(' · '),
          'dim',
        ),
      ],
      canvas,
    ),
}

/** `hearsay incidents`, `claims`, `reports`, `sources` and `search`. */
export const listCommands = (effects: Effects): Command[] => [
  incidentsCommand(effects),
  listCommand(CLAIMS, 'list claims: who says that who did what', effects),
  listCommand(REPORTS, 'list reports, with what they copy or update', effects),
  listCommand(SOURCES, 'list who asserts, most often first', effects),
  searchCommand(effects),
]

const incidentsCommand = (effects: Effects): Command =>
  withFilters(
    new Command('incidents')
      .description('list incidents; with ids, set the parties’ accounts of each side by side')
      .argument('[id...]', 'ids of incidents or of their claims; the first characters will do')
      .addOption(ledgerOption()),
  )
    .addOption(new Option('--json', 'print JSON'))
    .action((ids: string[], options: Options) =>
      ids.length ? printAccounts(ids, options, effects) : printList(INCIDENTS, options, effects),
    )

const printAccounts = (ids: readonly string[], { ledger: path, json }: Options, effects: Effects): Promise<void> =>
  withLedger(path, effects, async ledger => {
    const found = ids.map(id => {
      const incident = ledger.incident(id)
      if (!incident)
        throw new Error(`${id}: there is no incident or claim of this id in ${path}, or more than one begins like this.`)
      return { ...incident, ...accountsOf(incident.claims, ledger.sides()) }
    })
    if (json) {
      await effects.out.write(`${JSON.stringify(found, null, 2)}\n`)
      return
    }
    const canvas = canvasOf(effects)
    for (const { incident, claims, accounts, summary } of found)
      await effects.out.write(`${incidentLines(incident, canvas)}${accountLines({ accounts, summary }, claims, canvas)}\n`)
  })

const searchCommand = (effects: Effects): Command =>
  withFilters(
    new Command('search')
      .description('find claims by the words of their sentences')
      .argument('<words...>', 'all must stand in the sentence')
      .addOption(ledgerOption()),
  )
    .addOption(new Option('--json', 'print JSON'))
    .action((words: string[], options: Options) => printList(CLAIMS, { ...options, words: words.join(' ') }, effects))
