import { z } from 'zod'
import { ConnectionId, TestRunId } from '../model/ids.ts'
import { SideComparison } from '../model/side-comparison.ts'
import { TestRun, TestRunSummary, TestTarget, TimelineEvent } from '../model/test-run.ts'
import { call, event, Nothing } from './declare.ts'

const WithRun = z.object({ runId: TestRunId })

export const testLoginIpc = {
  start: call(
    z.object({
      connectionId: ConnectionId,
      target: TestTarget,
      /** `system`: by OpenID Connect with a redirect URI on this computer only. */
      browser: z.enum(['window', 'system']).optional(),
      /** By OpenID Connect in the window: the sign-out at the provider as well. */
      signOut: z.boolean().optional(),
    }),
    TestRun,
  ),
  stop: call(WithRun, Nothing),
  get: call(WithRun, TestRun),
  /** What configuration and metadata say now, beside what was asked and what came. */
  compare: call(WithRun, SideComparison),
  /** Newest first. */
  list: call(z.object({ connectionId: ConnectionId }), z.array(TestRun)),
  /** The newest run that has ended of every connection that has one: what the list of connections shows. */
  latest: call(Nothing, z.array(TestRunSummary)),
  passed: event(WithRun.extend({ event: TimelineEvent })),
  ended: event(TestRun),
}
