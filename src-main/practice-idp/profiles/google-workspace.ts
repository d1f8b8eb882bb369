import { AUTHN_CONTEXT_UNSPECIFIED, NAME_ID_UNSPECIFIED } from '#main/saml/namespaces.ts'
import { type Profile, withValues } from './profile.ts'

const attribute = (name: string, values: readonly string[]) => ({ name, values })

/** It never speaks of a second factor. */
export const googleWorkspace: Profile = {
  name: 'Google Workspace',
  path: '/google',
  entityId: () => 'https://accounts.google.com/o/saml2?idpid=C0practice',
  prefixes: { saml: 'saml2', samlp: 'saml2p' },
  signs: { response: false, assertion: true },
  encrypts: false,
  nameIdFormat: NAME_ID_UNSPECIFIED,
  attributes: ({ email, givenName, familyName, groups }) =>
    withValues([
      attribute('email', [email]),
      attribute('firstName', [givenName]),
      attribute('lastName', [familyName]),
      attribute('groups', groups),
    ]),
  context: () => AUTHN_CONTEXT_UNSPECIFIED,
}
