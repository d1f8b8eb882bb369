import type { ResponseContext } from '#main/checks/response-context.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { SigningIdentity } from '../pki/signing-identity.ts'
import { ACS, IDP, NOW, REQUEST, SP } from './response-message.ts'

/** A context in which the sound message is accepted. */
export function soundContext(
  trusted: readonly SigningIdentity[],
  change: Partial<ResponseContext> = {},
): ResponseContext {
  return {
    now: NOW,
    policy: defaultJudgingPolicy,
    identityProvider: {
      entityId: IDP,
      certificates: trusted.map(({ certificate: { summary, x509 } }) => ({ sha256: summary.sha256, x509 })),
    },
    serviceProvider: { entityId: SP, acsUrl: ACS, decryptionKeys: [] },
    solicitation: { kind: 'requested', requestId: REQUEST },
    mapping: wellKnownClaimNames,
    requiredClaims: [],
    emailDomains: undefined,
    maximumAuthenticationAge: undefined,
    stopwatch: undefined,
    ...change,
  }
}

/** Verdict, root causes, and everything else that is neither passed nor a plain not-verified. */
export function gist({ verdict, findings }: ResponseJudgement) {
  return {
    verdict,
    rootCauses: findings.filter(({ rootCause }) => rootCause).map(({ code }) => code),
    consequences: findings
      .filter(({ causedBy }) => causedBy !== undefined)
      .map(({ code, causedBy }) => `${code} < ${causedBy}`),
    warnings: findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
  }
}
