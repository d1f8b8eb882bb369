import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { TestRun, TimelineEvent } from '#shared/model/test-run.ts'
import { useApi } from '../api/api-context.tsx'
import { queryKeys } from './query-keys.ts'

/** Newest first. */
export function useRuns(connectionId: ConnectionId) {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.runs(connectionId), queryFn: () => api.testLogin.list({ connectionId }) })
}

export function useLatestRuns() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.latestRuns, queryFn: () => api.testLogin.latest() })
}

/** What passed so far: events may arrive before the answer to `start` does, so they are kept apart from the run. */
export function useTimeline(run: TestRun): readonly TimelineEvent[] {
  const { data } = useQuery<readonly TimelineEvent[]>({
    queryKey: queryKeys.timeline(run.id),
    queryFn: () => [],
    enabled: false,
  })
  return data !== undefined && data.length > run.timeline.length ? data : run.timeline
}

export function keepRun(client: QueryClient, run: TestRun): void {
  client.setQueryData<TestRun[]>(queryKeys.runs(run.connectionId), (known) => known && withRun(known, run))
}

function withRun(known: TestRun[], run: TestRun): TestRun[] {
  const kept = known.find(({ id }) => id === run.id)
  // An answer to `start` that comes late must not bring an ended run back to life.
  if (kept !== undefined && kept.state !== 'running' && run.state === 'running') return known
  return kept === undefined ? [run, ...known] : known.map((other) => (other.id === run.id ? run : other))
}

export function keepEvent(client: QueryClient, runId: TestRun['id'], event: TimelineEvent): void {
  client.setQueryData<readonly TimelineEvent[]>(queryKeys.timeline(runId), (known = []) => [...known, event])
}
