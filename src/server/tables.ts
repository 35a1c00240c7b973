import type { Correction } from '../ledger/ledger.ts'
import type { Incident } from '../model/incident.ts'
import type { ReportRow, SourceRow } from '../model/stored-report.ts'
import type { Column } from '../publish/table.ts'

/** The lists as tables. Lists in a cell are joined by "; ". */
export const INCIDENT_COLUMNS: readonly Column<Incident>[] = [
  ['incident', 'id', i => i.id],
  ['type', 'event type (PLOVER)', i => i.type],
  ['mode', 'mode that most claims give', i => i.mode],
  ['status', 'actual or planned', i => i.status],
  ['date_from', 'first day (ISO)', i => i.from],
  ['date_to', 'last day (ISO)', i => i.to],
  ['place', 'the most precise place', i => i.place?.name],
  ['place_code', 'state that it is assigned to', i => i.place?.code],
  ['latitude', 'decimal degrees', i => i.place?.lat],
  ['longitude', 'decimal degrees', i => i.place?.lon],
  ['precision', 'how exact the point is', i => i.place?.precision],
  ['radius', 'kilometres around the point', i => i.place?.radius],
  ['actors', 'parties told to have acted', i => i.actors.join('; ')],
  ['recipients', 'and to whom', i => i.recipients.join('; ')],
  ['title', 'the sentence that tells it first, cut short', i => i.title],
  ['claims', 'claims without copies and repeats', i => i.claims],
  ['reports', 'reports', i => i.reports],
  ['sources', 'independent sources', i => i.sources],
  ['tellers', 'parties that tell of it', i => i.tellers],
  ['contested', 'true: accounts differ', i => i.contested],
  ['background', 'true: told only as earlier context', i => i.background],
  [
    'figures',
    'measure=low..high, the span of all numbers given',
    i => i.figures.map(f => `${f.measure}=${f.low ?? ''}..${f.high ?? ''}`).join('; '),
  ],
]

export const REPORT_COLUMNS: readonly Column<ReportRow>[] = [
  ['report_key', 'identity', r => r.key],
  ['report', 'id', r => r.id],
  ['outlet', 'who published it', r => r.outlet],
  ['published', 'ISO day', r => r.published],
  ['published_by', 'how the day is known', r => r.publishedBy],
  ['headline', 'its headline', r => r.headline],
  ['url', 'its address', r => r.url],
  ['claims', 'claims read of it', r => r.claims],
  ['counted', 'of them, no copies and no repeats', r => r.counted],
  ['like', 'copy, update or repeat', r => r.like?.kind],
  ['like_of', 'key of the report that it is like', r => r.like?.of.key],
]

export const SOURCE_COLUMNS: readonly Column<SourceRow>[] = [
  ['source', 'who asserts', s => s.name],
  ['party', 'its party', s => s.party],
  ['claims', 'claims, without copies', s => s.claims],
  ['denials', 'of them, those that deny', s => s.denials],
  ['reports', 'reports', s => s.reports],
  ['incidents', 'incidents', s => s.incidents],
]

export const CORRECTION_COLUMNS: readonly Column<Correction>[] = [
  ['correction', 'number', c => c.id],
  ['claim', 'key of the claim', c => c.claim],
  ['verdict', 'wrong or mended', c => c.verdict],
  ['changes', 'the fields that are mended, as JSON', c => JSON.stringify(c.changes)],
  ['by', 'who says so', c => c.by],
  ['at', 'ISO time', c => c.at],
  ['note', 'their note', c => c.note],
  ['undone', 'when it was taken back', c => c.undone],
]
