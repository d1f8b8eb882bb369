import type { TestRun, TestRunSummary } from '#shared/model/test-run.ts'

export const summariseRun = ({ id, connectionId, target, state, startedAt, judgement }: TestRun): TestRunSummary => ({
  id,
  connectionId,
  target,
  state,
  startedAt,
  verdict: judgement?.verdict ?? null,
})

/** The newest of every connection that has ended. */
export function newestOfEach(summaries: Iterable<TestRunSummary>): readonly TestRunSummary[] {
  const newest = new Map<string, TestRunSummary>()
  for (const summary of summaries) {
    const other = newest.get(summary.connectionId)
    const isNewer = !other || other.startedAt < summary.startedAt
    if (isNewer && summary.state !== 'running') newest.set(summary.connectionId, summary)
  }
  return [...newest.values()]
}
