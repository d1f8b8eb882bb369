import { OidcConfigChange } from '#shared/http-api/oidc-config.ts'
import { type ProviderChange, SamlConfigChange } from '#shared/http-api/provider.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import type { Tenant } from '../installation.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import type { Connection } from './connection.ts'
import { completeOidcConfig, maskedOidcConfig, mergeOidcConfig, splitOidcConfig } from './oidc-config.ts'
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
    ...(await changedConfig(before, change, tenant, now)),
    updatedAt: now.toISOString(),
  }
}

async function changedDomains(stores: Stores, { domains, inheritsDomains }: Connection, change: ProviderChange) {
  if (change.domains !== undefined) return resolveDomains(stores, change)
  if (change.domain === undefined) return { domains, inheritsDomains }
  const others = domains.slice(1).filter((domain) => domain !== change.domain)
  return resolveDomains(stores, { domains: inheritsDomains ? [change.domain] : [change.domain, ...others] })
}

async function changedConfig(
  before: Connection,
  { config: change, issuer = before.issuer ?? undefined }: Pick<ProviderChange, 'config' | 'issuer'>,
  tenant: Tenant,
  now: Date,
) {
  if (before.type === 'saml') {
    if (change === undefined) return {}
    const config = completeSamlConfig(mergeSamlConfig(samlConfigOf(before), parseFor(SamlConfigChange, change)))
    return keepSamlParts(tenant, before.id, config, now, before)
  }
  const merged = mergeOidcConfig(maskedOidcConfig(before), parseFor(OidcConfigChange, change ?? {}))
  return splitOidcConfig(completeOidcConfig(merged, issuer ?? null), before, { tenant, record: before.id })
}

/** The body's schema knows both protocols; the provider decides which one holds. */
export function parseFor<Config>(schema: { safeParse: (value: unknown) => { data?: Config } }, change: object): Config {
  const { data } = schema.safeParse(change)
  if (data === undefined) throw new Refused('config.other-type', { field: `config.${Object.keys(change)[0] ?? ''}` })
  return data
}
