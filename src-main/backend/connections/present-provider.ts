import type { ProviderDetail, ProviderSummary } from '#shared/http-api/provider.ts'
import type { Tenant } from '../installation.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'
import { configurationDigest } from './configuration.ts'
import type { Connection } from './connection.ts'
import { connectionVersion } from './connection-version.ts'
import { handOutOf, relyingPartyHandOut } from './hand-out.ts'
import { completeOidcConfig, maskedOidcConfig } from './oidc-config.ts'
import { completeSamlConfig, samlConfigOf } from './saml-config.ts'

type Policy = Pick<PolicyRecord, 'ssoEnforced'>

/** Without configuration (S10). */
export function providerSummary(connection: Connection, { ssoEnforced }: Policy): ProviderSummary {
  const { id, type, issuer, domains, enabled, createdAt, updatedAt } = connection
  const all = [...domains]
  return {
    id,
    type,
    issuer: issuer ?? '',
    domain: all[0] ?? '',
    domains: all,
    enabled,
    ssoEnforced,
    createdAt,
    updatedAt,
  }
}

/** With its configuration, secrets masked. */
export function providerDetail(connection: Connection, policy: Policy, tenant: Tenant): ProviderDetail {
  return {
    ...providerSummary(connection, policy),
    config: completeConfigOf(connection),
    handOut: handOutOf(connection, tenant),
    relyingParty: relyingPartyHandOut(connection, tenant),
    configurationSha256: configurationDigest(connection, tenant) ?? '',
    version: connectionVersion(connection),
  }
}

/** Secrets masked. @throws {Refused} where it is incomplete */
export const completeConfigOf = (connection: Connection) =>
  connection.type === 'saml'
    ? completeSamlConfig(samlConfigOf(connection))
    : completeOidcConfig(maskedOidcConfig(connection), connection.issuer)
