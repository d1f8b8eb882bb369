import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Finding } from '#shared/model/finding.ts'

/** One fault that brings others with it. */
export interface RootCauseRule {
  readonly cause: FaultCode
  readonly explains: readonly FaultCode[]
  /** Only where both findings agree on it. */
  readonly when?: (cause: Finding, consequence: Finding) => boolean
}
