import { type OpenidFault, withClaims } from './openid-fault.ts'

/** OpenID Connect Core §3.1.3.7, rule 9. The provider keeps the real time, so its own time of issue is the present. */
export const expired: OpenidFault = {
  token: withClaims((claims) => {
    const now = Number(claims.iat)
    return { ...claims, iat: now - 420, exp: now - 120 }
  }),
}
