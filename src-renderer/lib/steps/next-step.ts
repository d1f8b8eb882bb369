import type { Connection } from '#shared/model/connection.ts'
import { identityProviderSide, serviceProviderSide } from '#shared/model/connection-sides.ts'
import type { StepId } from '#shared/model/step.ts'

/** Where to go on with a connection. */
export function nextStep(connection: Connection): StepId {
  if (identityProviderSide(connection) === null) return 'identity-provider'
  if (connection.publication !== null) return 'publish'
  return serviceProviderSide(connection) === 'whole' ? 'test-login' : 'service-provider'
}
