import type { LedgerReader } from '../ledger/ledger.ts'
import type { Accounts } from '../model/account.ts'
import type { Incident } from '../model/incident.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import { privateForms, type Redact, redactorOf } from './names.ts'
import type { ExportOptions } from './options.ts'
import { around, capped } from './quote.ts'

/** An incident with its claims and accounts, as it may leave the ledger. */
export interface Told {
  readonly incident: Incident
  readonly claims: readonly LedgerClaim[]
  readonly accounts: Accounts
}

/** Rows fetched at once. */
const PAGE = 500
/** Reports whose private names are remembered. */
const REMEMBERED = 2000
/** What is no prose of a report: keys, addresses, days, codes, rules, and places, which may be called like somebody. */
const VERBATIM =
  /^(?:key|id|url|claim|claims|incident|copyOf|published|from|to|trail|code|sector|type|mode|mended|stances|place|places)$/

/** Claims as they may leave the ledger: quotes cut short and, unless names are asked for, private persons initialled. */
export function* claimsOf(ledger: LedgerReader, options: ExportOptions): Iterable<LedgerClaim> {
  const redactors = redactorsOf(ledger, options)
  for (const claim of paged(page => ledger.claims(options.filter, page))) yield releasedClaim(claim, redactors([claim]), options)
}

/** Incidents that `wanted` holds of, with their claims and accounts as they may leave the ledger, in the ledger's order. */
export function* incidentsOf(
  ledger: LedgerReader,
  options: ExportOptions,
  wanted: (incident: Incident) => boolean = () => true,
): Iterable<Told> {
  const redactors = redactorsOf(ledger, options)
  const sides = ledger.sides()
  for (const listed of paged(page => ledger.incidents(options.filter, page))) {
    const found = wanted(listed) ? ledger.incident(listed.id) : null
    if (!found) continue
    const redact = redactors(found.claims)
    yield {
      incident: mapped(found.incident, text => capped(redact(text), options.quoteWords)),
      claims: found.claims.map(c => releasedClaim(c, redact, options)),
      // Counted before names are cut: two people may share their initials.
      accounts: mapped(options.accountsOf(found.claims, sides), text => capped(redact(text), options.quoteWords)),
    }
  }
}

/** All rows of a list, fetched a page at a time. */
export function* paged<T>(fetch: (page: { limit: number; offset: number }) => T[]): Iterable<T> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = fetch({ limit: PAGE, offset })
    yield* rows
    if (rows.length < PAGE) return
  }
}

const releasedClaim = (claim: LedgerClaim, redact: Redact, { quoteWords }: ExportOptions): LedgerClaim => {
  const released = mapped(claim, text => capped(redact(text), quoteWords))
  const at = claim.trigger.start - claim.sentence.start
  // The trigger is found again behind names that initials made shorter.
  const text = redact(claim.sentence.quote)
  const moved = redact(claim.sentence.quote.slice(0, Math.max(0, at))).length
  return { ...released, sentence: { ...claim.sentence, quote: around(text, moved, quoteWords) } }
}

/** What initials the names of a claim's report; private persons of every report that tells of an incident count. */
const redactorsOf = (ledger: LedgerReader, { names }: ExportOptions): ((claims: readonly LedgerClaim[]) => Redact) => {
  const known = new Map<string, readonly string[]>()
  const formsOf = (key: string): readonly string[] => {
    const found = known.get(key) ?? privateForms(ledger.report(key)?.told ?? [])
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, found)
    return found
  }
  let last: readonly [string, Redact] = ['', redactorOf([])]
  return claims => {
    if (names) return text => text
    const all = [...new Set(claims.flatMap(c => [c.report.key, ...(c.firstTold ? [c.firstTold.key] : [])]).flatMap(formsOf))]
    const key = all.join('\n')
    if (key !== last[0]) last = [key, redactorOf(all)]
    return last[1]
  }
}

/** A record with every text of it put through `change`. */
const mapped = <T>(record: T, change: (text: string) => string): T => {
  const walk = (value: unknown, field: string): unknown => {
    if (VERBATIM.test(field)) return value
    if (typeof value === 'string') return change(value)
    if (Array.isArray(value)) return value.map(item => walk(item, ''))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]))
  }
  return walk(record, '') as T
}
