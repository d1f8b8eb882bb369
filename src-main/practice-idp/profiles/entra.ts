import { AUTHN_CONTEXT_PASSWORD, NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import { objectId } from './object-id.ts'
import { type Profile, withValues } from './profile.ts'

const XS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const MI = 'http://schemas.microsoft.com/identity/claims'
const TENANT = '0b1e6f3a-5c2d-4e8f-9a7b-1c2d3e4f5a6b'
const ENTITY_ID = `https://sts.windows.net/${TENANT}/`
const PASSWORD = 'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password'
const MULTIPLE = 'http://schemas.microsoft.com/claims/multipleauthn'

const attribute = (name: string, ...values: readonly string[]) => ({ name, values })

/** Groups are object IDs, and a second factor stands in a claim rather than in the context. */
export const entra: Profile = {
  name: 'Microsoft Entra ID',
  path: '/entra',
  entityId: () => ENTITY_ID,
  prefixes: { saml: '', samlp: 'samlp' },
  signaturePrefix: '',
  signs: { response: false, assertion: true },
  encrypts: false,
  nameIdFormat: NAME_ID_EMAIL,
  attributes: ({ username, email, givenName, familyName, groups }, secondFactor) =>
    withValues([
      attribute(`${MI}/tenantid`, TENANT),
      attribute(`${MI}/objectidentifier`, objectId(username)),
      attribute(`${MI}/displayname`, `${givenName} ${familyName}`),
      attribute('http://schemas.microsoft.com/ws/2008/06/identity/claims/groups', ...groups.map(objectId)),
      attribute(`${MI}/identityprovider`, ENTITY_ID),
      attribute('http://schemas.microsoft.com/claims/authnmethodsreferences', PASSWORD, secondFactor ? MULTIPLE : ''),
      attribute(`${XS}/givenname`, givenName),
      attribute(`${XS}/surname`, familyName),
      attribute(`${XS}/emailaddress`, email),
      attribute(`${XS}/name`, email === '' ? `${username}@example.onmicrosoft.com` : email),
    ]),
  context: () => AUTHN_CONTEXT_PASSWORD,
}
