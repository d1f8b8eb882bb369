import { expect, test } from 'vitest'
import { MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { readStored } from '#test/support/backend/read-stored.ts'

test('a setup link is answered once, is the only open one, and is kept as a digest', async () => {
  const world = await openTestBackend()
  const { call, orgId } = await world.organisation()
  expect((await call('GET', '/setup-link')).body).toEqual({ setupLink: null })
  const { status, body } = await call('POST', '/setup-link', { domains: ['acme.example'], days: 2 })
  expect({ status, link: body.setupLink }).toMatchObject({
    status: 201,
    link: {
      state: 'open',
      domains: ['acme.example'],
      provider: null,
      lastTest: null,
      expiresAt: '2026-11-24T08:00:00.000Z',
    },
  })
  const token = /\/setup\/([\w-]{43})$/.exec(body.setupUrl)?.[1]
  expect(Buffer.from(token ?? '', 'base64url')).toHaveLength(32)
  expect(JSON.stringify((await call('GET', '/setup-link')).body)).not.toContain(token)
  const stored = await readStored(world.options.dataFolder, orgId, async ({ setupLinks, audit }) =>
    JSON.stringify([await setupLinks.latest(), await audit.list()]),
  )
  expect(stored).not.toContain(token)

  const second = await call('POST', '/setup-link', { domains: ['acme.example'] })
  expect(second.body.setupUrl).not.toBe(body.setupUrl)
  // What was entered under the first goes on under the second.
  expect(second.body.setupLink.connectionId).toBe(body.setupLink.connectionId)
  expect((await call('GET', '/drafts')).body.total).toBe(1)
})

test('it is revoked once, and runs out by itself', async () => {
  const world = await openTestBackend()
  const { call } = await world.organisation()
  await call('POST', '/setup-link', { domains: ['acme.example'], days: 1 })
  expect((await call('DELETE', '/setup-link')).status).toBe(200)
  expect((await call('DELETE', '/setup-link')).status).toBe(404)
  expect((await call('GET', '/setup-link')).body.setupLink.state).toBe('revoked')
  await call('POST', '/setup-link', { domains: ['acme.example'], days: 1 })
  world.advance(24 * 60 * MINUTE)
  expect((await call('GET', '/setup-link')).body.setupLink.state).toBe('expired')
  expect((await call('DELETE', '/setup-link')).status).toBe(404)
  expect((await call('POST', '/setup-link', { domains: ['acme.example'] })).body.setupLink.state).toBe('open')
})

test('its domains are the administrator’s word, and have to be usable', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  expect(await call('POST', '/setup-link', {})).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('domain is empty') },
  })
  expect((await call('POST', '/setup-link', { domains: ['gmail.com'] })).status).toBe(400)
  await call('PATCH', '/organisation', { allowedDomains: ['acme.example'] })
  expect((await call('POST', '/setup-link', {})).status).toBe(201)
})
