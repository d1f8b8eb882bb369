import type { Draft } from '#shared/http-api/draft.ts'
import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { handOutOf, relyingPartyHandOut } from '../connections/hand-out.ts'
import { maskedOidcConfig } from '../connections/oidc-config.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import type { Tenant } from '../installation.ts'

export function presentDraft(connection: Connection, tenant: Tenant): Draft {
  const { id, type, issuer, domains, createdAt, updatedAt } = connection
  return {
    id,
    type,
    issuer,
    domains: [...domains],
    config: type === 'saml' ? samlConfigOf(connection) : maskedOidcConfig(connection),
    handOut: handOutOf(connection, tenant),
    relyingParty: relyingPartyHandOut(connection, tenant),
    configurationSha256: configurationDigest(connection, tenant),
    createdAt,
    updatedAt,
    version: connectionVersion(connection),
  }
}
