import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { describeConnection } from '../connections/describe-connection.ts'
import { requireVersion } from '../versions/version-of.ts'
import { requireDraft } from './read-draft.ts'

/** @throws {Refused} */
export function deleteDraft(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    const draft = await requireDraft(stores, id)
    requireVersion(ifMatch, connectionVersion(draft))
    await stores.connections.remove(id)
    const details = { before: describeConnection(draft) }
    await recordEvent(stores, { actor, action: 'sso.draft.deleted', subjectId: id, details }, { ...tenant, now })
    return { message: 'Draft deleted.' }
  })
}
