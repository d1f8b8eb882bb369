const WS2005 = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const WS2008 = 'http://schemas.microsoft.com/ws/2008/06/identity/claims'

/**
 * Names under which the well-known identity providers send the profile: short names, WS-Federation claim URIs (Entra, AD FS)
 * and LDAP OIDs (Shibboleth). Tried in this order; also what is looked for when a claim is missing.
 */
export const wellKnownClaimNames = {
  email: [
    'email',
    'mail',
    'emailaddress',
    'emailAddress',
    'Email',
    'EmailAddress',
    'User.Email',
    `${WS2005}/emailaddress`,
    'urn:oid:0.9.2342.19200300.100.1.3',
    'urn:mace:dir:attribute-def:mail',
  ],
  givenName: [
    'given_name',
    'givenName',
    'firstName',
    'FirstName',
    'first_name',
    'firstname',
    'givenname',
    'User.FirstName',
    `${WS2005}/givenname`,
    'urn:oid:2.5.4.42',
  ],
  familyName: [
    'family_name',
    'sn',
    'surname',
    'lastName',
    'LastName',
    'last_name',
    'lastname',
    'familyName',
    'User.LastName',
    `${WS2005}/surname`,
    'urn:oid:2.5.4.4',
  ],
  groups: [
    'groups',
    'group',
    'Groups',
    'memberOf',
    'memberof',
    `${WS2008}/groups`,
    `${WS2008}/role`,
    'http://schemas.xmlsoap.org/claims/Group',
    'urn:oid:1.3.6.1.4.1.5923.1.5.1.1',
  ],
}
