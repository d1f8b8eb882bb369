import { ATTRIBUTE_NAME_BASIC, AUTHN_CONTEXT_PASSWORD } from '#main/saml/namespaces.ts'
import { MFA_PROFILE, type Profile, withValues } from './profile.ts'

const attribute = (name: string, values: readonly string[]) => ({ name, nameFormat: ATTRIBUTE_NAME_BASIC, values })

/** The claims that the product's hand-out asks for, under the names it asks for, and everything signed. */
export const plain: Profile = {
  name: 'Plain',
  path: '',
  // As most identity providers do: the address of the metadata is the name.
  entityId: (url) => `${url}/metadata`,
  signs: { response: true, assertion: true },
  encrypts: false,
  nameIdFormat: undefined,
  attributes: ({ email, givenName, familyName, groups }) =>
    withValues([
      attribute('email', [email]),
      attribute('given_name', [givenName]),
      attribute('family_name', [familyName]),
      attribute('groups', groups),
    ]),
  context: (secondFactor) => (secondFactor ? MFA_PROFILE : AUTHN_CONTEXT_PASSWORD),
}
