import { expect, test } from 'vitest'
import { remoteBaseUrl } from '#main/desktop/services/remote-base-url.ts'

test.each([
  ['https://sso.example.com', 'https://sso.example.com'],
  ['  https://SSO.example.com/  ', 'https://sso.example.com'],
  ['https://example.com/tenant/', 'https://example.com/tenant'],
  ['https://example.com/tenant/sign-in?x=1#y', 'https://example.com/tenant'],
  ['https://example.com/api/v1/admin/sso/providers', 'https://example.com'],
  ['https://example.com:8443/docs', 'https://example.com:8443'],
  ['http://127.0.0.1:7500', 'http://127.0.0.1:7500'],
  ['http://localhost:7500/sign-in', 'http://localhost:7500'],
  ['http://[::1]:7500', 'http://[::1]:7500'],
])('%s is the backend at %s', (text, url) => {
  expect(remoteBaseUrl(text)).toBe(url)
})

test.each([
  ['', 'tenant.not-a-url'],
  ['sso.example.com', 'tenant.not-a-url'],
  ['ftp://sso.example.com', 'tenant.not-a-url'],
  ['https://admin:secret@sso.example.com', 'tenant.not-a-url'],
  ['http://sso.example.com', 'tenant.not-encrypted'],
  ['http://127.0.0.1.example.com', 'tenant.not-encrypted'],
  ['http://localhost.example.com', 'tenant.not-encrypted'],
])('%s is refused at its field', (text, code) => {
  expect(() => remoteBaseUrl(text)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code, field: 'url' }) }),
  )
})
