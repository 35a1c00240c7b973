import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetsOf } from '../../src/server/assets.ts'
import { ROUTES } from '../../src/server/routes.ts'
import { hostsOf, isLoopback } from '../../src/server/safety.ts'
import { folder } from '../ledger/make.ts'
import { HOST, madeLedger, served } from './fake.ts'

let made: Awaited<ReturnType<typeof madeLedger>>
let call: ReturnType<typeof served>['call']
beforeAll(async () => {
  made = await madeLedger()
  call = served(made.ledger).call
})
afterAll(() => made.close())

const TOKEN = 'correct-horse-battery-staple'
const withToken = () => served(made.ledger, {}, { hosts: hostsOf('192.0.2.7', 8420), token: TOKEN }).call

describe('who may ask', () => {
  test.each([
    ['127.0.0.1:8420', 200],
    ['localhost:8420', 200],
    ['LOCALHOST:8420', 200],
    ['[::1]:8420', 200],
    ['127.0.0.1', 403],
    ['127.0.0.1:80', 403],
    ['evil.example', 403],
    ['evil.example:8420', 403],
    ['127.0.0.1.evil.example:8420', 403],
    ['localhost.:8420', 403],
    ['user@localhost:8420', 403],
    ['', 403],
  ])('Host "%s": %i', async (host, status) => {
    for (const path of ['/', '/api/counts', '/claims.csv'])
      expect((await call('GET', path, undefined, { host })).status, path).toBe(status)
  })

  test.each([
    [`http://${HOST}`, 'application/json', 200],
    [`http://${HOST}`, 'application/json; charset=utf-8', 200],
    ['http://localhost:8420', 'application/json', 403],
    ['http://evil.example', 'application/json', 403],
    [`https://${HOST}`, 'application/json', 403],
    [`http://${HOST}.evil.example`, 'application/json', 403],
    ['null', 'application/json', 403],
    ['', 'application/json', 403],
    [`http://${HOST}`, 'text/plain', 415],
    [`http://${HOST}`, 'application/x-www-form-urlencoded', 415],
    [`http://${HOST}`, 'multipart/form-data; boundary=application/json', 415],
    [`http://${HOST}`, 'application/jsonp', 415],
    [`http://${HOST}`, '', 415],
  ])('a change with Origin "%s" and type "%s": %i', async (origin, type, status) => {
    const response = await call('POST', '/api/read', { text: 'Armenia shelled Ganja.' }, { origin, 'content-type': type })
    expect(response.status).toBe(status)
    expect((await call('DELETE', '/api/jobs/1', undefined, { origin, 'content-type': type })).status).toBe(
      status === 200 ? 404 : status,
    )
  })

  test('a changing route answers to no GET', async () => {
    for (const { path } of ROUTES.filter(r => r.method === 'post' && !ROUTES.some(o => o.method === 'get' && o.path === r.path)))
      expect((await call('GET', path)).status, path).toBe(404)
  })

  test.each(['PUT', 'PATCH', 'OPTIONS'])('%s changes nothing', async method => {
    expect((await call(method, '/api/counts')).status).toBe(404)
  })

  test.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.0.2.7', false],
    ['127.0.0.1.evil.example', false],
  ])('%s is this machine alone: %s', (host, loopback) => expect(isLoopback(host)).toBe(loopback))

  test('names of a host', () => {
    expect(hostsOf('2001:db8::1', 9000)).toContain('[2001:db8::1]:9000')
    expect(hostsOf('127.0.0.1', 80)).toContain('127.0.0.1')
    expect(hostsOf('127.0.0.1', 9000)).toEqual(['127.0.0.1:9000', 'localhost:9000', '[::1]:9000'])
    expect(hostsOf('0.0.0.0', 9000, ['Desk.local'])).toContain('desk.local:9000')
  })
})

