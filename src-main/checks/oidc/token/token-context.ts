import type { KeyObject } from 'node:crypto'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { JsonDocument, JsonRefusal } from '#main/oidc/token/json-document.ts'
import type { EmailTrust } from '#shared/model/email-trust.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'

/**
 * Everything an ID Token is judged against. What is undefined is not judged: its finding is `not-verified`.
 * Time comes in as `now`; nothing here reads a clock.
 */
export interface TokenContext {
  readonly now: Date
  readonly policy: Pick<JudgingPolicy, 'mode' | 'clockSkewSeconds'>
  readonly provider: {
    /** As configured; may hold `{tenantid}`, which stands for the token's `tid`. */
    readonly issuer: string | undefined
    /** Tenants that may sign in: `tid` of Microsoft, `hd` of Google. Undefined: not judged. */
    readonly tenants: readonly string[] | undefined
    /** Of its own key set; undefined: it was not given. */
    readonly keys: readonly ProviderKey[] | undefined
    /** `id_token_signing_alg_values_supported` of its discovery document. */
    readonly signingAlgorithms: readonly string[] | undefined
  }
  readonly client: {
    readonly id: string | undefined
    /** Verifies HS256 and its kin, and nothing else. */
    readonly secret: string | undefined
    /** Fixed when the client was registered. */
    readonly signingAlgorithm: string | undefined
    /** Private keys that may open an encrypted token, newest first. */
    readonly decryptionKeys: readonly KeyObject[]
  }
  readonly request: {
    /** Null: none was sent. */
    readonly nonce: string | null | undefined
    /** Age in seconds after which the authentication is too old (`max_age`). */
    readonly maximumAge: number | undefined
    /** One of these classes will do (`acr_values`). */
    readonly acrValues: readonly string[] | undefined
    /** Who must have signed in: after a refresh, or from earlier logins. */
    readonly subject: string | undefined
  }
  /** What came with the token. */
  readonly beside: {
    readonly accessToken: string | undefined
    readonly code: string | undefined
    /** From the provider's own UserInfo endpoint, over TLS. */
    readonly userInfo: JsonDocument | JsonRefusal | undefined
  }
  readonly mapping: ClaimMapping
  readonly requiredClaims: readonly (keyof ClaimMapping)[]
  readonly emailDomains: readonly string[] | undefined
  /** `verified` where it is left out. */
  readonly emailTrust?: EmailTrust | undefined
  /** Where `provider` is trusted, it is for addresses of these domains alone: their owner has proven them. Left out: for all. */
  readonly provenEmailDomains?: readonly string[] | undefined
  /** Milliseconds, for the `timing` of the judgement; undefined: not measured. */
  readonly stopwatch: (() => number) | undefined
}
