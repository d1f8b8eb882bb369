export const outputFormats = ['human', 'json'] as const

export interface OutputOptions {
  readonly format: (typeof outputFormats)[number]
  /** Human output: also what passed, one by one. */
  readonly verbose?: true
}
