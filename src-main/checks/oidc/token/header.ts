import { onHeader } from './token-subject.ts'

/** RFC 7515 §4.1.11: we know no extension, so anything critical is refused; `b64` (RFC 7797) would change what was signed. */
export const nothingIsCritical = onHeader('oidc.critical', ({ token }, trust, at) => {
  const { crit, b64 } = token.header.object
  if (crit === undefined && b64 === undefined) return { kind: 'passed', trust, at: at('crit') }
  const actual = JSON.stringify(crit ?? { b64 })
  return { kind: 'fault', code: 'oidc.critical.unknown', trust, at: at(crit === undefined ? 'b64' : 'crit'), actual }
})

const offered = ['jwk', 'jku', 'x5u', 'x5c'] as const

/** OpenID Connect Core §2: keys are published by the provider, and never taken from the token. */
export const noKeysInHeader = onHeader('oidc.header-keys', ({ token }, trust, at) => {
  const there = offered.filter((member) => token.header.object[member] !== undefined)
  const [first] = there
  if (first === undefined) return { kind: 'passed', trust, at: at('alg') }
  return { kind: 'fault', code: 'oidc.header-keys.ignored', trust, at: at(first), actual: there.join(', ') }
})
