import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AddingWatch, Desk } from '../../src/server/desk.ts'
import { type Job, jobsOf } from '../../src/server/jobs.ts'
import { jobSchema } from '../../src/server/schemas.ts'
import { madeLedger, served } from './fake.ts'

let made: Awaited<ReturnType<typeof madeLedger>>
beforeAll(async () => {
  made = await madeLedger()
})
afterAll(() => made.close())

const STEP = { done: 1, total: 2, added: 1, known: 0, reread: 0, failed: 0 }

/** Work that is told from outside when to end. */
const work = () => {
  let watch: AddingWatch | null = null
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return {
    run: (given: AddingWatch) => {
      watch = given
      given.signal.addEventListener('abort', () => resolve())
      return promise
    },
    watch: () => watch,
    end: resolve,
    fail: reject,
  }
}
const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve))
const makeJobs = () => {
  const faults: unknown[] = []
  let n = 0
  return {
    faults,
    jobs: jobsOf(
      () => `job${++n}`,
      e => void faults.push(e),
    ),
  }
}

test('a job tells how far it is, and ends', async () => {
  const { jobs } = makeJobs()
  const w = work()
  const { id } = jobs.start(w.run)
  await turn()
  w.watch()!.step(STEP)
  w.watch()!.failed('a.bin: this is no text.')
  w.watch()!.say('joining')
  expect(jobs.get(id)).toEqual({ id, state: 'running', ...STEP, messages: ['a.bin: this is no text.'], note: 'joining' })
  w.end()
  await turn()
  expect(jobs.get(id)).toMatchObject({ state: 'done', note: null, added: 1 })
})

test('jobs run one after the other', async () => {
  const { jobs } = makeJobs()
  const [first, second] = [work(), work()]
  jobs.start(first.run)
  jobs.start(second.run)
  await turn()
  expect(second.watch()).toBeNull()
  first.end()
  await turn()
  expect(second.watch()).not.toBeNull()
})

test('a job is stopped while it runs and before', async () => {
  const { jobs } = makeJobs()
  const [first, second] = [work(), work()]
  const ids = [jobs.start(first.run).id, jobs.start(second.run).id]
  await turn()
  for (const id of ids.toReversed()) jobs.cancel(id)
  await turn()
  expect(ids.map(id => jobs.get(id)!.state)).toEqual(['stopped', 'stopped'])
  expect(second.watch()).toBeNull()
  expect(jobs.cancel('none')).toBeNull()
})

test('a fault fails the job, tells no secret, and the next goes on', async () => {
  const { jobs, faults } = makeJobs()
  const [first, second] = [work(), work()]
  const { id } = jobs.start(first.run)
  jobs.start(second.run)
  first.fail(new Error('secret'))
  await turn()
  expect(jobs.get(id)).toMatchObject({ state: 'failed' })
  expect(JSON.stringify(jobs.get(id))).not.toContain('secret')
  expect(faults.map(String)).toEqual(['Error: secret'])
  expect(second.watch()).not.toBeNull()
})

test('old jobs and messages are forgotten', async () => {
  const { jobs } = makeJobs()
  const many = jobs.start(async w => {
    for (let i = 0; i < 150; i++) w.failed(`${i}`)
  })
  await turn()
  expect(jobs.get(many.id)!.messages).toEqual(Array.from({ length: 100 }, (_, i) => `${i + 50}`))
  for (let i = 0; i < 60; i++) jobs.start(async () => {})
  await turn()
  expect([jobs.get('job1'), jobs.get('job11'), jobs.get('job61')?.state]).toEqual([null, null, 'done'])
})

test('closing stops what runs', async () => {
  const { jobs } = makeJobs()
  const { id } = jobs.start(work().run)
  await turn()
  await jobs.close()
  expect(jobs.get(id)!.state).toBe('stopped')
})

test('POST /api/add, GET and DELETE /api/jobs/:id', async () => {
  const given: Parameters<Desk['add']>[0][] = []
  const w = work()
  const { call, app } = served(made.ledger, {
    add: (texts, watch) => {
      given.push(texts)
      return w.run(watch)
    },
  })
  const response = await call('POST', '/api/add', {
    texts: [{ text: 'Armenia shelled Ganja.', id: 'a', published: '2020-10-05' }],
    files: [{ name: 'b.txt', base64: Buffer.from('One, двa').toString('base64') }],
  })
  const job = jobSchema.parse(await response.json()) as Job
  expect([response.status, job.state]).toEqual([202, 'running'])
  await turn()
  expect(given[0].texts).toEqual([{ text: 'Armenia shelled Ganja.', id: 'a', published: '2020-10-05' }])
  expect(new TextDecoder().decode(given[0].files[0].bytes)).toBe('One, двa')
  w.watch()!.step(STEP)
  expect(await (await call('GET', `/api/jobs/${job.id}`)).json()).toMatchObject(STEP)
  expect((await call('DELETE', `/api/jobs/${job.id}`)).status).toBe(200)
  await app.close()
  expect(await (await call('GET', `/api/jobs/${job.id}`)).json()).toMatchObject({ state: 'stopped' })
  expect((await call('POST', '/api/add', {})).status).toBe(400)
})
