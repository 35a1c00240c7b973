import { nameOfState } from '../knowledge/parties.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import type { Sides } from '../model/sides.ts'
import { type AcledType, acledType, interaction, interOf } from './acled-codes.ts'
import { type Export, type ExportOptions, versionsOf } from './options.ts'
import { incidentsOf, type Told } from './release.ts'
import { assertionsOf, daysBetween, pairOf, type Sided, sidedOf } from './sided.ts'
import { type Column, csvOf, empty } from './table.ts'
import { figureWords } from './words.ts'

interface Row extends Told {
  readonly day: string
  readonly precision: 1 | 2 | 3
  readonly type: AcledType
  readonly one: Sided | undefined
  readonly two: Sided | undefined
  readonly inter: readonly [string, string]
  readonly further: readonly string[]
}

const actorName = (sided: Sided | undefined, inter: string): string | undefined =>
  sided && /^(?:Civilians|Protesters|Rioters)$/.test(inter) ? `${inter} (${sided.name.replace(/, civilians$/, '')})` : sided?.name

/** 1 town or place, 2 district, 3 region; a mere country has no precision that ACLED knows. */
const GEO: Readonly<Record<string, number>> = { point: 1, town: 1, district: 2, region: 3 }
const geo = (r: Row): number | undefined => (r.incident.place?.lat == null ? undefined : GEO[r.incident.place.precision ?? ''])

/** The lowest number of dead that any account gives; undefined when none gives one. */
export const fewestDead = ({ accounts }: Pick<Told, 'accounts'>): number | undefined => {
  const lows = accounts.accounts.flatMap(a => a.figures).flatMap(f => (f.measure === 'killed' && f.low !== null ? [f.low] : []))
  return lows.length ? Math.min(...lows) : undefined
}

const notes = (r: Row): string =>
  [
    r.incident.title.replace(/([^.!?…])$/, '$1.'),
    `Told by: ${r.accounts.accounts
      .filter(a => !a.stances.includes('silent'))
      .map(a => `${a.name} (${a.stances.join(', ')})`)
      .join('; ')}.`,
    ...r.accounts.accounts.flatMap(a => a.figures).map(f => `${figureWords(f)}.`),
    ...(r.further.length ? [`Further parties: ${r.further.join(', ')}.`] : []),
  ].join(' ')

/** ACLED's thirty-one columns. */
export const acledColumns = (versions: string): readonly Column<Row>[] => [
  empty('event_id_cnty', 'ACLED gives these; ours is in `tags`.'),
  ['event_date', 'First day (ISO)', r => r.day],
  ['year', 'Its year', r => Number(r.day.slice(0, 4))],
  ['time_precision', '1 one day; 2 up to seven days; 3 up to a month', r => r.precision],
  ['disorder_type', 'From the type, see the mapping', r => r.type.disorder],
  ['event_type', 'From the PLOVER type and mode, see the mapping; empty: the claims do not tell', r => r.type.event],
  [
    'sub_event_type',
    'From the PLOVER type, mode and the sectors, see the mapping; empty: the claims do not tell',
    r => r.type.sub,
  ],
  ['actor1', 'Party that most claims name as actor; "Civilians (party)" for people', r => actorName(r.one, r.inter[0])],
  empty('assoc_actor_1', 'who is allied with whom is not read.'),
  [
    'inter1',
    'Kind of actor, in words; state forces abroad are "External/Other forces"; identity militias are not told apart; empty: unknown',
    r => r.inter[0],
  ],
  ['actor2', 'Party that most claims name as hit, else the second actor of a clash', r => actorName(r.two, r.inter[1])],
  empty('assoc_actor_2', 'who is allied with whom is not read.'),
  ['inter2', 'As inter1', r => r.inter[1]],
  ['interaction', 'Both kinds, in words', r => interaction(...r.inter)],
  [
    'civilian_targeting',
    '"Civilian targeting" where force hits civilians as actor2',
    r => (r.type.disorder.startsWith('Political') && r.inter[1] === 'Civilians' ? 'Civilian targeting' : ''),
  ],
  empty('iso', 'numeric country codes are not kept; join on `country`.'),
  empty('region', "ACLED's world regions are not kept."),
  ['country', 'Usual name of the state that the place is assigned to', r => nameOfState(r.incident.place?.code ?? '')],
  empty('admin1', 'divisions are not looked up.'),
  empty('admin2', 'divisions are not looked up.'),
  empty('admin3', 'divisions are not looked up.'),
  ['location', "The gazetteer's name of the most precise place", r => r.incident.place?.name],
  ['latitude', 'Decimal degrees of that place; empty for a mere country', r => (geo(r) ? r.incident.place?.lat : null)],
  ['longitude', 'Decimal degrees of that place; empty for a mere country', r => (geo(r) ? r.incident.place?.lon : null)],
  [
    'geo_precision',
    '1 town or place, 2 district, 3 region (its middle, not its capital); empty: a mere country, or not located',
    geo,
  ],
  ['source', 'Outlets, by "; "', r => [...new Set(r.claims.map(c => c.report.outlet ?? 'unknown'))].sort().join('; ')],
  empty('source_scale', 'how far an outlet reaches is not known.'),
  ['notes', 'First sentence cut short, who tells it and how, each number with its owner', notes],
  [
    'fatalities',
    'The LOWEST number of dead that any account gives ("dozens" is 24 with us, 12 with ACLED). Empty: nobody gives one (ACLED writes 0); 0: somebody says none',
    fewestDead,
  ],
  [
    'tags',
    '`hearsay=<incident id>`, `contested` and `background` where so, and the versions',
    r =>
      [
        `hearsay=${r.incident.id}`,
        ...(r.incident.contested ? ['contested'] : []),
        ...(r.incident.background ? ['background'] : []),
        `versions=${versions}`,
      ].join('; '),
  ],
  empty('timestamp', 'an export tells no time of its making, so that the same ledger gives the same bytes.'),
]

