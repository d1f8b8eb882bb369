import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

const ownerPassword = 'correct horse battery staple'
const openWorld = () => openSignInWorld({}, { ownerPassword })

test('e-mail first: an address of a single sign-on domain sees no password field', async () => {
  const { url, provider } = await openWorld()
  const browser = new TestBrowser()
  const page = await browser.get(`${url}/sign-in`)
  expect(page.text).not.toContain('type="password"')
  expect(page.text).toContain('Use a password instead')
  const chosen = await browser.post(`${url}/sign-in`, { email: 'Anyone@ACME.example', with: 'single-sign-on' })
  expect(chosen.status).toBe(303)
  expect(chosen.location?.href).toBe(provider.handOut!.startUrl)
})

test('another domain, and a subdomain, is asked for a password, whether or not anyone has that address', async () => {
  const { url } = await openWorld()
  for (const email of ['someone@elsewhere.example', 'ada@sub.acme.example']) {
    const page = await new TestBrowser().post(`${url}/sign-in`, { email, with: 'single-sign-on' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('type="password"')
  }
  const garbled = await new TestBrowser().post(`${url}/sign-in`, { email: '"><script>alert(1)</script>' })
  expect(garbled.status).toBe(400)
  expect(garbled.text).toContain('Enter an e-mail address')
  expect(garbled.text).not.toContain('<script>')
})

test('while enforcement is off a password signs in, and a wrong one says the same as an unknown address', async () => {
  const { url } = await openWorld()
  const browser = new TestBrowser()
  const tryPassword = async (email: string, password: string) => {
    const page = await browser.post(`${url}/sign-in`, { email, with: 'password' })
    return browser.post(`${url}/sign-in/password`, { email, password, formToken: fieldOf(page, 'formToken') })
  }
  const wrong = await tryPassword('owner@acme.example', 'wrong')
  const unknown = await tryPassword('nobody@acme.example', 'wrong')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  const same = (text: string) => text.replace(/nonce="\w+"|owner@|nobody@/g, '')
  expect(same(unknown.text)).toBe(same(wrong.text))
  const right = await tryPassword('Owner@acme.example', ownerPassword)
  expect((await browser.follow(right)).text).toContain('You are signed in to Acme as owner@acme.example')
})

test('once single sign-on is enforced the password is refused with where to go, and off again it is back at once', async () => {
  const { url, tenant, provider } = await openWorld()
  const browser = new TestBrowser()
  const email = 'owner@acme.example'
  const asked = await browser.post(`${url}/sign-in`, { email, with: 'password' })
  const form = { email, password: ownerPassword, formToken: fieldOf(asked, 'formToken') }
  const before = new TestBrowser()
  before.cookies.set('claimcheck-browser', browser.cookies.get('claimcheck-browser')!)
  expect((await before.post(`${url}/sign-in/password`, form)).status).toBe(303)

  await tenant.call('PUT', '/enforcement', { enforced: true })
  const headers = { accept: 'application/json' }
  const refused = await browser.post(`${url}/sign-in/password`, form, { headers })
  expect(refused.status).toBe(403)
  expect(JSON.parse(refused.text)).toEqual({
    error: 'SSO is required for this workspace. Please sign in via your identity provider.',
    ssoRedirectUrl: provider.handOut!.startUrl,
  })
  const page = await browser.post(`${url}/sign-in`, { email, with: 'password' })
  expect(page.status).toBe(403)
  expect(page.text).toContain('SSO is required for this workspace.')
  expect(page.text).toContain(provider.handOut!.startUrl)
  // Whoever is signed in stays signed in, and the API key is the way out.
  expect((await before.get(`${url}/`)).status).toBe(200)
  expect((await tenant.call('DELETE', `/providers/${provider.id}`)).status).toBe(409)
  expect((await tenant.call('PATCH', `/providers/${provider.id}`, { enabled: false })).status).toBe(409)
  await tenant.call('PUT', '/enforcement', { enforced: false })
  expect((await browser.post(`${url}/sign-in/password`, form)).status).toBe(303)
})
