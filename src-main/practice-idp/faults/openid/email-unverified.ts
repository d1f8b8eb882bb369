import type { OpenidFault } from './openid-fault.ts'

/** OpenID Connect Core §5.1. */
export const emailUnverified: OpenidFault = {
  profile: (claims) => ('email' in claims ? { ...claims, email_verified: false } : claims),
}
