import type { QueryClient } from '@tanstack/react-query'
import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { dropConnection, keepConnection } from './connections.ts'
import { queryKeys } from './query-keys.ts'
import { keepEvent, keepRun } from './runs.ts'

/** Keeps what the window has read in step with main. @returns how to stop */
export function subscribeToMain(api: ClaimcheckApi, client: QueryClient): () => void {
  const stops = [
    api.connections.changed((connection) => keepConnection(client, connection)),
    api.connections.removed(({ id }) => dropConnection(client, id)),
    api.testLogin.passed(({ runId, event }) => keepEvent(client, runId, event)),
    api.testLogin.ended((run) => endRun(client, run)),
    api.practiceIdp.changed((status) => client.setQueryData(queryKeys.practiceIdp, status)),
    api.tenant.changed((status) => client.setQueryData(queryKeys.tenant, status)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function endRun(client: QueryClient, run: TestRun): void {
  keepRun(client, run)
  void client.invalidateQueries({ queryKey: queryKeys.latestRuns })
}
