import type { ConnectionId } from '#shared/model/ids.ts'
import type { Page } from '../storage/page.ts'
import type { ConnectionRecord, ConnectionState } from '../storage/stores/connections.ts'
import type { Stores } from '../storage/stores.ts'

/** A provider or a draft with its e-mail domains, the first one being `domain`. */
export interface Connection extends ConnectionRecord {
  readonly domains: readonly string[]
}

/** In whatever state it is. */
export async function findConnection(stores: Stores, id: ConnectionId): Promise<Connection | undefined> {
  const record = await stores.connections.byId(id)
  return record && { ...record, domains: await stores.connectionDomains.of(id) }
}

export async function findConnectionIn(
  stores: Stores,
  id: ConnectionId,
  state: ConnectionState,
): Promise<Connection | undefined> {
  const connection = await findConnection(stores, id)
  return connection?.state === state ? connection : undefined
}

export const listConnections = async (stores: Stores, state: ConnectionState): Promise<Connection[]> =>
  withDomains(stores, await stores.connections.list(state))

export const pageOfConnections = async (stores: Stores, state: ConnectionState, page: Page): Promise<Connection[]> =>
  withDomains(stores, await stores.connections.page(state, page))

async function withDomains(stores: Stores, records: readonly ConnectionRecord[]): Promise<Connection[]> {
  const domains = await stores.connectionDomains.ofAll()
  return records.map((record) => ({ ...record, domains: domains.get(record.id) ?? [] }))
}
