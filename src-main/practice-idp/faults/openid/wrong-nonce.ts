import { type OpenidFault, withClaims } from './openid-fault.ts'

/** OpenID Connect Core §3.1.3.7, rule 11. */
export const wrongNonce: OpenidFault = {
  token: (token, { random }) =>
    withClaims((claims) => ({ ...claims, nonce: Buffer.from(random(16)).toString('base64url') }))(token),
}
