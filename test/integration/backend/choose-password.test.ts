import { expect, test } from 'vitest'
import { addressIn, askForLink, followLink, readOutbox } from '#test/support/backend/links.ts'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

const owner = 'owner@elsewhere.example'
const oldPassword = 'correct horse battery staple'
const password = 'a sentence is good'

async function openWorld() {
  const world = await openTestBackend()
  const tenant = await world.organisation({ owner, ownerPassword: oldPassword })
  const byPassword = async (browser: TestBrowser, given: string) => {
    const page = await browser.post(`${world.url}/sign-in`, { email: owner, with: 'password' })
    const form = { email: owner, password: given, formToken: fieldOf(page, 'formToken') }
    return browser.post(`${world.url}/sign-in/password`, form)
  }
  const byLink = async (browser: TestBrowser) => {
    await askForLink(world, browser, owner)
    return followLink(browser, addressIn((await readOutbox(tenant, 1))[0]!))
  }
  return { ...world, tenant, byPassword, byLink, page: `${world.url}/account/password` }
}

test('who came by a link chooses a password; the other sessions end and the old password is worth nothing', async () => {
  const world = await openWorld()
  const before = new TestBrowser()
  await world.byPassword(before, oldPassword)
  const browser = new TestBrowser()
  const home = await world.byLink(browser)
  expect(home.text).toContain('href="/account/password"')
  const form = await browser.get(world.page)
  const saved = await browser.post(world.page, { password, formToken: fieldOf(form, 'formToken') })
  expect(saved.location?.pathname).toBe('/')
  expect((await browser.get(`${world.url}/`)).status).toBe(200)
  expect((await before.get(`${world.url}/`)).status).toBe(303)
  expect((await world.byPassword(new TestBrowser(), oldPassword)).status).toBe(401)
  expect((await world.byPassword(new TestBrowser(), password)).status).toBe(303)
  const actions = (await world.tenant.call('GET', '/audit')).body.events.map(({ action }: { action: string }) => action)
  expect(actions).toContain('sso.password.changed')
})

test('a password session, one that is not fresh, and a foreign form do not', async () => {
  const world = await openWorld()
  const known = new TestBrowser()
  await world.byPassword(known, oldPassword)
  const page = await known.get(world.page)
  expect([page.status, page.text.includes('Sign in by a link first')]).toEqual([403, true])
  const browser = new TestBrowser()
  await world.byLink(browser)
  expect((await browser.post(world.page, { password, formToken: 'none' })).status).toBe(403)
  const { text } = await browser.get(world.page)
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!
  world.advance(16 * MINUTE)
  expect((await browser.post(world.page, { password, formToken })).status).toBe(403)
  expect((await new TestBrowser().get(world.page)).location?.pathname).toBe('/sign-in')
})

test('people end their other sessions themselves', async () => {
  const world = await openWorld()
  const elsewhere = new TestBrowser()
  await world.byPassword(elsewhere, oldPassword)
  const here = new TestBrowser()
  const home = await here.follow(await world.byPassword(here, oldPassword))
  expect(home.text).toContain('<dt>Other sessions</dt><dd>1</dd>')
  await here.post(`${world.url}/account/end-others`, { formToken: fieldOf(home, 'formToken') })
  expect((await elsewhere.get(`${world.url}/`)).status).toBe(303)
  expect((await here.get(`${world.url}/`)).text).not.toContain('Other sessions')
})

test('beside single sign-on the password is a setting: without it the domain goes to its identity provider', async () => {
  const world = await openSignInWorld({}, { ownerPassword: oldPassword })
  const email = 'owner@acme.example'
  const browser = new TestBrowser()
  const asked = await browser.post(`${world.url}/sign-in`, { email, with: 'password' })
  const form = { email, password: oldPassword, formToken: fieldOf(asked, 'formToken') }
  await world.tenant.call('PATCH', '/policy', { passwordBesideSso: false })
  expect((await browser.post(`${world.url}/sign-in/password`, form)).status).toBe(403)
  expect((await browser.post(`${world.url}/sign-in`, { email, with: 'password' })).status).toBe(403)
  await world.tenant.call('PATCH', '/policy', { passwordBesideSso: true })
  expect((await browser.post(`${world.url}/sign-in/password`, form)).status).toBe(303)
})

test('the address that a refused password is sent to is a setting; an outage window lets it in', async () => {
  const world = await openSignInWorld({}, { ownerPassword: oldPassword })
  const { tenant } = world
  const email = 'owner@acme.example'
  const browser = new TestBrowser()
  const asked = await browser.post(`${world.url}/sign-in`, { email, with: 'password' })
  const form = { email, password: oldPassword, formToken: fieldOf(asked, 'formToken') }
  const tryIt = () => browser.post(`${world.url}/sign-in/password`, form, { headers: { accept: 'application/json' } })
  await tenant.call('PUT', '/enforcement', { enforced: true })
  await tenant.call('PATCH', '/policy', { ssoRedirectUrl: 'idp-url' })
  expect(JSON.parse((await tryIt()).text)).toEqual({
    error: 'SSO is required for this workspace. Please sign in via your identity provider.',
    ssoRedirectUrl: 'https://idp.acme.example/sso',
  })
  await tenant.call('PUT', '/outage-window', { minutes: 30, reason: 'The identity provider is down' })
  expect((await tryIt()).status).toBe(303)
  world.advance(31 * MINUTE)
  expect((await tryIt()).status).toBe(403)
})

test('where every member is concerned, a right password of another domain is refused, and a wrong one tells nothing', async () => {
  const world = await openSignInWorld({}, { owner, ownerPassword: oldPassword })
  await world.tenant.call('PATCH', '/policy', { enforcementScope: 'all-members' })
  await world.tenant.call('PUT', '/enforcement', { enforced: true })
  const browser = new TestBrowser()
  const asked = await browser.post(`${world.url}/sign-in`, { email: owner, with: 'password' })
  const form = { email: owner, formToken: fieldOf(asked, 'formToken') }
  const headers = { accept: 'application/json' }
  const right = await browser.post(`${world.url}/sign-in/password`, { ...form, password: oldPassword }, { headers })
  expect([right.status, JSON.parse(right.text).ssoRedirectUrl]).toEqual([403, world.provider.handOut!.startUrl])
  expect((await browser.post(`${world.url}/sign-in/password`, { ...form, password: 'wrong one' })).status).toBe(401)
})
