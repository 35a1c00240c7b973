/** The compiled parties: states, nationalities, capitals, groups, organisations. The party step owns its shape. */
export interface PartyIndex {
  readonly entries: readonly unknown[]
}
