import type { Connection } from '#shared/model/connection.ts'
import type { StepId } from '#shared/model/step.ts'

/** Where to go on with a connection. */
export function nextStep({ identityProvider, serviceProvider, publication }: Connection): StepId {
  if (identityProvider === null) return 'identity-provider'
  if (publication !== null) return 'publish'
  return serviceProvider === null ? 'service-provider' : 'test-login'
}
