import { previewChange } from '#shared/http-api/change-trial.ts'
import { getProvider, type ProviderDetail, SamlConfig } from '#shared/http-api/provider.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { PublicationComparison } from '#shared/model/publication-comparison.ts'
import { askBackend } from '../services/ask-backend.ts'
import { apiKeyIdOf } from '../services/tenant-access.ts'
import type { TenantService } from '../services/tenant-service.ts'
import { changeOf, wholeChange } from './change-of.ts'
import { configurationValues } from './configuration-values.ts'
import { type PreviousConfiguration, previousConfiguration } from './previous-configuration.ts'

type Tenant = Pick<TenantService, 'access'>

/** What is live beside what this computer has, each as the backend would hold it, and what was live before. */
export async function comparePublication(
  tenant: Tenant,
  connection: Connection,
  { providerId }: Publication,
): Promise<PublicationComparison> {
  const params = { id: providerId }
  const { provider } = await askBackend(tenant, getProvider, { params })
  const { preview } = await askBackend(tenant, previewChange, { params, body: changeOf(connection) })
  const previous = await previousConfiguration(tenant, provider)
  return {
    live: configurationValues({ ...provider, config: SamlConfig.parse(provider.config) }),
    local: configurationValues(preview),
    isSame: preview.configurationSha256 === provider.configurationSha256,
    isTested: preview.tested,
    previous: previous === undefined ? null : await present(tenant, provider, previous),
  }
}

async function present(tenant: Tenant, { id }: ProviderDetail, previous: PreviousConfiguration) {
  const body = wholeChange(previous)
  const { preview } = await askBackend(tenant, previewChange, { params: { id }, body })
  const { at, actorKind, actorId } = previous.replaced
  const isOwn = actorKind === 'api-key' && actorId === apiKeyIdOf(tenant.access().apiKey)
  return {
    values: configurationValues(preview),
    replacedAt: at,
    replacedBy: isOwn ? ('own' as const) : actorKind,
    isTested: preview.tested,
    canBeRestored: previous.hasSameKey,
  }
}
