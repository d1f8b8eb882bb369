import { expect, test } from 'vitest'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

/** The certificate of the test's identity provider ends before that. */
const LATER = 60 * 86_400_000

test('a connection is judged strictly unless it is exempted, which the audit log tells and a test must confirm', async () => {
  const world = await openSignInWorld()
  const { call } = world.tenant
  const path = `/providers/${world.provider.id}`
  world.advance(LATER)
  expect((await world.signIn(new TestBrowser())).text).toContain('You could not be signed in')
  const [attempt] = (await call('GET', '/sign-ins')).body.signIns
  expect(attempt).toMatchObject({ result: 'refused', codes: expect.arrayContaining(['saml.certificate.expired']) })

  const exempted = (await call('PATCH', path, { config: { judgingMode: 'interop' } })).body.provider
  expect(exempted.config.judgingMode).toBe('interop')
  expect(exempted.configurationSha256).not.toBe(world.provider.configurationSha256)
  expect((await world.signIn(new TestBrowser())).text).toContain('You are signed in to')
  const [event] = (await call('GET', '/audit?action=sso.provider.changed')).body.events
  expect(event.details).toMatchObject({ after: { config: { judgingMode: 'interop' } } })

  const strict = (await call('PATCH', path, { config: { judgingMode: null } })).body.provider
  expect(strict.configurationSha256).toBe(world.provider.configurationSha256)
  expect((await world.signIn(new TestBrowser())).text).toContain('You could not be signed in')
  expect((await call('PATCH', path, { config: { judgingMode: 'off' } })).status).toBe(400)
})
