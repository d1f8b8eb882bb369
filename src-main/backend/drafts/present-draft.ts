import type { Draft } from '#shared/http-api/draft.ts'
import { configurationDigest } from '../connections/configuration.ts'
import type { Connection } from '../connections/connection.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { handOutOf } from '../connections/hand-out.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import type { Tenant } from '../installation.ts'

export function presentDraft(connection: Connection, tenant: Tenant): Draft {
  const handOut = handOutOf(connection, tenant)
  if (handOut === null) throw new TypeError('a draft has its key from the start')
  const { id, issuer, domains, createdAt, updatedAt } = connection
  return {
    id,
    issuer,
    domains: [...domains],
    config: samlConfigOf(connection),
    handOut,
    configurationSha256: configurationDigest(connection, tenant),
    createdAt,
    updatedAt,
    version: connectionVersion(connection),
  }
}
