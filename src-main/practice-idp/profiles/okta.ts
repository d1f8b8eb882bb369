import { ATTRIBUTE_NAME_UNSPECIFIED, AUTHN_CONTEXT_PASSWORD, NAME_ID_UNSPECIFIED } from '#main/saml/namespaces.ts'
import { MFA_PROFILE, type Profile, withValues } from './profile.ts'

const attribute = (name: string, values: readonly string[]) => ({
  name,
  nameFormat: ATTRIBUTE_NAME_UNSPECIFIED,
  values,
})

export const okta: Profile = {
  name: 'Okta',
  path: '/okta',
  entityId: () => 'http://www.okta.com/exk0practice0000001',
  prefixes: { saml: 'saml2', samlp: 'saml2p' },
  signs: { response: true, assertion: true },
  encrypts: false,
  nameIdFormat: NAME_ID_UNSPECIFIED,
  attributes: ({ email, givenName, familyName, groups }) =>
    withValues([
      attribute('email', [email]),
      attribute('firstName', [givenName]),
      attribute('lastName', [familyName]),
      attribute('groups', groups),
    ]),
  context: (secondFactor) => (secondFactor ? MFA_PROFILE : AUTHN_CONTEXT_PASSWORD),
}
