import { LARGEST } from '../text/reports.ts'
import type { Effects } from './effects.ts'
import {
  type Answer,
  bodyOf,
  dropped,
  Failure,
  type Outcome,
  outcomeOf,
  type Remembered,
  redirectOf,
  TooLarge,
  whyNot,
} from './fetch-answer.ts'
import { createTurns } from './fetch-turns.ts'
import { isPrivate } from './private-hosts.ts'
import { createRobots } from './robots.ts'

/** Keeps what was fetched. `set` is called when all reports of an address have been handed on: keep it when these are on disk. */
export interface Memory {
  get(address: string): Remembered | null
  set(address: string, remembered: Remembered): void
}

export interface AskOptions {
  /** From an earlier answer: the address is sent again only if it has changed. */
  readonly remembered?: Remembered | null
  /** How often to ask when the server is busy; three times when not given. */
  readonly tries?: number
  /** The feed that named the address: one in public may not lead into the user's own network. */
  readonly from?: string
}

export interface Fetcher {
  /** Asks for an http or https address, politely. Never rejects. */
  get(address: string, options?: AskOptions): Promise<Outcome>
}

export interface FetcherOptions {
  readonly effects: Effects
  /** Version of the program, for the servers. */
  readonly version: string
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one answer, and its most bytes. */
  readonly patience?: number
  readonly largest?: number
}

/** Most redirects; the longest wait that is waited for, in milliseconds; the pause between two requests to a host. */
const [HOPS, LONGEST_WAIT, PAUSE] = [5, 600_000, 2000]
/** Most bytes of a robots.txt that are read, as RFC 9309 has it. */
const ROBOTS = 500 * 1024
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, text/html, application/xhtml+xml, application/json;q=0.9, text/plain;q=0.9, */*;q=0.1'

/**
 * What fetches: with our name and version, one request at a time and two seconds apart for each host (longer where its robots.txt
 * says so), only what robots.txt allows, five redirects, 30 seconds and 50 MB at most; a busy server is asked again when it says.
 */
export const createFetcher = (options: FetcherOptions): Fetcher => {
  const { effects, version, signal, patience = 30_000, largest = LARGEST } = options
  const agent = `hearsay/${version} (reads news reports into claims)`
  const turns = createTurns(effects, signal)

  /** One request; the answer with its body, since the time limit is for both. */
  const send = async (url: URL, headers: Readonly<Record<string, string>>, most: number): Promise<Answer> => {
    const limit = AbortSignal.timeout(patience)
    try {
      const response = await effects.fetch(url.href, {
        headers: { 'user-agent': agent, accept: ACCEPT, ...headers },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
      return { response, body: response.status === 200 ? await bodyOf(response, most) : await dropped(response) }
    } catch (error) {
      if (signal?.aborted) throw new Failure('stopped.')
      if (limit.aborted) throw new Failure(`no answer within ${patience / 1000} seconds.`)
      throw error instanceof Failure ? error : new Failure(whyNot(error))
    }
  }

  const robots = createRobots(
    async url => {
      const answer = await followed(url)
      return typeof answer === 'string'
        ? { fault: answer }
        : { status: answer.response.status, text: new TextDecoder().decode(answer.body ?? new Uint8Array()) }
    },
    'hearsay',
    effects.now,
  )

  /** The answer of a robots.txt, or a sentence why there is none; one that is too large or no text is as good as none. */
  const followed = async (address: string): Promise<Answer | string> => {
    const none = { response: new Response(null, { status: 404 }), body: null }
    try {
      let url = new URL(address)
      for (let hop = 0; hop <= HOPS; hop++) {
        const answer = await send(url, {}, ROBOTS)
        const to = redirectOf(answer.response, url)
        if (!to) return answer
        await checkHop(url, to)
        url = to
      }
      return none
    } catch (error) {
      return error instanceof TooLarge ? none : (error as Error).message
    }
  }

  const checkHop = async (from: URL, to: URL): Promise<void> => {
    checkScheme(to)
    if (!(await isPrivate(from, effects.addresses)) && (await isPrivate(to, effects.addresses)))
      throw new Failure(`${from.host} leads to ${to.host}, which is in a private network; that is not followed.`)
  }

  /** Asks one address, without redirects. */
  const ask = async (url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const rules = await robots(url.origin)
    if (signal?.aborted) throw new Failure('stopped.')
    if (!rules.allows(url.href)) throw new Failure(rules.why)
    return turns.take(url.host, Math.max(PAUSE, Math.min(rules.delay ?? 0, 300) * 1000), () => send(url, headers, largest))
  }

  const once = async (address: string, { remembered, from }: AskOptions): Promise<Outcome> => {
    let url = urlOf(address)
    if (from) await checkHop(urlOf(from), url)
    const headers = conditions(remembered ?? null)
    for (let hop = 0; hop <= HOPS; hop++) {
      const answer = await ask(url, headers)
      const to = redirectOf(answer.response, url)
      if (!to) return outcomeOf(answer, url, effects)
      await checkHop(url, to)
      url = to
    }
    throw new Failure(`more than ${HOPS} redirects.`)
  }

  const get = async (address: string, asked: AskOptions = {}): Promise<Outcome> => {
    const tries = asked.tries ?? 3
    for (let n = 1; ; n++) {
      try {
        return await once(address, asked)
      } catch (error) {
        const { message, wait = null, gone } = error as Failure
        const pause = wait === null ? null : Math.max(wait, 1250 * 4 ** n)
        if (pause === null || n >= tries || pause > LONGEST_WAIT || signal?.aborted)
          return { kind: 'failed', error: `${address}: ${message}`, wait: wait || null, gone: gone === true }
        await effects.sleep(pause, signal)
      }
    }
  }
  return { get }
}

const urlOf = (address: string): URL => {
  const url = URL.parse(address)
  if (!url) throw new Failure('this is no address.')
  checkScheme(url)
  return url
}

const checkScheme = (url: URL): void => {
  if (!/^https?:$/.test(url.protocol)) throw new Failure(`only http and https addresses are fetched, not ${url.protocol}`)
  if (url.username || url.password) throw new Failure('addresses with a user name or password are not fetched.')
}

const conditions = (remembered: Remembered | null): Record<string, string> => ({
  ...(remembered?.etag ? { 'if-none-match': remembered.etag } : {}),
  ...(remembered?.lastModified ? { 'if-modified-since': remembered.lastModified } : {}),
})
