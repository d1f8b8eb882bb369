import { isSymmetric, signatureMethods } from '#main/oidc/token/signature-methods.ts'
import { show } from './show.ts'
import type { TokenContext } from './token-context.ts'
import { onHeader } from './token-subject.ts'

/** The algorithm is agreed on beforehand and never learnt from the token (RFC 8725 §3.1). */
export const algorithmIsAgreed = onHeader('oidc.algorithm', ({ token, context }, trust, at) => {
  const { alg } = token.header.object
  const expected = expectation(context)
  const evidence = { trust, at: at('alg'), ...(expected === undefined ? {} : { expected }), actual: show(alg) }
  const code = typeof alg === 'string' ? faultOf(alg, context) : 'oidc.algorithm.missing'
  if (code !== undefined) return { kind: 'fault', code, ...evidence }
  if (expected !== undefined) return { kind: 'passed', ...evidence }
  return { kind: 'not-verified', ...evidence, detail: 'The algorithms of the identity provider were not given.' }
})

function faultOf(algorithm: string, { provider, client }: TokenContext) {
  if (algorithm.toLowerCase() === 'none') return 'oidc.algorithm.none'
  if (!signatureMethods.has(algorithm)) return 'oidc.algorithm.unknown'
  if (isSymmetric(algorithm) && client.secret === undefined) return 'oidc.algorithm.shared-secret'
  if (client.signingAlgorithm !== undefined) {
    if (algorithm !== client.signingAlgorithm) return 'oidc.algorithm.unexpected'
  } else if (provider.signingAlgorithms?.includes(algorithm) === false) return 'oidc.algorithm.not-announced'
  return isSymmetric(algorithm) ? 'oidc.algorithm.symmetric' : undefined
}

const expectation = ({ provider, client }: TokenContext) =>
  client.signingAlgorithm ?? provider.signingAlgorithms?.join(', ')
