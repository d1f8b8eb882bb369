import type { Connection } from '#shared/model/connection.ts'
import { identityProviderSide, serviceProviderSide } from '#shared/model/connection-sides.ts'
import type { StepId } from '#shared/model/step.ts'
import type { TestTarget } from '#shared/model/test-run.ts'

/** The step to do before a test login is possible; null where none is missing. */
export function missingFor(connection: Connection, target: TestTarget): StepId | null {
  if (identityProviderSide(connection) === null) return 'identity-provider'
  if (target === 'draft') return connection.publication === null ? 'publish' : null
  return serviceProviderSide(connection) === 'whole' ? null : 'service-provider'
}
