import { z } from 'zod'
import { found, get, post, Refusal, type Route, remove } from '../route.ts'
import { jobSchema, liveReadingSchema } from '../schemas.ts'

/** The most texts or files of one call. */
const MOST = 500

const line = z.string().trim().min(1).max(500)
const given = {
  outlet: line.optional(),
  published: z.iso.date('must be a day like 2008-08-08').optional(),
  headline: line.optional(),
}
const text = z.string().refine(t => t.trim() !== '', 'must not be empty')

/** One pass: a pattern for the whole would fill the stack on a large file. */
const isBase64 = (text: string): boolean => text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''))

const readBody = z
  .strictObject({
    text: text.optional(),
    address: z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
      .max(2000)
      .optional(),
    ...given,
  })
  .refine(b => (b.text === undefined) !== (b.address === undefined), 'must have either "text" or "address"')

const addBody = z
  .strictObject({
    texts: z
      .array(z.strictObject({ text, id: line.optional(), url: line.optional(), ...given }))
      .max(MOST)
      .default([]),
    files: z
      .array(
        z.strictObject({
          name: line.regex(/^[^/\\\p{Cc}]+$/u, 'must be a name without folders'),
          base64: z.string().refine(isBase64, 'must be base64'),
        }),
      )
      .max(MOST)
      .default([]),
  })
  .refine(b => b.texts.length + b.files.length > 0, 'must have "texts" or "files"')

/** Reading at once without keeping, and adding as a job. */
export const READING: readonly Route[] = [
  post('/api/read', {
    about: 'Reads a text into claims at once; nothing is kept. An address is fetched only where the desk was started so.',
    body: readBody,
    answer: liveReadingSchema as z.ZodType,
    handle: async ({ desk, body: { text, address, ...rest } }) => {
      if (text !== undefined) return desk.read({ text, ...rest })
      if (!desk.readAddress) throw new Refusal(403, 'Fetching addresses is switched off in this desk.')
      return desk.readAddress(address!).catch(error => {
        throw new Refusal(400, `The field "address" could not be read: ${(error as Error).message}`)
      })
    },
  }),
  post('/api/add', {
    about: 'Adds texts and files to the ledger, as a job.',
    body: addBody,
    answer: jobSchema as z.ZodType,
    status: 202,
    handle: ({ desk, jobs, body: { texts, files } }) => {
      const bytes = files.map(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }))
      return jobs.start(watch => desk.add({ texts, files: bytes }, watch))
    },
  }),
  get('/api/jobs/:id', {
    about: 'How far a job is.',
    answer: jobSchema as z.ZodType,
    handle: ({ jobs, params: { id } }) => found(jobs.get(id), 'There is no job of this id.'),
  }),
  remove('/api/jobs/:id', {
    about: 'Stops a job; what was added stays.',
    answer: jobSchema as z.ZodType,
    handle: ({ jobs, params: { id } }) => found(jobs.cancel(id), 'There is no job of this id.'),
  }),
]
