import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** OpenID Connect Core §3.1.3.7, 11: the token answers the request of this very browser. */
export const nonceIsOurs = onClaims('oidc.nonce', (claims, { request }, trust) => {
  const nonce = claims.value('nonce')
  const evidence = { trust, at: claims.at('nonce'), actual: show(nonce) }
  if (request.nonce === undefined)
    return { kind: 'not-verified', ...evidence, detail: 'The nonce of the request was not given.' }
  if (request.nonce === null) {
    if (nonce === undefined) return { kind: 'passed', trust, at: claims.at('nonce'), detail: 'None was sent.' }
    return { kind: 'fault', code: 'oidc.nonce.unexpected', ...evidence }
  }
  const expected = request.nonce
  if (nonce === undefined) return { kind: 'fault', code: 'oidc.nonce.missing', ...evidence, expected }
  if (nonce === expected) return { kind: 'passed', ...evidence }
  return { kind: 'fault', code: 'oidc.nonce.mismatch', ...evidence, expected }
})
