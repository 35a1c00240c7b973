import { nameOfState } from '../knowledge/parties.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import type { Sides } from '../model/sides.ts'
import { type Export, type ExportOptions, versionsOf } from './options.ts'
import { incidentsOf, type Told } from './release.ts'
import { assertionsOf, daysBetween, pairOf, type Sided, sidedOf } from './sided.ts'
import { type Column, csvOf, empty } from './table.ts'

interface Row extends Told {
  readonly from: string
  readonly to: string
  readonly a: Sided | undefined
  readonly b: Sided | undefined
  readonly low: number | null
  readonly high: number | null
}

const NO_ID = 'UCDP gives these ids.'
const NO_SPLIT = 'a number keeps its owner in the claims; sums for each side would be our choice.'

/** 1 state-based, 2 non-state, 3 one-sided; undefined where the claims do not name both kinds. */
const violence = ({ a, b }: Row): number | undefined => {
  if (!a || !b || a.kind === 'other' || b.kind === 'other') return undefined
  if (b.kind === 'civilian') return a.kind === 'civilian' ? undefined : 3
  if (a.kind === 'civilian') return undefined
  return a.kind === 'state' || b.kind === 'state' ? 1 : 2
}

const sideName = (side: Sided | undefined): string | undefined => (side?.kind === 'civilian' ? 'Civilians' : side?.name)

const WHERE: Readonly<Record<string, number>> = { point: 1, town: 1, district: 3, region: 4, country: 6 }
const where = ({ incident }: Row): number | undefined =>
  incident.place?.lat == null ? undefined : WHERE[incident.place.precision ?? '']

const datePrecision = ({ from, to }: Row): number => {
  const days = daysBetween(from, to)
  return days === 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5
}

/** The reports of an incident, one each, in the order of telling. */
const reports = (r: Row) => [...new Map(r.claims.map(c => [c.report.key, c.report])).values()]
const ofReports = (r: Row, value: (report: Row['claims'][number]['report']) => string | null): string =>
  reports(r)
    .map(report => value(report) ?? '')
    .join(';')

/** GED's forty-nine columns, and two of ours at the end. */
export const ucdpColumns = (versions: string): readonly Column<Row>[] => [
  empty('id', NO_ID),
  empty('relid', NO_ID),
  ['year', 'Year of the first day', r => Number(r.from.slice(0, 4))],
  empty('active_year', 'it needs a count of the whole year.'),
  empty('code_status', 'nobody at UCDP has checked it.'),
  [
    'type_of_violence',
    '1 a state on one side, 2 none, 3 civilians hit, from the sectors of the participants; empty: a side is not named',
    violence,
  ],
  ...['conflict_dset_id', 'conflict_new_id'].map(name => empty(name, NO_ID)),
  empty('conflict_name', 'conflicts are not told apart.'),
  ...['dyad_dset_id', 'dyad_new_id'].map(name => empty(name, NO_ID)),
  ['dyad_name', '"A - B" where both sides are named', r => (r.a && r.b ? `${sideName(r.a)} - ${sideName(r.b)}` : '')],
  ...['side_a_dset_id', 'side_a_new_id'].map(name => empty(name, NO_ID)),
  ['side_a', 'Party that most claims name as actor', r => sideName(r.a)],
  ...['side_b_dset_id', 'side_b_new_id'].map(name => empty(name, NO_ID)),
  ['side_b', 'Party that most claims name as hit, else the second actor of a clash', r => sideName(r.b)],
  ['number_of_sources', 'Reports that tell of it, copies left out', r => r.incident.reports],
  [
    'source_article',
    'Outlet, day and headline (cut short) of each report, by ";"',
    r => ofReports(r, s => [s.outlet, s.published, s.headline].filter(Boolean).join(', ')),
  ],
  ['source_office', 'Outlet of each report, by ";"', r => ofReports(r, s => s.outlet)],
  ['source_date', 'Day of each report, by ";"', r => ofReports(r, s => s.published)],
  ['source_headline', 'Headline of each report, cut short, by ";"', r => ofReports(r, s => s.headline)],
  [
    'source_original',
    'Who asserts it, by ";"',
    r => [...new Set(r.accounts.accounts.flatMap(a => a.sources.map(s => s.name)))].join(';'),
  ],
  ['where_prec', '1 place or town, 3 district, 4 region, 6 country; 2, 5 and 7 are not told apart', where],
  ['where_coordinates', 'Name of the place', r => r.incident.place?.name],
  empty('where_description', 'the place as each account names it is in the claims.'),
  empty('adm_1', 'divisions are not looked up.'),
  empty('adm_2', 'divisions are not looked up.'),
  ['latitude', 'Decimal degrees', r => r.incident.place?.lat],
  ['longitude', 'Decimal degrees', r => r.incident.place?.lon],
  [
    'geom_wkt',
    'The same point as text',
    r => (r.incident.place?.lat == null ? '' : `POINT (${r.incident.place.lon} ${r.incident.place.lat})`),
  ],
  empty('priogrid_gid', 'the grid is not kept.'),
  ['country', 'Usual name of the state that the place is assigned to', r => nameOfState(r.incident.place?.code ?? '')],
  empty('country_id', NO_ID),
  empty('region', "UCDP's world regions are not kept."),
  [
    'event_clarity',
    '1 where a day and a place finer than a region are told, else 2',
    r => (r.from === r.to && (where(r) ?? 9) <= 3 ? 1 : 2),
  ],
  ['date_prec', '1 one day, 2 two to six days, 3 a week, 4 up to a month, 5 longer', datePrecision],
  ['date_start', 'First day that a claim gives', r => r.from],
  ['date_end', 'Last day that a claim gives', r => r.to],
  ...['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'].map(name => empty(name, NO_SPLIT)),
  empty('best', 'we do not choose between accounts.'),
  ['high', 'Highest number of dead that any account gives; empty: open ("at least")', r => r.high],
  ['low', 'Lowest number of dead that any account gives; empty: open ("at most")', r => r.low],
  ...['gwnoa', 'gwnob'].map(name => empty(name, 'Gleditsch and Ward numbers are not kept.')),
  ['hearsay_incident', 'Ours: id of the incident', r => r.incident.id],
  ['hearsay_versions', 'Ours: reader, knowledge and content of the ledger', () => versions],
]

