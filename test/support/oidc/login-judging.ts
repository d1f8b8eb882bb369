import { judgeOidcLogin } from '#main/checks/judge-oidc-login.ts'
import type { LoginContext } from '#main/checks/oidc/login/login-context.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { FinishedLogin } from '#main/oidc/relying-party/finish-login.ts'
import type { BegunLogin, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'

function keysIn(jwks: Uint8Array): readonly ProviderKey[] {
  const read = readJsonDocument(jwks, 'jwks')
  return isRefusal(read) ? [] : (readKeySet(read) ?? [])
}

/** The context of a login at this provider, as a connection would give it. */
export function loginContext(
  { provider, clientId, signingAlgorithm, decryptionKeys }: RelyingParty,
  begun: BegunLogin,
  jwks: Uint8Array | readonly ProviderKey[],
  change: Partial<LoginContext> = {},
): LoginContext {
  const keys = jwks instanceof Uint8Array ? keysIn(jwks) : jwks
  const algorithms = provider.id_token_signing_alg_values_supported
  return {
    now: new Date(),
    policy: defaultJudgingPolicy,
    provider: {
      issuer: String(provider.issuer),
      tenants: undefined,
      keys,
      signingAlgorithms: Array.isArray(algorithms) ? algorithms.map(String) : undefined,
    },
    client: { id: clientId, secret: undefined, signingAlgorithm, decryptionKeys: decryptionKeys.map(({ key }) => key) },
    request: { nonce: begun.nonce, maximumAge: begun.maximumAge, acrValues: undefined, subject: undefined },
    callback: { state: begun.state, issuerAnnounced: provider.authorization_response_iss_parameter_supported === true },
    mapping: tokenClaimNames,
    requiredClaims: [],
    emailDomains: undefined,
    stopwatch: undefined,
    ...change,
  }
}

export const judgeFinished = (callback: URLSearchParams, finished: FinishedLogin, context: LoginContext) =>
  judgeOidcLogin(
    {
      callback,
      tokenResponse: finished.tokenResponse,
      unreached: finished.unreached,
      userInfo: finished.userInfo,
      secondOpinion: finished.opinion,
    },
    context,
  )
