import { isForSignatures, type ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import { isSymmetric, signatureMethods } from '#main/oidc/token/signature-methods.ts'
import { describeKey } from './describe-key.ts'
import { show } from './show.ts'
import { onHeader, type TokenSubject } from './token-subject.ts'

/** Below this RSA keys are broken by those who can afford it (NIST SP 800-131A). */
export const LEAST_RSA_BITS = 2048

/** OpenID Connect Core §10.1: which key of the provider the token names, and whether it may sign. */
export const keyIsOfProvider = onHeader('oidc.key', (subject, trust, at) => {
  const { token, signature, context } = subject
  const place = at('kid')
  const { kid } = token.header.object
  if (kid !== undefined && typeof kid !== 'string')
    return { kind: 'fault', code: 'oidc.key.not-a-name', trust, at: place, actual: show(kid) }
  const { keys } = context.provider
  const why = notJudged(subject)
  if (keys === undefined || why !== undefined)
    return { kind: 'not-verified', trust, at: place, actual: kid, detail: why ?? noKeys }
  const evidence = { trust, at: place, expected: keys.map(describeKey).join('\n'), actual: kid ?? 'no kid' }
  const [first] = signature.named
  if (kid !== undefined && first === undefined) return { kind: 'fault', code: 'oidc.key.unknown', ...evidence }
  const [fitting, another] = signature.fitting
  if (fitting === undefined) {
    const code = kid === undefined || first === undefined ? 'oidc.key.none' : whyNot(first)
    return { kind: 'fault', code, ...evidence, ...(first === undefined ? {} : { actual: describeKey(first) }) }
  }
  const used = typeof signature.verifiedBy === 'object' ? signature.verifiedBy : fitting
  if (used.bits !== null && used.bits < LEAST_RSA_BITS) {
    const expected = `at least ${LEAST_RSA_BITS} bits`
    return { kind: 'fault', code: 'oidc.key.weak', trust, at: place, expected, actual: `${used.bits} bits` }
  }
  if (kid === undefined && another !== undefined) return { kind: 'fault', code: 'oidc.key.not-named', ...evidence }
  return { kind: 'passed', trust, at: place, actual: describeKey(used) }
})

const noKeys = 'The keys of the identity provider were not given.'

/** A shared secret has no key to name; an algorithm nobody knows fits no key. */
function notJudged({ signature: { algorithm } }: TokenSubject): string | undefined {
  if (algorithm === undefined || !signatureMethods.has(algorithm)) return 'The algorithm needs no key that we know.'
  return isSymmetric(algorithm) ? 'The algorithm works with a shared secret.' : undefined
}

function whyNot(key: ProviderKey) {
  if (!isForSignatures(key)) return 'oidc.key.encryption-only'
  return key.key === undefined ? 'oidc.key.unreadable' : 'oidc.key.other-algorithm'
}