/** The span of all numbers of dead: open ("at least 5") where any account leaves it open and none goes further. */
const deaths = ({ accounts }: Told): { low: number | null; high: number | null } | null => {
  const killed = accounts.accounts.flatMap(a => a.figures).filter(f => f.measure === 'killed')
  if (!killed.length) return null
  const [lows, highs] = [killed.flatMap(f => f.low ?? []), killed.flatMap(f => f.high ?? [])]
  return {
    low: lows.length ? Math.min(...lows) : null,
    high: killed.some(f => f.high === null) ? null : Math.max(...highs),
  }
}

const rowOf = (told: Told, sides: Sides): Row | null => {
  const { incident } = told
  const dead = deaths(told)
  const claims = assertionsOf(told.claims)
  if (incident.type !== 'ASSAULT' || incident.status !== 'actual' || !claims.length || !dead || dead.high === 0) return null
  if (incident.from === null || incident.to === null || daysBetween(incident.from, incident.to) > 366) return null
  const [actors, recipients] = [sidedOf(claims, 'actors', sides), sidedOf(claims, 'recipients', sides)]
  const [a, b] = pairOf(actors, recipients)
  return { ...told, from: incident.from, to: incident.to, a, b, ...dead }
}

function* rows(ledger: LedgerReader, options: ExportOptions): Iterable<Row> {
  const sides = ledger.sides()
  for (const told of incidentsOf(ledger, options)) {
    const row = rowOf(told, sides)
    if (row) yield row
  }
}

/** Incidents in the columns of UCDP GED. */
export const ucdp: Export = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  about: "The incidents with dead in UCDP GED's forty-nine columns, and two of ours. It is UCDP's form, not UCDP's data.",
  loses: [
    'Everything but force with dead: only ASSAULT incidents of which somebody gives a number of dead above nought.',
    'Who says which number: `low` and `high` span all of them. `best` stays empty: we do not choose.',
    'Numbers for several groups of dead are not added up, so `high` may be below the sum.',
    'Denials: an incident that one party denies is there; one that is only denied is left out.',
    'Incidents without a first and last day, or of more than a year: left out, for UCDP bounds each event.',
    'Where accounts name different doers, the one that most claims name stands in `side_a`.',
    'UCDP counts organised actors and direct deaths only; we cannot tell, so rows may be there that UCDP would not take.',
  ],
  write: (ledger, options) => csvOf(ucdpColumns(versionsOf(ledger)), rows(ledger, options)),
}
