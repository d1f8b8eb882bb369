import { clockText } from '../../saml/window.ts'
import { readNumericDate } from './numeric-date.ts'
import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** OpenID Connect Core §3.1.3.7, 13. */
export const userSignedInRecently = onClaims('oidc.authentication-time', (claims, context, trust) => {
  const at = claims.at('auth_time')
  const limit = context.request.maximumAge
  const signedIn = readNumericDate(claims, 'auth_time', context.now)
  if (signedIn.kind === 'unreadable')
    return { kind: 'fault', code: 'oidc.authentication-time.unreadable', trust, at, actual: signedIn.actual }
  if (signedIn.kind === 'absent') {
    if (limit === undefined) return { kind: 'passed', trust, at, detail: 'It does not say when, and nobody asked.' }
    return { kind: 'fault', code: 'oidc.authentication-time.missing', trust, at, expected: `at most ${limit} s ago` }
  }
  const skew = context.policy.clockSkewSeconds * 1000
  const age = context.now.getTime() - signedIn.time
  const evidence = { trust, at, actual: signedIn.actual }
  if (age < -skew)
    return { kind: 'fault', code: 'oidc.authentication-time.in-the-future', ...evidence, expected: clockText(context) }
  if (limit !== undefined && age > limit * 1000 + skew)
    return { kind: 'fault', code: 'oidc.authentication-time.too-old', ...evidence, expected: `at most ${limit} s ago` }
  return { kind: 'passed', ...evidence }
})

/** OpenID Connect Core §3.1.3.7, 12: `acr` is the provider's own word, so it is compared and never interpreted. */
export const contextIsAsAsked = onClaims('oidc.authentication-context', (claims, { request }, trust) => {
  const acr = claims.value('acr')
  const evidence = { trust, at: claims.at('acr'), actual: show(acr) ?? 'nothing' }
  const { acrValues } = request
  if (acrValues === undefined || acrValues.length === 0)
    return { kind: 'passed', ...evidence, detail: 'Nothing was asked for.' }
  if (typeof acr === 'string' && acrValues.includes(acr)) return { kind: 'passed', ...evidence }
  return { kind: 'fault', code: 'oidc.authentication-context.not-met', ...evidence, expected: acrValues.join('\n') }
})

/** Methods by what they prove (RFC 8176 §2). What proves nothing alone (geo, mca, rba, user, wia) is in none. */
const kinds: readonly ReadonlySet<string>[] = [
  new Set(['pwd', 'pin', 'kba']),
  new Set(['otp', 'hwk', 'swk', 'sms', 'tel', 'sc']),
  new Set(['face', 'fpt', 'iris', 'retina', 'vbm']),
]

/** What the token says of a second factor. It is the identity provider's to ask for, never ours to ask again. */
export const secondFactorIsTold = onClaims('oidc.second-factor', (claims, _context, trust) => {
  const methods = readMethods(claims.value('amr'))
  const evidence = { trust, at: claims.at('amr'), actual: methods.join(', ') || 'nothing' }
  const proven = kinds.filter((kind) => methods.some((method) => kind.has(method)))
  if (methods.includes('mfa') || proven.length > 1) return { kind: 'passed', ...evidence }
  return { kind: 'fault', code: 'oidc.second-factor.not-told', ...evidence }
})

export const readMethods = (amr: unknown): string[] =>
  Array.isArray(amr) ? amr.filter((method): method is string => typeof method === 'string') : []
