import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { JsonDocument } from '#main/oidc/token/json-document.ts'
import type { OpenidProvider, ProviderKeySummary } from '#shared/model/discovery-judgement.ts'
import { listOf } from './discovery-context.ts'

export function summariseProvider(document: JsonDocument, keys: readonly ProviderKey[]): OpenidProvider {
  const text = (member: string) => {
    const value = document.object[member]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const list = (member: string) => [...(listOf(document, member) ?? [])]
  return {
    issuer: text('issuer') ?? '',
    authorizationEndpoint: text('authorization_endpoint'),
    tokenEndpoint: text('token_endpoint'),
    userInfoEndpoint: text('userinfo_endpoint'),
    endSessionEndpoint: text('end_session_endpoint'),
    jwksUri: text('jwks_uri'),
    signingAlgorithms: list('id_token_signing_alg_values_supported'),
    clientAuthentications: list('token_endpoint_auth_methods_supported'),
    scopes: list('scopes_supported'),
    claims: list('claims_supported'),
    pushedAuthorizationRequests: text('pushed_authorization_request_endpoint') !== null,
    responseNamesIssuer: document.object.authorization_response_iss_parameter_supported === true,
    keys: keys.map(summariseKey),
  }
}

const summariseKey = ({ id, thumbprint, type, curve, bits, algorithm, use }: ProviderKey): ProviderKeySummary => ({
  id,
  thumbprint,
  type,
  curve,
  bits,
  algorithm,
  use,
})
