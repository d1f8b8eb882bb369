import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

const members = async (world: Awaited<ReturnType<typeof openSignInWorld>>) =>
  (await world.tenant.call('GET', '/members')).body.members as { email: string; role: string; id: string }[]

async function openAsking(config: Record<string, unknown> = {}) {
  const world = await openSignInWorld(config)
  await world.tenant.call('PATCH', '/policy', { jitEnabled: false, newAccount: 'ask', defaultRole: 'viewer' })
  return world
}

test('where the organisation asks first, the account is made when the person says so, and not before', async () => {
  const world = await openAsking()
  const browser = new TestBrowser()
  const asked = await world.signIn(browser)
  expect(asked.text).toContain('You have no account in Acme yet')
  expect(asked.text).toContain('will have the role viewer')
  expect(await members(world)).toHaveLength(1)
  const form = { handle: fieldOf(asked, 'handle'), formToken: fieldOf(asked, 'formToken') }
  const path = `${world.url}/sign-in/new-account`
  expect((await new TestBrowser().post(path, form)).status).toBe(403)
  const home = await browser.follow(await browser.post(path, form))
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
  expect(await members(world)).toContainEqual(expect.objectContaining({ email: 'ada@acme.example', role: 'viewer' }))
  expect((await browser.post(path, form)).status).toBe(403)
  expect((await world.attempts())[0]).toMatchObject({ result: 'accepted' })
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in to Acme as Ada Lovelace')
})

test('the address of the question is worth nothing in another browser', async () => {
  const world = await openAsking()
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const posted = await world.post(browser, world.respond(requestId), relayState)
  expect(posted.location?.pathname).toBe('/sign-in/new-account')
  expect((await new TestBrowser().get(posted.location!.href)).status).toBe(403)
})

test('when the identity provider began, the question is the confirmation', async () => {
  const world = await openAsking({ allowIdpInitiated: true })
  const browser = new TestBrowser()
  const asked = await browser.follow(await world.post(browser, world.respond(undefined)))
  expect(asked.text).toContain('You have no account in Acme yet')
  const form = { handle: fieldOf(asked, 'handle'), formToken: fieldOf(asked, 'formToken') }
  const home = await browser.follow(await browser.post(`${world.url}/sign-in/new-account`, form))
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
})

test('whoever was refused in the meantime reads why', async () => {
  const world = await openAsking()
  const browser = new TestBrowser()
  const asked = await world.signIn(browser)
  await world.tenant.call('PATCH', '/policy', { newAccount: 'refuse' })
  const form = { handle: fieldOf(asked, 'handle'), formToken: fieldOf(asked, 'formToken') }
  const page = await browser.post(`${world.url}/sign-in/new-account`, form)
  expect([page.status, page.text.includes('you have no account here')]).toEqual([403, true])
})

test('each refusal has its own page', async () => {
  const world = await openSignInWorld()
  const { tenant } = world
  const says = async (text: string) => {
    const page = await world.signIn(new TestBrowser())
    expect([page.status, page.text.includes(text)]).toEqual([403, true])
  }
  await tenant.call('PATCH', '/policy', { jitEnabled: false })
  await says('you have no account here. Ask an administrator to invite you')
  const invited = (await tenant.call('POST', '/invitations', { email: 'ada@acme.example' })).body.invitation
  await tenant.call('DELETE', `/invitations/${invited.id}`)
  await says('your invitation has expired or was withdrawn')
  await tenant.call('PATCH', '/policy', { jitEnabled: true })
  await world.signIn(new TestBrowser())
  const { id } = (await members(world)).find(({ email }) => email === 'ada@acme.example')!
  await tenant.call('PATCH', `/members/${id}`, { active: false })
  await says('Your account is deactivated')
  await tenant.call('DELETE', `/members/${id}`)
  await says('You were removed from this organisation')
})
