import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#shared/model/connection.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { useApi } from '../api/api-context.tsx'
import { queryKeys } from './query-keys.ts'

/** Read again as soon as the connection changes. */
export function useComparison(run: TestRun, connection: Connection) {
  const api = useApi()
  return useQuery({
    queryKey: queryKeys.comparison(run.id, connection.updatedAt),
    queryFn: () => api.testLogin.compare({ runId: run.id }),
  })
}
