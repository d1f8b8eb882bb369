import { wellKnownAddress } from '#main/oidc/discovery/well-known-address.ts'
import { requireOpenid } from '#main/test-login/openid/complete-openid.ts'
import type { TriedChange } from '#shared/http-api/change-trial.ts'
import type { OidcConfig } from '#shared/http-api/oidc-config.ts'
import type { Connection } from '#shared/model/connection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { openSecret } from '../openid/client-secret.ts'
import type { Secrets } from '../secrets/secrets.ts'

export interface OpenidBody {
  readonly type: 'oidc'
  readonly issuer: string
  readonly domains: string[]
  readonly config: OidcConfig
}

/**
 * What the tenant backend has to know of a connection by OpenID Connect. The secret is opened for this call and goes to the backend
 * alone, which seals it. @throws {InputRefused}
 */
export async function openidBody(secrets: Secrets, connection: Connection): Promise<OpenidBody> {
  const { id, intake, openidProvider, openidClient, mapping } = requireOpenid(connection)
  const { clientId, authentication, wishes, tenants, emailTrust } = openidClient
  if (authentication === 'private_key_jwt') throw new InputRefused('publication.no-private-key-jwt')
  const { scopes, prompt, maximumAge, acrValues } = wishes
  return {
    type: 'oidc',
    issuer: openidProvider.issuer,
    domains: [...intake.domains],
    config: {
      clientId,
      discoveryUrl: wellKnownAddress(openidProvider.issuer),
      clientAuthentication: authentication,
      ...(authentication !== 'none' && { clientSecret: await openSecret(secrets, id) }),
      ...(tenants.length > 0 && { tenants }),
      scopes,
      // Nobody is there to be asked nothing: a real sign-in shows its pages.
      ...(prompt !== null && prompt !== 'none' && { prompt }),
      ...(maximumAge !== null && { maximumAge }),
      ...(acrValues.length > 0 && { acrValues }),
      attributeMapping: mapping,
      emailTrust,
    },
  }
}

const optional = [
  'clientSecret',
  'tenants',
  'prompt',
  'maximumAge',
  'acrValues',
] as const satisfies (keyof OidcConfig)[]

/** All of it, so that what this computer does not have is taken away. */
export function wholeOpenidChange({ issuer, domains, config }: OpenidBody): TriedChange {
  const absent = optional.filter((name) => config[name] === undefined).map((name) => [name, null])
  return { issuer, domains, config: { ...config, ...Object.fromEntries(absent) } }
}
