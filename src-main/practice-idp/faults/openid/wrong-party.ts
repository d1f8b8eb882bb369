import { type OpenidFault, withClaims } from './openid-fault.ts'

/** OpenID Connect Core §3.1.3.7, rule 5. */
export const wrongParty: OpenidFault = { token: withClaims((claims) => ({ ...claims, azp: 'another-client' })) }
