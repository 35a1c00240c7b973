import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { z } from 'zod'
import type { Asset } from './assets.ts'
import type { Desk } from './desk.ts'
import { type Jobs, jobsOf } from './jobs.ts'
import { openApiOf } from './openapi.ts'
import { parsed, queryOf } from './query.ts'
import { type Download, Refusal, type Route } from './route.ts'
import { ROUTES } from './routes.ts'
import { type Access, guard, withHeaders } from './safety.ts'

/** The largest body that is taken, and how much of a download is made at once, in bytes. */
const [LARGEST, CHUNK] = [5_000_000, 65_536]

/** The server as a function from requests to answers, and what ends its jobs. */
export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly close: () => Promise<void>
}

/** The API and the page over a desk. `version`: of the package, for the OpenAPI document. */
export const appOf = (desk: Desk, access: Access, version: string): App => {
  const jobs = jobsOf(randomUUID, desk.fault)
  const document = openApiOf(ROUTES, version)
  const app = new Hono()
  app.use(withHeaders)
  app.use(guard(access))
  app.use(compress())
  app.use(
    bodyLimit({
      maxSize: LARGEST,
      onError: () => {
        throw new Refusal(413, 'The body is larger than 5 MB.')
      },
    }),
  )
  for (const route of ROUTES) app.on(route.method.toUpperCase(), route.path, c => answer(c, route, desk, jobs))
  app.get('/api/openapi.json', c => json(c, document, 200))
  app.get('*', c => page(c, desk.asset))
  app.notFound(c => json(c, { error: 'There is nothing at this address.' }, 404))
  app.onError((error, c) => refused(c, error, desk))
  return { fetch: request => app.fetch(request), close: jobs.close }
}

const answer = async (c: Context, route: Route, desk: Desk, jobs: Jobs): Promise<Response> => {
  const { searchParams } = new URL(c.req.url)
  const query = route.query ? queryOf(route.query, searchParams) : noQuery(searchParams)
  const body = route.body ? parsed(route.body as z.ZodType, await bodyOf(c), 'field') : undefined
  const given = await route.handle({ desk, jobs, params: c.req.param() as Record<string, string>, query, body })
  return typeof route.answer === 'string' ? download(c, given as Download, desk.fault) : json(c, given, route.status)
}

const noQuery = (search: URLSearchParams): undefined => {
  for (const name of search.keys()) throw new Refusal(400, `There is no parameter "${name}".`)
}

const bodyOf = async (c: Context): Promise<unknown> => {
  try {
    return JSON.parse(await c.req.text())
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, 'The body is no JSON.')
    throw error
  }
}

const json = (c: Context, value: unknown, status: number): Response =>
  c.body(JSON.stringify(value), status as 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })

const download = (c: Context, { pieces, mediaType, name }: Download, fault: Desk['fault']): Response =>
  c.body(streamOf(pieces, fault), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'no-store',
  })

/** A stream that is made as it is read; others are served between its pieces. */
const streamOf = (pieces: Iterable<string>, fault: Desk['fault']): ReadableStream<Uint8Array> => {
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream({
    pull: async controller => {
      await setImmediate()
      try {
        let text = ''
        let next = iterator.next()
        for (; !next.done; next = iterator.next()) {
          text += next.value
          if (text.length >= CHUNK) break
        }
        if (text) controller.enqueue(new TextEncoder().encode(text))
        if (next.done) controller.close()
      } catch (error) {
        fault(error)
        controller.error(new Error('the download broke off'))
      }
    },
    cancel: () => void iterator.return?.(),
  })
}

/** A file of the page; a path without a dot is one of the page's own. */
const page = (c: Context, asset: Desk['asset']): Response => {
  const path = decoded(c.req.path).slice(1)
  if (/^api(?:\/|$)/.test(path)) return json(c, { error: 'There is nothing at this address.' }, 404)
  const file = asset(path.includes('.') ? path : 'index.html')
  if (file) return fileAnswer(c, file, path.startsWith('assets/'))
  return json(
    c,
    { error: path.includes('.') ? 'There is no such file.' : 'The page is not built; the API is at /api/openapi.json.' },
    404,
  )
}

const fileAnswer = (c: Context, { bytes, type, etag }: Asset, kept: boolean): Response => {
  // Names under assets/ change with what is in them.
  const headers = { etag, 'cache-control': kept ? 'private, max-age=31536000, immutable' : 'private, no-cache' }
  const had = (c.req.header('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (had.includes(etag) || had.includes('*')) return c.body(null, 304, headers)
  return c.body(bytes, 200, { ...headers, 'content-type': type, 'content-length': String(bytes.length) })
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new Refusal(400, 'The address is not well written.')
  }
}

/** A sentence, and nothing of how the program is made. */
const refused = (c: Context, error: unknown, { fault }: Desk): Response => {
  if (error instanceof Refusal) return json(c, { error: error.message }, error.status)
  fault(error)
  if (error instanceof Error && /database is (?:locked|busy)/.test(error.message))
    return json(c, { error: 'Another program is writing to the ledger; try again.' }, 503)
  return json(c, { error: 'A fault of the program; whoever runs the desk can see more.' }, 500)
}
