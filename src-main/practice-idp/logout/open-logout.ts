import { type LogoutMessageElement, readLogoutMessage } from '#main/saml/element/logout-message.ts'
import { SAMLP } from '#main/saml/namespaces.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { signatureOutcome } from '../requests/check-signature.ts'
import { type OpenedMessage, openAnyRedirect, openField } from '../requests/open-message.ts'
import { RequestRefused } from '../requests/request-refused.ts'
import type { RegisteredServiceProvider } from '../service-providers/read-service-provider.ts'
import { LogoutRefused } from './logout-refused.ts'

/** As it came: the query of the address, or the form field. */
export type ArrivedLogout =
  | { readonly binding: 'redirect'; readonly query: string }
  | { readonly binding: 'post'; readonly field: string; readonly relayState: string | undefined }

/** A logout message from an application that is known, by that application's own signature. */
export interface OpenedLogout {
  readonly element: LogoutMessageElement
  readonly serviceProvider: RegisteredServiceProvider
  readonly relayState: string | null
}

/** Unlike a sign-in request it must be signed (SAML Profiles §4.4.4.1): it ends what others have. @throws {LogoutRefused} */
export function openLogout(idp: IdentityProviderState, arrived: ArrivedLogout): OpenedLogout {
  const message = openMessage(arrived)
  const { root } = message.document
  const isLogout = root.namespace === SAMLP && (root.local === 'LogoutRequest' || root.local === 'LogoutResponse')
  if (!isLogout) throw new LogoutRefused('other-message', { received: root.name })
  const element = readLogoutMessage(new UnverifiedElement(root))
  if (element.version !== '2.0')
    throw new LogoutRefused('other-message', { received: `version ${element.version ?? 'missing'}` })
  const issuer = element.issuer?.value ?? ''
  const serviceProvider = idp.serviceProviders.get(issuer)
  if (serviceProvider === undefined) throw new LogoutRefused('issuer-unknown', { 'entity ID': issuer })
  const { destination = 'nowhere' } = element
  if (destination !== idp.singleLogoutUrl)
    throw new LogoutRefused('destination', { 'sent to': destination, 'this is': idp.singleLogoutUrl })
  checkSignature(message, serviceProvider)
  return { element, serviceProvider, relayState: message.relayState }
}

function openMessage(arrived: ArrivedLogout): OpenedMessage {
  try {
    return arrived.binding === 'redirect'
      ? openAnyRedirect(arrived.query).message
      : openField(arrived.field, arrived.relayState)
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    throw new LogoutRefused('unreadable', error.values, { cause: error })
  }
}

function checkSignature(message: OpenedMessage, { signingKeys }: RegisteredServiceProvider): void {
  if (signingKeys.length === 0) throw new LogoutRefused('certificate-missing')
  const outcome = signatureOutcome(message, signingKeys)
  if (outcome !== 'holds') throw new LogoutRefused(outcome === 'absent' ? 'unsigned' : 'signature')
}
