import type { LoginAnswering } from '#main/saml/identity-provider/answer-login.ts'
import { NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'

/** A plain login of Ada at 2026-11-22T08:00:00Z, both parts signed with SHA-256. */
export function loginAnswering(
  { privateKey, certificate }: SigningIdentity,
  changes: Partial<LoginAnswering> = {},
): LoginAnswering {
  return {
    now: new Date('2026-11-22T08:00:00Z'),
    responseId: '_response0123456789abcdef01234567',
    assertionId: '_assertion0123456789abcdef0123456',
    issuer: 'https://idp.example.com/metadata',
    acsUrl: 'https://app.customer.example/saml/acs?connection=conn_1&x=y',
    inResponseTo: '_request0123456789abcdef0123456789',
    audience: 'urn:claimcheck:acme:conn_1',
    nameId: { value: 'ada.lovelace@example.com', format: NAME_ID_EMAIL },
    attributes: [
      { name: 'email', values: ['ada.lovelace@example.com'] },
      { name: 'given_name', values: ['Ada'] },
      { name: 'family_name', values: ['Lovelace'] },
      { name: 'groups', values: ['engineering', 'admins'] },
    ],
    signedInAt: new Date('2026-11-22T07:59:30Z'),
    sessionIndex: '_session',
    signing: {
      key: privateKey,
      certificate: certificate.x509.raw.toString('base64'),
      hash: 'sha256',
      response: true,
      assertion: true,
    },
    ...changes,
  }
}
