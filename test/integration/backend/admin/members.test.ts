import { expect, test } from 'vitest'
import { callWith } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('a role is changed in the list, and holds from the next request on', async () => {
  const { call, member, ada } = await withAda()
  expect(member).toMatchObject({ email: 'ada@acme.example', role: 'member', status: 'active', active: true })
  expect(await ada('GET', '/members')).toMatchObject({
    status: 403,
    body: { error: 'forbidden', message: expect.stringContaining('Only owners and admins') },
  })
  const changed = await call('PATCH', `/members/${member.id}`, { role: 'admin' })
  expect(changed).toMatchObject({ status: 200, body: { member: { role: 'admin' } } })
  expect((await ada('GET', '/members')).status).toBe(200)
  expect((await call('GET', `/members/${member.id}`)).body).toEqual(changed.body)
})

test('deactivation ends every session before it is answered, and the identity provider cannot undo it', async () => {
  const { world, call, member, browser } = await withAda()
  expect((await browser.get(`${world.url}/`)).text).toContain('ada@acme.example')
  expect((await call('PATCH', `/members/${member.id}`, { active: false })).body.member.status).toBe('deactivated')
  expect((await call('GET', '/sessions')).body.sessions).toEqual([])
  expect((await browser.get(`${world.url}/`)).text).not.toContain('ada@acme.example')
  const refused = await world.signIn(new TestBrowser())
  expect(refused.text).toContain('Your account is deactivated')
  expect((await call('PATCH', `/members/${member.id}`, { active: true })).body.member.status).toBe('active')
  expect((await world.signIn(new TestBrowser())).text).toContain('ada@acme.example')
})

test('who is removed stays removed until invited again', async () => {
  const { world, call, member } = await withAda()
  expect((await call('DELETE', `/members/${member.id}`)).status).toBe(200)
  expect((await call('GET', '/sessions')).body.total).toBe(0)
  expect((await world.signIn(new TestBrowser())).text).toContain('You were removed from this organisation')
  expect((await call('PATCH', `/members/${member.id}`, { role: 'admin' })).status).toBe(409)
  const listed = async (query = '') => (await call('GET', `/members${query}`)).body.members.map(emailOf)
  expect(await listed()).toEqual(['owner@acme.example'])
  expect(await listed('?status=removed')).toEqual(['ada@acme.example'])
  await call('POST', '/invitations', { email: 'ada@acme.example', role: 'viewer' })
  expect((await world.signIn(new TestBrowser())).text).toContain('ada@acme.example')
  expect((await call('GET', `/members/${member.id}`)).body.member).toMatchObject({ status: 'active', role: 'viewer' })
})

test('somebody always owns the organisation', async () => {
  const { call, member } = await withAda()
  const owner = (await call('GET', '/members')).body.members.find(({ role }: { role: string }) => role === 'owner')
  const last = { status: 409, body: { error: 'conflict', message: expect.stringContaining('the last active owner') } }
  expect(await call('PATCH', `/members/${owner.id}`, { role: 'admin' })).toMatchObject(last)
  expect(await call('PATCH', `/members/${owner.id}`, { active: false })).toMatchObject(last)
  expect(await call('DELETE', `/members/${owner.id}`)).toMatchObject(last)
  await call('PATCH', `/members/${member.id}`, { role: 'owner' })
  expect((await call('DELETE', `/members/${owner.id}`)).status).toBe(200)
})

test('an admin manages everyone but owners, and makes nobody one', async () => {
  const { call, member, ada } = await withAda()
  await call('PATCH', `/members/${member.id}`, { role: 'admin' })
  const owner = (await call('GET', '/members')).body.members.find(({ role }: { role: string }) => role === 'owner')
  const refused = { status: 403, body: { error: 'forbidden', message: expect.stringContaining('Only an owner') } }
  expect(await ada('PATCH', `/members/${owner.id}`, { active: false })).toMatchObject(refused)
  expect(await ada('DELETE', `/members/${owner.id}`)).toMatchObject(refused)
  expect(await ada('PATCH', `/members/${member.id}`, { role: 'owner' })).toMatchObject(refused)
  expect(await ada('POST', '/invitations', { email: 'x@acme.example', role: 'owner' })).toMatchObject(refused)
})

const emailOf = ({ email }: { email: string }) => email

async function withAda() {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  await world.signIn(browser)
  const { call } = world.tenant
  const member = (await call('GET', '/members')).body.members.find(
    ({ email }: { email: string }) => email === 'ada@acme.example',
  )
  const ada = callWith(world.url, browser.cookies.get('claimcheck-session') ?? '')
  return { world, call, browser, member, ada }
}
