import type { TokenContext } from '#main/checks/oidc/token/token-context.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { defaultJudgingPolicy, type JudgingPolicy } from '#shared/model/policy.ts'

/** What the judges are told beside the thing itself. What is undefined or empty is not judged. */
export interface InspectionContext
  extends Pick<
    ResponseContext,
    'now' | 'identityProvider' | 'serviceProvider' | 'schemaValidator' | 'secondWitness' | 'stopwatch'
  > {
  readonly policy: JudgingPolicy
  /** By which tokens are judged; undefined: nobody is known. */
  readonly openid?: InspectedOpenid | undefined
  /** Opens sealed keys and PKCS#12 files. */
  readonly passphrase: string | undefined
}

/** A client at an OpenID provider, as a connection knows both. */
export interface InspectedOpenid extends Pick<TokenContext, 'provider' | 'mapping' | 'emailDomains' | 'emailTrust'> {
  readonly clientId: string | undefined
}

/** For something nobody has told anything about. */
export const nothingKnown = (now: Date): InspectionContext => ({
  now,
  policy: defaultJudgingPolicy,
  identityProvider: { entityId: undefined, certificates: [] },
  serviceProvider: { entityId: undefined, acsUrl: undefined, decryptionKeys: [] },
  schemaValidator: undefined,
  secondWitness: undefined,
  stopwatch: undefined,
  passphrase: undefined,
})
