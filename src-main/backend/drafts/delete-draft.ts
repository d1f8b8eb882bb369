import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireDraft } from './read-draft.ts'

/** @throws {Refused} */
export function deleteDraft({ tenant, actor, now }: AdminContext, id: ConnectionId): Promise<{ message: string }> {
  return tenant.stores.inTransaction(async (stores) => {
    await requireDraft(stores, id)
    await stores.connections.remove(id)
    await recordEvent(stores, { actor, action: 'sso.draft.deleted', subjectId: id }, { ...tenant, now })
    return { message: 'Draft deleted.' }
  })
}
