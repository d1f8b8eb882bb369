import type { AppInfo, ColorScheme } from '#shared/ipc/app.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import type { PublicationComparison } from '#shared/model/publication-comparison.ts'
import type { TenantStatus } from '#shared/model/tenant.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { unchanged } from '../samples/publication.ts'
import type { Ending } from '../samples/runs.ts'
import { aTenant, type SampleTenant } from '../samples/tenant.ts'

/** All that main would know, in memory. Handlers change it in place. */
export interface World {
  connections: Connection[]
  bin: Connection[]
  /** Newest first. */
  runs: TestRun[]
  practiceIdp: PracticeIdpStatus
  tenant: TenantStatus
  /** How what is live stands to what this computer has. */
  comparison: PublicationComparison
  /** What the tenant backend holds. */
  admin: SampleTenant
  info: AppInfo
  colorScheme: ColorScheme
  /** How the next test login comes out; null: it never ends by itself. */
  nextEnding: Ending | null
  /** Milliseconds between two events of a login. */
  pace: number
}

export const emptyWorld = (changes: Partial<World> = {}): World => ({
  connections: [],
  bin: [],
  runs: [],
  practiceIdp: { state: 'stopped' },
  tenant: { state: 'stopped', place: { kind: 'here' } },
  comparison: unchanged,
  admin: aTenant(),
  info: { version: '0.1.0', electron: '45.4.1', secrets: 'system', problems: [] },
  colorScheme: 'auto',
  nextEnding: 'accepted',
  pace: 40,
  ...changes,
})

export function connectionIn(world: World, id: ConnectionId): Connection {
  const found = world.connections.find((connection) => connection.id === id)
  if (found === undefined) throw new InputRefused('connection.not-found')
  return found
}

export function change(world: World, id: ConnectionId, changes: Partial<Connection>): Connection {
  const changed = { ...connectionIn(world, id), ...changes, updatedAt: new Date().toISOString() }
  world.connections = world.connections.map((connection) => (connection.id === id ? changed : connection))
  return changed
}

/** @returns what was put there */
export function put<Key extends keyof World>(world: World, key: Key, value: World[Key]): World[Key] {
  world[key] = value
  return value
}
