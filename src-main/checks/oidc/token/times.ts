import { clockText } from '../../saml/window.ts'
import { readNumericDate } from './numeric-date.ts'
import { onClaims } from './token-subject.ts'

/** Ours, as for SAML responses: a login takes seconds, so an older token was kept back. */
const MAXIMUM_AGE_MS = 10 * 60 * 1000

/** OpenID Connect Core §3.1.3.7, 9. The very instant is too late. */
export const tokenHasNotExpired = onClaims('oidc.expiry', (claims, context, trust) => {
  const at = claims.at('exp')
  const expiry = readNumericDate(claims, 'exp', context.now)
  if (expiry.kind === 'absent') return { kind: 'fault', code: 'oidc.expiry.missing', trust, at }
  const evidence = { trust, at, expected: clockText(context), actual: expiry.actual }
  if (expiry.kind === 'unreadable')
    return { kind: 'fault', code: 'oidc.expiry.unreadable', trust, at, actual: expiry.actual }
  const { clockSkewSeconds } = context.policy
  if (expiry.time <= context.now.getTime() - clockSkewSeconds * 1000)
    return { kind: 'fault', code: 'oidc.expiry.expired', ...evidence }
  return { kind: 'passed', ...evidence }
})

/** OpenID Connect Core §3.1.3.7, 10. Also the measure of the provider's clock. */
export const tokenIsFresh = onClaims('oidc.issued-at', (claims, context, trust) => {
  const at = claims.at('iat')
  const issued = readNumericDate(claims, 'iat', context.now)
  if (issued.kind === 'absent') return { kind: 'fault', code: 'oidc.issued-at.missing', trust, at }
  if (issued.kind === 'unreadable')
    return { kind: 'fault', code: 'oidc.issued-at.unreadable', trust, at, actual: issued.actual }
  const evidence = { trust, at, expected: clockText(context), actual: issued.actual }
  const skew = context.policy.clockSkewSeconds * 1000
  const age = context.now.getTime() - issued.time
  if (age < -skew) return { kind: 'fault', code: 'oidc.issued-at.in-the-future', ...evidence }
  if (age > MAXIMUM_AGE_MS + skew) return { kind: 'fault', code: 'oidc.issued-at.too-old', ...evidence }
  return { kind: 'passed', ...evidence }
})

/** RFC 7519 §4.1.5; ID Tokens need none. */
export const tokenIsValidAlready = onClaims('oidc.not-before', (claims, context, trust) => {
  const at = claims.at('nbf')
  const start = readNumericDate(claims, 'nbf', context.now)
  if (start.kind === 'absent') return { kind: 'passed', trust, at, detail: 'It sets no beginning.' }
  if (start.kind === 'unreadable')
    return { kind: 'fault', code: 'oidc.not-before.unreadable', trust, at, actual: start.actual }
  const evidence = { trust, at, expected: clockText(context), actual: start.actual }
  if (start.time > context.now.getTime() + context.policy.clockSkewSeconds * 1000)
    return { kind: 'fault', code: 'oidc.not-before.too-early', ...evidence }
  return { kind: 'passed', ...evidence }
})
