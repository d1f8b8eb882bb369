import { ATTRIBUTE_NAME_URI, AUTHN_CONTEXT_PASSWORD, NAME_ID_TRANSIENT } from '#main/saml/namespaces.ts'
import { MFA_PROFILE, type Profile, withValues } from './profile.ts'

const attribute = (oid: string, friendlyName: string, values: readonly string[]) => ({
  name: `urn:oid:${oid}`,
  nameFormat: ATTRIBUTE_NAME_URI,
  friendlyName,
  values,
})

/** Its name identifier is another at every login. */
export const shibboleth: Profile = {
  name: 'Shibboleth',
  path: '/shibboleth',
  entityId: () => 'https://shibboleth.practice.example/idp/shibboleth',
  prefixes: { saml: 'saml2', samlp: 'saml2p' },
  signs: { response: true, assertion: false },
  encrypts: true,
  nameIdFormat: NAME_ID_TRANSIENT,
  attributes: ({ email, givenName, familyName, groups }) =>
    withValues([
      attribute('0.9.2342.19200300.100.1.3', 'mail', [email]),
      attribute('2.5.4.42', 'givenName', [givenName]),
      attribute('2.5.4.4', 'sn', [familyName]),
      attribute('1.3.6.1.4.1.5923.1.5.1.1', 'isMemberOf', groups),
    ]),
  context: (secondFactor) => (secondFactor ? MFA_PROFILE : AUTHN_CONTEXT_PASSWORD),
}
