import { nameOfParty } from '../../ledger/party.ts'
import type { Account, AccountSource, Accounts, SourceLink } from '../../model/account.ts'
import type { Incident } from '../../model/incident.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import { counted, rangeWords } from '../../model/words.ts'
import { type Piece, piece, wrap } from '../format/styled.ts'

interface Canvas {
  readonly columns: number
  readonly colour: boolean
}

/** Characters of an id that are shown: enough to name it in any ledger of a size that people work with. */
export const SHORT = 10

/** An incident in two or three lines: when, where, what; its first sentence; how it stands. */
export const incidentLines = (incident: Incident, canvas: Canvas): string => {
  const { place, type, mode, status, contested, background } = incident
  const flags = [
    ...(status === 'planned' ? ['planned or demanded'] : []),
    ...(contested ? ['accounts differ'] : []),
    ...(background ? ['background'] : []),
  ]
  return [
    wrap(
      [
        piece(daysOf(incident), 'bold'),
        piece(`  ${place ? `${place.name}${place.code ? ` (${place.code})` : ''}` : 'place not told'}  `),
        piece(`${type}${mode ? ` ${mode}` : ''}`, 'cyan'),
        ...flags.flatMap(f => [piece(' · '), piece(f, 'yellow')]),
        piece(`  ${incident.id.slice(0, SHORT)}`, 'dim'),
      ],
      { ...canvas, first: '', rest: '  ' },
    ),
    wrap([piece(incident.title)], { ...canvas, first: '  ', rest: '  ' }),
    wrap([piece(numbersOf(incident), 'dim')], { ...canvas, first: '  ', rest: '  ' }),
  ].join('')
}

const daysOf = ({ from, to }: Pick<Incident, 'from' | 'to'>): string =>
  from === null && to === null ? 'day not told' : from === to ? `${from}` : `${from ?? '…'} to ${to ?? '…'}`

const numbersOf = ({ claims, reports, sources, tellers, figures }: Incident): string =>
  [
    counted(claims, 'claim'),
    counted(reports, 'report'),
    `${counted(sources, 'source')} of ${counted(tellers, 'party', 'parties')}`,
    ...figures.map(f => `${f.measure} ${range(f.low, f.high)}`),
  ].join(' · ')

const range = (low: number | null, high: number | null): string =>
  low === null && high === null ? 'a number not told' : rangeWords(low, high)

/** What each party says of an incident, with its words and its chains of sources. */
export const accountLines = ({ accounts, summary }: Accounts, claims: readonly LedgerClaim[], canvas: Canvas): string => {
  const byKey = new Map(claims.map(c => [c.key, c]))
  return [
    wrap([piece(summary)], { ...canvas, first: '  ', rest: '  ' }),
    ...accounts.map(account => partyLines(account, byKey, canvas)),
  ].join('')
}

const partyLines = (account: Account, claims: ReadonlyMap<string, LedgerClaim>, canvas: Canvas): string => {
  const said: Piece[] = account.stances.flatMap((s, i) => [
    ...(i ? [piece(', ')] : []),
    piece(s, s === 'asserts' || s === 'silent' ? 'dim' : 'yellow'),
  ])
  return [
    wrap(
      [piece(account.name, 'bold'), piece(': '), ...said, ...(account.admits ? [piece(' · own act or loss', 'yellow')] : [])],
      { ...canvas, first: '\n  ', rest: '    ' },
    ),
    ...account.figures.map(f =>
      wrap(
        [
          piece(`${f.measure} ${range(f.low, f.high)}${f.whose ? `, of ${nameOfParty(f.whose)}` : ''}`),
          piece(` (“${f.quote}”, ${f.source})`, 'dim'),
        ],
        { ...canvas, first: '    # ', rest: '      ' },
      ),
    ),
    ...account.sources.map(source => sourceLines(source, claims, canvas)),
    ...(account.loaded.length
      ? [
          wrap([piece(`judging words: ${[...new Set(account.loaded.map(l => `“${l.quote}”`))].join(', ')}`, 'dim')], {
            ...canvas,
            first: '    ',
            rest: '      ',
          }),
        ]
      : []),
  ].join('')
}

const sourceLines = (source: AccountSource, claims: ReadonlyMap<string, LedgerClaim>, canvas: Canvas): string =>
  [
    ...sentencesOf(source, claims).map(claim => {
      const flags = [
        ...(claim.polarity === 'negative' ? ['said not to be so'] : []),
        ...(claim.background ? ['background'] : []),
        ...(claim.firstTold ? [`first told ${claim.firstTold.published ?? ''} ${claim.firstTold.id}`] : []),
      ]
      return wrap(
        [
          piece(`“${claim.sentence.quote}”`),
          piece(` ${claim.report.published ?? 'day unknown'} ${claim.report.id}`, 'dim'),
          ...(flags.length ? [piece(` · ${flags.join(' · ')}`, 'yellow')] : []),
        ],
        { ...canvas, first: '    ', rest: '      ' },
      )
    }),
    wrap(
      [
        piece(`by ${[...new Set(source.chains.map(chainText))].join('; ')}`, 'dim'),
        ...(source.reports > source.claims.length ? [piece(`, in ${source.reports} reports`, 'dim')] : []),
      ],
      { ...canvas, first: '      ', rest: '        ' },
    ),
  ].join('')

/** One claim of each sentence that a source is told with. */
const sentencesOf = (source: AccountSource, claims: ReadonlyMap<string, LedgerClaim>): LedgerClaim[] => [
  ...new Map(
    source.claims
      .map(key => claims.get(key) as LedgerClaim)
      .map(c => [`${c.report.key} ${c.sentence.start} ${c.polarity}`, c] as const),
  ).values(),
]

const chainText = (chain: readonly SourceLink[]): string =>
  chain.map(link => `${link.name}${link.via ? ` (on ${link.via})` : ''}`).join(' < ')
