import { CompactEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { tokenWhatIf } from '#main/checks/what-if/token-what-if.ts'
import { keysOf, soundTokenContext, type TokenContextChange } from '#test/support/oidc/token-judging.ts'
import {
  at,
  CLIENT,
  ISSUER,
  idToken,
  makeSigningKey,
  publicJwk,
  type TokenParts,
} from '#test/support/oidc/token-message.ts'

const key = makeSigningKey()
const next = makeSigningKey('RS256', 'key-2')

const explain = async (claims: TokenParts['claims'], change: TokenContextChange = {}, signer = key) =>
  (
    await tokenWhatIf(idToken(signer, { claims: claims ?? {} }), soundTokenContext([key], change), {
      keys: keysOf(publicJwk(key), publicJwk(next)),
      privateKeys: [],
    })
  ).map(({ kind, to, allowed }) => [kind, to, allowed])

describe('names the one change with which it passes', () => {
  test.each([
    ['the issuer', { iss: `${ISSUER}/` }, [['issuer', `${ISSUER}/`, true]]],
    ['the client ID', { aud: 'other' }, [['audience', 'other', true]]],
    ['the nonce', { nonce: 'other' }, [['nonce', 'other', true]]],
    [
      'a clock',
      { exp: at(-100), iat: at(-200), auth_time: at(-210) },
      [
        ['clock-skew', '120 s', true],
        ['time', new Date(at(-199) * 1000).toISOString(), true],
      ],
    ],
    [
      'more than clocks may differ',
      { exp: at(-500), iat: at(-520), auth_time: at(-530) },
      [
        ['clock-skew', '600 s', false],
        ['time', new Date(at(-519) * 1000).toISOString(), true],
      ],
    ],
    ['two things at once: none', { aud: 'other', nonce: 'other' }, []],
  ])('%s', async (_name, claims, expected) => {
    expect(await explain(claims)).toEqual(expected)
  })

  test('the tenant', async () => {
    expect(await explain({ hd: 'example.org' }, { provider: { tenants: ['example.com'] } })).toEqual([
      ['tenant', 'example.org', true],
    ])
  })

  test('the algorithm of the connection', async () => {
    expect(await explain({}, { client: { signingAlgorithm: 'ES256' } })).toEqual([['algorithm', 'RS256', true]])
  })

  test('keys that were fetched again', async () => {
    expect(await explain({ aud: CLIENT }, {}, next)).toEqual([['key', 'key-2 (RSA 2048, RS256, sig)', true]])
  })
})

test('a key that opens what is sealed', async () => {
  const sealed = await new CompactEncrypt(Buffer.from(idToken(key)))
    .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A128GCM' })
    .encrypt(next.publicKey)
  const others = { keys: [], privateKeys: [key.privateKey, next.privateKey] }
  expect(await tokenWhatIf(sealed, soundTokenContext([key]), others)).toMatchObject([
    { kind: 'private-key', to: 'another private key (2)' },
  ])
})

test('a forged token passes with no change', async () => {
  expect(await explain({}, {}, makeSigningKey())).toEqual([])
})
