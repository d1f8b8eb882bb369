import type { IdentityProviderState } from '../identity-provider-state.ts'
import { type RegisteredServiceProvider, readServiceProvider } from './read-service-provider.ts'

/** The same entity ID again replaces what was known of it. @throws {PracticeIdpRefused} */
export function registerServiceProvider(
  idp: IdentityProviderState,
  metadataXml: string | Uint8Array,
): RegisteredServiceProvider {
  const serviceProvider = readServiceProvider(metadataXml)
  idp.serviceProviders.set(serviceProvider.entityId, serviceProvider)
  idp.onEvent({ kind: 'service-provider-registered', entityId: serviceProvider.entityId })
  return serviceProvider
}
