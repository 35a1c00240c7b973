import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Refusal } from './route.ts'

/** Who may ask. */
export interface Access {
  /** What the Host header may say: names with the port, in lower case. Other names are of pages that point their own name here. */
  readonly hosts: readonly string[]
  /** What must be shown with every request; null: nothing, as on loopback. */
  readonly token: string | null
}

/** The page runs its own scripts and styles and asks only this server; maps need workers and images made in place. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Whether a host to listen on is reached from this machine only. */
export const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/i.test(host)

/** What the Host header may say when listening on a host and a port; `others`: further names of this machine. */
export const hostsOf = (host: string, port: number, others: readonly string[] = []): string[] => {
  const names = [...LOOPBACK, host, ...others].map(n => (n.includes(':') && !n.startsWith('[') ? `[${n}]` : n).toLowerCase())
  return [...new Set(names)].flatMap(n => (port === 80 ? [n, `${n}:80`] : [`${n}:${port}`]))
}

/** Sends the headers with every answer, also with refusals. */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
}

/** Refuses whoever calls this server by another name, changes something from another page, or does not show the token. */
export const guard =
  ({ hosts, token }: Access): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? ''
    if (!hosts.includes(host)) throw new Refusal(403, 'This desk does not go by that name; use the address that it printed.')
    if (token !== null) {
      const entered = enter(c, token)
      if (entered) return entered
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') checkChange(c, host)
    await next()
  }

const checkChange = (c: Context, host: string): void => {
  if (c.req.header('origin')?.toLowerCase() !== `http://${host}`)
    throw new Refusal(403, 'Changes are taken from the page of this desk only (header Origin).')
  if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal(415, 'Changes must be sent as application/json.')
}

const COOKIE = 'hearsay'

/** Checks the token in the Authorization header or the cookie. One in the address becomes a cookie, and leaves the address. */
const enter = (c: Context, token: string): Response | null => {
  const url = new URL(c.req.url)
  const given = url.searchParams.get('token')
  if (given !== null && c.req.method === 'GET' && same(given, token)) {
    url.searchParams.delete('token')
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    // Two slashes at the start would lead to another host.
    return c.redirect(`${url.pathname.replace(/^[/\\]+/, '/')}${url.search}`, 303)
  }
  const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (!same(bearer ?? getCookie(c, COOKIE) ?? '', token))
    throw new Refusal(
      401,
      'This desk needs its token: open the address that it printed, or send it as "Authorization: Bearer TOKEN".',
    )
  return null
}

/** Compares in a time that tells nothing of where they differ, nor of their lengths. */
const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
