import { type OpenidFault, withClaims } from './openid-fault.ts'

/** OpenID Connect Core §3.1.3.7, rule 2. */
export const wrongIssuer: OpenidFault = {
  token: withClaims((claims) => ({ ...claims, iss: `${String(claims.iss)}/v2.0` })),
}
