import type { ConnectionId } from '#shared/model/ids.ts'
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

export async function listConnections(stores: Stores, state: ConnectionState): Promise<Connection[]> {
  const [records, domains] = [await stores.connections.list(state), await stores.connectionDomains.ofAll()]
  return records.map((record) => ({ ...record, domains: domains.get(record.id) ?? [] }))
}
