import { nameOfState } from '../knowledge/parties.ts'
import { nameOfParty, partyOf } from '../ledger/party.ts'
import type { EventType, Participant } from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import { NO_SIDES } from '../model/sides.ts'
import { finest } from './claim-columns.ts'
import { type Export, versionsOf } from './options.ts'
import { claimsOf } from './release.ts'
import { type Column, empty, tsvOf } from './table.ts'

/** Quad class and score of each type, and scores of its modes (PLOVER 0.8; SANCTION is material conflict, as its section says). */
const SCORES: Readonly<
  Record<EventType, readonly [quad: 1 | 2 | 3 | 4, score: number, modes: Readonly<Record<string, number>>]>
> = {
  AGREE: [1, 2.5, {}],
  CONSULT: [1, 2.5, { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 }],
  SUPPORT: [1, 5, {}],
  CONCEDE: [1, 4.5, {}],
  COOPERATE: [2, 9.5, {}],
  AID: [2, 10, {}],
  RETREAT: [2, 6.5, { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 }],
  REQUEST: [3, 0, { assist: 0.5, change: -1, yield: -1, meet: 0 }],
  ACCUSE: [3, -3, { disapprove: -2, investigate: -3.5, allege: -3.5 }],
  REJECT: [3, -2, { assist: -1.5, change: -2, yield: -2, meet: -2 }],
  THREATEN: [3, -3.5, { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 }],
  PROTEST: [4, -5, { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5 }],
  SANCTION: [4, -6, { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 }],
  MOBILIZE: [4, -5.5, { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 }],
  COERCE: [
    4,
    -7,
    {
      seize: -7,
      restrict: -7,
      censor: -6.5,
      curfew: -6.5,
      'martial-law': -7.5,
      arrest: -7,
      deport: -7,
      withhold: -7,
      misinformation: -6.5,
      cyber: -7,
    },
  ],
  ASSAULT: [
    4,
    -9,
    {
      abduct: -8.5,
      beat: -7.5,
      torture: -8.5,
      sexual: -8.5,
      targeted: -9.5,
      destroy: -8.5,
      primitive: -8,
      firearms: -9,
      explosives: -9,
      'suicide-attack': -9.5,
      aerial: -9.5,
      drone: -9.5,
      'heavy-weapons': -9.5,
      'crowd-control': -7.5,
      unconventional: -10,
    },
  ],
}

type Who = 'actors' | 'recipients'
const list = (people: readonly Participant[], of: (p: Participant) => string): string => people.map(of).join('; ')

/** The columns of one party of the event: POLECAT has them twice. */
const partyColumns = (label: 'Actor' | 'Recipient', who: Who): readonly Column<LedgerClaim>[] => [
  [
    `${label} Name`,
    'The party\'s usual name, from its code; lists by "; "',
    c => list(c[who], p => nameOfParty(partyOf(p, NO_SIDES))),
  ],
  [`${label} Country`, 'ISO 3166 alpha-3, or our code of a body (UNO, IGO, NKR ...)', c => list(c[who], p => p.code)],
  empty(`${label} COW`, 'Correlates of War codes are not kept.'),
  [`Primary ${label} Sector`, 'Sector of the first; empty: a state as such', c => c[who][0]?.sector],
  [`${label} Sectors`, 'Sector of each, in the order of the names', c => list(c[who], p => p.sector)],
  empty(`${label} Title`, 'offices are not read apart from names.'),
  [`${label} Name Raw`, 'The words of the text', c => list(c[who], p => p.quote)],
  empty(`Wikipedia ${label} ID`, 'nobody is looked up.'),
]

const at = (c: LedgerClaim, precision: readonly string[]): string | undefined =>
  c.places.find(p => precision.includes(p.precision ?? ''))?.name

/** POLECAT's forty columns. */
export const ploverColumns = (versions: string): readonly Column<LedgerClaim>[] => [
  ['Event ID', 'Key of the claim', c => c.key],
  ['Event Date', 'First day of the event, never the publication day in its stead; empty: unknown', c => c.date.from ?? c.date.to],
  ['Event Type', 'Type', c => c.type],
  ['Event Mode', "Mode (`territory` under COERCE is ours, not PLOVER's)", c => c.mode],
  ['Intensity', "PLOVER's score of the mode, else of the type", c => SCORES[c.type][2][c.mode ?? ''] ?? SCORES[c.type][1]],
  ['Quad Code', '1, 2 verbal and material cooperation; 3, 4 verbal and material conflict; SANCTION is 4', c => SCORES[c.type][0]],
  empty('Contexts', 'contexts are not read.'),
  ...partyColumns('Actor', 'actors'),
  ...partyColumns('Recipient', 'recipients'),
  ['Placename', 'The most precise place, by the gazetteer', c => finest(c)?.name],
  ['City', 'The town or site among the places', c => at(c, ['town', 'point'])],
  ['District', 'The district among the places that the text names; none is added', c => at(c, ['district'])],
  ['Province', 'The region among the places that the text names; none is added', c => at(c, ['region'])],
  ['Country', 'Name of the state that the most precise place is assigned to', c => nameOfState(finest(c)?.code ?? '')],
  ['Latitude', 'Decimal degrees of the most precise place', c => finest(c)?.lat],
  ['Longitude', 'Decimal degrees of the most precise place', c => finest(c)?.lon],
  empty('GeoNames ID', 'the compiled gazetteer keeps none.'),
  ['Raw Placename', 'The words of the text; lists by "; "', c => c.places.map(p => p.quote).join('; ')],
  ['Feature Type', 'Our precision (point, town, district, region, country), not a GeoNames class', c => finest(c)?.precision],
  ['Source', 'The outlet', c => c.report.outlet],
  ['Publication Date', 'ISO day', c => c.report.published],
  empty('Story People', 'only participants are read.'),
  empty('Story Organizations', 'only participants are read.'),
  empty('Story Locations', 'only places of events are read.'),
  ['Language', 'Language of the text: the reader reads English', () => 'en'],
  ['Version', 'Reader, knowledge and content of the ledger', () => versions],
]

/** PLOVER knows only what is told as fact. */
function* events(claims: Iterable<LedgerClaim>): Iterable<LedgerClaim> {
  for (const c of claims)
    if (c.polarity === 'positive' && c.modality === 'actual' && c.copyOf === null && c.incident !== null) yield c
}

/** Claims as PLOVER events, in the columns of POLECAT. */
export const plover: Export = {
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  about:
    "The claims as PLOVER events, tab-separated in POLECAT's forty columns; one row for each claim told as done, copies left out.",
  loses: [
    'Who says it: PLOVER has no speaker. A claim of one party stands there like a fact.',
    'Denials (negative claims) and everything planned, demanded, threatened or feared: left out.',
    'Numbers of dead, wounded, captured, displaced: there is no column.',
    'How sure the day is, and the last day of a span.',
    'Whether it is news or background: both are there.',
    'Which claims tell of one happening, and where accounts differ. The same happening is several rows.',
    'Several actors stay in one row, joined by "; ": POLECAT itself may make a row for each pair.',
  ],
  write: (ledger, options) => tsvOf(ploverColumns(versionsOf(ledger)), events(claimsOf(ledger, options))),
}