const rowOf = (told: Told, sides: Sides): Row | null => {
  const { incident } = told
  const day = incident.from
  const days = day && incident.to ? daysBetween(day, incident.to) : Number.POSITIVE_INFINITY
  const claims = assertionsOf(told.claims)
  if (incident.status !== 'actual' || !claims.length || day === null || days > 31) return null
  const [actors, recipients] = [sidedOf(claims, 'actors', sides), sidedOf(claims, 'recipients', sides)]
  const country = incident.place?.code ?? null
  const type = acledType(incident, actors, recipients, country)
  if (!type) return null
  const [one, two] = pairOf(actors, recipients)
  const inter = [interOf(one, type.event, country), interOf(two, type.event, country)] as const
  const further = [...new Set([...actors, ...recipients].filter(s => s !== one && s !== two).map(s => s.name))]
  return { ...told, day, precision: days === 1 ? 1 : days <= 7 ? 2 : 3, type, one, two, inter, further }
}

function* rows(ledger: LedgerReader, options: ExportOptions): Iterable<Row> {
  const sides = ledger.sides()
  for (const told of incidentsOf(ledger, options)) {
    const row = rowOf(told, sides)
    if (row) yield row
  }
}

/** Incidents in the columns of ACLED. */
export const acled: Export = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  about:
    "The incidents in ACLED's thirty-one columns. It is ACLED's form, not ACLED's data: nobody there has coded or checked it.",
  loses: [
    'Who says it: only `notes` tells the parties and their stances. Incidents that are only denied are left out.',
    'Ranges of numbers and their owners: `fatalities` is the one lowest number given, and numbers for several groups are not added up.',
    'Wounded, missing, captured, displaced and destroyed: in `notes` only.',
    'Incidents without a first and last day, or that span more than 31 days: left out, for a row needs a day.',
    'Everything planned, threatened or demanded, and types of event that ACLED does not record (talks, aid, accusations and so on).',
    'Each party after the second: in `notes`. Where accounts name different doers, the one that most claims name stands in `actor1`.',
    'Names of actors are those of parties, without the years of governments that ACLED adds.',
    'AGREE and MOBILIZE are wider than what ACLED records under their headings; holding a place counts as taking it.',
  ],
  write: (ledger, options) => csvOf(acledColumns(versionsOf(ledger)), rows(ledger, options)),
}
