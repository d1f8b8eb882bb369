/** What one inspection may take, whatever it is given. */
export const inspectionLimits = {
  /** Bytes that are looked at: recordings of a browser are large. */
  input: 64 * 1024 * 1024,
  /** Bytes that all inflating together may bring forth. */
  inflated: 16 * 1024 * 1024,
  /** Wrappings, one in another. Deeper than any chain of tools has been seen to wrap. */
  layers: 8,
  /** Characters of decoded text that are shown. */
  text: 1_000_000,
  /** Messages taken out of one recording. */
  parts: 200,
} as const
