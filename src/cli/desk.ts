import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { accountsOf } from '../ledger/accounts/accounts.ts'
import { nameOfParty } from '../ledger/party.ts'
import { type OpenLedger, openLedger } from '../ledger/sqlite/open.ts'
import type { Report } from '../model/report.ts'
import { FORMATS } from '../publish/publish.ts'
import { appOf } from '../server/app.ts'
import { assetsOf } from '../server/assets.ts'
import type { Desk, GivenText, LiveReading } from '../server/desk.ts'
import { listen } from '../server/listen.ts'
import { Refusal } from '../server/route.ts'
import { hostsOf, isLoopback } from '../server/safety.ts'
import { isReportError, reportsFrom } from '../text/reports.ts'
import { addAll } from './adding.ts'
import type { Effects } from './effects.ts'
import { type Item, reportsIn } from './inputs.ts'
import { ledgerOption } from './ledger-options.ts'
import { type Readers, startReaders } from './readers.ts'
import { packageVersion, versionsOf } from './versions.ts'

interface Options {
  readonly ledger: string
  readonly host: string
  readonly port: number
  readonly open: boolean
}

/** What the desk does to the world beside `Effects`; tests inject their own. */
export interface DeskWorld {
  /** The folder of the built page. */
  readonly page: string
  readonly openBrowser: (address: string) => void
  /** Whether somebody sits before it who wants a browser opened. */
  readonly attended: boolean
  readonly readAddress: Desk['readAddress']
}

const WORLD: DeskWorld = {
  // The same from src/cli and dist/cli.
  page: fileURLToPath(new URL('../../dist/web', import.meta.url)),
  openBrowser: address => openBrowser(address),
  attended: !process.env.CI && process.stdout.isTTY === true,
  readAddress: null,
}

/** `hearsay desk`: serves the page and the API over a ledger until Ctrl-C. */
export const deskCommand = (effects: Effects, world: Partial<DeskWorld> = {}): Command =>
  new Command('desk')
    .description('open the desk: map, timeline, incidents and accounts of a ledger in the browser')
    .addOption(ledgerOption())
    .option('--port <n>', 'port to listen on; 0 is any that is free', portOf, 8420)
    .option('--host <host>', 'address to listen on; any but this machine’s own asks for a token', '127.0.0.1')
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', HELP)
    .action((options: Options) => serve(options, effects, { ...WORLD, ...world }))

const portOf = (written: string): number => {
  const port = Number(written)
  if (!/^\d{1,5}$/.test(written) || port > 65535) throw new InvalidArgumentError('Write a whole number up to 65535.')
  return port
}

const serve = async ({ ledger: path, host, port, open }: Options, effects: Effects, world: DeskWorld): Promise<void> => {
  const ledger = openLedger(path)
  const readers = lazyReaders()
  try {
    const token = isLoopback(host) ? null : randomBytes(24).toString('base64url')
    const others = token ? addressesOf(host) : []
    // Others in the network may not have this machine fetch what only it can reach.
    const readAddress = world.readAddress ?? (isLoopback(host) ? (address: string) => readAt(address, readers, effects) : null)
    const desk = deskOf(ledger, readers, effects, { ...world, readAddress })
    const listening = await listen(host, port, bound =>
      appOf(desk, { hosts: hostsOf(host, bound, others), token }, packageVersion()),
    )
    const interrupted = new Promise<void>(resolve => effects.onInterrupt(resolve))
    const addresses = (others.length ? others : [host]).map(name => addressOf(name, listening.port, token))
    await effects.out.write(`The desk of ${path} is at ${addresses.join(' or ')}\n${token ? WARNING : ''}Ctrl-C ends it.\n`)
    if (open && world.attended) world.openBrowser(addresses[0])
    await interrupted
    await listening.close()
  } finally {
    await readers.close()
    ledger.close()
  }
}

const WARNING =
  'Whoever has this address can read and change the ledger, and it travels unencrypted: use it in a network that you trust.\n'

const addressOf = (name: string, port: number, token: string | null): string =>
  `http://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}/${token ? `?token=${token}` : ''}`

/** By which names others reach a host that stands for all of this machine's addresses; none for any other host. */
const addressesOf = (host: string): string[] =>
  host === '0.0.0.0' || host === '::'
    ? [
        ...Object.values(networkInterfaces()).flatMap(list =>
          (list ?? []).filter(a => !a.internal && a.family === 'IPv4').map(a => a.address),
        ),
        hostname(),
      ]
    : []

