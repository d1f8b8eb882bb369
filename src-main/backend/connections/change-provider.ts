import { OidcConfig, type ProviderChange, type ProviderDetail, SamlConfigChange } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import type { Tenant } from '../installation.ts'
import { requireAnotherActive } from '../policy/require-another-active.ts'
import { requireReady } from '../policy/require-ready.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { requireVersion } from '../versions/version-of.ts'
import { claimDomains } from './claim-domains.ts'
import { configurationDigest } from './configuration.ts'
import type { Connection } from './connection.ts'
import { connectionVersion } from './connection-version.ts'
import { describeChange } from './describe-connection.ts'
import { maskedOidcConfig, splitOidcConfig } from './oidc-config.ts'
import { providerDetail } from './present-provider.ts'
import { requireProvider } from './read-providers.ts'
import { completeSamlConfig, mergeSamlConfig, samlConfigOf } from './saml-config.ts'
import { keepSamlParts } from './service-provider-key.ts'

/** What is left out stays as it is. @throws {Refused} */
export function changeProvider(
  { tenant, actor, now, ifMatch }: AdminContext,
  id: ConnectionId,
  change: ProviderChange,
): Promise<ProviderDetail> {
  return tenant.stores.inTransaction(async (stores) => {
    const before = await requireProvider(stores, id)
    requireVersion(ifMatch, connectionVersion(before))
    const changed: Connection = {
      ...before,
      issuer: change.issuer ?? before.issuer,
      enabled: change.enabled ?? before.enabled,
      ...(await changedDomains(stores, before, change)),
      ...(await changedConfig(before, change.config, tenant, now)),
      updatedAt: now.toISOString(),
    }
    const same = configurationDigest(before, tenant) === configurationDigest(changed, tenant)
    const after = { ...changed, configuredAt: same ? before.configuredAt : now.toISOString() }
    const policy = await stores.policy.read()
    const ready = after.enabled ? await requireReady({ ...tenant, stores }, after, policy, change.override) : undefined
    if (before.enabled && !after.enabled) await requireAnotherActive(stores, id, policy)
    const { domains, ...record } = after
    await stores.connections.put(record)
    await claimDomains(stores, id, domains)
    const details = { ...describeChange(before, after), ...ready }
    await recordEvent(stores, { actor, action: 'sso.provider.changed', subjectId: id, details }, { ...tenant, now })
    return providerDetail(after, policy, tenant)
  })
}

async function changedDomains(stores: Stores, { domains, inheritsDomains }: Connection, change: ProviderChange) {
  if (change.domains !== undefined) return resolveDomains(stores, change)
  if (change.domain === undefined) return { domains, inheritsDomains }
  const others = domains.slice(1).filter((domain) => domain !== change.domain)
  return resolveDomains(stores, { domains: inheritsDomains ? [change.domain] : [change.domain, ...others] })
}

async function changedConfig(before: Connection, change: ProviderChange['config'], tenant: Tenant, now: Date) {
  if (change === undefined) return {}
  if (before.type === 'saml') {
    const config = completeSamlConfig(mergeSamlConfig(samlConfigOf(before), parseFor(SamlConfigChange, change)))
    return keepSamlParts(tenant, before.id, config, now, before)
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
