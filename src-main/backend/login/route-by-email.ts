import { parseEmailAddress } from '#shared/model/email-address.ts'
import { type Connection, findConnection } from '../connections/connection.ts'
import { type Installation, openTenant, type Tenant } from '../installation.ts'
import { isGoogle } from '../openid/google.ts'
import { licenceIsActive } from '../organisations/licence.ts'

export interface Route {
  readonly tenant: Tenant
  readonly connection: Connection
}

/** The published, enabled connection whose domain this address has, of an organisation with an active licence (S22). */
export async function routeByEmail(installation: Installation, email: string): Promise<Route | undefined> {
  const address = parseEmailAddress(email)
  const found = address && (await installation.directory.connectionOfDomain(address.domain))
  if (found === undefined) return undefined
  const tenant = openTenant(installation, found.organisationId)
  const connection = await findConnection(tenant.stores, found.connectionId)
  if (connection === undefined) return undefined
  // A licence that lapses suspends single sign-on and its enforcement, and locks nobody out. Google is on every plan (S34).
  return isGoogle(connection) || (await licenceIsActive(tenant)) ? { tenant, connection } : undefined
}
