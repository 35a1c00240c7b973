import { z } from 'zod'
import { EVENT_TYPES } from '../model/claim.ts'
import { type Filter, type Page, STATUSES } from '../model/filter.ts'
import { Refusal } from './route.ts'

/** The most rows of one answer, and how many when nothing is said. */
export const [MOST, USUAL] = [1000, 100]

/** A parameter that may be given once. The schema gets its text. */
const once = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given: string[] | undefined, ctx) => {
    if (given && given.length > 1) ctx.issues.push({ code: 'custom', message: 'may be given once', input: given })
    return given?.[0]
  }, schema)

/** A parameter that may be given again, or with commas. */
const several = <T extends z.ZodType>(schema: T, comma: RegExp) =>
  z.preprocess(
    (given: string[] | undefined) => given?.flatMap(g => g.split(comma)).map(g => g.trim()),
    z.array(schema).max(50).optional(),
  )

const words = (meaning: string) =>
  once(
    z
      .string()
      .trim()
      .min(1, 'must not be empty')
      .max(300, 'is longer than 300 letters')
      .regex(/^\P{Cc}*$/u, 'has control characters')
      .optional(),
  ).describe(meaning)

const day = (meaning: string) => once(z.iso.date('must be a day like 2008-08-08').optional()).describe(meaning)

const BOX = 'must be four numbers like 43,41,45,43: west,south,east,north in degrees'
const degrees = (most: number) => z.number(BOX).min(-most, BOX).max(most, BOX)
const numbers = (text: unknown): unknown =>
  typeof text === 'string'
    ? text.split(',').map(part => (/^\s*-?\d+(?:\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
    : text

const whole = (least: number, most: number, usual: number, meaning: string) =>
  once(
    z.preprocess(
      text => (typeof text === 'string' ? (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN) : text),
      z
        .int(`must be a whole number from ${least} to ${most}`)
        .min(least, `must be ${least} or more`)
        .max(most, `must be ${most} or less`)
        .default(usual),
    ),
  ).describe(meaning)

/** What a list is narrowed by: `Filter` as query parameters. */
export const FILTER = {
  // A comma before a space belongs to the name: "Syria, armed opposition".
  party: several(
    z
      .string()
      .min(1, 'must not be empty')
      .max(200)
      .regex(/^\P{Cc}*$/u, 'has control characters'),
    /,(?! )/,
  ).describe('Parties (a side, a code, or a code with a sector) of which one acted, was acted upon or tells of it.'),
  type: several(z.enum(EVENT_TYPES, `must be of ${EVENT_TYPES.join(', ')}`), /,/).describe('Event types.'),
  place: words("Words of a place's name."),
  box: once(
    z.preprocess(
      numbers,
      z
        .tuple([degrees(180), degrees(90), degrees(180), degrees(90)], BOX)
        .refine(([, south, , north]) => south <= north, BOX)
        .optional(),
    ),
  ).describe('west,south,east,north in decimal degrees; west may be east of east across the antimeridian.'),
  from: day('First day (ISO).'),
  to: day('Last day (ISO).'),
  source: words("Words of a source's name, or of an outlet's."),
  status: several(z.enum(STATUSES, `must be of ${STATUSES.join(', ')}`), /,/).describe(
    'Every status given must hold; "news": not background.',
  ),
  words: words('Words that the sentence must hold.'),
}

/** A piece of a list. */
export const PAGE = {
  limit: whole(1, MOST, USUAL, `At most so many rows (up to ${MOST}).`),
  offset: whole(0, 999_999_999, 0, 'Leaves out so many rows.'),
}

export const filterQuery = z.strictObject(FILTER)
export const listQuery = z.strictObject({ ...FILTER, ...PAGE })
export const pageQuery = z.strictObject(PAGE)
export const searchQuery = z.strictObject({
  ...FILTER,
  ...PAGE,
  words: once(z.string('is needed').trim().min(1, 'must not be empty').max(300)).describe('Words that the sentence must hold.'),
})
export const placesQuery = z.strictObject({
  ...FILTER,
  ...PAGE,
  limit: whole(1, 50_000, 10_000, 'At most so many incidents are read.'),
})
export const exportQuery = z.strictObject({
  ...FILTER,
  names: once(
    z.preprocess(
      text => (text === 'true' ? true : text === 'false' ? false : text),
      z.boolean('must be true or false').default(false),
    ),
  ).describe('Whether private persons keep their names; false: initials.'),
  quoteWords: whole(1, 1000, 25, 'The most words of a text that are quoted in one piece.'),
})

/** The filter and the page of a parsed query. */
export const narrowed = ({ limit, offset, ...rest }: z.infer<typeof listQuery>): { filter: Filter; page: Page } => ({
  filter: filterOf(rest),
  page: { limit, offset },
})

/** The filter of a parsed query: fields that are not given are left out. */
export const filterOf = (query: z.infer<typeof filterQuery>): Filter =>
  Object.fromEntries(
    Object.keys(FILTER).flatMap(f => (query[f as keyof Filter] === undefined ? [] : [[f, query[f as keyof Filter]]])),
  )

/** A query string by a schema. Throws a refusal that names the parameter. */
export const queryOf = <T>(schema: z.ZodType<T>, search: URLSearchParams): T => {
  const given = Object.fromEntries([...new Set(search.keys())].map(name => [name, search.getAll(name)]))
  return parsed(schema, given, 'parameter')
}

/** A value by a schema. Throws a refusal with a sentence that names what is wrong. */
export const parsed = <T>(schema: z.ZodType<T>, value: unknown, what: 'parameter' | 'field'): T => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue.code === 'unrecognized_keys') throw new Refusal(400, `There is no ${what} "${issue.keys[0]}".`)
  const name = (what === 'parameter' ? issue.path.slice(0, 1) : issue.path).join('.')
  throw new Refusal(400, name ? `The ${what} "${name}" ${saying(issue)}.` : `The body ${saying(issue)}.`)
}

/** Our own messages go on from the name; others are put after "is not right". */
const saying = ({ message }: z.core.$ZodIssue): string =>
  /^(?:must|may|has|is|quotes)\b/.test(message) ? message : `is not right (${message.replace(/\.$/, '')})`
