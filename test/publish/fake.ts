import { accountsOf } from '../../src/ledger/accounts/accounts.ts'
import type { LedgerReader } from '../../src/ledger/ledger.ts'
import { incidentSummary } from '../../src/ledger/summary.ts'
import type { Participant, Place, Quantity } from '../../src/model/claim.ts'
import type { LedgerClaim, ReportHead } from '../../src/model/ledger-claim.ts'
import { NO_SIDES, type Sides } from '../../src/model/sides.ts'
import { type Span, spanOf } from '../../src/model/span.ts'
import type { StoredReport } from '../../src/model/stored-report.ts'
import { type ExportName, type ExportOptions, exportOf } from '../../src/publish/publish.ts'

/** A claim in few words: `text` is its sentence with the trigger in braces; participants are "words|CODE SECTOR". */
export interface Telling
  extends Partial<Pick<LedgerClaim, 'type' | 'mode' | 'polarity' | 'modality' | 'background' | 'copyOf' | 'mended'>> {
  readonly text: string
  readonly incident?: string
  readonly by?: readonly string[]
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly place?: Partial<Place>
  readonly days?: readonly [string | null, string | null]
  readonly numbers?: readonly (readonly [Quantity['measure'], number | null, number | null])[]
  readonly loaded?: readonly string[]
  readonly report?: Partial<ReportHead>
}

const span = (quote: string): Span => spanOf(quote, 0, quote.length)
const person = (words: string): Participant => {
  const [quote, party] = words.split('|')
  const [code, sector = ''] = party.split(' ')
  return { ...span(quote), code, sector: sector as Participant['sector'] }
}

/** The claim of a telling; `n` numbers it. */
export const claimOf = (t: Telling, n: number): LedgerClaim => {
  const start = t.text.indexOf('{')
  const quote = t.text.slice(start + 1, t.text.indexOf('}'))
  const at = 100 * n
  return {
    key: `claim${n}`,
    type: t.type ?? 'ASSAULT',
    mode: t.mode ?? null,
    trigger: { start: at + start, end: at + start + quote.length, quote },
    actors: (t.from ?? []).map(person),
    recipients: (t.to ?? []).map(person),
    places: t.place
      ? [{ ...span(t.place.name ?? 'x'), name: 'x', code: null, lat: null, lon: null, precision: null, radius: null, ...t.place }]
      : [],
    date: {
      quote: null,
      start: null,
      end: null,
      from: t.days?.[0] ?? null,
      to: t.days?.[1] ?? null,
      how: t.days ? 'stated' : 'unknown',
    },
    polarity: t.polarity ?? 'positive',
    modality: t.modality ?? 'actual',
    quantities: (t.numbers ?? []).map(([measure, low, high]) => ({ ...span(`${low ?? high} people`), measure, low, high })),
    attribution: (t.by ?? []).map(words => ({ ...person(words), cue: span('said'), via: null })),
    background: t.background ?? false,
    loaded: (t.loaded ?? []).map(span),
    trail: { type: 'a rule' },
    report: { key: 'r1', id: 'first', outlet: 'Hill Wire', published: '2020-10-05', headline: null, url: null, ...t.report },
    sentence: { start: at, end: at + t.text.length - 2, quote: t.text.replace(/[{}]/g, '') },
    incident: t.incident ?? `claim${n}`,
    copyOf: t.copyOf ?? null,
    firstTold: null,
    mended: t.mended ?? [],
  }
}

