import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Effects, Output } from '../../src/cli/effects.ts'
import { main } from '../../src/cli/main.ts'
import { knowledge } from '../house/reports.ts'

/** Files by path; folders are what their paths imply. */
export type Files = Readonly<Record<string, string | Uint8Array>>

export interface Terminal {
  readonly isTerminal?: boolean
  readonly columns?: number
  readonly colour?: boolean
}

/** Runs the command line on a world of its own and tells what it wrote. */
export const run = async (
  args: readonly string[],
  files: Files = {},
  terminal: Terminal = {},
): Promise<{ code: number; out: string; err: string }> => {
  const [out, err] = [outputOf(terminal), outputOf(terminal)]
  let clock = 0
  const effects: Effects = {
    ...network(),
    out: out.output,
    err: err.output,
    kindOf: async path =>
      path in files ? 'file' : Object.keys(files).some(f => f.startsWith(`${path.replace(/\/$/, '')}/`)) ? 'folder' : null,
    sizeOf: async () => null,
    list: async folder => [
      ...new Set(
        Object.keys(files)
          .filter(f => f.startsWith(`${folder}/`))
          .map(f => f.slice(folder.length + 1).split('/')[0]),
      ),
    ],
    async *bytes(path) {
      const content = files[path]
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      // Two pieces, so that what is read does not hang on where a stream happens to be cut.
      yield bytes.subarray(0, bytes.length >> 1)
      yield bytes.subarray(bytes.length >> 1)
    },
    now: () => {
      clock += 1000
      return clock
    },
    today: () => '2026-11-25T12:00:00.000Z',
    onInterrupt: () => () => {},
    loadKnowledge: async () => knowledge(),
  }
  const code = await main(args, effects)
  return { code, out: out.text(), err: err.text() }
}

const outputOf = ({ isTerminal = false, columns, colour = false }: Terminal): { output: Output; text: () => string } => {
  let written = ''
  const output: Output = {
    write: async text => {
      written += text
    },
    isTerminal,
    columns: columns ?? null,
    colour,
  }
  return { output, text: () => written }
}

/** The network of a test: only this machine can be reached, names stand for what `hosts` says, and nobody waits. */
export const network = (
  hosts: Readonly<Record<string, readonly string[]>> = {},
): Pick<Effects, 'fetch' | 'addresses' | 'sleep'> => ({
  fetch: async (url, init) => {
    const { hostname } = new URL(url)
    if (hostname !== '127.0.0.1') throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })
    return fetch(url, { ...init, redirect: 'manual' })
  },
  addresses: async host => hosts[host] ?? [],
  sleep: async () => {},
})

/** Effects whose clock goes on only by waiting; `waits` are the waits in milliseconds. */
export const waitingWorld = (net = network()): { effects: Effects; waits: number[] } => {
  const waits: number[] = []
  let clock = 0
  const unused = async (): Promise<never> => {
    throw new Error('not used here')
  }
  const effects: Effects = {
    ...net,
    sleep: async milliseconds => {
      waits.push(milliseconds)
      clock += milliseconds
    },
    now: () => clock,
    today: () => new Date(Date.UTC(2026, 10, 25, 12) + clock).toISOString(),
    out: outputOf({}).output,
    err: outputOf({}).output,
    kindOf: async () => null,
    sizeOf: async () => null,
    list: async () => [],
    bytes: () => {
      throw new Error('not used here')
    },
    onInterrupt: () => () => {},
    loadKnowledge: unused,
  }
  return { effects, waits }
}

/** What a test server answers with. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A server on this machine for the time of `work`; requests are kept as "path" in `asked`. No answer where `answer` gives null. */
export const withServer = async (
  answer: (path: string, request: IncomingMessage, nth: number) => Answer | null,
  work: (base: string, asked: string[]) => Promise<void>,
): Promise<void> => {
  const asked: string[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    asked.push(path)
    const given = answer(path, request, asked.filter(one => one === path).length)
    if (!given) return
    response.writeHead(given.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...given.headers })
    response.end(given.body ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked)
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}

export const BORDER = `Shells hit border town, army says

ASMARA, June 4, 1999 (Red Sea Wire) -- Ethiopian artillery shelled the town of Senafe on Friday, killing five people, the Eritrean army said.

Ethiopia denied that it had shelled Senafe.
`
