import { OidcConfig, type ProviderChange, SamlConfigChange } from '#shared/http-api/provider.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import type { Tenant } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import type { Connection } from './connection.ts'
import { maskedOidcConfig, splitOidcConfig } from './oidc-config.ts'
import { completeSamlConfig, mergeSamlConfig, samlConfigOf } from './saml-config.ts'
import { keepSamlParts } from './service-provider-key.ts'

/** The provider as the change makes it; what is left out stays as it is. Nothing is stored. @throws {Refused} */
export async function applyChange(
  stores: Stores,
  before: Connection,
  change: Omit<ProviderChange, 'override'>,
  { tenant, now }: { tenant: Tenant; now: Date },
): Promise<Connection> {
  return {
    ...before,
    issuer: change.issuer ?? before.issuer,
    enabled: change.enabled ?? before.enabled,
    ...(await changedDomains(stores, before, change)),
    ...(await changedConfig(before, change.config, tenant, now)),
    updatedAt: now.toISOString(),
  }
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
