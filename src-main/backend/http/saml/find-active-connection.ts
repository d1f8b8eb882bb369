import type { ConnectionId } from '#shared/model/ids.ts'
import { type Connection, findConnection } from '../../connections/connection.ts'
import { type Installation, openTenant, type Tenant } from '../../installation.ts'
import { licenceIsActive } from '../../organisations/licence.ts'

export interface FoundConnection {
  readonly tenant: Tenant
  readonly connection: Connection
}

/** By the address alone: what a message says of its tenant counts for nothing. */
export async function findConnectionOf(
  installation: Installation,
  id: ConnectionId,
  type: Connection['type'],
): Promise<FoundConnection | undefined> {
  const organisationId = await installation.directory.tenantOfConnection(id)
  if (organisationId === undefined) return undefined
  const tenant = openTenant(installation, organisationId)
  const connection = await findConnection(tenant.stores, id)
  return connection?.type === type ? { tenant, connection } : undefined
}

/** One that people may sign in with: every way in asks here, so that a disabled connection answers nowhere. */
export async function findActiveConnection(
  installation: Installation,
  id: ConnectionId,
  type: Connection['type'] = 'saml',
): Promise<FoundConnection | undefined> {
  const found = await findConnectionOf(installation, id, type)
  if (found?.connection.state !== 'published' || !found.connection.enabled) return undefined
  return (await licenceIsActive(found.tenant)) ? found : undefined
}
