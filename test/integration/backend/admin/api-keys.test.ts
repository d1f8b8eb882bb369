import { expect, test } from 'vitest'
import { declaredRoutes } from '#test/support/backend/declared-routes.ts'
import { type Answer, callWith, MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

test('a key is shown once, opens until it is revoked, and nothing stored of it opens anything', async () => {
  const world = await openTestBackend()
  const { call, orgId } = await world.organisation()
  const { apiKey, secret } = (await call('POST', '/api-keys', { name: 'Pipeline' })).body
  expect(apiKey).toMatchObject({ name: 'Pipeline', scopes: ['org:update'], state: 'active', lastUsedAt: null })
  const pipeline = callWith(world.url, secret)
  expect((await pipeline('GET', '/providers')).status).toBe(200)
  const listed = await call('GET', '/api-keys')
  expect(JSON.stringify(listed.body)).not.toContain(secret.slice(-43))
  expect(named(listed, 'Pipeline')).toEqual({ ...apiKey, lastUsedAt: world.now().toISOString() })
  const digest = await readStored(world.options.dataFolder, orgId, (stores) => stores.apiKeys.byId(apiKey.id))
  expect(JSON.stringify(digest)).not.toContain(secret.slice(-43))
  expect((await call('DELETE', `/api-keys/${apiKey.id}`)).status).toBe(200)
  expect(await pipeline('GET', '/providers')).toMatchObject({ status: 401, body: { error: 'unauthorized' } })
  expect(named(await call('GET', '/api-keys'), 'Pipeline').state).toBe('revoked')
})

test('a key may have an end, which may not have passed', async () => {
  const { organisation, url, advance, now } = await openTestBackend()
  const { call } = await organisation()
  const expiresAt = new Date(now().getTime() + 10 * MINUTE).toISOString()
  const { secret } = (await call('POST', '/api-keys', { name: 'For today', expiresAt })).body
  expect((await callWith(url, secret)('GET', '/members')).status).toBe(200)
  advance(10 * MINUTE)
  expect((await callWith(url, secret)('GET', '/members')).status).toBe(401)
  expect(named(await call('GET', '/api-keys'), 'For today').state).toBe('expired')
  expect(await call('POST', '/api-keys', { name: 'Late', expiresAt })).toMatchObject({
    status: 400,
    body: { error: 'validation', message: expect.stringMatching(/^expiresAt has passed already/) },
  })
})

test('a scope opens its routes and no other', async () => {
  const { organisation, url } = await openTestBackend()
  const { call } = await organisation()
  const routes = [...(await declaredRoutes()).values()]
  for (const scope of ['members:update', 'sso:test', 'audit:read'] as const) {
    const { secret } = (await call('POST', '/api-keys', { name: scope, scopes: [scope] })).body
    const scoped = callWith(url, secret)
    for (const route of routes) {
      const path = route.path.slice('/api/v1/admin/sso'.length).replace(/:\w+/g, 'x')
      const { status, body } = await scoped(route.method, path, route.body === undefined ? undefined : {})
      const { method } = route
      const opened = !(status === 403 && body.message.includes('may not do that'))
      expect({ scope, method, path, opened }).toEqual({ scope, method, path, opened: route.scope === scope })
    }
  }
})

test('the last key that could undo an enforcement stays', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  const first = named(await call('GET', '/api-keys'), 'First key')
  await call('POST', '/api-keys', { name: 'Only tests', scopes: ['sso:test'] })
  expect(await call('DELETE', `/api-keys/${first.id}`)).toMatchObject({ status: 409, body: { error: 'conflict' } })
  await call('POST', '/api-keys', { name: 'Second' })
  expect((await call('DELETE', `/api-keys/${first.id}`)).status).toBe(200)
})

test('a key does what its maker may do, as long as they may', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const browser = new TestBrowser()
  await world.signIn(browser)
  const ada = (await call('GET', '/members')).body.members.find(({ role }: { role: string }) => role === 'member')
  await call('PATCH', `/members/${ada.id}`, { role: 'admin' })
  const session = callWith(world.url, browser.cookies.get('claimcheck-session') ?? '')
  const { secret, apiKey } = (await session('POST', '/api-keys', { name: "Ada's" })).body
  expect(apiKey.createdBy).toBe(ada.id)
  const key = callWith(world.url, secret)
  expect(await key('PATCH', `/members/${ada.id}`, { role: 'owner' })).toMatchObject({
    status: 403,
    body: { message: expect.stringContaining('Only an owner') },
  })
  expect((await key('GET', '/providers')).status).toBe(200)
  await call('PATCH', `/members/${ada.id}`, { active: false })
  expect(await key('GET', '/providers')).toMatchObject({
    status: 403,
    body: { message: expect.stringContaining('no owner or admin any more') },
  })
  const first = named(await call('GET', '/api-keys'), 'First key')
  expect((await call('DELETE', `/api-keys/${first.id}`)).status).toBe(409)
})

const named = ({ body }: Answer, name: string) => body.apiKeys.find((key: { name: string }) => key.name === name)
