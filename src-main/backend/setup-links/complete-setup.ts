import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { changeProvider } from '../connections/change-provider.ts'
import { publishDraft } from '../drafts/publish-draft.ts'
import { isTested } from '../receipts/is-tested.ts'
import { Refused } from '../refusals/refused.ts'
import type { Setup } from './open-setup.ts'

export interface CompletedSetup {
  readonly domains: readonly string[]
  /** False where the organisation's rules want more first: an administrator goes on. */
  readonly active: boolean
}

/** The connection that was tested goes live, and the link ends. @throws {Refused} */
export function completeSetup({ tenant, link, draft, context }: Setup): Promise<CompletedSetup> {
  const { actor, now } = context
  return tenant.stores.inTransaction(async (stores) => {
    const at = { ...tenant, stores }
    // Whatever the policy wants of administrators: a stranger publishes only what works.
    if (!(await isTested(at, draft))) throw new Refused('receipt.missing')
    const inTransaction = { ...context, tenant: at, ifMatch: undefined }
    const { domains } = await publishDraft(inTransaction, draft.id, {})
    const active = await goLive(inTransaction, draft.id)
    if (!(await stores.setupLinks.change(link.id, { completedAt: now.toISOString() }))) {
      throw new Refused('setup-link.gone')
    }
    const happening = { actor, action: 'sso.setup-link.completed', subjectId: link.id, details: { active } } as const
    await recordEvent(stores, happening, { ...at, now })
    return { domains, active }
  })
}

/** Enabled, unless the domains have to be proven first: that is refused before anything is written. */
async function goLive(context: AdminContext, id: ConnectionId): Promise<boolean> {
  try {
    return (await changeProvider(context, id, { enabled: true })).enabled
  } catch (error) {
    if (error instanceof Refused && error.code === 'domain.unverified') return false
    throw error
  }
}
