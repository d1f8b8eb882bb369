import type { ClaimMapping } from './profile.ts'

/** Claims that carry the profile (OpenID Connect Core §5.1); for groups, which it leaves open, the names in use. */
export const tokenClaimNames: ClaimMapping = {
  email: ['email'],
  givenName: ['given_name'],
  familyName: ['family_name'],
  groups: ['groups', 'memberOf', 'group'],
}
