import { expect, test } from 'vitest'
import { redactAddress } from '#main/desktop/login-browser/redact-address.ts'

test.each([
  ['https://idp.example/sso?SAMLRequest=abc&RelayState=secret', 'https://idp.example/sso?SAMLRequest=…&RelayState=…'],
  ['https://user:word@idp.example:8443/a/b', 'https://idp.example:8443/a/b'],
  ['https://idp.example/cb#access_token=secret', 'https://idp.example/cb'],
  ['https://idp.example/login/68f7deca5c7c8c2016a73441fb0ab732', 'https://idp.example/login/…'],
  ['https://idp.example/app/exkABCDEFGHIJKLMNOPQRSTUVWX123/sso', 'https://idp.example/app/…/sso'],
  ['https://idp.example/page;jsessionid=SECRET/next', 'https://idp.example/page/next'],
  [
    'https://login.example/3f2504e0-4f89-11d3-9a0c-0305e82c3301/saml2',
    'https://login.example/3f2504e0-4f89-11d3-9a0c-0305e82c3301/saml2',
  ],
  [
    'https://login.example/oops?error=access_denied&error_description=not%20assigned&session=x',
    'https://login.example/oops?error=access_denied&error_description=not%20assigned&session=…',
  ],
  ['myapp://callback?code=secret', 'myapp:…'],
  ['data:text/html,secret', 'data:…'],
  ['no address', '(not an address)'],
])('%s', (address, written) => {
  expect(redactAddress(address)).toBe(written)
})
