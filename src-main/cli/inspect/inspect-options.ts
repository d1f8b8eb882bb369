import type { JudgingMode } from '#shared/model/policy.ts'
import type { OutputOptions } from '../output/output-options.ts'

/** What commander hands over for `claimcheck inspect`, already checked option by option. */
export interface InspectOptions extends OutputOptions {
  readonly spKey?: readonly string[]
  readonly passphraseFile?: string
  readonly at?: Date
  readonly policy: JudgingMode
}
