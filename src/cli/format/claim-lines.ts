import type { AttributionLink, Claim, ClaimDate, EventType, Participant, Place, Quantity } from '../../model/claim.ts'
import { type Piece, piece, type Style, wrap } from './styled.ts'

const FORCE: readonly EventType[] = ['ASSAULT']
const PRESSURE: readonly EventType[] = ['COERCE', 'MOBILIZE', 'SANCTION', 'PROTEST', 'THREATEN']
const DISPUTE: readonly EventType[] = ['ACCUSE', 'REJECT', 'REQUEST']

const colourOf = (type: EventType): Style =>
  FORCE.includes(type) ? 'red' : PRESSURE.includes(type) ? 'magenta' : DISPUTE.includes(type) ? 'yellow' : 'green'

/** A claim in a few lines: what, who to whom; where, when, how many; according to whom; with `explain`, how each value was read. */
export const claimLines = (claim: Claim, canvas: { columns: number; colour: boolean }, explain: boolean): string => {
  const line = (pieces: readonly Piece[]) => wrap(pieces, { ...canvas, first: '      ', rest: '        ' })
  const circumstances = joined([...claim.places.map(placeOf), ...dateOf(claim.date), ...claim.quantities.map(quantityOf)])
  return [
    wrap(headOf(claim), { ...canvas, first: '    ▸ ', rest: '        ' }),
    ...(circumstances.length ? [line(circumstances)] : []),
    line(voiceOf(claim.attribution)),
    ...(claim.loaded.length ? [line([piece(`judging words: ${claim.loaded.map(l => `“${l.quote}”`).join(', ')}`, 'dim')])] : []),
    ...(explain ? Object.entries(claim.trail).filter(([, rule]) => rule) : []).map(([field, rule]) =>
      wrap([piece(`${field}: ${rule}`, 'dim')], { ...canvas, first: '        · ', rest: '          ' }),
    ),
  ].join('')
}

const headOf = (claim: Claim): Piece[] => {
  const type = [
    piece(claim.type, 'bold', colourOf(claim.type)),
    ...(claim.mode ? [piece(` ${claim.mode}`, colourOf(claim.type))] : []),
  ]
  const actors = listed(claim.actors)
  const recipients = listed(claim.recipients)
  const sides = recipients.length ? [...actors, piece(actors.length ? ' → ' : '→ '), ...recipients] : actors
  const flags = flagsOf(claim).flatMap(flag => [piece(' · '), piece(flag, 'bold', 'yellow')])
  return [
    ...type,
    ...(sides.length ? [piece(' · '), ...sides] : []),
    ...flags,
    piece(' · '),
    piece(`“${claim.trigger.quote}”`, 'underline'),
  ]
}

const flagsOf = ({ polarity, modality, background }: Claim): string[] => [
  ...(polarity === 'negative' ? ['said not to be so'] : []),
  ...(modality === 'actual' ? [] : [modality === 'future' ? 'still to come' : 'not told as fact']),
  ...(background ? ['background'] : []),
]

const listed = (list: readonly Participant[]): Piece[] =>
  list.flatMap((p, i) => [...(i ? [piece(', ')] : []), piece(p.quote, 'bold'), piece(` (${codeOf(p)})`, 'dim')])

const codeOf = ({ code, sector }: Participant): string => (sector ? `${code} ${sector}` : code)

const placeOf = (p: Place): Piece[] => {
  const point = p.lat === null || p.lon === null ? 'not in the gazetteer' : degrees(p.lat, p.lon)
  const name = p.name === p.quote ? '' : `${p.name}, `
  return [piece('at '), piece(p.quote, 'bold'), piece(` (${name}${p.code ? `${p.code}, ` : ''}${point})`, 'dim')]
}

const degrees = (lat: number, lon: number): string =>
  `${Math.abs(lat).toFixed(2)} ${lat < 0 ? 'S' : 'N'} ${Math.abs(lon).toFixed(2)} ${lon < 0 ? 'W' : 'E'}`

const dateOf = ({ from, to, quote, how }: ClaimDate): Piece[][] => {
  if (!from && !to) return quote ? [[piece('day unknown'), piece(` (“${quote}”)`, 'dim')]] : []
  const days = from === to ? `on ${from}` : from && to ? `from ${from} to ${to}` : from ? `since ${from}` : `until ${to}`
  return [[piece(days), piece(quote ? ` (“${quote}”)` : ` (${how})`, 'dim')]]
}

const quantityOf = ({ measure, low, high, quote }: Quantity): Piece[] => {
  const number =
    low === high ? `${low}` : low === null ? `at most ${high}` : high === null ? `at least ${low}` : `${low} to ${high}`
  return [piece(`${measure} ${number}`, 'bold'), piece(` (“${quote}”)`, 'dim')]
}

/** The innermost source first, then those who pass it on. */
const voiceOf = (links: readonly AttributionLink[]): Piece[] => {
  if (!links.length) return [piece('in the outlet’s own voice', 'dim')]
  return [...links]
    .reverse()
    .flatMap((link, i) => [
      piece(i ? ', passed on by ' : 'according to '),
      piece(link.quote, 'cyan'),
      piece(
        ` (${[codeOf(link), link.cue ? `“${link.cue.quote}”` : 'carried over', ...(link.via ? [`on ${link.via}`] : [])].join(', ')})`,
        'dim',
      ),
    ])
}

const joined = (parts: readonly (readonly Piece[])[]): Piece[] => parts.flatMap((p, i) => (i ? [piece(' · '), ...p] : [...p]))
