import type { Draft } from '#shared/http-api/draft.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Connection } from '../connections/connection.ts'
import { normaliseSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import type { DraftInput } from './create-draft.ts'
import { presentDraft } from './present-draft.ts'
import { requireDraft } from './read-draft.ts'

/** What is left out stays as it is. @throws {Refused} */
export function changeDraft(
  { tenant, actor, now }: AdminContext,
  id: ConnectionId,
  change: DraftInput,
): Promise<Draft> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireDraft(stores, id)
    const after: Connection = {
      ...before,
      issuer: change.issuer ?? before.issuer,
      domains: change.domains === undefined ? before.domains : [...new Set(change.domains)],
      config: { ...samlConfigOf(before), ...normaliseSamlConfig(change.config ?? {}) },
      updatedAt: now.toISOString(),
    }
    const { domains, ...record } = after
    await stores.connections.put(record)
    await stores.connectionDomains.replace(id, domains, false)
    const details = { fields: Object.keys(change), config: Object.keys(change.config ?? {}) }
    await recordEvent(stores, { actor, action: 'sso.draft.changed', subjectId: id, details }, { ...tenant, now })
    return presentDraft(after, tenant)
  })
}