const openBrowser = (address: string): void => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // Where there is no browser, the address is printed all the same.
  child.on('error', () => {})
  child.unref()
}

interface LazyReaders {
  readonly get: () => Promise<Readers>
  readonly close: () => Promise<void>
}

/** Readers that start when something is to be read: looking at a ledger needs none. */
const lazyReaders = (): LazyReaders => {
  let started: Promise<Readers> | null = null
  return {
    get: () => {
      started ??= startReaders()
      return started
    },
    close: async () => (await started)?.close(),
  }
}

/** What the server works with, from the parts of the program. */
export const deskOf = (ledger: OpenLedger, readers: LazyReaders, effects: Effects, { page, readAddress }: DeskWorld): Desk => ({
  ledger,
  accountsOf,
  nameOfParty,
  exports: FORMATS,
  asset: assetsOf(page),
  now: effects.today,
  fault: error => void effects.err.write(`hearsay: ${error instanceof Error ? error.stack : String(error)}\n`),
  read: async given => readLive(given, await readers.get()),
  readAddress,
  add: async ({ texts, files }, { signal, step, failed, say }) => {
    const items = [
      ...(await Promise.all(texts.map(async text => asItems(await textReports(text), 'given in the desk')))).flat(),
      ...(await Promise.all(files.map(async ({ name, bytes }) => asItems(await reportsFrom(name, bytes), name)))).flat(),
    ]
    const total = items.length
    await addAll(each(items), {
      ledger,
      readers: await readers.get(),
      versions: versionsOf(),
      now: effects.today,
      signal,
      done: async (_, __, tally) => step({ ...tally, done: sum(tally), total }),
      failed: async (message, tally) => {
        step({ ...tally, done: sum(tally), total })
        const [sentence, ...stack] = message.split('\n')
        if (stack.length) await effects.err.write(`hearsay: ${message}\n`)
        failed(sentence)
      },
    })
    for (let left = ledger.settle(); left > 0 && !signal.aborted; left = ledger.settle()) {
      say(`joining claims into incidents: ${left} reports left`)
      await setImmediate()
    }
  },
})

const sum = ({ added, known, reread, failed }: { added: number; known: number; reread: number; failed: number }): number =>
  added + known + reread + failed

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}

/**
 * The reports of a text given in the page: read like a file of plain text, or like JSON where more is known of it than a file could tell.
 * The same text gets the same id, so that it is known when it is given again.
 */
const textReports = ({ text, outlet, published, ...rest }: GivenText): ReturnType<typeof reportsFrom> => {
  const name = `text-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
  const plain = rest.id === undefined && rest.headline === undefined && rest.url === undefined
  if (plain) return reportsFrom(`${name}.txt`, encoded(text), { ...(published && { published }), ...(outlet && { outlet }) })
  const whole = rest.headline && !text.trimStart().startsWith(rest.headline) ? `${rest.headline}\n\n${text}` : text
  return reportsFrom(`${name}.json`, encoded(JSON.stringify({ ...rest, outlet, published, text: whole })))
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

const asItems = (results: Awaited<ReturnType<typeof reportsFrom>>, from: string): Item[] =>
  results.map(result => (isReportError(result) ? { error: result.message } : { report: result, from }))

const readLive = async (given: GivenText, readers: Readers): Promise<LiveReading> => {
  const [report] = await textReports(given)
  if (isReportError(report))
    throw new Refusal(400, `The field "text" cannot be read: ${report.message.replace(/^text-\w+\.(?:json|txt): /, '')}`)
  return liveOf(report, readers)
}

/** The first report at an address, read. Throws a sentence when there is none. */
const readAt = async (address: string, readers: LazyReaders, effects: Effects): Promise<LiveReading> => {
  for await (const item of reportsIn([address], {}, effects)) {
    if ('error' in item) throw new Error(item.error)
    return liveOf(item.report, await readers.get())
  }
  throw new Error(`${address}: there is no report at this address.`)
}

const liveOf = async (report: Report, readers: Readers): Promise<LiveReading> => {
  const { id, outlet, published, headline, url, text } = report
  const { claims, notes } = await readers.read(report)
  return {
    report: { id, outlet, published, headline, url, text },
    reading: { id, outlet, published, claims: claims.map(c => c.claim), notes },
  }
}

const HELP = `
The desk works without any network: the page, its map and its program come from this machine, and nothing is sent anywhere.

Examples:
  $ hearsay desk --ledger war.ledger
  $ hearsay desk --port 0 --no-open
  $ hearsay desk --host 0.0.0.0      (for others in the network; prints an address with a token)`
