import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('without its provider a domain signs in by link again, and accounts and sessions are as they were', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const browser = new TestBrowser()
  await world.signIn(browser)
  const email = 'ada@acme.example'
  const before = await browser.post(`${world.url}/sign-in`, { email })
  expect(before.location?.pathname).toBe('/saml/start')
  expect((await call('DELETE', `/providers/${world.provider.id}`)).status).toBe(200)
  const after = await new TestBrowser().post(`${world.url}/sign-in`, { email })
  expect(after.text).toContain('type="password"')
  expect(after.text).toContain('link')
  expect(after.text).not.toContain('single sign-on')
  expect((await browser.get(`${world.url}/`)).text).toContain(email)
  expect((await call('GET', '/members')).body.total).toBe(2)
  expect((await call('GET', '/domain-check?domain=acme.example')).body.available).toBe(true)
  const start = await new TestBrowser().get(`${world.url}/saml/start?connection=${world.provider.id}`)
  expect(start.status).toBe(404)
  const metadata = await new TestBrowser().get(`${world.url}/saml/metadata?connection=${world.provider.id}`)
  expect(metadata.status).toBe(404)
})
