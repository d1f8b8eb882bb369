import { describe, expect, test } from 'vitest'
import { parseCompactToken, TOKEN_LIMIT } from '#main/oidc/token/compact-token.ts'
import { makeSigningKey, signText } from '#test/support/oidc/token-message.ts'

const key = makeSigningKey('ES256')
const refusal = (text: string) => {
  const token = parseCompactToken(text)
  return token.kind === 'refused' ? token.refusal : token.kind
}
const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')

test('takes a signed token apart', () => {
  const token = parseCompactToken(signText(key, '{"alg":"ES256"}', '{"sub":"ada"}'))
  expect(token).toMatchObject({
    kind: 'signed',
    header: { object: { alg: 'ES256' } },
    payload: { object: { sub: 'ada' } },
  })
})

describe('refuses', () => {
  test.each([
    ['nothing', '', { kind: 'empty' }],
    ['an opaque token', '2YotnFZFEjr1zCsicMWpAA', { kind: 'opaque' }],
    ['JSON serialization', '{"payload":"e30","signatures":[]}', { kind: 'json-serialization' }],
    ['two parts', 'e30.e30', { kind: 'parts', count: 2 }],
    ['four parts', 'e30.e30.e30.e30', { kind: 'parts', count: 4 }],
    ['padding', 'e30=.e30.', { kind: 'not-base64url', part: 'header' }],
    ['letters of the other alphabet', 'e30.e30.+/+/', { kind: 'not-base64url', part: 'signature' }],
    ['white space inside', 'e30.e3 0.', { kind: 'not-base64url', part: 'payload' }],
    ['bits that nobody reads', 'e30.e31.', { kind: 'not-base64url', part: 'payload' }],
    [
      'bytes that are not UTF-8',
      `e30.${base64url(Buffer.from([0x7b, 0xff, 0x7d]))}.`,
      { kind: 'not-json', part: 'payload', why: { kind: 'not-utf8' } },
    ],
    ['a list', `e30.${base64url('[]')}.`, { kind: 'not-json', part: 'payload', why: { kind: 'not-an-object' } }],
    [
      'text after the JSON',
      `${base64url('{} x')}.e30.`,
      { kind: 'not-json', part: 'header', why: { kind: 'not-json', at: { document: 'header', column: 4 } } },
    ],
    ['a byte order mark', `${base64url('\ufeff{}')}.e30.`, { kind: 'not-json', part: 'header' }],
    ['too much', `e30.${'A'.repeat(TOKEN_LIMIT)}.`, { kind: 'too-large' }],
  ])('%s', (_name, text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })
})
