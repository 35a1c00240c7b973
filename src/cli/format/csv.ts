import type { Claim, Participant, Reading } from '../../model/claim.ts'
import type { Format } from './format.ts'

type Cell = string | number | boolean | null | undefined

const codes = (list: readonly Participant[]): string => list.map(p => (p.sector ? `${p.code} ${p.sector}` : p.code)).join('; ')
const quotes = (list: readonly { quote: string }[]): string => list.map(s => s.quote).join('; ')

/** The columns, each with its meaning (docs/codebook.md lists them) and its value. Lists are joined by "; ". */
export const COLUMNS: readonly (readonly [
  name: string,
  meaning: string,
  value: (claim: Claim, reading: Reading, n: number) => Cell,
])[] = [
  ['report', 'id of the report', (_c, r) => r.id],
  ['outlet', 'who published it', (_c, r) => r.outlet],
  ['published', 'ISO day of publication', (_c, r) => r.published],
  ['claim', 'number of the claim within its report, from 1', (_c, _r, n) => n],
  ['type', 'event type (PLOVER)', c => c.type],
  ['mode', 'mode of the type', c => c.mode],
  ['trigger', 'the words that name the event', c => c.trigger.quote],
  ['trigger_start', 'where they begin, in UTF-16 code units of the canonical text', c => c.trigger.start],
  ['trigger_end', 'where they end (exclusive)', c => c.trigger.end],
  ['actors', 'who did it, as the text names them', c => quotes(c.actors)],
  ['actor_codes', 'their codes and sectors', c => codes(c.actors)],
  ['recipients', 'to whom, as the text names them', c => quotes(c.recipients)],
  ['recipient_codes', 'their codes and sectors', c => codes(c.recipients)],
  ['places', 'where, as the text names the places', c => quotes(c.places)],
  ['place_names', "the gazetteer's names of them", c => c.places.map(p => p.name).join('; ')],
  ['place_codes', 'states that they are assigned to', c => c.places.map(p => p.code ?? '').join('; ')],
  ['latitude', 'decimal degrees of the most precise place', c => finest(c)?.lat],
  ['longitude', 'decimal degrees of the most precise place', c => finest(c)?.lon],
  ['date_from', 'first day (ISO); empty: unknown or open', c => c.date.from],
  ['date_to', 'last day (ISO); empty: unknown or open', c => c.date.to],
  ['date_words', 'the words that tell the day; empty: inferred', c => c.date.quote],
  ['date_how', 'stated, implied or unknown', c => c.date.how],
  ['polarity', 'positive, or negative: said not to have happened', c => c.polarity],
  ['modality', 'actual, future or hypothetical', c => c.modality],
  [
    'quantities',
    'measure=low..high (words)',
    c => c.quantities.map(q => `${q.measure}=${q.low ?? ''}..${q.high ?? ''} (${q.quote})`).join('; '),
  ],
  ['source', 'who asserts it, innermost; empty: the outlet itself', c => c.attribution.at(-1)?.quote],
  ['source_code', 'code and sector of that source', c => codes(c.attribution.slice(-1))],
  ['attribution', 'the whole chain, outermost first, joined by " > "', c => c.attribution.map(a => a.quote).join(' > ')],
  ['cue', 'the words that attribute', c => c.attribution.at(-1)?.cue?.quote],
  ['background', 'true: told as earlier context', c => c.background],
  ['loaded', "judging words of the claim's clause", c => quotes(c.loaded)],
]

const PRECISION = ['point', 'town', 'district', 'region', 'country']
const finest = (c: Claim) =>
  c.places
    .filter(p => p.lat !== null)
    .sort((a, b) => PRECISION.indexOf(a.precision ?? 'country') - PRECISION.indexOf(b.precision ?? 'country'))[0]

/** A cell by RFC 4180. Text that a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV injection). */
export const cell = (value: Cell): string => {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** One row for each claim, after a header row. */
export const csvFormat = (): Format => ({
  start: row(COLUMNS.map(([name]) => name)),
  report: (_report, _findings, reading) =>
    reading.claims.map((claim, i) => row(COLUMNS.map(([, , value]) => value(claim, reading, i + 1)))).join(''),
  end: '',
})
