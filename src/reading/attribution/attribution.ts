import type { CueKind, Stance } from '../../knowledge/attribution.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Parties } from '../party/party.ts'
import { findAccording } from './according.ts'
import { withoutEchoes } from './echo.ts'
import type { Found } from './found.ts'
import { findHeadlineCues } from './headline.ts'
import { findHearsay } from './hearsay.ts'
import { mediumOf } from './medium.ts'
import { findNounCues } from './noun.ts'
import { findQuotations } from './quotation.ts'
import { withQuotations } from './quoted.ts'
import { canSpeak, sourceSpanOf } from './source.ts'
import { findStatements } from './statement.ts'
import { findTurns } from './turn.ts'
import { findVerbCues } from './verb.ts'

/** Who says a stretch of the text (PARC/PolNeAR: source, cue, content). */
export interface Attribution {
  /** Head token of the source's noun phrase as it stands here or, when carried over, where it was last named; -1 if there is none ("reportedly"). */
  readonly source: number
  /** The source's noun phrase as written (for carried-over sources: where it was named); null if none. */
  readonly sourceSpan: Span | null
  /** "said", "according to", "denied"; null when the source carries over from a neighbouring sentence. */
  readonly cue: Span | null
  /** What is said: one stretch, or several when the cue interrupts it. */
  readonly content: readonly Span[]
  /** Medium named: "Twitter", "state television". */
  readonly via: string | null
  /** Whether the source says that the content happened, or that it did not. */
  readonly stance: Stance
  /** What sort of act the cue names: "attitude" (wants, plans) and "topic" (discussed) do not tell that it happened. */
  readonly kind: CueKind
  readonly rule: string
}

/**
 * All attributions of a document, in order of their contents; nested ones too. Cues are words of the knowledge files in the
 * constructions that carry a content; quotations are matched on the text itself. Offsets are UTF-16 code units.
 */
export const findAttributions = (doc: Document, parties: Parties): Attribution[] => {
  const quotations = findQuotations(doc.text, doc.blocks)
  const cued = withoutEchoes(doc, [
    ...findVerbCues(doc),
    ...findNounCues(doc),
    ...findAccording(doc),
    ...findHeadlineCues(doc, parties),
  ])
  const spoken = withQuotations(doc, cued, quotations)
  const blocks = new Set(spoken.filter(f => f.at >= 0 && isNamed(doc, f)).map(f => doc.sentenceBlock[doc.sentence[f.at]]))
  return [...spoken, ...findStatements(doc, blocks), ...findTurns(doc), ...findHearsay(doc)]
    .filter(f => isHeld(doc, f))
    .map(f => attributionOf(doc, f))
    .filter(a => a.content.length > 0)
    .sort((a, b) => a.content[0].start - b.content[0].start || (b.content.at(-1) as Span).end - (a.content.at(-1) as Span).end)
}

const isNamed = (doc: Document, f: Found): boolean =>
  (f.kind === 'speech' || f.kind === 'quote') && f.source >= 0 && doc.upos[f.source] !== 'PRON' && f.rule.includes('clause')

/**
 * Whether an attribution's source can hold it: attacks and missiles do not speak; attitudes and beliefs need somebody of the report
 * ("I think", "let us hope" and "it is hoped" are the writer's own voice), and so do names ("a herbicide called X").
 */
const isHeld = (doc: Document, f: Found): boolean => {
  if (f.source < 0) return f.kind !== 'attitude' && f.kind !== 'belief' && !f.rule.includes(' name ')
  if (!canSpeak(doc, f.source)) return false
  return (f.kind !== 'attitude' && f.kind !== 'belief') || !/^(i|we|you|one)$/i.test(doc.form[f.source])
}

const attributionOf = (doc: Document, f: Found): Attribution => ({
  source: f.source,
  sourceSpan: sourceSpanOf(doc, f),
  cue: f.cue,
  content: f.content,
  via: mediumOf(doc, f),
  stance: f.stance,
  kind: f.kind,
  rule: f.rule,
})
