import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireAnotherActive } from '../policy/require-another-active.ts'
import { requireProvider } from './read-providers.ts'

/** Frees its domains; accounts and sessions stay. @throws {Refused} */
export function deleteProvider({ tenant, actor, now }: AdminContext, id: ConnectionId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const provider = await requireProvider(stores, id)
    if (provider.enabled) await requireAnotherActive(stores, id, await stores.policy.read())
    await stores.connections.remove(id)
    const { type, domains } = provider
    const happening = { actor, action: 'sso.provider.deleted', subjectId: id, details: { type, domains } } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { message: 'SSO provider deleted.' }
  })
}
