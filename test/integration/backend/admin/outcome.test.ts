import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('what is foretold is what a sign-in then does', async () => {
  const world = await openSignInWorld({}, { policies: { jitEnabled: false } })
  const { call } = world.tenant
  const foretell = async (email: string, more: object = {}) =>
    (await call('POST', `/providers/${world.provider.id}/outcome`, { email, ...more })).body.outcome
  const ada = 'ada@acme.example'
  expect(await foretell(ada)).toEqual({ kind: 'refused', because: 'no-account' })
  expect(await foretell('ada@elsewhere.example')).toEqual({ kind: 'refused', because: 'email-outside-domains' })
  expect(await foretell('owner@acme.example')).toEqual({ kind: 'linked', role: 'owner' })
  await call('POST', '/invitations', { email: ada, role: 'viewer' })
  expect(await foretell(ada)).toEqual({ kind: 'invited', role: 'viewer' })
  await call('PATCH', '/policy', { jitEnabled: true, defaultRole: 'admin' })
  expect(await foretell('new@acme.example')).toEqual({ kind: 'created', role: 'admin' })
  expect((await call('GET', '/members')).body.total).toBe(1)
  await world.signIn(new TestBrowser())
  expect(await foretell(ada, { nameId: 'ada-1' })).toEqual({ kind: 'known', role: 'viewer' })
  const member = (await call('GET', '/members')).body.members.find(({ email }: { email: string }) => email === ada)
  expect(member.role).toBe('viewer')
  await call('PATCH', `/members/${member.id}`, { active: false })
  expect(await foretell(ada, { nameId: 'ada-1' })).toEqual({ kind: 'refused', because: 'deactivated' })
  await call('DELETE', `/members/${member.id}`)
  expect(await foretell(ada, { nameId: 'ada-1' })).toEqual({ kind: 'refused', because: 'removed' })
})

test('groups give a role where the policy says so', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const foretell = async (groups?: string[]) =>
    (await call('POST', `/providers/${world.provider.id}/outcome`, { email: 'new@acme.example', groups })).body.outcome
  await call('PATCH', '/policy', {
    groupSync: 'every-sign-in',
    groupRoles: [
      { group: 'Administrators', role: 'admin' },
      { group: 'Readers', role: 'viewer' },
    ],
  })
  expect(await foretell(['Readers'])).toEqual({ kind: 'created', role: 'viewer' })
  expect(await foretell(['Readers', 'Administrators'])).toEqual({ kind: 'created', role: 'admin' })
  expect(await foretell([])).toEqual({ kind: 'created', role: 'member' })
  expect(await foretell()).toEqual({ kind: 'created', role: 'member' })
})
