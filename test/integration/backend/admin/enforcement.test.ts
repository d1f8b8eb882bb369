import { expect, test } from 'vitest'
import { callWith, MINUTE, openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeTestIdentityProvider, readRequest } from '#test/support/backend/test-identity-provider.ts'

const idp = await makeTestIdentityProvider()
const provider = (domain: string, enabled = true) => ({
  ...{ type: 'saml', issuer: 'Acme', domain, enabled },
  config: idp.config,
})
const last = {
  status: 409,
  body: { error: 'conflict', message: expect.stringContaining('this is the last active provider') },
}

test('while it is enforced the last active provider can be neither disabled nor deleted', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  const first = (await call('POST', '/providers', provider('a.example'))).body.provider.id
  const second = (await call('POST', '/providers', provider('b.example'))).body.provider.id
  await call('POST', '/providers', provider('c.example', false))
  await call('PUT', '/enforcement', { enforced: true })
  expect((await call('PATCH', `/providers/${first}`, { enabled: false })).status).toBe(200)
  expect(await call('PATCH', `/providers/${second}`, { enabled: false })).toMatchObject(last)
  expect(await call('DELETE', `/providers/${second}`)).toMatchObject(last)
  expect((await call('DELETE', `/providers/${first}`)).status).toBe(200)
  expect((await call('GET', `/providers/${second}`)).body.provider).toMatchObject({ enabled: true, ssoEnforced: true })
  await call('PUT', '/enforcement', { enforced: false })
  expect((await call('DELETE', `/providers/${second}`)).status).toBe(200)
})

test('of two who take the last two away at once one is told no', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  for (let round = 0; round < 5; round += 1) {
    const ids: string[] = []
    for (const name of ['a', 'b']) {
      ids.push((await call('POST', '/providers', provider(`${name}${round}.example`))).body.provider.id)
    }
    await call('PUT', '/enforcement', { enforced: true })
    const answers = await Promise.all(ids.map((id) => call('DELETE', `/providers/${id}`)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await call('PUT', '/enforcement', { enforced: false })
    for (const id of ids) await call('DELETE', `/providers/${id}`)
  }
})

test('a provider that is added, published or enabled later is enforced too', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  await call('POST', '/providers', provider('a.example'))
  await call('PUT', '/enforcement', { enforced: true })
  const added = (await call('POST', '/providers', provider('b.example', false))).body.provider
  const { draft } = (await call('POST', '/drafts', { domains: ['c.example'], config: idp.config })).body
  const published = (await call('POST', `/drafts/${draft.id}/publish`, {})).body.provider
  const enabled = (await call('PATCH', `/providers/${added.id}`, { enabled: true })).body.provider
  expect([added, published, enabled].map(({ ssoEnforced }) => ssoEnforced)).toEqual([true, true, true])
})

test('an API key is not affected and switches it off; sessions that began before live on', async () => {
  const world = await openSignInWorld()
  const { call, apiKey } = world.tenant
  const browser = new TestBrowser()
  await world.signIn(browser)
  await call('PUT', '/enforcement', { enforced: true })
  expect((await browser.get(`${world.url}/`)).text).toContain('ada@acme.example')
  const breakGlass = callWith(world.url, apiKey)
  expect((await breakGlass('GET', '/enforcement')).body.enforced).toBe(true)
  expect((await breakGlass('PUT', '/enforcement', { enforced: false })).status).toBe(200)
})

test('where the policy wants a pilot, somebody else has signed in since the connection was changed', async () => {
  const world = await openSignInWorld({}, { policies: { requirePilot: true } })
  const { call } = world.tenant
  const missing = { status: 409, body: { error: 'pilot_required' } }
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject(missing)
  await world.signIn(new TestBrowser(), { email: 'owner@acme.example', nameId: 'owner-1' })
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject(missing)
  world.advance(MINUTE)
  await world.signIn(new TestBrowser())
  world.advance(MINUTE)
  await call('PATCH', `/providers/${world.provider.id}`, { config: { allowIdpInitiated: true } })
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject(missing)
  world.advance(MINUTE)
  await world.signIn(new TestBrowser())
  expect((await call('PUT', '/enforcement', { enforced: true })).status).toBe(200)
})

