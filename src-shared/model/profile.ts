import { z } from 'zod'

/** What the application learns about a person (S05). Null where the claim did not arrive. */
export const Profile = z.object({
  email: z.string().nullable(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  groups: z.array(z.string()).nullable(),
})
export type Profile = z.infer<typeof Profile>

/** For each profile member the attribute names that may carry it, tried in order. */
export const ClaimMapping = z.object({
  email: z.array(z.string().min(1)),
  givenName: z.array(z.string().min(1)),
  familyName: z.array(z.string().min(1)),
  groups: z.array(z.string().min(1)),
})
export type ClaimMapping = z.infer<typeof ClaimMapping>

const WS2005 = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const WS2008 = 'http://schemas.microsoft.com/ws/2008/06/identity/claims'

/**
 * Names under which the well-known identity providers send the profile: short names, WS-Federation claim URIs (Entra, AD FS)
 * and LDAP OIDs (Shibboleth). Tried in this order.
 */
export const defaultClaimMapping: ClaimMapping = {
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
