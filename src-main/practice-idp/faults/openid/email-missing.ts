import type { OpenidFault } from './openid-fault.ts'

/** OpenID Connect Core §5.4. */
export const emailMissing: OpenidFault = {
  profile: ({ email: _email, email_verified: _verified, ...claims }) => claims,
}
