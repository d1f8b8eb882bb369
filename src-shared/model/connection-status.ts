import type { Connection } from './connection.ts'
import { identityProviderSide, serviceProviderSide } from './connection-sides.ts'
import type { TestRunSummary } from './test-run.ts'

/** The one word that a list of connections has room for. */
export type ConnectionStatus =
  | 'enabled'
  | 'published'
  | 'refused'
  | 'not-verified'
  | 'tested'
  | 'draft'
  | 'ready'
  | 'new'

/** What stands out first: a login that failed last, then how far the connection has come. */
export function connectionStatus(connection: Connection, latest: TestRunSummary | undefined): ConnectionStatus {
  if (latest?.verdict === 'rejected') return 'refused'
  if (latest?.verdict === 'undecided') return 'not-verified'
  if (connection.publication?.state === 'enabled') return 'enabled'
  if (connection.publication?.state === 'published') return 'published'
  if (latest?.verdict === 'accepted') return 'tested'
  if (connection.publication !== null) return 'draft'
  const hasBoth = identityProviderSide(connection) !== null && serviceProviderSide(connection) === 'whole'
  return hasBoth ? 'ready' : 'new'
}
