import { expect, test } from 'vitest'
import { sameDigest, TOKEN_BYTES, tokenSha256, tokenText } from '#main/backend/secrets/tokens.ts'

test('a token is 43 characters that fit into an address, a cookie and RelayState', () => {
  expect(tokenText(new Uint8Array(TOKEN_BYTES).fill(255))).toMatch(/^[\w-]{43}$/)
})

test('digests are compared whole', () => {
  const digest = tokenSha256('token')
  expect(sameDigest(digest, tokenSha256('token'))).toBe(true)
  expect(sameDigest(digest, tokenSha256('Token'))).toBe(false)
  expect(sameDigest(digest, digest.slice(2))).toBe(false)
  expect(sameDigest('', '')).toBe(false)
})
