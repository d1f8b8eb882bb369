export interface DifferenceWords {
  /** What changed, one sentence. */
  readonly says: string
  /** What follows from it, or what to do. */
  readonly means: string
  /** `breaks`: logins fail until both sides agree. `watch`: somebody has to look. `harmless`: nothing to do. */
  readonly weight: 'breaks' | 'watch' | 'harmless'
}
