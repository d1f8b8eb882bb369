import { element, leaf } from '#main/xml/write/markup.ts'
import { BINDING_POST, SAML, SAMLP } from '../namespaces.ts'

export interface AuthnRequestValues {
  readonly id: string
  readonly issueInstant: Date
  /** Entity ID of the service provider. */
  readonly issuer: string
  readonly destination: string
  readonly acsUrl: string
  /** Left to the identity provider where undefined. */
  readonly nameIdFormat?: string | undefined
  readonly forceAuthn?: boolean | undefined
}

/** An AuthnRequest that asks for a response by HTTP-POST (SAML Core §3.4.1, Profiles §4.1.4.1). */
export function writeAuthnRequest(values: AuthnRequestValues): string {
  return element(
    'samlp:AuthnRequest',
    {
      'xmlns:samlp': SAMLP,
      'xmlns:saml': SAML,
      ID: values.id,
      Version: '2.0',
      IssueInstant: values.issueInstant.toISOString(),
      Destination: values.destination,
      ForceAuthn: values.forceAuthn === true ? true : undefined,
      ProtocolBinding: BINDING_POST,
      AssertionConsumerServiceURL: values.acsUrl,
    },
    leaf('saml:Issuer', values.issuer),
    element('samlp:NameIDPolicy', { Format: values.nameIdFormat, AllowCreate: true }),
  )
}
