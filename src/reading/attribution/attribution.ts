import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Parties } from '../party/party.ts'

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
  readonly stance: 'asserts' | 'denies' | 'doubts'
  readonly rule: string
}

/** All attributions of a document, in order; nested ones too. */
export const findAttributions = (_doc: Document, _parties: Parties): Attribution[] => []
