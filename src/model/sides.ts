/** One side of a conflict: see `sidesSchema` for its fields. */
export interface Side {
  readonly name: string
  readonly codes: readonly string[]
  readonly words: readonly string[]
  readonly outlets: readonly string[]
}

/** Who sides with whom, as the user sees it. */
export interface Sides {
  readonly conflict: string
  readonly sides: readonly Side[]
}

/** Nobody sides with anybody: every state, group and body is a party of its own. */
export const NO_SIDES: Sides = { conflict: '', sides: [] }
