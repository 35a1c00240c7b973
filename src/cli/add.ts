import { Command } from 'commander'
import { type OpenLedger, openLedger } from '../ledger/sqlite/open.ts'
import { counted as count } from '../model/words.ts'
import { addAll, type Tally } from './adding.ts'
import type { Effects } from './effects.ts'
import type { Memory } from './fetch.ts'
import { type Fetching, type Given, type Item, reportsIn, sizeOfAll } from './inputs.ts'
import { ledgerOption } from './ledger-options.ts'
import { type Progress, progressOf } from './progress.ts'
import { givenOptions } from './read.ts'
import { startReaders } from './readers.ts'
import { readSides } from './sides.ts'
import { versionsOf } from './versions.ts'

interface Options extends Given {
  readonly ledger: string
  readonly sides?: string
}

/** `hearsay add`: reads reports into a ledger. `exit` takes the exit code: 1 when a report could not be read. */
export const addCommand = (effects: Effects, exit: (code: number) => void): Command =>
  givenOptions(
    new Command('add')
      .description('read reports into a ledger; what is there already is left as it is')
      .argument('<source...>', 'files, folders, WARC archives, feeds and pages by address; - is standard input')
      .addOption(ledgerOption()),
  )
    .option('--sides <file>', 'who sides with whom (YAML or JSON), kept in the ledger')
    .addHelpText('after', HELP)
    .action(async (sources: string[], options: Options) => {
      const ledger = openLedger(options.ledger)
      try {
        if (options.sides) ledger.setSides(await readSides(options.sides, effects))
        const meter = await meterOf(sources, effects)
        const items = (fetching: Required<Fetching>) => reportsIn(sources, options, meter.effects, fetching)
        const tally = await addTo(ledger, items, effects, { share: meter.share })
        if (tally.failed) exit(1)
      } catch (error) {
        const { message } = error as Error
        if (!/disk is full/.test(message)) throw error
        throw new Error(
          `${options.ledger}: the disk is full. What was added is kept; the same command goes on when there is room.`,
        )
      } finally {
        ledger.close()
      }
    })

/** How much of the sources' bytes was taken in: by effects that count them. */
const meterOf = async (
  sources: readonly string[],
  effects: Effects,
): Promise<{ effects: Effects; share: () => number | null }> => {
  const total = effects.err.isTerminal ? await sizeOfAll(sources, effects) : null
  let taken = 0
  const bytes = async function* (path: string) {
    for await (const piece of effects.bytes(path)) {
      yield piece
      taken += piece.length
    }
  }
  return { effects: { ...effects, bytes }, share: () => (total ? taken / total : null) }
}

/** Adds reports to an open ledger and joins them into incidents, with progress on standard error. Ctrl-C ends it in good order. */
export const addTo = async (
  ledger: OpenLedger,
  items: (fetching: Required<Fetching>) => AsyncIterable<Item>,
  effects: Effects,
  { settling = false, share = () => null }: { readonly settling?: boolean; readonly share?: () => number | null } = {},
): Promise<Tally> => {
  const [readers, progress] = [await startReaders(), progressOf(effects, share)]
  const stop = new AbortController()
  const release = effects.onInterrupt(() => stop.abort())
  const visits = pendingVisits(ledger)
  try {
    const tally = await addAll(items({ memory: visits, signal: stop.signal }), {
      ledger,
      readers,
      versions: versionsOf(),
      now: effects.today,
      done: id => progress.step(id),
      failed: async message => {
        await progress.clear()
        await effects.err.write(`hearsay: ${message}\n`)
      },
      rested: () => {
        visits.keep()
        if (settling) while (ledger.settle() > 0);
      },
      signal: stop.signal,
    })
    await settleAll(ledger, progress, stop.signal)
    await progress.clear()
    await effects.out.write(`${said(tally, stop.signal.aborted)}\n${contents(ledger)}\n`)
    return tally
  } finally {
    release()
    await progress.clear()
    await readers.close()
  }
}

/** What was asked of addresses, kept in the ledger only once the reports that came of it are: else a stop between would lose them. */
const pendingVisits = ({ visits }: OpenLedger): Memory & { readonly keep: () => void } => {
  const pending = new Map<string, string>()
  return {
    get: url => JSON.parse(pending.get(url) ?? visits.get(url) ?? 'null'),
    set: (url, visit) => void pending.set(url, JSON.stringify(visit)),
    keep: () => {
      for (const [url, record] of pending) visits.set(url, record)
      pending.clear()
    },
  }
}

/** Joins all that is not joined yet. */
export const settleAll = async (ledger: OpenLedger, progress: Progress, signal: AbortSignal): Promise<void> => {
  for (let left = ledger.settle(); left > 0 && !signal.aborted; left = ledger.settle())
    await progress.say(`joining claims into incidents: ${left} reports left`)
}

const said = ({ added, known, reread, failed }: Tally, stopped: boolean): string =>
  [
    `${stopped ? 'Stopped. ' : ''}${counted(added, 'report')} added`,
    ...(reread ? [`${reread} read anew`] : []),
    ...(known ? [`${known} there already`] : []),
    ...(failed ? [`${failed} could not be read`] : []),
  ].join(', ')

const contents = (ledger: OpenLedger): string => {
  const { reports, copies, claims, incidents, unsettled } = ledger.counts()
  const left = unsettled ? `, ${unsettled} reports not joined yet: run \`hearsay add\` again` : ''
  return `The ledger has ${counted(reports, 'report')} (${counted(copies, 'copy', 'copies')}), ${counted(claims, 'claim')}, ${counted(incidents, 'incident')}${left}.`
}

const counted = (n: number, one: string, many?: string): string => count(n, one, many, m => m.toLocaleString('en'))

const HELP = `
Nothing that was added is lost when the command is stopped at any moment; adding the same again changes nothing and goes on where it stopped.

Examples:
  $ hearsay add reports/ --ledger war.ledger
  $ hearsay add https://example.org/feed.xml --ledger war.ledger
  $ hearsay add samples/georgia-2008 --sides samples/georgia-2008/sides.yaml`
