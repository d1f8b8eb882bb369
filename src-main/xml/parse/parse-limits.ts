/** What one document may be before any of it is believed or any cryptography is run. */
export interface ParseLimits {
  /** UTF-8 bytes, or UTF-16 code units where a string is given. */
  readonly size: number
  readonly depth: number
  readonly elements: number
  /** On one element, namespace declarations included. */
  readonly attributes: number
  readonly processingInstructions: 'refused' | 'kept'
}

/** A protocol message: one person's login. A processing instruction in it serves only attacks. */
export const messageLimits: ParseLimits = {
  size: 1_048_576,
  depth: 60,
  elements: 5_000,
  attributes: 64,
  processingInstructions: 'refused',
}

/** Metadata of one entity or a small federation held in memory. Larger aggregates are streamed. */
export const metadataLimits: ParseLimits = {
  size: 10_485_760,
  depth: 60,
  elements: 500_000,
  attributes: 64,
  processingInstructions: 'kept',
}
