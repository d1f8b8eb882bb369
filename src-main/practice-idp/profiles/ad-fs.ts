import { AUTHN_CONTEXT_PASSWORD, NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import { type Profile, withValues } from './profile.ts'

const XS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const MULTIPLE = 'http://schemas.microsoft.com/claims/multipleauthn'

const attribute = (name: string, values: readonly string[]) => ({ name, values })

/** With the usual two rules: LDAP attributes as claims, and the e-mail address as name identifier. */
export const adFs: Profile = {
  name: 'AD FS',
  path: '/adfs',
  entityId: () => 'http://adfs.practice.example/adfs/services/trust',
  prefixes: { saml: '', samlp: 'samlp' },
  signs: { response: false, assertion: true },
  encrypts: true,
  nameIdFormat: NAME_ID_EMAIL,
  attributes: ({ email, givenName, familyName, groups }) =>
    withValues([
      attribute(`${XS}/emailaddress`, [email]),
      attribute(`${XS}/givenname`, [givenName]),
      attribute(`${XS}/surname`, [familyName]),
      attribute('http://schemas.xmlsoap.org/claims/Group', groups),
    ]),
  context: (secondFactor) => (secondFactor ? MULTIPLE : AUTHN_CONTEXT_PASSWORD),
}
