/** The compiled ontology: what `src/knowledge/ontology/*.yaml` says, ready to use. The event step owns its shape. */
export interface Ontology {
  readonly entries: readonly unknown[]
}
