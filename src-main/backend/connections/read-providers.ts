import type { ProviderDetail } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { byCreation, pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'
import { type Connection, findConnectionIn, pageOfConnections } from './connection.ts'
import { providerDetail, providerSummary } from './present-provider.ts'

/** @throws {Refused} `request.cursor` */
export async function listProviders(
  { tenant }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const { stores } = tenant
  const policy = await stores.policy.read()
  const { rows, next } = await pageOf(asked, (page) => pageOfConnections(stores, 'published', page), byCreation)
  const total = await stores.connections.count('published')
  return { providers: rows.map((provider) => providerSummary(provider, policy)), total, ...next }
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
