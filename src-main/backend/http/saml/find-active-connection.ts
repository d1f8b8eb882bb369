import type { ConnectionId } from '#shared/model/ids.ts'
import type { Connection } from '../../connections/connection.ts'
import { type Installation, openTenant, type Tenant } from '../../installation.ts'
import { isGoogle } from '../../openid/google.ts'
import { licenceState } from '../../organisations/licence.ts'

export interface FoundConnection {
  readonly tenant: Tenant
  readonly connection: Connection
  /** The organisation's plan includes single sign-on now. */
  readonly licensed: boolean
}

/** By the address alone: what a message says of its tenant counts for nothing. */
export async function findConnectionOf(
  installation: Installation,
  id: ConnectionId,
  type: Connection['type'],
): Promise<FoundConnection | undefined> {
  const found = await installation.directory.connectionToSignInWith(id)
  if (found?.connection.type !== type) return undefined
  const { organisation, connection } = found
  return {
    tenant: openTenant(installation, organisation.id),
    connection,
    licensed: licenceState(organisation, installation.licences).active,
  }
}

/** One that people may sign in with: every way in asks here, so that a disabled connection answers nowhere. */
export async function findActiveConnection(
  installation: Installation,
  id: ConnectionId,
  type: Connection['type'] = 'saml',
): Promise<FoundConnection | undefined> {
  const found = await findConnectionOf(installation, id, type)
  if (found?.connection.state !== 'published' || !found.connection.enabled) return undefined
  // Google is on every plan (S34).
  return found.licensed || isGoogle(found.connection) ? found : undefined
}
