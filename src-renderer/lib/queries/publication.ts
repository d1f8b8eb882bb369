import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#shared/model/connection.ts'
import { useApi } from '../api/api-context.tsx'
import { queryKeys } from './query-keys.ts'

/** Read again as soon as the connection changes, or a test of it has ended; others may change what is live. */
export function usePublicationComparison({ id, updatedAt }: Connection, isTenantRunning: boolean, newestRun: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...queryKeys.admin, 'publication', id, updatedAt, newestRun],
    queryFn: () => api.publication.compare({ connectionId: id }),
    enabled: isTenantRunning,
    staleTime: 0,
    refetchOnWindowFocus: true,
    placeholderData: (before) => before,
  })
}
