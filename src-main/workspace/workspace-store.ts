import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId, TestRunId } from '#shared/model/ids.ts'
import type { TestRun } from '#shared/model/test-run.ts'

/**
 * Where the workspace is kept. A promise that resolved means: it survives the loss of power.
 * What cannot be read is set aside and reported by the store, and everything else is still there.
 */
export interface WorkspaceStore {
  readonly loadConnections: () => Promise<readonly Connection[]>
  readonly saveConnection: (connection: Connection) => Promise<void>
  /** Names only: runs are large and read when they are asked for. */
  readonly listRuns: (connectionId: ConnectionId) => Promise<readonly TestRunId[]>
  /** Undefined where there is none, or none that can be read. */
  readonly loadRun: (connectionId: ConnectionId, runId: TestRunId) => Promise<TestRun | undefined>
  readonly saveRun: (run: TestRun) => Promise<void>
  /** The connection and its runs, in one step. */
  readonly moveToBin: (id: ConnectionId) => Promise<void>
  readonly takeFromBin: (id: ConnectionId) => Promise<void>
  /** @returns whose connections are gone for good */
  readonly emptyBin: () => Promise<readonly ConnectionId[]>
}
