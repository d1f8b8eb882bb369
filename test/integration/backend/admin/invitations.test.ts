import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

const DAY = 86_400_000
const inviteOnly = { policies: { jitEnabled: false } } as const
const grace = { email: 'grace@acme.example', nameId: 'grace-1' }

test('an invitation gives its role at the first sign-in, beside or without JIT', async () => {
  const world = await openSignInWorld({}, inviteOnly)
  const { call } = world.tenant
  expect((await world.signIn(new TestBrowser(), grace)).text).toContain('you have no account here')
  const made = await call('POST', '/invitations', { email: ' Grace@Acme.example ', role: 'viewer' })
  expect(made).toMatchObject({
    status: 201,
    body: { invitation: { email: grace.email, role: 'viewer', state: 'open', acceptedAt: null } },
  })
  const token = new URL(made.body.invitationUrl).pathname.split('/').at(-1) ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  expect((await world.everyByteStored()).includes(token)).toBe(false)
  expect((await world.signIn(new TestBrowser(), grace)).text).toContain(grace.email)
  const [invitation] = (await call('GET', '/invitations')).body.invitations
  expect(invitation).toMatchObject({ state: 'accepted', acceptedAt: world.now().toISOString() })
  const member = (await call('GET', '/members')).body.members.find(
    ({ email }: { email: string }) => email === grace.email,
  )
  expect(member.role).toBe('viewer')
  expect((await call('DELETE', `/invitations/${invitation.id}`)).status).toBe(409)
  expect((await call('POST', '/invitations', { email: grace.email })).body).toMatchObject({
    error: 'conflict',
    message: expect.stringContaining('a member already'),
  })
})

test('one that is revoked, replaced or over lets nobody in', async () => {
  const world = await openSignInWorld({}, inviteOnly)
  const { call } = world.tenant
  const states = async () =>
    (await call('GET', '/invitations')).body.invitations.map(({ state }: { state: string }) => state).toSorted()
  const { invitation } = (await call('POST', '/invitations', { email: grace.email, role: 'owner' })).body
  expect((await call('DELETE', `/invitations/${invitation.id}`)).status).toBe(200)
  expect((await world.signIn(new TestBrowser(), grace)).text).toContain('invit')
  await call('POST', '/invitations', { email: grace.email, role: 'admin', days: 1 })
  await call('POST', '/invitations', { email: grace.email, role: 'viewer', days: 1 })
  expect(await states()).toEqual(['open', 'revoked', 'revoked'])
  world.advance(DAY)
  expect(await states()).toEqual(['expired', 'revoked', 'revoked'])
  expect((await world.signIn(new TestBrowser(), grace)).text).toContain('your invitation has expired')
  expect((await call('GET', '/members')).body.total).toBe(1)
})
