import { finestPlace } from '../ledger/finest.ts'
import type { Claim, Participant } from '../model/claim.ts'
import type { LedgerClaim } from '../model/ledger-claim.ts'
import type { Column } from './table.ts'

const codes = (list: readonly Participant[]): string => list.map(p => (p.sector ? `${p.code} ${p.sector}` : p.code)).join('; ')
const quotes = (list: readonly { quote: string }[]): string => list.map(s => s.quote).join('; ')

/** What a claim says, a column each. Lists are joined by "; ". */
export const CLAIM_COLUMNS: readonly Column<Claim>[] = [
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

/** The most precise place of a claim that has coordinates, or null. */
export const finest = (c: Claim) => finestPlace(c.places)

/** The columns of the claims table: what a claim says, and how it stands in the ledger. */
export const ledgerColumns = (versions: string): readonly Column<LedgerClaim>[] => [
  ['claim', 'key of the claim', c => c.key],
  ['incident', 'id of its incident; empty: a person marked the claim as wrong', c => c.incident],
  ['report_key', "the report's identity", c => c.report.key],
  ['report', 'id of the report', c => c.report.id],
  ['outlet', 'who published it', c => c.report.outlet],
  ['published', 'ISO day of publication', c => c.report.published],
  ['headline', 'its headline, cut short like every quote', c => c.report.headline],
  ['url', 'its address', c => c.report.url],
  ['sentence', 'the sentence that tells it, cut short around the trigger', c => c.sentence.quote],
  ...CLAIM_COLUMNS,
  ['copy_of', 'key of the claim that this one copies word for word; do not count it again', c => c.copyOf],
  ['first_told', 'key of the earlier report that told the same passage (then background is true)', c => c.firstTold?.key],
  ['first_told_on', 'ISO day of that report', c => c.firstTold?.published],
  ['mended', 'the fields that a person has mended', c => c.mended.join('; ')],
  ['versions', 'reader, knowledge and content of the ledger that this was made from', () => versions],
]
