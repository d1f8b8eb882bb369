import { type OpenidFault, withClaims } from './openid-fault.ts'

/** OpenID Connect Core §3.1.3.7, rule 3. */
export const wrongAudience: OpenidFault = { token: withClaims((claims) => ({ ...claims, aud: 'another-client' })) }
