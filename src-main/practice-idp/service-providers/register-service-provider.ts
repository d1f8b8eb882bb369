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

/** Without metadata: it is known by name and address alone, and whether its requests are signed nobody looks. */
export function registerByHand(idp: IdentityProviderState, entityId: string, acsUrl: string): void {
  idp.serviceProviders.set(entityId, {
    entityId,
    acs: [{ url: acsUrl, index: undefined }],
    logout: [],
    nameIdFormats: [],
    requestsSigned: false,
    signingKeys: [],
    encryptionKey: undefined,
  })
  idp.onEvent({ kind: 'service-provider-registered', entityId })
}
