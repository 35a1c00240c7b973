import { z } from 'zod'
import { EVENT_TYPES, MEASURES, MODES, SECTORS } from './claim.ts'

/** ISO day, or null. */
const day = (meaning: string) => z.iso.date().nullable().describe(meaning)
const text = (meaning: string) => z.string().describe(meaning)

const span = {
  start: z.int().min(0).describe('Where the words begin, in UTF-16 code units of the canonical text.'),
  end: z.int().min(0).describe('Where they end (exclusive).'),
  quote: text('The words as written: `text.slice(start, end) === quote`.'),
}

export const spanSchema = z.strictObject(span)

const participant = {
  ...span,
  code: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 3166 alpha-3 of the state that it belongs to; or UNO, EUR, IGO, NGO, IMG, MNC, NKR, UNK.'),
  sector: z.enum(SECTORS).describe('What it is within the state; empty: the state or organisation as such.'),
}

export const participantSchema = z.strictObject(participant)

export const placeSchema = z.strictObject({
  ...span,
  name: text("The gazetteer's name; the words as written when unresolved."),
  code: z.string().nullable().describe('ISO 3166 alpha-3 of the state that the place is assigned to.'),
  lat: z.number().min(-90).max(90).nullable().describe('Decimal degrees (WGS 84); null when unresolved.'),
  lon: z.number().min(-180).max(180).nullable().describe('Decimal degrees (WGS 84); null when unresolved.'),
  precision: z.enum(['point', 'town', 'district', 'region', 'country']).nullable().describe('How exact the point is.'),
  radius: z.number().min(0).nullable().describe('Kilometres around the point.'),
})

export const dateSchema = z.strictObject({
  quote: z.string().nullable().describe('The words that tell the day; null when it is inferred.'),
  start: z.int().nullable().describe('Where these words begin.'),
  end: z.int().nullable().describe('Where they end (exclusive).'),
  from: day('First day; null: unknown or open.'),
  to: day('Last day; null: unknown or open.'),
  how: z.enum(['stated', 'implied', 'unknown']).describe('Whether the text states the day, or how else it is known.'),
})

export const quantitySchema = z.strictObject({
  ...span,
  measure: z.enum(MEASURES).describe('What is counted.'),
  low: z.number().nullable().describe('At least; null: open.'),
  high: z.number().nullable().describe('At most; null: open. An exact number has both equal.'),
})

export const linkSchema = z.strictObject({
  ...participant,
  cue: spanSchema
    .nullable()
    .describe('The words that attribute ("said"); null when the source carries over from a neighbouring sentence.'),
  via: z.string().nullable().describe('The medium named ("Twitter").'),
})

/** One event as one source tells it. */
export const claimSchema = z
  .strictObject({
    type: z.enum(EVENT_TYPES).describe('What happened: one of the sixteen PLOVER types.'),
    mode: z.string().nullable().describe('How: a mode of the type.'),
    trigger: spanSchema.describe('The words that name the event.'),
    actors: z.array(participantSchema).describe('Who did it; both sides of a reciprocal event.'),
    recipients: z.array(participantSchema).describe('To whom.'),
    places: z.array(placeSchema).describe('Where; nested places are all listed.'),
    date: dateSchema.describe('When.'),
    polarity: z.enum(['positive', 'negative']).describe('Negative: said not to have happened.'),
    modality: z
      .enum(['actual', 'future', 'hypothetical'])
      .describe('Told as happened (also when denied); planned or threatened; demanded, conditional or feared.'),
    quantities: z.array(quantitySchema).describe('How many.'),
    attribution: z
      .array(linkSchema)
      .describe("According to whom, outermost first, without the outlet; empty: told in the outlet's own voice."),
    background: z.boolean().describe('Told as earlier context, not as the news.'),
    loaded: z.array(spanSchema).describe("Partisan or judging words of the claim's clause."),
    trail: z.record(z.string(), z.string()).optional().describe('How each value was read; printed with --explain.'),
  })
  .refine(c => c.mode === null || MODES[c.type].includes(c.mode), { error: 'the mode is none of its type' })

/** What is read of one report. */
export const readingSchema = z.strictObject({
  id: text('Id of the report.'),
  outlet: z.string().nullable().describe('Who published it.'),
  published: day('Day of publication; null: unknown, so that relative days stay unresolved.'),
  claims: z.array(claimSchema).describe('In the order of their triggers.'),
  notes: z.array(z.string()).describe('What could not be read, in plain sentences.'),
})
