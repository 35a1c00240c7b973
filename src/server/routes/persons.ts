import { z } from 'zod'
import type { Correction } from '../../ledger/ledger.ts'
import { MODES } from '../../model/claim.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import type { Desk } from '../desk.ts'
import { found, numberOf, post, Refusal, type Route, remove } from '../route.ts'
import { changesSchema, correctionSchema, judgementSchema, undoneSchema } from '../schemas.ts'

const key = z.string().min(4).max(200)
const by = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'has control characters')
  .describe('The name that the person gives.')

const judgementBody = z.strictObject({ a: key, b: key, verdict: z.enum(['same', 'different', 'unsure']), by })
const correctionBody = z.strictObject({
  claim: key,
  verdict: z.enum(['wrong', 'mended']),
  changes: changesSchema.default({}),
  by,
  note: z.string().max(2000).default(''),
})

/** What people say to a ledger, and take back. */
export const PERSONS: readonly Route[] = [
  post('/api/judgements', {
    about: "Says whether two claims tell of the same happening; outweighs the program's judgement.",
    body: judgementBody,
    answer: judgementSchema as z.ZodType,
    status: 201,
    handle: ({ desk, body }) => {
      const [a, b] = [claimOf(desk, body.a).key, claimOf(desk, body.b).key]
      if (a === b) throw new Refusal(400, 'The fields "a" and "b" name the same claim; a judgement needs two.')
      return desk.ledger.judge(a, b, body.verdict, body.by, desk.now())
    },
  }),
  remove('/api/judgements/:id', {
    about: "Takes a person's judgement back.",
    answer: undoneSchema,
    handle: ({ desk, params: { id } }) => undo(numberOf(id, 'judgement'), n => desk.ledger.undoJudgement(n, desk.now())),
  }),
  post('/api/corrections', {
    about: 'Says that a claim is wrong, or what it should say.',
    body: correctionBody,
    answer: correctionSchema as z.ZodType,
    status: 201,
    handle: ({ desk, body }) => {
      const claim = claimOf(desk, body.claim)
      const changes = body.changes as Correction['changes']
      checkChanges(body.verdict, changes, claim)
      checkSpans(changes, desk.ledger.report(claim.report.key)?.text ?? '')
      return desk.ledger.correct({
        claim: claim.key,
        verdict: body.verdict,
        changes,
        by: body.by,
        at: desk.now(),
        note: body.note,
      })
    },
  }),
  remove('/api/corrections/:id', {
    about: 'Takes a correction back.',
    answer: undoneSchema,
    handle: ({ desk, params: { id } }) => undo(numberOf(id, 'correction'), n => desk.ledger.undoCorrection(n, desk.now())),
  }),
]

const claimOf = ({ ledger }: Desk, given: string): LedgerClaim =>
  found(ledger.claim(given), `There is no claim ${given}, or more than one begins like it.`)

/** A ledger says in a plain error that there is nothing to undo; SQLite's own have a code. */
const undo = (id: number, work: (id: number) => void): { undone: number } => {
  try {
    work(id)
  } catch (error) {
    if (error instanceof Error && error.constructor === Error && !('code' in error)) throw new Refusal(404, error.message)
    throw error
  }
  return { undone: id }
}

const checkChanges = (verdict: Correction['verdict'], changes: Correction['changes'], claim: LedgerClaim): void => {
  const some = Object.keys(changes).length > 0
  if (verdict === 'wrong' && some) throw new Refusal(400, 'The field "changes" must be left out where the claim is wrong.')
  if (verdict === 'mended' && !some) throw new Refusal(400, 'The field "changes" must name a field that is mended.')
  const [type, mode] = [changes.type ?? claim.type, changes.mode === undefined ? claim.mode : changes.mode]
  if (mode !== null && !MODES[type].includes(mode))
    throw new Refusal(
      400,
      `The field "changes.mode" must be a mode of ${type}${MODES[type].length ? ` (${MODES[type].join(', ')})` : ', which has none'}, or null.`,
    )
}

/** Every value stays pinned to words: whatever has a start, an end and a quote must quote the report. */
const checkSpans = (value: unknown, text: string): void => {
  if (typeof value !== 'object' || value === null) return
  const { start, end, quote } = value as { start?: unknown; end?: unknown; quote?: unknown }
  if (typeof quote === 'string' && text.slice(Number(start), Number(end)) !== quote)
    throw new Refusal(
      400,
      `The field "changes" must quote the report: "${quote.slice(0, 80)}" does not stand at ${start} to ${end}.`,
    )
  for (const part of Object.values(value)) checkSpans(part, text)
}
