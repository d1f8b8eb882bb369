import { element, leaf } from '#main/xml/write/markup.ts'
import { SAML, SAMLP, STATUS_SUCCESS } from '../namespaces.ts'

export interface LogoutResponseValues {
  readonly id: string
  readonly issueInstant: Date
  /** Entity ID of the service provider. */
  readonly issuer: string
  /** The identity provider's logout URL. */
  readonly destination: string
  /** ID of the LogoutRequest that is answered. */
  readonly inResponseTo: string
}

/** A LogoutResponse that says the sessions are ended (SAML Core §3.7.2). */
export function writeLogoutResponse(values: LogoutResponseValues): string {
  return element(
    'samlp:LogoutResponse',
    {
      'xmlns:samlp': SAMLP,
      'xmlns:saml': SAML,
      ID: values.id,
      Version: '2.0',
      IssueInstant: values.issueInstant.toISOString(),
      Destination: values.destination,
      InResponseTo: values.inResponseTo,
    },
    leaf('saml:Issuer', values.issuer),
    element('samlp:Status', {}, element('samlp:StatusCode', { Value: STATUS_SUCCESS })),
  )
}
