export const outputFormats = ['human', 'json', 'sarif', 'junit'] as const

export interface OutputOptions {
  readonly format: (typeof outputFormats)[number]
  /** Human output and SARIF: also what passed, one by one. */
  readonly verbose?: true
}
