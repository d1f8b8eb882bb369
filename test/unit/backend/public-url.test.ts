import { expect, test } from 'vitest'
import { BackendRefused } from '#main/backend/backend-refused.ts'
import { checkPublicUrl } from '#main/backend/public-url.ts'

test('scheme and host, nothing after them', () => {
  expect(checkPublicUrl(undefined)).toBeUndefined()
  expect(checkPublicUrl('https://SSO.acme.example:443/')).toBe('https://sso.acme.example')
  expect(checkPublicUrl('http://localhost:8080')).toBe('http://localhost:8080')
  for (const url of ['http://acme.example', 'https://acme.example/sso', 'https://acme.example?x', 'acme.example', '']) {
    expect(() => checkPublicUrl(url)).toThrow(BackendRefused)
  }
})
