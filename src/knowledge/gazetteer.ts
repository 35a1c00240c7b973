/** The compiled gazetteer. The place step owns its shape. */
export interface Gazetteer {
  readonly size: number
}