describe('the token', () => {
  test.each<[string, string, Record<string, string>, number]>([
    ['nothing', '/api/counts', {}, 401],
    ['the header', '/api/counts', { authorization: `Bearer ${TOKEN}` }, 200],
    ['the cookie', '/api/counts', { cookie: `a=b; hearsay=${TOKEN}` }, 200],
    ['a wrong header', '/api/counts', { authorization: `Bearer ${TOKEN}x` }, 401],
    ['a shorter one', '/api/counts', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }, 401],
    ['an empty cookie', '/api/counts', { cookie: 'hearsay=' }, 401],
    ['a wrong address', `/?token=x`, {}, 401],
    ['the page without it', '/', {}, 401],
    ['a file without it', '/map.svg', {}, 401],
  ])('%s', async (_, path, headers, status) => {
    const response = await withToken()('GET', path, undefined, headers)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain(TOKEN)
  })

  test('goes from the address into a cookie once', async () => {
    const response = await withToken()('GET', `/incidents/abc?token=${TOKEN}&type=AID`)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/incidents/abc?type=AID'])
    const cookie = response.headers.get('set-cookie')!
    for (const part of [`hearsay=${TOKEN}`, 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect((await withToken()('GET', '/api/counts', undefined, { cookie: cookie.split(';')[0] })).status).toBe(200)
  })

  test('leads to no other host', async () => {
    const response = await withToken()('GET', `//evil.example/?token=${TOKEN}`)
    expect(response.headers.get('location')).toBe('/evil.example/')
  })

  test('does not stand in for the Origin', async () => {
    const response = await withToken()(
      'POST',
      '/api/read',
      { text: 'a' },
      { authorization: `Bearer ${TOKEN}`, origin: 'http://evil.example' },
    )
    expect(response.status).toBe(403)
  })
})

describe('what is sent', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/api/counts'],
    ['GET', '/api/nothing'],
    ['GET', '/claims.csv'],
    ['GET', '/assets/main-1a2b.js'],
    ['POST', '/api/judgements'],
    ['HEAD', '/'],
  ])('%s %s has the headers', async (method, path) => {
    const { headers } = await call(method, path)
    const policy = headers.get('content-security-policy')!
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy.split('; ')).toContain(part)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('refusals of a stranger have them too', async () => {
    const { status, headers } = await call('GET', '/', undefined, { host: 'evil.example' })
    expect([status, headers.get('x-content-type-options')]).toEqual([403, 'nosniff'])
  })

  test('a fault says nothing of the program', async () => {
    const broken = served({
      ...made.ledger,
      counts: () => {
        throw new TypeError('secret /home/ann/war.ledger')
      },
      versions: () => {
        throw new Error('database is locked')
      },
    })
    const response = await broken.call('GET', '/api/counts')
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: 'A fault of the program; whoever runs the desk can see more.' },
    ])
    expect((await broken.call('GET', '/api/versions')).status).toBe(503)
    expect(broken.desk.faults.map(String)).toEqual(['TypeError: secret /home/ann/war.ledger', 'Error: database is locked'])
  })

  test('names of files in headers are ours', async () => {
    const { csv } = served(made.ledger).desk.exports
    const odd = served(made.ledger, { exports: { csv: { ...csv, extension: 'csv"\r\nset-cookie: a=b' } } })
    const { headers } = await odd.call('GET', '/api/exports/csv')
    expect(headers.get('content-disposition')).toBe('attachment; filename="hearsay.csv___set-cookie__a_b"')
    expect(headers.get('set-cookie')).toBeNull()
    expect((await call('GET', '/api/exports/csv%0d%0aset-cookie:%20a=b')).status).toBe(404)
  })

  test('a break in a download is a fault, not an end', async () => {
    const { csv } = served(made.ledger).desk.exports
    const broken = served(made.ledger, {
      exports: {
        csv: {
          ...csv,
          write: function* () {
            yield 'claim\r\n'.repeat(20_000)
            throw new Error('the disk is gone')
          },
        },
      },
    })
    const response = await broken.call('GET', '/api/exports/csv')
    await expect(response.text()).rejects.toThrow()
    expect(broken.desk.faults.map(String)).toEqual(['Error: the disk is gone'])
  })
})

