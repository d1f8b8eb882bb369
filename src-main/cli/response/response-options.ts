import type { JudgingMode, RequireSigned } from '#shared/model/policy.ts'
import type { OutputOptions } from '../output/output-options.ts'
import type { TrustOptions } from '../trust/trusted-identity-provider.ts'

/** What commander hands over for `claimcheck response`, already checked option by option. */
export interface ResponseOptions extends TrustOptions, OutputOptions {
  readonly spEntityId?: string
  readonly acsUrl?: string
  readonly requestId?: string
  readonly idpInitiated?: true
  readonly spKey?: readonly string[]
  readonly passphraseFile?: string
  readonly retiredIdpCert?: readonly string[]
  readonly retiredSpCert?: readonly string[]
  readonly at?: Date
  readonly clockSkew: number
  readonly maxAge?: number
  readonly requireSigned: RequireSigned
  readonly requireEncryption?: true
  readonly claims?: string
  readonly emailDomain?: readonly string[]
  readonly policy: JudgingMode
  readonly secondWitness?: true
}
