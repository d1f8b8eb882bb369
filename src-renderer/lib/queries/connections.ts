import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import { useApi } from '../api/api-context.tsx'
import { queryKeys } from './query-keys.ts'

/** In the order they were made, newest last: names move when they are edited, places should not. */
export function useConnections() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.connections, queryFn: () => api.connections.list() })
}

export function useConnection(id: ConnectionId) {
  const { data, ...query } = useConnections()
  return { ...query, data: data?.find((connection) => connection.id === id) }
}

/** Puts what main answered where every reader sees it at once. */
export function useKeepConnection(): (connection: Connection) => void {
  const client = useQueryClient()
  return useCallback((connection) => keepConnection(client, connection), [client])
}

export function keepConnection(client: QueryClient, connection: Connection): void {
  client.setQueryData<Connection[]>(queryKeys.connections, (known) => known && withConnection(known, connection))
}

function withConnection(known: readonly Connection[], connection: Connection): Connection[] {
  if (known.some(({ id }) => id === connection.id))
    return known.map((other) => (other.id === connection.id ? connection : other))
  return [...known, connection].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}

export function dropConnection(client: QueryClient, id: ConnectionId): void {
  client.setQueryData<Connection[]>(queryKeys.connections, (known) => known?.filter((other) => other.id !== id))
}
