import type { ConnectionId } from '#shared/model/ids.ts'
import { configurationDigest } from '../connections/configuration.ts'
import { type Connection, findConnection } from '../connections/connection.ts'
import { completeOidcConfig, maskedOidcConfig } from '../connections/oidc-config.ts'
import { completeSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import type { Tenant } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'

export interface Testable {
  readonly connection: Connection
  readonly configurationSha256: string
}

/** A provider or a draft whose identity provider's side is complete. @throws {Refused} */
export async function findTestable(tenant: Tenant, id: ConnectionId): Promise<Testable> {
  const connection = await findConnection(tenant.stores, id)
  if (connection === undefined) throw new Refused('provider.not-found')
  return testable(tenant, connection)
}

/** A connection as it is, or as a change would make it. @throws {Refused} */
export function testable(tenant: Tenant, connection: Connection): Testable {
  if (connection.type === 'saml') completeSamlConfig(samlConfigOf(connection))
  else completeOidcConfig(maskedOidcConfig(connection), connection.issuer)
  return { connection, configurationSha256: configurationDigest(connection, tenant) ?? '' }
}
