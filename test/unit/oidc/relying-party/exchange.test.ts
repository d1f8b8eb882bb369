import { expect, test } from 'vitest'
import { maskBody, maskForm, maskHeaders } from '#main/oidc/relying-party/exchange.ts'

test('secrets of a request are masked, all else is shown', () => {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_secret: 's3cret',
    code: 'c0de',
    redirect_uri: 'https://a',
  })
  expect(maskForm(form)).toEqual({
    grant_type: 'authorization_code',
    client_secret: '••••••',
    code: '••••••',
    redirect_uri: 'https://a',
  })
  expect(maskHeaders({ authorization: 'Basic czNjcmV0', accept: 'application/json', 'set-cookie': 'sid=1' })).toEqual({
    authorization: 'Basic ••••••',
    accept: 'application/json',
    'set-cookie': '••••••',
  })
})

test('tokens of an answer are masked, errors are not', () => {
  const answer = '{"access_token" : "aaa","id_token":"b.b.b","refresh_token":"ccc","scope":"openid"}'
  expect(maskBody(Buffer.from(answer))).not.toMatch(/aaa|b\.b\.b|ccc/)
  expect(maskBody(Buffer.from('{"error":"invalid_grant"}'))).toBe('{"error":"invalid_grant"}')
  expect(maskBody(Buffer.from([0xff, 0xfe]))).toBeNull()
})

test('an escaped quote in a token hides nothing behind it', () => {
  expect(maskBody(Buffer.from('{"access_token":"a\\"secret","x":"y"}'))).not.toContain('secret')
})

test('nor one in an answer that is a form, or in a page that repeats the request', () => {
  const form = 'access_token=aaa.bbb&token_type=bearer&refresh_token=ccc'
  expect(maskBody(Buffer.from(form))).toBe('access_token=••••••&token_type=bearer&refresh_token=••••••')
  const page = '<p>Refused: grant_type=authorization_code&amp;client_secret=s%20s</p>'
  expect(maskBody(Buffer.from(page))).toBe('<p>Refused: grant_type=authorization_code&amp;client_secret=••••••</p>')
})
