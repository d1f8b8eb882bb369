import type { JudgingMode } from '#shared/model/policy.ts'
import type { OutputOptions } from '../output/output-options.ts'

/** What commander hands over for `claimcheck request`, already checked option by option. */
export interface RequestOptions extends OutputOptions {
  readonly spMetadata?: string
  readonly spCert?: readonly string[]
  readonly idpMetadata?: string
  readonly idpEntityId?: string
  readonly acsUrl?: string
  readonly at?: Date
  readonly clockSkew: number
  readonly policy: JudgingMode
}
