import { OidcConfig, type ProviderChange, type ProviderDetail } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { Tenant } from '../installation.ts'
import { requireAnotherActive } from '../policy/require-another-active.ts'
import { requireTested } from '../receipts/require-tested.ts'
import { Refused } from '../refusals/refused.ts'
import { claimDomains, orderDomains } from './claim-domains.ts'
import type { Connection } from './connection.ts'
import { maskedOidcConfig, splitOidcConfig } from './oidc-config.ts'
import { providerDetail } from './present-provider.ts'
import { requireProvider } from './read-providers.ts'
import { completeSamlConfig, normaliseSamlConfig, PartialSamlConfig, samlConfigOf } from './saml-config.ts'

/** What is left out stays as it is. @throws {Refused} */
export function changeProvider(
  { tenant, actor, now }: AdminContext,
  id: ConnectionId,
  change: ProviderChange,
): Promise<ProviderDetail> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireProvider(stores, id)
    const after: Connection = {
      ...before,
      issuer: change.issuer ?? before.issuer,
      enabled: change.enabled ?? before.enabled,
      domains: changedDomains(before, change),
      ...changedConfig(before, change.config, tenant),
      updatedAt: now.toISOString(),
    }
    const policy = await stores.policy.read()
    if (after.enabled) await requireTested({ ...tenant, stores }, after, policy)
    if (before.enabled && !after.enabled) await requireAnotherActive(stores, id, policy)
    const { domains, ...record } = after
    await stores.connections.put(record)
    await claimDomains(stores, id, domains)
    const details = { fields: Object.keys(change), config: Object.keys(change.config ?? {}), enabled: after.enabled }
    await recordEvent(stores, { actor, action: 'sso.provider.changed', subjectId: id, details }, { ...tenant, now })
    return providerDetail(after, policy, tenant)
  })
}

function changedDomains({ domains }: Connection, change: ProviderChange): readonly string[] {
  if (change.domains !== undefined) return orderDomains(change.domain ?? change.domains[0] ?? '', change.domains)
  if (change.domain === undefined) return domains
  return [change.domain, ...domains.slice(1).filter((domain) => domain !== change.domain)]
}

function changedConfig(before: Connection, change: ProviderChange['config'], tenant: Tenant) {
  if (change === undefined) return {}
  if (before.type === 'saml') {
    const config = parseFor(PartialSamlConfig, change)
    return { config: completeSamlConfig({ ...samlConfigOf(before), ...normaliseSamlConfig(config) }) }
  }
  const config = parseFor(OidcConfig.partial(), change)
  return splitOidcConfig(OidcConfig.parse({ ...maskedOidcConfig(before), ...config }), before, {
    tenant,
    record: before.id,
  })
}

/** The body's schema knows both protocols; the provider decides which one holds. */
function parseFor<Config>(schema: { safeParse: (value: unknown) => { data?: Config } }, change: object): Config {
  const { data } = schema.safeParse(change)
  if (data === undefined) throw new Refused('config.other-type', { field: `config.${Object.keys(change)[0] ?? ''}` })
  return data
}
