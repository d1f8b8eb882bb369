import type { TestRun } from '#shared/model/test-run.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

/** A run that was under way when the app ended will never go on: it stopped, and keeps all that was written down. */
export function closeInterrupted(run: TestRun): TestRun {
  if (run.state !== 'running') return run
  const lastAt = run.timeline.at(-1)?.at ?? 0
  const endedAt = new Date(Date.parse(run.startedAt) + lastAt).toISOString()
  return { ...run, state: 'stopped', endedAt, problem: problem('test-login.interrupted') }
}
