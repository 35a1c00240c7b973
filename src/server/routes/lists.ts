import { z } from 'zod'
import type { LedgerReader } from '../../ledger/ledger.ts'
import type { Filter, Page } from '../../model/filter.ts'
import { listQuery, narrowed, pageQuery, searchQuery } from '../query.ts'
import { found, get, type Route } from '../route.ts'
import * as schema from '../schemas.ts'

type Listed = 'reports' | 'claims' | 'incidents' | 'sources'

const pageOf = <Row>(
  ledger: LedgerReader,
  what: Listed,
  rows: (filter: Filter, page: Page) => Row[],
  query: z.infer<typeof listQuery>,
) => {
  const { filter, page } = narrowed(query)
  return { rows: rows(filter, page), total: ledger.count(what, filter), ...page }
}

/** Lists, and one of each. */
export const LISTS: readonly Route[] = [
  get('/api/counts', {
    about: 'How much the ledger holds.',
    answer: schema.countsSchema,
    handle: ({ desk }) => desk.ledger.counts(),
  }),
  get('/api/sides', {
    about: 'Who sides with whom.',
    answer: schema.sidesSchema as z.ZodType,
    handle: ({ desk }) => desk.ledger.sides(),
  }),
  get('/api/versions', {
    about: 'What read the ledger, and a hash of what it holds.',
    answer: schema.versionsSchema,
    handle: ({ desk }) => desk.ledger.versions(),
  }),
  get('/api/incidents', {
    about: 'Incidents by day and id.',
    query: listQuery,
    answer: schema.listOf(schema.incidentSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => pageOf(ledger, 'incidents', ledger.incidents, query),
  }),
  get('/api/incidents/:id', {
    about: "An incident with its claims, the parties' accounts of it, and what was judged of its claims.",
    answer: z.strictObject({
      incident: schema.incidentSchema,
      claims: z.array(schema.ledgerClaimSchema),
      accounts: z.array(schema.accountSchema),
      summary: z.string(),
      judgements: z.array(schema.judgementSchema),
    }) as z.ZodType,
    handle: ({ desk: { ledger, accountsOf }, params: { id } }) => {
      const { incident, claims } = found(ledger.incident(id), 'There is no incident of this id, or more than one begins like it.')
      return { incident, claims, ...accountsOf(claims, ledger.sides()), judgements: ledger.judgements(claims.map(c => c.key)) }
    },
  }),
  get('/api/claims', {
    about: 'Claims by report and place in it.',
    query: listQuery,
    answer: schema.listOf(schema.ledgerClaimSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => pageOf(ledger, 'claims', ledger.claims, query),
  }),
  get('/api/claims/:key', {
    about: 'A claim with what was judged and corrected of it.',
    answer: z.strictObject({
      claim: schema.ledgerClaimSchema,
      judgements: z.array(schema.judgementSchema),
      corrections: z.array(schema.correctionSchema),
    }) as z.ZodType,
    handle: ({ desk: { ledger }, params: { key } }) => {
      const claim = found(ledger.claim(key), 'There is no claim of this key, or more than one begins like it.')
      return {
        claim,
        judgements: ledger.judgements([claim.key]),
        corrections: ledger.corrections().filter(c => c.claim === claim.key),
      }
    },
  }),
  get('/api/reports', {
    about: 'Reports by day and key.',
    query: listQuery,
    answer: schema.listOf(schema.reportRowSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => pageOf(ledger, 'reports', ledger.reports, query),
  }),
  get('/api/reports/:key', {
    about: 'A report: its text, claims, likenesses to earlier reports, and where its bytes came from.',
    answer: schema.storedReportSchema as z.ZodType,
    handle: ({ desk: { ledger }, params: { key } }) =>
      found(ledger.report(key), 'There is no report of this key, or several have this id.'),
  }),
  get('/api/sources', {
    about: 'Who asserts, most often first.',
    query: listQuery,
    answer: schema.listOf(schema.sourceRowSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => pageOf(ledger, 'sources', ledger.sources, query),
  }),
  get('/api/search', {
    about: 'Claims whose sentence holds all the words.',
    query: searchQuery,
    answer: schema.listOf(schema.ledgerClaimSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query }) => pageOf(ledger, 'claims', ledger.claims, query),
  }),
  get('/api/corrections', {
    about: 'What people corrected, oldest first, undone ones too.',
    query: pageQuery,
    answer: schema.listOf(schema.correctionSchema) as z.ZodType,
    handle: ({ desk: { ledger }, query: { limit, offset } }) => {
      const all = ledger.corrections()
      return { rows: all.slice(offset, offset + limit), total: all.length, limit, offset }
    },
  }),
]
