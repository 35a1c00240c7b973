import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOf } from '../../src/server/app.ts'
import type { Desk } from '../../src/server/desk.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { hostsOf } from '../../src/server/safety.ts'
import { deskOf, madeLedger } from './fake.ts'

let made: Awaited<ReturnType<typeof madeLedger>>
let listening: Listening
let desk: ReturnType<typeof deskOf>
const stopped: string[] = []

beforeAll(async () => {
  made = await madeLedger()
  const { csv } = deskOf(made.ledger).exports
  const write = function* () {
    yield 'claim\r\n'.repeat(20_000)
    throw new Error('the disk is gone')
  }
  const add: Desk['add'] = (_, { signal }) =>
    new Promise(resolve =>
      signal.addEventListener('abort', () => {
        stopped.push('add')
        resolve()
      }),
    )
  desk = deskOf(made.ledger, { exports: { broken: { ...csv, write } }, add })
  listening = await listen('127.0.0.1', 0, port => appOf(desk, { hosts: hostsOf('127.0.0.1', port), token: null }, '1.2.3'))
})
afterAll(() => made.close())

const address = (path: string, host = '127.0.0.1') => `http://${host}:${listening.port}${path}`

test('a browser is served, and a broken download breaks nothing else', async () => {
  expect(await (await fetch(address('/'))).text()).toContain('<title>Hearsay</title>')
  for (const encoding of ['gzip', 'identity'])
    await expect(
      fetch(address('/api/exports/broken'), { headers: { 'accept-encoding': encoding } }).then(r => r.text()),
    ).rejects.toThrow()
  expect(desk.faults.map(String)).toEqual(['Error: the disk is gone', 'Error: the disk is gone'])
  expect((await fetch(address('/api/counts'))).status).toBe(200)
})

test('a taken port and a foreign address are told in a sentence', async () => {
  const again = (host: string, port: number) => listen(host, port, () => appOf(desk, { hosts: [], token: null }, ''))
  await expect(again('127.0.0.1', listening.port)).rejects.toThrow(`Port ${listening.port} is taken; choose another with --port`)
  await expect(again('203.0.113.9', 0)).rejects.toThrow('203.0.113.9 is no address of this machine.')
})

test('closing stops the jobs and lets go of the port', async () => {
  const origin = address('')
  const response = await fetch(address('/api/add'), {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ texts: [{ text: 'Armenia shelled Ganja.' }] }),
  })
  expect(response.status).toBe(202)
  await response.json()
  await listening.close()
  expect(stopped).toEqual(['add'])
  await expect(fetch(address('/'))).rejects.toThrow()
})