test('where the policy wants a test, only what was tested is enforced; going over that is kept with its reason', async () => {
  const world = await openTestBackend()
  const { call } = await world.organisation()
  const { id, handOut } = (await call('POST', '/providers', provider('a.example'))).body.provider
  await call('PATCH', '/policy', { requireTestReceipt: true })
  const untested = { status: 409, body: { error: 'not_tested' } }
  expect(await call('PUT', '/enforcement', { enforced: true })).toMatchObject(untested)
  expect(await call('POST', '/providers', provider('b.example'))).toMatchObject(untested)
  expect(await call('PATCH', `/providers/${id}`, { config: { allowIdpInitiated: true } })).toMatchObject(untested)
  expect((await call('PUT', '/enforcement', { enforced: true, override: { reason: '' } })).status).toBe(400)
  const override = { reason: 'The identity provider is known to work' }
  expect((await call('PUT', '/enforcement', { enforced: true, override })).status).toBe(200)
  const [event] = (await call('GET', '/audit?action=sso.enforcement.changed')).body.events
  expect(event.details).toEqual({
    before: { enforced: false },
    after: { enforced: true },
    overridden: [{ ...override, lacking: ['receipt.missing'] }],
  })
  await call('PUT', '/enforcement', { enforced: false })
  const begun = (await call('POST', `/providers/${id}/test`)).body.test
  const samlResponse = idp.respond({ handOut, now: world.now(), requestId: begun.request.id, email: 'ada@a.example' })
  const { relayState } = readRequest(new URL(begun.start.url))
  const judged = await call('POST', `/providers/${id}/test/${begun.id}/response`, { samlResponse, relayState })
  expect(judged.body.judgement.verdict).toBe('accepted')
  expect((await call('PUT', '/enforcement', { enforced: true })).status).toBe(200)
})

test('the simulator says who would be locked out, and changes nothing', async () => {
  const world = await openSignInWorld({}, { owner: 'owner@elsewhere.example' })
  const { call } = world.tenant
  await world.signIn(new TestBrowser())
  await world.signIn(new TestBrowser(), { email: 'bob@acme.example', nameId: 'bob-1' })
  const members = (await call('GET', '/members')).body.members
  const bob = members.find(({ email }: { email: string }) => email === 'bob@acme.example')
  await call('PATCH', `/members/${bob.id}`, { active: false })
  const matching = (await call('GET', '/enforcement/simulation')).body
  expect(matching).toMatchObject({ members: 2, canSignIn: 2, lockedOut: 0, ownersLeft: 1 })
  expect(
    matching.signIns
      .map(({ email, way, proven }: { email: string; way: string; proven: boolean }) => [email, way, proven])
      .toSorted(),
  ).toEqual([
    ['ada@acme.example', 'single-sign-on', true],
    ['owner@elsewhere.example', 'other', false],
  ])
  await call('PATCH', '/policy', { enforcementScope: 'all-members' })
  const everyone = (await call('GET', '/enforcement/simulation')).body
  expect(everyone).toMatchObject({ members: 2, canSignIn: 1, lockedOut: 1, ownersLeft: 0 })
  expect(everyone.signIns[0]).toMatchObject({
    email: 'owner@elsewhere.example',
    way: 'locked-out',
    connectionId: null,
    outcome: { kind: 'refused', because: 'email-outside-domains' },
  })
  expect((await call('GET', '/enforcement')).body.enforced).toBe(false)
  expect((await call('GET', '/sign-ins')).body.total).toBe(2)
})

test('an outage window is open for its time, told in the audit log, and closed early where wanted', async () => {
  const { organisation, advance, now } = await openTestBackend()
  const { call } = await organisation()
  const closed = { open: false, openedAt: null, until: null, reason: null }
  expect((await call('GET', '/outage-window')).body.outageWindow).toEqual(closed)
  for (const wrong of [{ minutes: 4 }, { minutes: 4_321 }, { minutes: 1.5 }, { reason: ' ' }]) {
    const answer = await call('PUT', '/outage-window', { minutes: 60, reason: 'IdP is down', ...wrong })
    expect({ wrong, ...answer }).toMatchObject({ wrong, status: 400, body: { error: 'validation' } })
  }
  const openedAt = now().toISOString()
  const until = new Date(now().getTime() + 60 * MINUTE).toISOString()
  const opened = await call('PUT', '/outage-window', { minutes: 60, reason: 'IdP is down' })
  expect(opened.body.outageWindow).toEqual({ open: true, openedAt, until, reason: 'IdP is down' })
  advance(59 * MINUTE)
  expect((await call('GET', '/outage-window')).body.outageWindow.open).toBe(true)
  advance(MINUTE)
  expect((await call('GET', '/outage-window')).body.outageWindow).toEqual(closed)
  await call('PUT', '/outage-window', { minutes: 10, reason: 'Down again' })
  expect((await call('DELETE', '/outage-window')).body.outageWindow).toEqual(closed)
  const { events } = (await call('GET', '/audit')).body
  expect(events.map(({ action }: { action: string }) => action).slice(0, 3)).toEqual([
    'sso.outage.closed',
    'sso.outage.opened',
    'sso.outage.opened',
  ])
  expect(events[1].details.after.reason).toBe('Down again')
})
