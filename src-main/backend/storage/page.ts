/** A part of a list in a fixed order: so many, after the one with this key. */
export interface Page {
  /** Moment and id of the last one of the page before. */
  readonly after: readonly [at: string, id: string] | undefined
  readonly limit: number
}
