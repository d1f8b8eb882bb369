import { describe, expect, test } from 'vitest'
import { unpackToken } from '#main/inspect/unpack/unpack-token.ts'

const unpack = (text: string) => unpackToken(Buffer.from(text))

describe('finds the token', () => {
  test.each([
    ['as it is', 'a.b.c\n', { token: 'a.b.c' }],
    ['behind Bearer', 'bearer a.b.c', { token: 'a.b.c' }],
    ['in a token response', '{"access_token":"x","id_token":"a.b.c"}', { token: 'a.b.c', accessToken: 'x' }],
    ['in a fragment', 'https://app.example/cb#code=1&id_token=a.b.c', { token: 'a.b.c', code: '1' }],
    ['in a query', 'https://app.example/cb?x=y&id_token=a.b.c#end', { token: 'a.b.c' }],
    ['in a form', 'id_token=a%2Eb.c&access_token=x%2By', { token: 'a.b.c', accessToken: 'x+y' }],
  ])('%s', (_name, text, expected) => {
    expect(unpack(text)).toEqual(expected)
  })
})

describe('leaves what is ambiguous or something else as it is', () => {
  test.each([
    ['two tokens in a form', 'id_token=a.b.c&id_token=d.e.f'],
    ['a member that stands twice', '{"id_token":"a.b.c","id_token":"d.e.f"}'],
    ['JSON without a token', '{"error":"invalid_grant"}'],
  ])('%s', (_name, text) => {
    expect(unpack(text)).toEqual({ token: text })
  })
})
