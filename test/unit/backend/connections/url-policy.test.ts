import { expect, test } from 'vitest'
import { isSafeUrl } from '#main/backend/connections/url-policy.ts'

test.each([
  'https://idp.example/sso',
  'https://idp.example:8443',
  'http://127.0.0.1:8080/sso',
  'http://localhost',
  'http://[::1]:1',
])('%s is an address we use', (url) => expect(isSafeUrl(url)).toBe(true))

test.each([
  'http://idp.example/sso',
  'http://127.0.0.1.evil.test',
  'http://localhost.evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://idp.example',
  '//idp.example',
  '/\\evil.test',
  'https://ok@evil.test',
  'https://ok:pw@evil.test',
  '',
])('%s is not', (url) => expect(isSafeUrl(url)).toBe(false))