/** A ledger over an array: claims with one `incident` are one. Filters are not looked at. */
export const fakeLedger = (
  tellings: readonly Telling[],
  sides: Sides = NO_SIDES,
): LedgerReader & { readonly pages: number[] } => {
  const claims = tellings.map(claimOf)
  const groups = [...Map.groupBy(claims, c => c.incident).values()].map(of => ({
    incident: incidentSummary(of, sides).incident,
    claims: of,
  }))
  const sorted = groups.sort((a, b) => ((a.incident.from ?? '') < (b.incident.from ?? '') ? -1 : 1))
  const pages: number[] = []
  const page = <T>(rows: readonly T[], { limit, offset }: { limit: number; offset: number }): T[] => {
    pages.push(limit)
    return rows.slice(offset, offset + limit)
  }
  const never = (): never => {
    throw new Error('an export asks for nothing else')
  }
  return {
    pages,
    sides: () => sides,
    versions: () => ({ reader: 'hearsay 0.1.0', knowledge: 'k1', content: 'c1' }),
    report: key => ({ told: claims.filter(c => c.report.key === key) }) as unknown as StoredReport,
    claims: (_filter, p) => page(claims, p),
    incidents: (_filter, p) =>
      page(
        sorted.map(g => g.incident),
        p,
      ),
    incident: key => groups.find(g => g.claims.some(c => c.key === key)) ?? null,
    counts: never,
    reports: never,
    archived: never,
    claim: never,
    sources: never,
    count: never,
    judgements: never,
    corrections: never,
  }
}

/** The text of an export of a ledger that holds the tellings. */
export const exported = (
  name: ExportName,
  tellings: readonly Telling[],
  options: Partial<ExportOptions> & { sides?: Sides } = {},
): string =>
  [
    ...exportOf(name, fakeLedger(tellings, options.sides), { filter: {}, names: false, quoteWords: 25, accountsOf, ...options }),
  ].join('')

/** Rows of comma-separated values by RFC 4180, as records by the header; throws on what is none. */
export const csvRows = (text: string): Record<string, string>[] => {
  if (!/^\uFEFF(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+$/.test(text)) throw new Error('no RFC 4180')
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') lines.push([])
  }
  const [head, ...rows] = lines.slice(0, -1)
  return rows.map(row => {
    if (row.length !== head.length) throw new Error(`a row of ${row.length} cells under ${head.length}`)
    return Object.fromEntries(head.map((name, i) => [name, row[i]]))
  })
}

const GANJA = { name: 'Ganja', code: 'AZE', lat: 40.683, lon: 46.361, precision: 'town', radius: 10 } as const

/** A contested shelling, a clash in a region, a threat and a private witness. */
export const WAR: readonly Telling[] = [
  {
    text: 'Armenian forces {shelled} Ganja on Sunday, killing 5 civilians, the defence ministry said.',
    incident: 'claim0',
    mode: 'heavy-weapons',
    by: ['defence ministry|AZE MIL'],
    from: ['Armenian forces|ARM MIL'],
    to: ['civilians|AZE CVL'],
    place: GANJA,
    days: ['2020-10-04', '2020-10-04'],
    numbers: [['killed', 5, 5]],
    report: { key: 'r1', outlet: 'Hill Wire', url: 'https://hill.example/a?b=1&c=2' },
  },
  {
    text: 'Yerevan denied that its army had {shelled} Ganja.',
    incident: 'claim0',
    mode: 'heavy-weapons',
    polarity: 'negative',
    by: ['Yerevan|ARM'],
    from: ['its army|ARM MIL'],
    place: GANJA,
    days: ['2020-10-04', '2020-10-04'],
    report: { key: 'r2', outlet: 'River Post' },
  },
  {
    text: 'At least 3 people died when terrorists {shelled} Ganja, resident Leyla Aliyeva said; Aliyeva lost her house.',
    incident: 'claim0',
    mode: 'heavy-weapons',
    by: ['Leyla Aliyeva|AZE CVL'],
    from: ['terrorists|UNK UAF'],
    to: ['people|AZE CVL'],
    place: GANJA,
    days: ['2020-10-04', '2020-10-04'],
    numbers: [['killed', 3, null]],
    loaded: ['terrorists'],
    report: { key: 'r2', outlet: 'River Post' },
  },
  {
    text: 'Both armies {clashed} in the region.',
    incident: 'claim3',
    from: ['one army|ARM MIL', 'other army|AZE MIL'],
    place: { name: 'Tavush', code: 'ARM', lat: 40.9, lon: 45.1, precision: 'region', radius: 30 },
    days: ['2020-10-01', '2020-10-06'],
  },
  { text: 'Baku {threatened} to strike back.', type: 'THREATEN', mode: 'violence', modality: 'future', from: ['Baku|AZE'] },
]
