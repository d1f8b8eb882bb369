import type { OrganisationId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { listConnections } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { requireTested } from '../receipts/require-tested.ts'
import { Refused } from '../refusals/refused.ts'

interface EnforcementAnswer {
  enforced: boolean
  orgId: OrganisationId
}

export async function readEnforcement({ tenant }: AdminContext): Promise<EnforcementAnswer> {
  const { ssoEnforced } = await tenant.stores.policy.read()
  return { enforced: ssoEnforced, orgId: tenant.id }
}

/** Marks every provider of the organisation, also those that come later. Sessions live on. @throws {Refused} */
export function setEnforcement(
  { tenant, actor, now }: AdminContext,
  { enforced }: { enforced: boolean },
): Promise<EnforcementAnswer> {
  return tenant.stores.inTransaction(async (stores) => {
    if (enforced) await requireActiveProvider({ ...tenant, stores })
    await stores.policy.setEnforced(enforced)
    const happening = { actor, action: 'sso.enforcement.changed', subjectId: tenant.id, details: { enforced } } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { enforced, orgId: tenant.id }
  })
}

async function requireActiveProvider(tenant: Tenant): Promise<void> {
  const active = (await listConnections(tenant.stores, 'published')).filter(({ enabled }) => enabled)
  if (active.length === 0) throw new Refused('enforcement.no-provider')
  const policy = await tenant.stores.policy.read()
  for (const provider of active) await requireTested(tenant, provider, policy)
}
