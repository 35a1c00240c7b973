import { charsetOf } from '../text/warc.ts'
import type { Effects } from './effects.ts'

/** What is kept of an address, so that it is sent again only when it has changed. */
export interface Remembered {
  readonly etag: string | null
  readonly lastModified: string | null
  /** ISO time. */
  readonly at: string
}

/** The bytes at an address. */
export interface Fetched {
  readonly kind: 'fetched'
  /** The address after redirects. */
  readonly url: string
  readonly bytes: Uint8Array
  /** The character encoding that the server named. */
  readonly encoding: string | undefined
  readonly seconds: number | null
  readonly remember: Remembered
}

/** What came of asking. `seconds`: how long the server says that its answer holds. */
export type Outcome =
  | Fetched
  | { readonly kind: 'unchanged'; readonly seconds: number | null }
  | {
      readonly kind: 'failed'
      /** A sentence that names the address. */
      readonly error: string
      /** Milliseconds after which the server asks to come again. */
      readonly wait: number | null
      /** The address is gone for good. */
      readonly gone: boolean
    }

/** Why there is no answer of use: `message` is a sentence; `wait`: milliseconds until it is worth asking again, null when it is not. */
export class Failure extends Error {
  readonly wait: number | null
  readonly gone: boolean
  constructor(what: string, wait: number | null = null, gone = false) {
    super(what)
    this.wait = wait
    this.gone = gone
  }
}

/** There are more bytes than wanted. */
export class TooLarge extends Failure {}

/** An answer; `body` null where none was wanted. */
export interface Answer {
  readonly response: Response
  readonly body: Uint8Array | null
}

/** Content types of pages, texts, feeds, JSON and archives; others are not fetched. */
const READABLE =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json)\b|application\/(?:x-ndjson|jsonl|warc|gzip|x-gzip|octet-stream)\b|$)/i

/** Where an answer sends us, or null. Throws a Failure when it does not say. */
export const redirectOf = ({ status, headers }: Response, from: URL): URL | null => {
  if (![301, 302, 303, 307, 308].includes(status)) return null
  const to = URL.parse(headers.get('location') ?? '', from)
  if (!to || !headers.get('location')) throw new Failure('it redirects to nowhere.')
  return to
}

/** What an answer without redirect comes to. Throws a Failure when it is of no use. */
export const outcomeOf = ({ response, body }: Answer, url: URL, effects: Effects): Outcome => {
  const { status, headers } = response
  const seconds = freshFor(headers)
  if (status === 304) return { kind: 'unchanged', seconds }
  if (status === 429 || status >= 500)
    throw new Failure(`the server is busy or broken (status ${status}).`, waitOf(headers, effects))
  if (status === 410) throw new Failure('it is gone for good (status 410).', null, true)
  if (status === 404) throw new Failure('there is no such page (status 404).')
  if (status === 401 || status === 403) throw new Failure(`the server does not let us in (status ${status}).`)
  if (!body) throw new Failure(`the server answers with status ${status}.`)
  return {
    kind: 'fetched',
    url: url.href,
    bytes: body,
    encoding: charsetOf(headers.get('content-type') ?? ''),
    seconds,
    remember: { etag: headers.get('etag'), lastModified: headers.get('last-modified'), at: effects.today() },
  }
}

/** Milliseconds of a Retry-After, in seconds or as a date; 0 when it does not say. */
const waitOf = (headers: Headers, effects: Effects): number => {
  const after = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1000
  const at = Date.parse(after)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.parse(effects.today()))
}

const freshFor = (headers: Headers): number | null => {
  const control = headers.get('cache-control') ?? ''
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  return age === undefined || /\bno-(?:cache|store)\b/i.test(control) ? null : Number(age)
}

/** Closes an answer whose body is not wanted. */
export const dropped = async (response: Response): Promise<null> => {
  await response.body?.cancel()
  return null
}

/** The body of an answer, decompressed, `most` bytes of it. Throws a Failure when it is not to be read. */
export const bodyOf = async (response: Response, most: number): Promise<Uint8Array> => {
  const type = response.headers.get('content-type')?.trim() ?? ''
  const tooLarge = new TooLarge(`more than ${most / 1024 / 1024} MB.`)
  const fault = !READABLE.test(type)
    ? new Failure(`this is ${type.slice(0, 60).replace(/[^\w/+.;= -]/g, '')}: no page, text, feed or archive.`)
    : Number(response.headers.get('content-length') ?? 0) > most
      ? tooLarge
      : null
  if (fault) {
    await dropped(response)
    throw fault
  }
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    // To leave the loop cancels the answer.
    if (size > most) throw tooLarge
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host.',
  EAI_AGAIN: 'the name of the host cannot be looked up; is there a network?',
  ECONNREFUSED: 'the host refuses the connection.',
  ECONNRESET: 'the connection was broken off.',
  UND_ERR_SOCKET: 'the connection was broken off.',
  ETIMEDOUT: 'no answer.',
  UND_ERR_CONNECT_TIMEOUT: 'no answer.',
  ENETUNREACH: 'there is no network.',
  EHOSTUNREACH: 'the host cannot be reached.',
}

/** Why a request was not answered, as a sentence. */
export const whyNot = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } }
  const code = cause?.code ?? ''
  return (Object.hasOwn(REASONS, code) && REASONS[code]) || `cannot be fetched: ${cause?.message || message}.`
}
