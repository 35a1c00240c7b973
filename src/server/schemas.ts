import { z } from 'zod'
import { STANCES } from '../model/account.ts'
import { claimSchema, placeSchema, readingSchema, spanSchema } from '../model/claim.schema.ts'
import { EVENT_TYPES, MEASURES } from '../model/claim.ts'

/** The JSON of the API: the model's types as schemas. */
const count = (meaning: string) => z.int().min(0).describe(meaning)
const text = (meaning: string) => z.string().describe(meaning)
const day = z.string().nullable().describe('ISO day, or null.')

export const countsSchema = z.strictObject({
  reports: count('Reports.'),
  copies: count('Of them, copies of others.'),
  claims: count('Claims.'),
  incidents: count('Incidents.'),
  bytes: count('Size of the file.'),
  unsettled: count('Reports whose claims are not yet joined into incidents.'),
})

export const versionsSchema = z.strictObject({
  reader: text('Reader in force.'),
  knowledge: text('Hash of its knowledge.'),
  content: text('Hash of what the ledger holds.'),
})

export const sidesSchema = z.strictObject({
  conflict: text('A name for the conflict; empty: no sides are set.'),
  sides: z.array(
    z.strictObject({
      name: text('What the side is called.'),
      codes: z.array(z.string()).describe('Its states, groups and bodies.'),
      words: z.array(z.string()).describe('Words of a name that show who it belongs to.'),
      outlets: z.array(z.string()).describe('Outlets that speak for it.'),
    }),
  ),
})

export const partySchema = z.strictObject({
  party: text('A side, a code ("GEO"), or a code with a sector ("SYR REB").'),
  name: text('Its name for people.'),
  acted: count('Incidents in which it is told to have acted.'),
  suffered: count('Incidents in which it is told to have been acted upon.'),
})

export const headSchema = z.strictObject({
  key: text('Hash of its content (hex).'),
  id: text('Its id.'),
  outlet: z.string().nullable(),
  published: day,
  headline: z.string().nullable(),
  url: z.string().nullable(),
})

const claimFields = {
  ...claimSchema.shape,
  trail: z.record(z.string(), z.string()).describe('How each value was read: field and the rules that made it.'),
}

export const ledgerClaimSchema = z.strictObject({
  ...claimFields,
  key: text('Identity: hash of its report and of the claim as it was read (hex).'),
  report: headSchema,
  sentence: spanSchema.describe('The sentence or headline that holds the trigger.'),
  incident: z.string().nullable().describe('Id of its incident; null: a person marked the claim as wrong.'),
  copyOf: z.string().nullable().describe('Key of the claim that it copies; it is not counted again.'),
  firstTold: z
    .strictObject({ ...headSchema.shape, passage: spanSchema })
    .nullable()
    .describe('The earlier report that told the same passage.'),
  mended: z.array(z.string()).describe('The fields that a person has mended.'),
})

const { start: _start, end: _end, quote: _quote, ...place } = placeSchema.shape
const low = z.number().nullable().describe('At least; null: open.')
const high = z.number().nullable().describe('At most; null: open.')

export const incidentSchema = z.strictObject({
  id: text('Key of the claim that was told first; the key of any of its claims finds it.'),
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  status: z.enum(['actual', 'planned']),
  from: day,
  to: day,
  place: z.strictObject(place).nullable().describe('The most precise place that its claims give.'),
  actors: z.array(z.string()).describe('Parties that are told to have acted.'),
  recipients: z.array(z.string()).describe('And to whom.'),
  title: text('The sentence that tells it first, cut short.'),
  claims: count('Claims, without copies and repeats.'),
  reports: count('Reports.'),
  sources: count('Independent sources.'),
  tellers: count('Parties that tell of it.'),
  contested: z.boolean().describe('Whether accounts differ.'),
  background: z.boolean().describe('Whether all of its claims are background.'),
  figures: z.array(z.strictObject({ measure: z.enum(MEASURES), low, high })).describe('The span of all numbers given.'),
})

const linkSchema = z.strictObject({
  name: z.string(),
  party: z.string().nullable(),
  cue: z.string().nullable(),
  via: z.string().nullable(),
})

export const accountSchema = z.strictObject({
  party: text('A side, a code, or "outlet: NAME" in the outlet\'s own voice.'),
  name: text("The party's name for people."),
  stances: z.array(z.enum(STANCES)),
  admits: z.boolean().describe('Whether it asserts an act or a loss of its own.'),
  sources: z.array(
    z.strictObject({
      name: z.string(),
      chains: z.array(z.array(linkSchema)),
      claims: z.array(z.string()),
      reports: count('Reports that printed it.'),
    }),
  ),
  figures: z.array(
    z.strictObject({
      measure: z.enum(MEASURES),
      whose: z.string().nullable(),
      low,
      high,
      quote: z.string(),
      claim: z.string(),
      source: z.string(),
    }),
  ),
  doers: z.array(z.string()),
  days: z.array(z.tuple([day, day])),
  places: z.array(z.string()),
  loaded: z.array(z.strictObject({ ...spanSchema.shape, claim: z.string() })),
  claims: z.array(z.string()).describe('Keys of all its claims, in the order of telling; copies left out.'),
})

