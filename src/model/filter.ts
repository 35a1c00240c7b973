import type { EventType } from './claim.ts'

/** What a list is narrowed by: the same in the command line, the page and the exports. Fields given together must all hold. */
export interface Filter {
  /** Parties (side, code or "CODE SECTOR") of which one acted, was acted upon or tells of it. */
  readonly party?: readonly string[]
  readonly type?: readonly EventType[]
  /** Words of the name of a place. */
  readonly place?: string
  /** West, south, east, north in decimal degrees; west may be east of east across the antimeridian. */
  readonly box?: readonly [number, number, number, number]
  /** First and last day (ISO) that it must touch. */
  readonly from?: string
  readonly to?: string
  /** Words of the name of a source in the chain, or of the outlet. */
  readonly source?: string
  /** Every status given must hold; "news": not background. */
  readonly status?: readonly Status[]
  /** Words that the sentence must hold. */
  readonly words?: string
}

export const STATUSES = ['asserted', 'denied', 'planned', 'actual', 'news', 'background', 'contested', 'admitted'] as const
export type Status = (typeof STATUSES)[number]

/** A piece of a list: at most `limit` rows after the first `offset`. */
export interface Page {
  readonly limit: number
  readonly offset: number
}
