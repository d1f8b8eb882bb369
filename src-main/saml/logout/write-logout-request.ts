import { element, leaf } from '#main/xml/write/markup.ts'
import { SAML, SAMLP } from '../namespaces.ts'

export interface LogoutRequestValues {
  readonly id: string
  readonly issueInstant: Date
  /** Entity ID of whoever sends it, service provider or identity provider. */
  readonly issuer: string
  /** Logout URL of the other side. */
  readonly destination: string
  /** As the assertion named the person; Format null where it named none. */
  readonly nameId: {
    readonly value: string
    readonly format: string | null
    readonly nameQualifier?: string | undefined
    readonly spNameQualifier?: string | undefined
  }
  /** Of the session that ends; null: every session of this person. */
  readonly sessionIndex: string | null
}

/** A LogoutRequest (SAML Core §3.7.1). */
export function writeLogoutRequest(values: LogoutRequestValues): string {
  const { nameId, sessionIndex } = values
  return element(
    'samlp:LogoutRequest',
    {
      'xmlns:samlp': SAMLP,
      'xmlns:saml': SAML,
      ID: values.id,
      Version: '2.0',
      IssueInstant: values.issueInstant.toISOString(),
      Destination: values.destination,
    },
    leaf('saml:Issuer', values.issuer),
    leaf('saml:NameID', nameId.value, {
      NameQualifier: nameId.nameQualifier,
      SPNameQualifier: nameId.spNameQualifier,
      Format: nameId.format ?? undefined,
    }),
    sessionIndex === null ? undefined : leaf('samlp:SessionIndex', sessionIndex),
  )
}
