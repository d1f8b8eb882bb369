import { expect, test } from 'vitest'
import { isCallback } from '#main/desktop/login-browser/is-callback.ts'
import { holdsAuthorizationResponse } from '#main/desktop/login-browser/wire-events.ts'
import { mayOpenSignIn } from '#main/desktop/security/outside-links.ts'

test.each([
  ['https://app.example/cb?code=1&state=2', 'https://app.example/cb', true],
  ['https://app.example/cb?tenant=7&code=1', 'https://app.example/cb?tenant=7', true],
  ['https://app.example/cb?code=1', 'https://app.example/cb?tenant=7', false],
  ['https://app.example/cb/?code=1', 'https://app.example/cb', false],
  ['https://app.example:8443/cb?code=1', 'https://app.example/cb', false],
  ['http://app.example/cb?code=1', 'https://app.example/cb', false],
  ['com.example.app:/cb?code=1', 'com.example.app:/cb', true],
  ['com.example.app://cb?code=1', 'com.example.app:/cb', false],
  ['com.example.application:/cb?code=1', 'com.example.app:/cb', false],
  ['not an address', 'https://app.example/cb', false],
])('%s is an answer at %s: %s', (address, url, expected) => {
  expect(isCallback(address, { url, anyQuery: true })).toBe(expected)
})

test('a callback that is posted to has no other query', () => {
  const acs = { url: 'https://app.example/acs?connection=1' }
  expect(isCallback('https://app.example/acs?connection=1#x', acs)).toBe(true)
  expect(isCallback('https://app.example/acs?connection=1&more=2', acs)).toBe(false)
})

test('an answer is known by its parameters, wherever it goes', () => {
  expect(holdsAuthorizationResponse('https://old.example/cb?code=1&state=2')).toBe(true)
  expect(holdsAuthorizationResponse('https://old.example/cb?error=access_denied&state=2')).toBe(true)
  expect(holdsAuthorizationResponse('https://op.example/login?state=2')).toBe(false)
  expect(holdsAuthorizationResponse('nothing')).toBe(false)
})

test.each([
  ['https://op.example/auth?x=1', true],
  ['http://127.0.0.1:7400/oidc/auth', true],
  ['http://op.example/auth', false],
  ['https://user:pass@op.example/', false],
  ['file:///etc/passwd', false],
  ['com.example.app:/cb', false],
  ['javascript:alert(1)', false],
])('the system’s browser may begin a sign-in at %s: %s', (url, expected) => {
  expect(mayOpenSignIn(url)).toBe(expected)
})
