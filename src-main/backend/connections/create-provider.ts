import type { NewProvider, ProviderDetail } from '#shared/http-api/provider.ts'
import { ConnectionId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { recordEvent } from '../audit/record-event.ts'
import { requireTested } from '../receipts/require-tested.ts'
import { claimDomains, orderDomains } from './claim-domains.ts'
import type { Connection } from './connection.ts'
import { splitOidcConfig } from './oidc-config.ts'
import { providerDetail } from './present-provider.ts'
import { normaliseSamlConfig } from './saml-config.ts'
import { makeServiceProviderKey } from './service-provider-key.ts'

/** @throws {Refused} */
export async function createProvider(context: AdminContext, input: NewProvider): Promise<ProviderDetail> {
  const { tenant, actor, now } = context
  const id = makeId(ConnectionId, 'conn', tenant.random(ID_BYTES))
  const connection: Connection = {
    id,
    type: input.type,
    state: 'published',
    issuer: input.issuer,
    enabled: input.enabled,
    domains: orderDomains(input.domain, input.domains),
    inheritsDomains: false,
    configuredAt: now.toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...(await protocolParts(context, input, id)),
  }
  return tenant.stores.inTransaction(async (stores) => {
    const policy = await stores.policy.read()
    if (connection.enabled) await requireTested({ ...tenant, stores }, connection, policy)
    const { domains, ...record } = connection
    await stores.connections.add(record)
    await claimDomains(stores, id, domains)
    const details = { type: connection.type, domains, enabled: connection.enabled }
    await recordEvent(stores, { actor, action: 'sso.provider.created', subjectId: id, details }, { ...tenant, now })
    return providerDetail(connection, policy, tenant)
  })
}

async function protocolParts({ tenant, now }: AdminContext, input: NewProvider, id: ConnectionId) {
  if (input.type === 'oidc') {
    const secret = splitOidcConfig(input.config, undefined, { tenant, record: id })
    return { ...secret, spCertificate: null, spPrivateKeySealed: null }
  }
  const config = normaliseSamlConfig(input.config)
  const key = await makeServiceProviderKey(tenant, id, now)
  return { config, ...key, clientSecretSealed: null, clientSecretVersion: null }
}
