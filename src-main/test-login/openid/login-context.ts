import type { LoginContext } from '#main/checks/oidc/login/login-context.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { BegunLogin, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { CompleteOpenid } from './complete-openid.ts'

interface Asked {
  readonly party: RelyingParty
  readonly begun: Pick<BegunLogin, 'state' | 'nonce' | 'maximumAge'>
}

/** By what a login of this connection is judged. @param jwks undefined: nobody's keys are known */
export function loginContext(
  { openidProvider, openidClient, intake, mapping, policy }: CompleteOpenid,
  { party: { provider, authentication, decryptionKeys, signingAlgorithm }, begun }: Asked,
  jwks: Uint8Array | undefined,
  now: Date,
  stopwatch: (() => number) | undefined,
): LoginContext {
  const { wishes, tenants, clientId, emailTrust } = openidClient
  const algorithms = provider.id_token_signing_alg_values_supported
  return {
    now,
    policy,
    provider: {
      issuer: openidProvider.issuer,
      tenants: tenants.length === 0 ? undefined : tenants,
      keys: jwks && keysIn(jwks),
      signingAlgorithms: Array.isArray(algorithms) ? algorithms.map(String) : undefined,
    },
    client: {
      id: clientId,
      secret: 'secret' in authentication ? authentication.secret : undefined,
      signingAlgorithm,
      decryptionKeys: decryptionKeys.map(({ key }) => key),
    },
    request: {
      nonce: begun.nonce,
      maximumAge: begun.maximumAge,
      acrValues: wishes.acrValues.length === 0 ? undefined : wishes.acrValues,
      subject: undefined,
    },
    callback: {
      state: begun.state,
      issuerAnnounced: provider.authorization_response_iss_parameter_supported === true,
    },
    mapping,
    requiredClaims: ['email'],
    emailDomains: intake.domains,
    emailTrust,
    stopwatch,
  }
}

export function keysIn(jwks: Uint8Array): readonly ProviderKey[] | undefined {
  const read = readJsonDocument(jwks, 'jwks')
  return isRefusal(read) ? undefined : readKeySet(read)
}
