import type { NewProvider, ProviderDetail } from '#shared/http-api/provider.ts'
import { ConnectionId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { resolveDomains } from '../domains/resolve-domains.ts'
import { requireReady } from '../policy/require-ready.ts'
import { claimDomains } from './claim-domains.ts'
import type { Connection } from './connection.ts'
import { describeConnection } from './describe-connection.ts'
import { completeOidcConfig, splitOidcConfig } from './oidc-config.ts'
import { providerDetail } from './present-provider.ts'
import { normaliseSamlConfig } from './saml-config.ts'
import { keepSamlParts } from './service-provider-key.ts'

/** @throws {Refused} */
export async function createProvider(context: AdminContext, input: NewProvider): Promise<ProviderDetail> {
  const { tenant, actor, now } = context
  const id = makeId(ConnectionId, 'conn', tenant.random(ID_BYTES))
  // Before the key is made: that costs most.
  const resolved = await resolveDomains(tenant.stores, input)
  const connection: Connection = {
    id,
    type: input.type,
    state: 'published',
    issuer: input.issuer,
    enabled: input.enabled,
    ...resolved,
    configuredAt: now.toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...(await protocolParts(context, input, id)),
  }
  return tenant.stores.inTransaction(async (stores) => {
    const policy = await stores.policy.read()
    const ready = connection.enabled
      ? await requireReady({ ...tenant, stores }, connection, policy, input.override)
      : undefined
    const { domains, ...record } = connection
    await stores.connections.add(record)
    await claimDomains(stores, id, domains, { ...tenant, actor, now })
    const details = { after: describeConnection(connection), ...ready }
    await recordEvent(stores, { actor, action: 'sso.provider.created', subjectId: id, details }, { ...tenant, now })
    return providerDetail(connection, policy, tenant)
  })
}

async function protocolParts({ tenant, now }: AdminContext, input: NewProvider, id: ConnectionId) {
  if (input.type === 'oidc') {
    return splitOidcConfig(completeOidcConfig(input.config, input.issuer), undefined, { tenant, record: id })
  }
  const parts = await keepSamlParts(tenant, id, normaliseSamlConfig(input.config), now)
  return { ...parts, clientSecretSealed: null, clientSecretVersion: null }
}
