import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireAnotherActive } from '../policy/require-another-active.ts'
import { requireVersion } from '../versions/version-of.ts'
import { connectionVersion } from './connection-version.ts'
import { describeConnection } from './describe-connection.ts'
import { requireProvider } from './read-providers.ts'

/** Frees its domains; accounts and sessions stay. @throws {Refused} */
export function deleteProvider(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const provider = await requireProvider(stores, id)
    requireVersion(ifMatch, connectionVersion(provider))
    if (provider.enabled) await requireAnotherActive(stores, id, await stores.policy.read())
    await stores.connections.remove(id)
    const details = { before: describeConnection(provider) }
    await recordEvent(stores, { actor, action: 'sso.provider.deleted', subjectId: id, details }, { ...tenant, now })
    return { message: 'SSO provider deleted.' }
  })
}
