import type { ConnectionId, TestRunId } from '#shared/model/ids.ts'

export const queryKeys = {
  appInfo: ['app-info'],
  colorScheme: ['color-scheme'],
  connections: ['connections'],
  runs: (id: ConnectionId) => ['runs', id],
  latestRuns: ['latest-runs'],
  timeline: (id: TestRunId) => ['timeline', id],
  comparison: (id: TestRunId, connectionUpdatedAt: string) => ['comparison', id, connectionUpdatedAt],
  practiceIdp: ['practice-idp'],
  tenant: ['tenant'],
  /** Everything that the tenant backend in use holds. */
  admin: ['admin'],
} as const
