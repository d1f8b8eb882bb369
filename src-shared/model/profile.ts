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

const identityClaims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** The names that widely used identity providers send, ours (S05) first. */
export const defaultClaimMapping: ClaimMapping = {
  email: ['email', `${identityClaims}/emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3', 'mail', 'Email'],
  givenName: ['given_name', `${identityClaims}/givenname`, 'urn:oid:2.5.4.42', 'givenName', 'firstName', 'FirstName'],
  familyName: ['family_name', `${identityClaims}/surname`, 'urn:oid:2.5.4.4', 'sn', 'lastName', 'LastName'],
  groups: ['groups', 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups', 'memberOf', 'Groups'],
}
