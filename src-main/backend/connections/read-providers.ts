import type { ProviderDetail, ProviderSummary } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { type Connection, findConnectionIn, listConnections } from './connection.ts'
import { providerDetail, providerSummary } from './present-provider.ts'

export async function listProviders({
  tenant,
}: AdminContext): Promise<{ providers: ProviderSummary[]; total: number }> {
  const policy = await tenant.stores.policy.read()
  const providers = await listConnections(tenant.stores, 'published')
  return { providers: providers.map((provider) => providerSummary(provider, policy)), total: providers.length }
}

/** @throws {Refused} `provider.not-found`, for another organisation's too */
export async function readProvider({ tenant }: AdminContext, id: ConnectionId): Promise<ProviderDetail> {
  const provider = await requireProvider(tenant.stores, id)
  return providerDetail(provider, await tenant.stores.policy.read(), tenant)
}

export async function requireProvider(stores: Stores, id: ConnectionId): Promise<Connection> {
  const provider = await findConnectionIn(stores, id, 'published')
  if (provider === undefined) throw new Refused('provider.not-found')
  return provider
}
