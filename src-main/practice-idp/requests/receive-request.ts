import { type AuthnRequestElement, readAuthnRequest } from '#main/saml/element/authn-request.ts'
import { SAMLP } from '#main/saml/namespaces.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { RegisteredServiceProvider } from '../service-providers/read-service-provider.ts'
import { checkSignature } from './check-signature.ts'
import { chooseAcs } from './choose-acs.ts'
import type { LoginRequest } from './login-request.ts'
import type { OpenedMessage } from './open-message.ts'
import { RequestRefused } from './request-refused.ts'

export interface Receiving {
  /** Our single sign-on URL. */
  readonly destination: string
  /** Where a request asks for no format; undefined: what the application's metadata puts first. */
  readonly nameIdFormat: string | undefined
  find(entityId: string): RegisteredServiceProvider | undefined
}

/** @throws {RequestRefused} */
export function receiveRequest(message: OpenedMessage, { destination, nameIdFormat, find }: Receiving): LoginRequest {
  const request = openRequest(message)
  if (request.id === undefined || request.id === '') throw new RequestRefused('id-missing')
  const issuer = request.issuer?.value ?? ''
  if (issuer === '') throw new RequestRefused('issuer-missing')
  const serviceProvider = find(issuer)
  if (serviceProvider === undefined) throw new RequestRefused('unknown-service-provider', { 'entity ID': issuer })
  if (request.destination !== undefined && request.destination !== destination)
    throw new RequestRefused('destination', { 'sent to': request.destination, 'this is': destination })
  checkSignature(message, serviceProvider)
  return {
    serviceProvider: serviceProvider.entityId,
    acsUrl: chooseAcs(serviceProvider, request),
    inResponseTo: request.id,
    relayState: message.relayState,
    forceAuthn: request.forceAuthn,
    isPassive: request.isPassive,
    nameIdFormat: request.nameIdFormat ?? nameIdFormat ?? serviceProvider.nameIdFormats[0],
  }
}

function openRequest({ document: { root } }: OpenedMessage): AuthnRequestElement {
  const isRequest = root.namespace === SAMLP && root.local === 'AuthnRequest'
  if (!isRequest) throw new RequestRefused('not-an-authn-request', { received: root.name })
  const request = readAuthnRequest(new UnverifiedElement(root))
  if (request.version !== '2.0')
    throw new RequestRefused('not-an-authn-request', { received: `version ${request.version ?? 'missing'}` })
  return request
}
