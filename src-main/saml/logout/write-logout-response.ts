import { element, leaf } from '#main/xml/write/markup.ts'
import { SAML, SAMLP, STATUS_PARTIAL_LOGOUT, STATUS_SUCCESS } from '../namespaces.ts'

export interface LogoutResponseValues {
  readonly id: string
  readonly issueInstant: Date
  /** Entity ID of whoever sends it, service provider or identity provider. */
  readonly issuer: string
  /** Logout URL of the other side. */
  readonly destination: string
  /** ID of the LogoutRequest that is answered. */
  readonly inResponseTo: string
  /** Somebody else did not end theirs (§3.7.3.2). */
  readonly inPart?: boolean
}

/** A LogoutResponse that says that the sessions are ended (SAML Core §3.7.2). */
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
    element(
      'samlp:Status',
      {},
      element(
        'samlp:StatusCode',
        { Value: STATUS_SUCCESS },
        values.inPart === true ? element('samlp:StatusCode', { Value: STATUS_PARTIAL_LOGOUT }) : undefined,
      ),
    ),
  )
}
