import type { Override } from '#shared/http-api/override.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { listConnections } from '../connections/connection.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { lacksPilot } from './lacks-pilot.ts'
import { type Overridden, requireReady, settle } from './require-ready.ts'

interface EnforcementAnswer {
  enforced: boolean
  orgId: OrganisationId
}

export async function readEnforcement({ tenant }: AdminContext): Promise<EnforcementAnswer> {
  const { ssoEnforced } = await tenant.stores.policy.read()
  return { enforced: ssoEnforced, orgId: tenant.id }
}

interface Wish {
  readonly enforced: boolean
  readonly override?: Override | undefined
}

/** Marks every provider of the organisation, also those that come later. Sessions live on. @throws {Refused} */
export function setEnforcement(context: AdminContext, { enforced, override }: Wish): Promise<EnforcementAnswer> {
  const { tenant, actor, now } = context
  return tenant.stores.inTransaction(async (stores) => {
    const { ssoEnforced } = await stores.policy.read()
    const gone = enforced ? await requireEnforceable(context, stores, override) : []
    await stores.policy.setEnforced(enforced)
    const details = {
      before: { enforced: ssoEnforced },
      after: { enforced },
      ...(gone.length > 0 && { overridden: gone }),
    }
    const happening = { actor, action: 'sso.enforcement.changed', subjectId: tenant.id, details } as const
    await recordEvent(stores, happening, { ...tenant, now })
    return { enforced, orgId: tenant.id }
  })
}

/** @returns what was gone over. @throws {Refused} */
async function requireEnforceable(
  context: AdminContext,
  stores: Stores,
  override: Override | undefined,
): Promise<Overridden[]> {
  const { tenant } = context
  const active = (await listConnections(stores, 'published')).filter(({ enabled }) => enabled)
  if (active.length === 0) throw new Refused('enforcement.no-provider')
  const policy = await stores.policy.read()
  const gone: Overridden[] = []
  for (const provider of active) {
    const ready = await requireReady({ ...tenant, stores }, provider, policy, override)
    const unpiloted = await lacksPilot(stores, provider, policy, context)
    const piloted = settle(unpiloted === undefined ? [] : [unpiloted], override)
    gone.push(...[ready.overridden, piloted.overridden].filter((one) => one !== undefined))
  }
  return gone
}
