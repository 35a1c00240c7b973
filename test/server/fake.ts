import { accountsOf } from '../../src/ledger/accounts/accounts.ts'
import { nameOfParty } from '../../src/ledger/party.ts'
import type { OpenLedger } from '../../src/ledger/sqlite/open.ts'
import { FORMATS } from '../../src/publish/publish.ts'
import { type App, appOf } from '../../src/server/app.ts'
import { type Asset, assetOf } from '../../src/server/assets.ts'
import type { Desk } from '../../src/server/desk.ts'
import { type Access, hostsOf } from '../../src/server/safety.ts'
import { entries, ledgerOf } from '../ledger/make.ts'

export const NOW = '2026-11-25T12:00:00.000Z'
export const HOST = '127.0.0.1:8420'

/** Reports of two sides and a copy, in a ledger of its own. */
export const madeLedger = async () =>
  ledgerOf(
    await entries([
      [
        'Hill Wire',
        '2020-10-05',
        'Armenia shelled Ganja on Sunday, the Azerbaijani Defense Ministry said. Five civilians were killed in the shelling.',
      ],
      ['River News', '2020-10-05', 'The Armenian Defense Ministry denied that Armenia shelled Ganja on Sunday.'],
      ['Coast Daily', '2020-10-07', 'Azerbaijani forces shelled Stepanakert on Tuesday, the Armenian Defense Ministry said.'],
    ]),
  )

const files: Readonly<Record<string, Asset>> = Object.fromEntries(
  Object.entries({
    'index.html': '<!doctype html><title>Hearsay</title>',
    'assets/main-1a2b.js': `export const a = 1\n${'// a long line of words\n'.repeat(100)}`,
    'map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  }).map(([path, text]) => [path, assetOf(path, new TextEncoder().encode(text))]),
)

/** A desk over a ledger that reads and adds nothing; `faults` gathers what it reports. */
export const deskOf = (ledger: OpenLedger, changes: Partial<Desk> = {}): Desk & { readonly faults: unknown[] } => {
  const faults: unknown[] = []
  return {
    ledger,
    accountsOf,
    nameOfParty,
    exports: FORMATS,
    read: async given => ({
      report: {
        id: 'given',
        outlet: given.outlet ?? null,
        published: given.published ?? null,
        headline: null,
        url: null,
        text: given.text,
      },
      reading: { id: 'given', outlet: null, published: null, claims: [], notes: [] },
    }),
    readAddress: null,
    add: async () => {},
    asset: path => (Object.hasOwn(files, path) ? files[path] : null),
    now: () => NOW,
    fault: error => void faults.push(error),
    faults,
    ...changes,
  }
}

export const ACCESS: Access = { hosts: hostsOf('127.0.0.1', 8420), token: null }

/** A caller like the page: right Host, and for changes right Origin and type. */
export const callerOf =
  (app: App) =>
  async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> => {
    const own: Record<string, string> =
      method === 'GET' || method === 'HEAD'
        ? { host: HOST }
        : { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' }
    const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
    return app.fetch(new Request(`http://${HOST}${path}`, { method, headers: { ...own, ...headers }, body: sent }))
  }

/** An app over a ledger, and its caller. */
export const served = (ledger: OpenLedger, changes: Partial<Desk> = {}, access: Access = ACCESS) => {
  const desk = deskOf(ledger, changes)
  const app = appOf(desk, access, '1.2.3')
  return { desk, app, call: callerOf(app) }
}
