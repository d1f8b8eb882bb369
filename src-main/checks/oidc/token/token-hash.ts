import { createHash } from 'node:crypto'
import { signatureMethods } from '#main/oidc/token/signature-methods.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import { show } from './show.ts'
import type { TokenSubject } from './token-subject.ts'

/** Left half of the hash of the signature algorithm (OpenID Connect Core §3.1.3.6); Ed25519 hashes with SHA-512. */
export function halfHash(value: string, algorithm: string): string | undefined {
  const method = signatureMethods.get(algorithm)
  if (method === undefined) return undefined
  const digest = createHash(method.hash ?? 'sha512')
    .update(value, 'ascii')
    .digest()
  return digest.subarray(0, digest.length / 2).toString('base64url')
}

const belongs = <Code extends 'oidc.access-token-hash' | 'oidc.code-hash'>(
  code: Code,
  claim: 'at_hash' | 'c_hash',
  member: 'accessToken' | 'code',
): CheckOf<TokenSubject, 'oidc.access-token-hash' | 'oidc.code-hash'> => ({
  code,
  run({ reading: { claims, trust }, context, signature }) {
    const hash = claims.value(claim)
    const given = context.beside[member]
    const evidence = { trust, at: claims.at(claim), actual: show(hash) }
    if (hash === undefined)
      return {
        kind: 'passed',
        trust,
        at: claims.at(claim),
        detail: `There is no ${claim}, which is allowed in the code flow.`,
      }
    if (given === undefined) return { kind: 'not-verified', ...evidence, detail: `${names[member]} was not given.` }
    const expected = halfHash(given, signature.algorithm ?? '')
    if (expected === undefined) return { kind: 'not-verified', ...evidence, detail: 'The algorithm is not known.' }
    if (hash === expected) return { kind: 'passed', ...evidence }
    return { kind: 'fault', code: `${code}.mismatch`, ...evidence, expected }
  },
})

const names = { accessToken: 'The access token', code: 'The authorization code' } as const

/** An access token may be opaque: it is hashed as it is, and never read. */
export const accessTokenBelongs = belongs('oidc.access-token-hash', 'at_hash', 'accessToken')
export const codeBelongs = belongs('oidc.code-hash', 'c_hash', 'code')
