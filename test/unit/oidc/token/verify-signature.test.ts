import { CompactSign } from 'jose'
import { describe, expect, test } from 'vitest'
import { parseCompactToken, type SignedToken } from '#main/oidc/token/compact-token.ts'
import { verifySignature } from '#main/oidc/token/verify-signature.ts'
import { keysOf } from '#test/support/oidc/token-judging.ts'
import { makeSigningKey, publicJwk } from '#test/support/oidc/token-message.ts'

function read(text: string): SignedToken {
  const token = parseCompactToken(text)
  if (token.kind !== 'signed') throw new Error(token.kind)
  return token
}

/** Signed by jose, so that no mistake of ours could cancel itself out. */
const signedByJose = (alg: string, key: Parameters<CompactSign['sign']>[0]) =>
  new CompactSign(Buffer.from('{"sub":"ada"}')).setProtectedHeader({ alg, kid: 'key-1' }).sign(key)

/** RSA keys are slow to make, and serve every RSA algorithm. */
const rsa = [makeSigningKey('RS256'), makeSigningKey('RS256')] as const
const pairFor = (alg: string) =>
  /^[RP]S/.test(alg)
    ? ([
        { ...rsa[0], alg },
        { ...rsa[1], alg },
      ] as const)
    : ([makeSigningKey(alg), makeSigningKey(alg)] as const)

describe('verifies what jose signs, and nothing else', () => {
  test.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])(
    '%s',
    async (alg) => {
      const [key, other] = pairFor(alg)
      const token = await signedByJose(alg, key.privateKey)
      const judge = (text: string, jwk: unknown) =>
        verifySignature(read(text), { keys: keysOf(jwk), clientSecret: undefined })
      expect(judge(token, publicJwk(key))).toMatchObject({ value: 'verified', verifiedBy: { id: 'key-1' } })
      expect(judge(token, publicJwk(other))).toMatchObject({ value: 'refuted', claims: undefined })
      const changed = token.replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"eve"}').toString('base64url')}.`)
      expect(judge(changed, publicJwk(key))).toMatchObject({ value: 'refuted', claims: undefined })
    },
  )

  test.each(['HS256', 'HS384', 'HS512'])('%s with the client secret alone', async (alg) => {
    const secret = 'a client secret that is long enough for any of these hashes, 64 bytes'
    const token = read(await signedByJose(alg, Buffer.from(secret)))
    expect(verifySignature(token, { keys: [], clientSecret: secret })).toMatchObject({ value: 'verified' })
    expect(verifySignature(token, { keys: [], clientSecret: 'another' })).toMatchObject({ value: 'refuted' })
    expect(verifySignature(token, { keys: [], clientSecret: undefined })).toMatchObject({ value: 'not-computed' })
  })
})
