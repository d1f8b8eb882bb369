import type { ProviderChange, ProviderDetail } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireAnotherActive } from '../policy/require-another-active.ts'
import { requireReady } from '../policy/require-ready.ts'
import { Refused } from '../refusals/refused.ts'
import { requireVersion } from '../versions/version-of.ts'
import { applyChange } from './apply-change.ts'
import { claimDomains } from './claim-domains.ts'
import { configurationDigest } from './configuration.ts'
import { connectionVersion } from './connection-version.ts'
import { describeChange } from './describe-connection.ts'
import { providerDetail } from './present-provider.ts'
import { requireProvider } from './read-providers.ts'

/** What is left out stays as it is. @throws {Refused} */
export function changeProvider(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
  change: ProviderChange,
): Promise<ProviderDetail> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireProvider(stores, id)
    requireVersion(ifMatch, connectionVersion(before))
    const changed = await applyChange(stores, before, change, { tenant, now })
    const same = configurationDigest(before, tenant) === configurationDigest(changed, tenant)
    const after = { ...changed, configuredAt: same ? before.configuredAt : now.toISOString() }
    // Another organisation proved its last domain: without one it would be nobody's.
    if (after.enabled && after.domains.length === 0) throw new Refused('domain.missing', { field: 'domains' })
    const policy = await stores.policy.read()
    const ready = after.enabled ? await requireReady({ ...tenant, stores }, after, policy, change.override) : undefined
    if (before.enabled && !after.enabled) await requireAnotherActive(stores, id, policy)
    const { domains, ...record } = after
    await stores.connections.put(record)
    await claimDomains(stores, id, domains, { ...tenant, actor, now })
    const details = { ...describeChange(before, after), ...ready }
    await recordEvent(stores, { actor, action: 'sso.provider.changed', subjectId: id, details }, { ...tenant, now })
    return providerDetail(after, policy, tenant)
  })
}
