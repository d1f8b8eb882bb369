import type { JudgingMode } from '#shared/model/policy.ts'
import type { OutputOptions } from '../output/output-options.ts'

/** What commander hands over for `claimcheck token`, already checked option by option. */
export interface TokenOptions extends OutputOptions {
  readonly jwks?: string
  readonly discovery?: string
  readonly issuer?: string
  readonly tenant?: readonly string[]
  readonly clientId?: string
  readonly clientSecretFile?: string
  readonly nonce?: string
  readonly accessToken?: string
  readonly code?: string
  readonly userInfo?: string
  readonly key?: readonly string[]
  readonly passphraseFile?: string
  readonly at?: Date
  readonly clockSkew: number
  readonly maxAge?: number
  readonly acrValue?: readonly string[]
  readonly claims?: string
  readonly emailDomain?: readonly string[]
  readonly policy: JudgingMode
}
