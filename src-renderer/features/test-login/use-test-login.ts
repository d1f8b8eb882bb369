import { useQueryClient } from '@tanstack/react-query'
import type { ConnectionId, TestRunId } from '#shared/model/ids.ts'
import type { TestTarget } from '#shared/model/test-run.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { keepRun } from '../../lib/queries/runs.ts'

export function useTestLogin(connectionId: ConnectionId, target: TestTarget) {
  const api = useApi()
  const client = useQueryClient()
  return {
    start: useAsk(
      ({ browser, signOut }: { browser: 'window' | 'system'; signOut: boolean }) =>
        api.testLogin.start({ connectionId, target, browser, signOut }),
      (run) => keepRun(client, run),
    ),
    stop: useAsk((runId: TestRunId) => api.testLogin.stop({ runId })),
  }
}
