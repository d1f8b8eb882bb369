import type { Connection } from '#shared/model/connection.ts'
import type { LoadedOpenidProvider, OpenidClient } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** A connection by OpenID Connect with both sides. */
export interface CompleteOpenid extends Connection {
  readonly openidProvider: LoadedOpenidProvider
  readonly openidClient: OpenidClient
}

/** @throws {InputRefused} naming the side that is missing */
export function requireOpenid(connection: Connection): CompleteOpenid {
  const { openidProvider, openidClient } = connection
  if (!openidProvider) throw new InputRefused('openid.provider-missing')
  if (!openidClient) throw new InputRefused('openid.client-missing')
  return { ...connection, openidProvider, openidClient }
}

/** Everything the outcome of a test depends on, and nothing else; keys rotate, and are the provider's own affair. */
export function testedOpenid({ openidProvider, openidClient, intake, mapping, policy }: CompleteOpenid): unknown {
  const { clientId, authentication, redirectUri, wishes, tenants, emailTrust } = openidClient
  const provider = openidProvider.judgement.provider
  return {
    issuer: openidProvider.issuer,
    authorizationEndpoint: provider?.authorizationEndpoint,
    tokenEndpoint: provider?.tokenEndpoint,
    jwksUri: provider?.jwksUri,
    clientId,
    authentication,
    redirectUri,
    wishes,
    tenants: [...tenants].sort(),
    emailTrust,
    domains: [...intake.domains].sort(),
    attributeMapping: mapping,
    policy,
  }
}
