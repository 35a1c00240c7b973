import { Command, InvalidArgumentError } from 'commander'
import { openLedger } from '../ledger/sqlite/open.ts'
import { addTo } from './add.ts'
import type { Effects } from './effects.ts'
import { type Given, isAddress } from './inputs.ts'
import { ledgerOption } from './ledger-options.ts'
import { givenOptions } from './read.ts'
import { watchFeeds } from './watch.ts'

interface Options extends Given {
  readonly ledger: string
  readonly every: number
  readonly pages?: boolean
}

/** `hearsay watch`: adds what feeds bring, until Ctrl-C. */
export const watchCommand = (effects: Effects): Command =>
  givenOptions(
    new Command('watch')
      .description('add what feeds bring, again and again, until Ctrl-C')
      .argument('<feed...>', 'addresses of RSS, Atom or JSON feeds', addressOf)
      .addOption(ledgerOption()),
  )
    .option('--every <minutes>', 'minutes between two looks; a feed or its server may ask for more', minutesOf, 15)
    .option('--pages', 'read the page of each new item, not only what the feed says')
    .addHelpText('after', HELP)
    .action(async (feeds: string[], { ledger: path, every, pages, ...given }: Options) => {
      const ledger = openLedger(path)
      try {
        await effects.err.write(`Watching ${feeds.length === 1 ? 'a feed' : `${feeds.length} feeds`}; Ctrl-C ends it.\n`)
        await addTo(
          ledger,
          ({ memory, signal }) =>
            watchFeeds(feeds, { every: every * 60_000, effects, memory, signal, given, pages: pages === true }),
          effects,
          { settling: true },
        )
      } finally {
        ledger.close()
      }
    })

const addressOf = (value: string, before: readonly string[] | undefined): string[] => {
  if (!isAddress(value)) throw new InvalidArgumentError('Write an address that begins with http:// or https://.')
  return [...(before ?? []), value]
}

const minutesOf = (value: string): number => {
  const minutes = Number(value)
  if (!(minutes >= 1)) throw new InvalidArgumentError('Write a number of minutes, at least 1.')
  return minutes
}

const HELP = `
It asks politely: with what the server said last (ETag, Last-Modified), by the rules of robots.txt, never twice at once, and after
failures less and less often.

Example:
  $ hearsay watch https://example.org/feed.xml --ledger war.ledger --every 30`
