import { type OpenidFault, withClaims } from './openid-fault.ts'

export const clockAhead: OpenidFault = {
  token: withClaims((claims) => ({ ...claims, iat: Number(claims.iat) + 600, exp: Number(claims.exp) + 600 })),
}
