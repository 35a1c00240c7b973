import { type Command, InvalidArgumentError, Option } from 'commander'
import { type OpenReader, readLedger } from '../ledger/sqlite/open.ts'
import { EVENT_TYPES, type EventType } from '../model/claim.ts'
import { type Filter, type Page, STATUSES, type Status } from '../model/filter.ts'
import { parseDay } from '../text/published.ts'
import type { Effects } from './effects.ts'

/** The ledger that commands use when none is named. */
export const DEFAULT_LEDGER = 'hearsay.ledger'

/** `--ledger FILE`, for every command that uses one. */
export const ledgerOption = (): Option =>
  new Option('--ledger <file>', 'the ledger').env('HEARSAY_LEDGER').default(DEFAULT_LEDGER)

/** What the filter options give. */
export interface FilterOptions extends Omit<Filter, 'box'> {
  readonly box?: [number, number, number, number]
  readonly limit: number
  readonly offset: number
}

/** The options that narrow a list, the same for each command that prints one. */
export const withFilters = (command: Command, limit = 100): Command =>
  command
    .option('--party <party>', 'a side, or a code like GEO or "SYR REB"; may be given again for any of several', listed<string>)
    .addOption(new Option('--type <type>', 'an event type; may be given again').argParser(typeOf))
    .option('--place <words>', 'words of a place’s name')
    .option('--box <w,s,e,n>', 'degrees: west,south,east,north', boxOf)
    .option('--from <day>', 'first day, like 2008-08-07', dayOf)
    .option('--to <day>', 'last day', dayOf)
    .option('--source <words>', 'words of a source’s name, or of an outlet’s')
    .addOption(new Option('--status <status>', `${STATUSES.join(', ')}; may be given again, all must hold`).argParser(statusOf))
    .option('--words <words>', 'words that must stand in the sentence')
    .option('--limit <n>', 'at most so many rows', countOf, limit)
    .option('--offset <n>', 'leave out so many rows', countOf, 0)

/** The filter and the page of a command's options. */
export const filterOf = ({ limit, offset, ...rest }: FilterOptions): { filter: Filter; page: Page } => {
  const fields = ['party', 'type', 'place', 'box', 'from', 'to', 'source', 'status', 'words'] as const
  return {
    filter: Object.fromEntries(fields.filter(f => rest[f] !== undefined).map(f => [f, rest[f]])) as Filter,
    page: { limit, offset },
  }
}

/** Opens a ledger for reading, hands it on, and closes it. Says on standard error what is not joined yet. */
export const withLedger = async <T>(path: string, effects: Effects, work: (ledger: OpenReader) => Promise<T>): Promise<T> => {
  const ledger = readLedger(path)
  try {
    const { unsettled } = ledger.counts()
    if (unsettled)
      await effects.err.write(
        `hearsay: ${unsettled} reports are not joined into incidents yet: they are being added, or adding was stopped (\`hearsay add\` goes on).\n`,
      )
    return await work(ledger)
  } finally {
    ledger.close()
  }
}

const listed = <T>(value: T, before: readonly T[] | undefined): T[] => [...(before ?? []), value]

const typeOf = (value: string, before: readonly EventType[] | undefined): EventType[] => {
  const type = value.toUpperCase() as EventType
  if (!EVENT_TYPES.includes(type)) throw new InvalidArgumentError(`Types are ${EVENT_TYPES.join(', ')}.`)
  return listed(type, before)
}

const statusOf = (value: string, before: readonly Status[] | undefined): Status[] => {
  if (!STATUSES.includes(value as Status)) throw new InvalidArgumentError(`It is one of ${STATUSES.join(', ')}.`)
  return listed(value as Status, before)
}

const boxOf = (value: string): [number, number, number, number] => {
  const numbers = value.split(',').map(Number)
  const [west, south, east, north] = numbers
  const inside = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  if (numbers.length !== 4 || numbers.some(Number.isNaN) || !inside || south > north)
    throw new InvalidArgumentError('Write four numbers like 43,41,45,43: west,south,east,north.')
  return numbers as [number, number, number, number]
}

const dayOf = (written: string): string => {
  const day = parseDay(written)
  if (!day) throw new InvalidArgumentError('Write a day like 2008-08-08.')
  return day
}

const countOf = (value: string): number => {
  const n = Number(value)
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('Write a whole number.')
  return n
}
