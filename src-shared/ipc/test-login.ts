import { z } from 'zod'
import { ConnectionId, TestRunId } from '../model/ids.ts'
import { TestRun, TestTarget, TimelineEvent } from '../model/test-run.ts'
import { call, event, Nothing } from './declare.ts'

const WithRun = z.object({ runId: TestRunId })

export const testLoginIpc = {
  start: call(z.object({ connectionId: ConnectionId, target: TestTarget }), TestRun),
  stop: call(WithRun, Nothing),
  get: call(WithRun, TestRun),
  /** Newest first. */
  list: call(z.object({ connectionId: ConnectionId }), z.array(TestRun)),
  passed: event(WithRun.extend({ event: TimelineEvent })),
  ended: event(TestRun),
}
