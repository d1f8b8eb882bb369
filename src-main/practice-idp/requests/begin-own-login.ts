import type { IdentityProviderState } from '../identity-provider-state.ts'
import type { LoginRequest } from './login-request.ts'
import { RequestRefused } from './request-refused.ts'

/** A login that begins here, unasked (SAML Profiles §4.1.5). */
export function beginOwnLogin(idp: IdentityProviderState, entityId: string, relayState: string | null): LoginRequest {
  const serviceProvider = idp.serviceProviders.get(entityId)
  if (serviceProvider === undefined) throw new RequestRefused('unknown-service-provider', { 'entity ID': entityId })
  return {
    serviceProvider: entityId,
    acsUrl: serviceProvider.acs[0]?.url ?? '',
    inResponseTo: undefined,
    relayState,
    forceAuthn: false,
    isPassive: false,
    nameIdFormat: idp.profile.nameIdFormat ?? serviceProvider.nameIdFormats[0],
  }
}
