import { ConnectionId, ID_BYTES, makeId, TestRunId } from '#shared/model/ids.ts'
import type { TestRun } from '#shared/model/test-run.ts'

/** The same number gives the same id. */
export const runId = (number: number): TestRunId => makeId(TestRunId, 'run', bytes(number))
export const connectionId = (number: number): ConnectionId => makeId(ConnectionId, 'conn', bytes(number))

/** A run that has just begun. */
export const aTestRun = (changes: Partial<TestRun> = {}): TestRun => ({
  id: runId(1),
  connectionId: connectionId(1),
  target: 'application',
  state: 'running',
  startedAt: '2026-11-22T08:00:00.000Z',
  endedAt: null,
  request: null,
  timeline: [],
  message: null,
  openid: null,
  judgement: null,
  outcome: null,
  problem: null,
  configurationSha256: '0'.repeat(64),
  receipt: null,
  ...changes,
})

const bytes = (number: number) => new Uint8Array(ID_BYTES).fill(number)
