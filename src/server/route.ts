import type { z } from 'zod'
import type { Desk } from './desk.ts'
import type { Jobs } from './jobs.ts'

/** Something that is not done, with a sentence for whoever asked. */
export class Refusal extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

/** Text that is sent piece by piece, to be kept as a file. */
export interface Download {
  readonly pieces: Iterable<string>
  readonly mediaType: string
  /** The file's name. */
  readonly name: string
}

/** What a handler works with: what was asked, parsed, and the desk. */
export interface Ask<Query, Body> {
  readonly desk: Desk
  readonly jobs: Jobs
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
}

/** One route as data: the server and the OpenAPI document are both made from it. */
export interface Route<Query = unknown, Body = unknown, Answer = unknown> {
  readonly method: 'get' | 'post' | 'delete'
  /** As in hono: "/api/claims/:key". */
  readonly path: string
  /** One sentence. */
  readonly about: string
  readonly query: z.ZodType<Query> | null
  readonly body: z.ZodType<Body> | null
  /** The JSON that is answered, or the media type of a download. */
  readonly answer: z.ZodType<Answer> | string
  readonly status: 200 | 201 | 202
  readonly handle: (ask: Ask<Query, Body>) => Answer | Download | Promise<Answer>
}

interface Asking<Query, Answer> {
  readonly about: string
  readonly query?: z.ZodType<Query>
  readonly answer: z.ZodType<Answer> | string
}

/** A route that only asks. */
export const get = <Answer, Query = undefined>(
  path: string,
  route: Asking<Query, Answer> & { readonly handle: (ask: Ask<Query, undefined>) => Answer | Download },
): Route => ({ method: 'get', path, body: null, status: 200, ...route, query: route.query ?? null }) as unknown as Route

/** A route that changes something, or sets something to work. */
export const post = <Answer, Body>(
  path: string,
  route: {
    readonly about: string
    readonly body: z.ZodType<Body>
    readonly answer: z.ZodType<Answer>
    readonly status?: Route['status']
    readonly handle: (ask: Ask<undefined, Body>) => Answer | Promise<Answer>
  },
): Route => ({ method: 'post', path, query: null, status: 200, ...route }) as unknown as Route

/** A route that takes something back. */
export const remove = <Answer>(
  path: string,
  route: {
    readonly about: string
    readonly answer: z.ZodType<Answer>
    readonly handle: (ask: Ask<undefined, undefined>) => Answer
  },
): Route => ({ method: 'delete', path, query: null, body: null, status: 200, ...route }) as unknown as Route

/** What was found, or a refusal that says what is not there. */
export const found = <T>(value: T | null, sentence: string): T => {
  if (value === null) throw new Refusal(404, sentence)
  return value
}

/** The whole number of a path's part. */
export const numberOf = (text: string, what: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, `The number of a ${what} is a whole number.`)
  return Number(text)
}