describe('bodies', () => {
  const large = 'a'.repeat(5_000_001)

  test('larger than 5 MB are refused, whether they tell their length or not', async () => {
    const body = JSON.stringify({ text: large })
    expect((await call('POST', '/api/read', body, { 'content-length': String(body.length) })).status).toBe(413)
    const response = await call('POST', '/api/read', body)
    expect([response.status, await response.json()]).toEqual([413, { error: 'The body is larger than 5 MB.' }])
  })

  test('a large file goes through, in any letters', async () => {
    const file = (base64: string) => ({ files: [{ name: 'a.txt', base64 }] })
    expect((await call('POST', '/api/add', file('QUJD'.repeat(1_200_000)))).status).toBe(202)
    for (const wrong of ['QUJ', 'QUJ*', 'QU=D', `${'QUJD'.repeat(1_200_000)}QUJ`])
      expect((await call('POST', '/api/add', file(wrong))).status).toBe(400)
  })

  test.each(['../../etc/passwd', '/etc/passwd', 'a\\b.txt', 'a\0.txt', ''])('a file cannot be called %j', async name => {
    expect((await call('POST', '/api/add', { files: [{ name, base64: 'QUJD' }] })).status).toBe(400)
  })

  test('deep ones do no harm', async () => {
    expect((await call('POST', '/api/read', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).status).toBe(400)
  })
})

describe('files of the page', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/incidents/abc', 200, 'text/html; charset=utf-8'],
    ['/map.svg', 200, 'image/svg+xml'],
    ['/assets/main-1a2b.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/other.js', 404, 'application/json'],
    ['/..%2f..%2fpackage.json', 404, 'application/json'],
    ['/assets/..%2f..%2f..%2fetc%2fpasswd.txt', 404, 'application/json'],
    ['/%2e%2e/package.json', 404, 'application/json'],
    ['/..%5cpackage.json', 404, 'application/json'],
    ['/index.html%00.js', 404, 'application/json'],
    ['/__proto__.x', 404, 'application/json'],
    ['/%E0%A4%A', 400, 'application/json'],
  ])('GET %s: %i', async (path, status, type) => {
    const response = await call('GET', path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  })

  test('are known again by their ETag', async () => {
    const first = await call('GET', '/')
    const etag = first.headers.get('etag')!
    for (const had of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await call('GET', '/', undefined, { 'if-none-match': had })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await call('GET', '/', undefined, { 'if-none-match': '"x"' })).status).toBe(200)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await call('GET', '/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable')
  })

  test('HEAD tells the length and sends nothing', async () => {
    const [head, got] = [await call('HEAD', '/map.svg'), await call('GET', '/map.svg')]
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['etag', 'content-length', 'content-type']) expect(head.headers.get(name)).toBe(got.headers.get(name))
  })

  test('larger ones are sent shorter', async () => {
    for (const path of ['/assets/main-1a2b.js', '/api/openapi.json', '/api/claims']) {
      const [plain, short] = [await call('GET', path), await call('GET', path, undefined, { 'accept-encoding': 'gzip' })]
      expect([plain.headers.get('content-encoding'), short.headers.get('content-encoding')], path).toEqual([null, 'gzip'])
      const bytes = Buffer.from(await short.arrayBuffer())
      expect(gunzipSync(bytes).toString()).toBe(await plain.text())
    }
    expect((await call('GET', '/map.svg', undefined, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull()
  })

  test('come from one folder and nowhere else', () => {
    const { path, remove } = folder()
    mkdirSync(join(path, 'page/assets'), { recursive: true })
    writeFileSync(join(path, 'secret.txt'), 'secret')
    writeFileSync(join(path, 'page/index.html'), 'page')
    writeFileSync(join(path, 'page/assets/a.js'), 'a')
    symlinkSync(join(path, 'secret.txt'), join(path, 'page/link.txt'))
    symlinkSync(path, join(path, 'page/up'))
    const asset = assetsOf(join(path, 'page'))
    expect(new TextDecoder().decode(asset('assets/a.js')?.bytes)).toBe('a')
    for (const wrong of [
      '../secret.txt',
      'assets/../../secret.txt',
      'link.txt',
      'up/secret.txt',
      '',
      '/index.html',
      'assets',
      join(path, 'secret.txt'),
    ])
      expect(asset(wrong), wrong).toBeNull()
    expect(assetsOf(join(path, 'none'))('index.html')).toBeNull()
    remove()
  })

  test('a page that is not built is told', async () => {
    const response = await served(made.ledger, { asset: () => null }).call('GET', '/')
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
      404,
      expect.stringContaining('not built'),
    ])
  })
})