export const judgementSchema = z.strictObject({
  id: z.int(),
  a: text('Key of a claim.'),
  b: text('Key of another; a < b.'),
  verdict: z.enum(['same', 'different', 'unsure']),
  score: z.number().nullable().describe("How sure the program is, 0 to 1; null for a person's."),
  by: text('"program", or the name that the person gave.'),
  at: z.string().nullable().describe("ISO time; null for the program's."),
  reasons: z.array(z.strictObject({ what: z.string(), weight: z.number() })),
  undone: z.string().nullable().describe('When it was undone (ISO time).'),
})

const mendable = [
  'type',
  'mode',
  'actors',
  'recipients',
  'places',
  'date',
  'polarity',
  'modality',
  'quantities',
  'attribution',
] as const
const { shape } = claimSchema
export const changesSchema = z
  .strictObject(Object.fromEntries(mendable.map(f => [f, shape[f]])) as Pick<typeof shape, (typeof mendable)[number]>)
  .partial()

export const correctionSchema = z.strictObject({
  id: z.int(),
  claim: text('Key of the claim.'),
  verdict: z.enum(['wrong', 'mended']),
  changes: changesSchema.describe('The fields that are mended, as they should be.'),
  by: text('The name that the person gave.'),
  at: text('ISO time.'),
  note: z.string(),
  undone: z.string().nullable().describe('When it was undone (ISO time).'),
})

const likeKind = z.enum(['copy', 'update', 'repeat'])
const reportRow = {
  ...headSchema.shape,
  publishedBy: z.enum(['given', 'metadata', 'dateline', 'option']).nullable(),
  claims: count('Claims read of it.'),
  counted: count('Of them, those that are counted: no copies, no repeats.'),
  like: z.strictObject({ kind: likeKind, of: headSchema }).nullable().describe('The report that it copies or updates.'),
}
export const reportRowSchema = z.strictObject(reportRow)

export const storedReportSchema = z.strictObject({
  ...reportRow,
  text: text('The canonical text; offsets count its UTF-16 code units.'),
  likenesses: z.array(z.strictObject({ kind: likeKind, of: headSchema, share: z.number(), passages: z.array(spanSchema) })),
  retrievals: z.array(
    z.strictObject({ from: z.string(), at: z.string(), sha256: z.string(), bytes: count('Bytes.'), encoding: z.string() }),
  ),
  readings: z.array(
    z.strictObject({
      reader: z.string(),
      knowledge: z.string(),
      at: z.string(),
      claims: count('Claims.'),
      notes: z.array(z.string()),
    }),
  ),
  told: z.array(ledgerClaimSchema),
})

export const sourceRowSchema = z.strictObject({
  name: z.string(),
  party: z.string(),
  claims: count('Claims, without copies.'),
  denials: count('Of them, those that deny.'),
  reports: count('Reports.'),
  incidents: count('Incidents.'),
})

export const pointSchema = z.tuple([
  z.string().describe('id'),
  z.number().describe('lon'),
  z.number().describe('lat'),
  z.number().nullable().describe('radius, km'),
  placeSchema.shape.precision,
  z.enum(EVENT_TYPES),
  day,
  z.boolean().describe('contested'),
  z.string().describe('title'),
])

const tally = z.record(z.string(), z.int())
export const timelineSchema = z.strictObject({
  days: z.array(
    z.strictObject({
      day: z.string(),
      incidents: count('Incidents that begin on it.'),
      contested: count('Of them, contested.'),
      types: tally,
      parties: tally,
    }),
  ),
  undated: count('Incidents that no claim gives a day.'),
})

export const liveReadingSchema = z.strictObject({
  report: z.strictObject({
    id: z.string(),
    outlet: z.string().nullable(),
    published: day,
    headline: z.string().nullable(),
    url: z.string().nullable(),
    text: z.string(),
  }),
  reading: readingSchema,
})

export const jobSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  done: count('Reports done with.'),
  total: z.int().nullable().describe('Reports in all; null: not known.'),
  added: count('New reports.'),
  known: count('There already.'),
  reread: count('Read anew.'),
  failed: count('Could not be read.'),
  messages: z.array(z.string()).describe('What could not be read.'),
  note: z.string().nullable().describe('What goes on just now, or why it failed.'),
})

export const undoneSchema = z.strictObject({ undone: z.int() })
export const errorSchema = z.strictObject({ error: text('A sentence.') })

/** A piece of a list. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({ rows: z.array(row), total: count('Rows that the filter leaves.'), limit: z.int(), offset: z.int() })

/** Schemas that the OpenAPI document names. */
export const NAMED: Readonly<Record<string, z.ZodType>> = {
  Claim: claimSchema,
  LedgerClaim: ledgerClaimSchema,
  Incident: incidentSchema,
  Account: accountSchema,
  Judgement: judgementSchema,
  Correction: correctionSchema,
  ReportHead: headSchema,
  ReportRow: reportRowSchema,
  StoredReport: storedReportSchema,
  SourceRow: sourceRowSchema,
  Sides: sidesSchema,
  Span: spanSchema,
  Reading: readingSchema,
  Job: jobSchema,
  Error: errorSchema,
}
