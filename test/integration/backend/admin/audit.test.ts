import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { callWith, openTestBackend, type TestOrganisation } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { TestBrowser } from '#test/support/backend/test-browser.ts'

interface Event {
  readonly action: string
  readonly actorKind: string
  readonly subjectId: string
  readonly details: Record<string, unknown>
}

test('every change is told with who, what, before and after, secrets masked', async () => {
  const { organisation } = await openTestBackend()
  const { call, orgId } = await organisation()
  const config = { clientId: 'id', clientSecret: 'the-first-secret', discoveryUrl: 'https://idp.example/.well-known' }
  const body = { type: 'oidc', issuer: 'x', domain: 'acme.example', config }
  const { id } = (await call('POST', '/providers', body)).body.provider
  await call('PATCH', `/providers/${id}`, { issuer: 'y', config: { clientSecret: 'the-second-secret' } })
  await call('PATCH', '/policy', { jitEnabled: false })
  await call('DELETE', `/providers/${id}`)
  const { events, total } = (await call('GET', '/audit')).body
  expect(events.map(({ action }: Event) => action)).toEqual([
    'sso.provider.deleted',
    'sso.policy.changed',
    'sso.provider.changed',
    'sso.provider.created',
    'sso.organisation.created',
  ])
  expect(total).toBe(5)
  expect(JSON.stringify(events)).not.toMatch(/the-first-secret|the-second-secret/)
  const [deleted, policy, changed, created, first] = events as Event[]
  expect(changed).toMatchObject({ actorKind: 'api-key', subjectId: id })
  expect(changed?.details).toEqual({
    before: { issuer: 'x', clientSecretVersion: expect.any(String) },
    after: { issuer: 'y', clientSecretVersion: expect.any(String) },
  })
  expect(policy?.details).toEqual({ before: { jitEnabled: true }, after: { jitEnabled: false } })
  expect(created?.details).toMatchObject({ after: { issuer: 'x', domains: ['acme.example'] } })
  expect(deleted?.details).toMatchObject({ before: { issuer: 'y' } })
  expect(first).toMatchObject({ actorKind: 'system', actorId: null, subjectId: orgId })
})

test('the chain is followed to its end, and a changed, dropped or moved event breaks it', async () => {
  for (const [damage, brokenAt] of [
    ["update audit_events set details = '{}' where sequence = 2", 2],
    ["update audit_events set actor_id = 'nobody' where sequence = 3", 3],
    ['delete from audit_events where sequence = 2', 2],
    ['update audit_events set sequence = 9 where sequence = 4', 4],
  ] as const) {
    const world = await openTestBackend()
    const { call, apiKey } = await world.organisation()
    for (const name of ['B', 'C', 'D']) await call('PATCH', '/organisation', { name })
    const intact = (await call('GET', '/audit/verification')).body
    const newest = (await call('GET', '/audit?limit=1')).body.events[0]
    expect(intact).toEqual({ intact: true, events: 4, head: newest.hash, brokenAt: null })
    await world.backend.stop()
    const database = new Database(join(world.options.dataFolder, 'claimcheck.sqlite'))
    database.exec(damage)
    database.close()
    const again = await openTestBackend(world.options)
    const broken = (await callWith(again.url, apiKey)('GET', '/audit/verification')).body
    expect({ damage, ...broken }).toMatchObject({ damage, intact: false, brokenAt })
  }
})

test('the export is the whole chain, a line an event', async () => {
  const { organisation } = await openTestBackend()
  const { call, orgId } = await organisation()
  const other = await organisation()
  for (const name of ['B', 'C']) await call('PATCH', '/organisation', { name })
  await other.call('PATCH', '/organisation', { name: 'Elsewhere' })
  const { status, body, headers } = await call('GET', '/audit/export')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson'])
  const lines = String(body).trimEnd().split('\n')
  const exported = lines.map((line) => JSON.parse(line) as { organisationId: string; sequence: number })
  expect(exported.map(({ organisationId, sequence }) => [organisationId, sequence])).toEqual(
    [1, 2, 3].map((sequence) => [orgId, sequence]),
  )
  expect((await call('GET', '/audit')).body.events).toEqual(exported.toReversed())
})

test('no text can end a line or turn what a reader sees', async () => {
  const { organisation } = await openTestBackend()
  const { call } = await organisation()
  await call('PATCH', '/organisation', { name: 'Acme\r\n{"forged":true}\u2028\u202Eemca' })
  const [event] = (await call('GET', '/audit')).body.events
  expect(event.details.after.name).toBe('Acme  {"forged":true}  emca')
  expect(
    String((await call('GET', '/audit/export')).body)
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2)
})

test('after a full day no log holds a secret, a token or a message', async () => {
  const world = await openSignInWorld()
  const { call, apiKey } = world.tenant
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const message = world.respond(requestId)
  await browser.follow(await world.post(browser, message, relayState))
  const { secret } = (await call('POST', '/api-keys', { name: 'Pipeline' })).body
  const { invitationUrl } = (await call('POST', '/invitations', { email: 'grace@acme.example' })).body
  await refuseOne(world.tenant, world.provider.id)
  const logs = JSON.stringify([
    (await call('GET', '/audit')).body,
    (await call('GET', '/sign-ins')).body,
    String((await call('GET', '/audit/export')).body),
    world.log,
  ])
  expect(logs).toContain('sso.session.started')
  const secrets = [
    apiKey.slice(-43),
    secret.slice(-43),
    invitationUrl.slice(-43),
    relayState,
    message.slice(100, 200),
    browser.cookies.get('claimcheck-session') ?? '',
    browser.cookies.get('claimcheck-browser') ?? '',
    'PRIVATE KEY',
    'a-secret-that-is-refused',
  ]
  for (const one of secrets) {
    expect(one).not.toBe('')
    expect({ one, logged: logs.includes(one) }).toEqual({ one, logged: false })
  }
})

const refuseOne = ({ call }: TestOrganisation, id: string) =>
  call('PATCH', `/providers/${id}`, { config: { spPrivateKey: 'a-secret-that-is-refused' } })
