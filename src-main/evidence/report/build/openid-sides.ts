import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import type { EvidenceReport } from '../evidence-report.ts'

export function reportOpenidProvider({ openidProvider }: Connection): EvidenceReport['openidProvider'] {
  if (openidProvider === null) return null
  const { source, issuer, loadedAt, judgement } = openidProvider
  const { provider } = judgement
  return {
    source: { kind: source.kind, url: source.kind === 'url' ? source.url : null },
    issuer,
    authorizationEndpoint: provider?.authorizationEndpoint ?? null,
    tokenEndpoint: provider?.tokenEndpoint ?? null,
    userInfoEndpoint: provider?.userInfoEndpoint ?? null,
    jwksUri: provider?.jwksUri ?? null,
    loadedAt,
  }
}

/** A draft is tested with the backend's own addresses. */
export function reportOpenidClient(run: TestRun, connection: Connection): EvidenceReport['openidClient'] {
  const { openidClient, publication } = connection
  if (openidClient === null) return null
  const { clientId, authentication, key, wishes, tenants, emailTrust } = openidClient
  const side = run.target === 'draft' ? (publication?.relyingParty ?? openidClient) : openidClient
  return {
    clientId,
    authentication,
    keyId: authentication === 'private_key_jwt' ? (key?.keyId ?? null) : null,
    redirectUri: run.openid?.request.redirectUri ?? side.redirectUri,
    postLogoutRedirectUri: side.postLogoutRedirectUri,
    scopes: [...new Set(['openid', ...wishes.scopes])],
    prompt: wishes.prompt,
    maximumAge: wishes.maximumAge,
    acrValues: wishes.acrValues,
    tenants,
    emailTrust,
  }
}
