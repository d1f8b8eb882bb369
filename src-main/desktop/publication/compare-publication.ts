import { previewChange } from '#shared/http-api/change-trial.ts'
import { OidcConfig } from '#shared/http-api/oidc-config.ts'
import { getProvider, type ProviderDetail, SamlConfig } from '#shared/http-api/provider.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { PublicationComparison } from '#shared/model/publication-comparison.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { askBackend } from '../services/ask-backend.ts'
import { apiKeyIdOf } from '../services/tenant-access.ts'
import type { TenantService } from '../services/tenant-service.ts'
import { triedChange, wholeChange } from './change-of.ts'
import { configurationValues } from './configuration-values.ts'
import { openidValues } from './openid-values.ts'
import { type PreviousConfiguration, previousConfiguration } from './previous-configuration.ts'

type Tenant = Pick<TenantService, 'access'>
type Shown = Pick<ProviderDetail, 'issuer' | 'domains' | 'config'>

/** What is live beside what this computer has, each as the backend would hold it, and what was live before. */
export async function comparePublication(
  tenant: Tenant,
  secrets: Secrets,
  connection: Connection,
  { providerId }: Publication,
): Promise<PublicationComparison> {
  const params = { id: providerId }
  const { provider } = await askBackend(tenant, getProvider, { params })
  const { preview } = await askBackend(tenant, previewChange, {
    params,
    body: await triedChange(secrets, connection),
  })
  const previous = provider.type === 'saml' ? await previousConfiguration(tenant, provider) : undefined
  return {
    live: valuesOf(provider.type, provider),
    local: valuesOf(provider.type, preview),
    isSame: preview.configurationSha256 === provider.configurationSha256,
    isTested: preview.tested,
    previous: previous === undefined ? null : await present(tenant, provider, previous),
  }
}

function valuesOf(type: ProviderDetail['type'], { issuer, domains, config }: Shown) {
  return type === 'oidc'
    ? openidValues({ issuer, domains, config: OidcConfig.parse(config) })
    : configurationValues({ issuer, domains, config: SamlConfig.parse(config) })
}

async function present(tenant: Tenant, { id }: ProviderDetail, previous: PreviousConfiguration) {
  const body = wholeChange(previous)
  const { preview } = await askBackend(tenant, previewChange, { params: { id }, body })
  const { at, actorKind, actorId } = previous.replaced
  const isOwn = actorKind === 'api-key' && actorId === apiKeyIdOf(tenant.access().apiKey)
  return {
    values: valuesOf('saml', preview),
    replacedAt: at,
    replacedBy: isOwn ? ('own' as const) : actorKind,
    isTested: preview.tested,
    canBeRestored: previous.hasSameKey,
  }
}
