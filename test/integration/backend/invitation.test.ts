import { expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

const email = 'grace@elsewhere.example'
const DAY = 86_400_000

async function openWorld() {
  const world = await openTestBackend()
  const tenant = await world.organisation()
  const invite = async (role = 'viewer') =>
    (await tenant.call('POST', '/invitations', { email, role })).body.invitationUrl as string
  const member = async () =>
    (await tenant.call('GET', '/members')).body.members.find((one: { email: string }) => one.email === email)
  return { ...world, tenant, invite, member }
}

test('an invitation makes the account with its role and the password that was chosen, once', async () => {
  const world = await openWorld()
  const address = await world.invite()
  const browser = new TestBrowser()
  const page = await browser.get(address)
  expect(page.text).toContain('Join Acme')
  expect(page.text).toContain('Your role will be viewer.')
  const formToken = fieldOf(page, 'formToken')
  const short = await browser.post(address, { with: 'password', password: 'short', formToken })
  expect([short.status, short.text.includes('Choose at least 8 characters.')]).toEqual([400, true])
  const password = 'a sentence is good'
  const home = await browser.follow(await browser.post(address, { with: 'password', password, formToken }))
  expect(home.text).toContain(`You are signed in to Acme as ${email}`)
  expect(await world.member()).toMatchObject({ role: 'viewer', active: true })

  const later = new TestBrowser()
  const asked = await later.post(`${world.url}/sign-in`, { email, with: 'password' })
  const form = { email, password, formToken: fieldOf(asked, 'formToken') }
  expect((await later.follow(await later.post(`${world.url}/sign-in/password`, form))).text).toContain('signed in')
  expect((await new TestBrowser().get(address)).status).toBe(410)
  expect((await browser.post(address, { with: 'link', formToken })).status).toBe(410)
})

test('without a password too; an expired, revoked or replaced invitation opens nothing', async () => {
  const world = await openWorld()
  const replaced = await world.invite()
  const expired = await world.invite('member')
  expect((await new TestBrowser().get(replaced)).status).toBe(410)
  world.advance(8 * DAY)
  const gone = await new TestBrowser().get(expired)
  expect([gone.status, gone.text.includes('This invitation works no more')]).toEqual([410, true])
  const address = await world.invite('admin')
  const browser = new TestBrowser()
  const page = await browser.get(address)
  const formToken = fieldOf(page, 'formToken')
  expect((await new TestBrowser().post(address, { with: 'link', formToken })).status).toBe(403)
  await browser.post(address, { with: 'link', formToken })
  expect(await world.member()).toMatchObject({ role: 'admin' })
})

test('who was removed comes back by an invitation, and the old password is forgotten', async () => {
  const world = await openWorld()
  const join = async (role: string, form: Record<string, string>) => {
    const address = await world.invite(role)
    const browser = new TestBrowser()
    const formToken = fieldOf(await browser.get(address), 'formToken')
    return browser.follow(await browser.post(address, { ...form, formToken }))
  }
  await join('admin', { with: 'password', password: 'a sentence is good' })
  const { id } = await world.member()
  await world.tenant.call('DELETE', `/members/${id}`)
  world.advance(1_000)
  expect((await join('viewer', { with: 'link' })).text).toContain('You are signed in to Acme')
  expect(await world.member()).toMatchObject({ id, role: 'viewer' })
  const browser = new TestBrowser()
  const asked = await browser.post(`${world.url}/sign-in`, { email, with: 'password' })
  const form = { email, password: 'a sentence is good', formToken: fieldOf(asked, 'formToken') }
  expect((await browser.post(`${world.url}/sign-in/password`, form)).status).toBe(401)
})

test('single sign-on accepts it too; once that is enforced nothing else does', async () => {
  const world = await openSignInWorld()
  const { tenant, provider } = world
  await tenant.call('PATCH', '/policy', { jitEnabled: false })
  const invited = 'ada@acme.example'
  const { invitationUrl } = (await tenant.call('POST', '/invitations', { email: invited, role: 'admin' })).body
  const open = await new TestBrowser().get(invitationUrl)
  expect(open.text).toContain(`href="${provider.handOut!.startUrl}"`)
  expect(open.text).toContain('Choose a password')
  await tenant.call('PUT', '/enforcement', { enforced: true })
  const closed = await new TestBrowser().get(invitationUrl)
  expect(closed.text).toContain(`href="${provider.handOut!.startUrl}"`)
  expect(closed.text).not.toContain('Choose a password')
  const browser = new TestBrowser()
  await browser.get(`${world.url}/sign-in`)
  const other = fieldOf(
    await browser.post(`${world.url}/sign-in`, { email: 'x@other.example', with: 'password' }),
    'formToken',
  )
  const forced = await browser.post(invitationUrl, {
    with: 'password',
    password: 'a sentence is good',
    formToken: other,
  })
  expect(forced.status).toBe(403)
  const home = await world.signIn(new TestBrowser(), { email: invited })
  expect(home.text).toContain('<dd>admin</dd>')
  expect((await tenant.call('GET', '/invitations')).body.invitations[0].state).toBe('accepted')
})
