import { describe, expect, test } from 'vitest'
import { publicationHandlers } from '#main/desktop/ipc/handlers/publication.ts'
import { TestLogins } from '#main/desktop/ipc/handlers/test-login.ts'
import type { LoginTransport } from '#main/test-login/run/login-transport.ts'
import { changeIntake, setIdentityProvider } from '#main/workspace/connections/change-connection.ts'
import { publicationIpc } from '#shared/ipc/publication.ts'
import { TestRunId } from '#shared/model/ids.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { makeTestIdentityProvider, readRequest } from '#test/support/backend/test-identity-provider.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'
import { anIdentityProvider } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

const idp = await makeTestIdentityProvider()
const successor = await makeTestIdentityProvider()
const sides = (of: typeof idp, url = idp.config.idpSsoUrl) =>
  anIdentityProvider({
    entityId: idp.config.idpEntityId,
    singleSignOn: { binding: 'redirect', url },
    signingCertificates: [of.signing.certificate.summary],
  })

/** A connection that was tested, published and enabled on a real backend; its identity provider answers at once. */
async function setUp() {
  const backend = await openTestBackend()
  const { apiKey, call } = await backend.organisation({ policies: { requireTestReceipt: true } })
  let answering = idp
  const login: LoginTransport['login'] = async (start, callback) => {
    const { requestId, relayState } = readRequest(new URL(start.url))
    const { publication } = context.workspace.get(connectionId)
    const handOut = { serviceProvider: publication!.serviceProvider!, metadataUrl: '', startUrl: '' }
    const SAMLResponse = answering.respond({ handOut, now: backend.now(), requestId })
    const body = new URLSearchParams({ SAMLResponse, RelayState: relayState }).toString()
    return { method: 'POST', url: callback.url, body: new TextEncoder().encode(body) }
  }
  const desk = await openTestDesk(login)
  desk.connectTo({ baseUrl: backend.url, apiKey })
  const { context } = desk
  const { id: connectionId } = await context.workspace.create(anIntake({ domains: ['acme.example'] }))
  await context.workspace.change(connectionId, setIdentityProvider(sides(idp)))
  const handlers = throughContract(publicationIpc, publicationHandlers(context))
  const testLogins = new TestLogins(context)
  const testNow = async () => {
    const id = TestRunId.parse((await testLogins.handlers.start({ connectionId, target: 'draft' })).id)
    await expect.poll(async () => (await context.workspace.runs.get(id)).state).toBe('judged')
    return context.workspace.runs.get(id)
  }
  await handlers.createDraft({ connectionId })
  await testNow()
  await handlers.publish({ connectionId })
  const { publication } = await handlers.setEnabled({ connectionId, enabled: true })
  const live = async () => (await call('GET', `/providers/${publication!.providerId}`)).body.provider
  const rollOver = async () => {
    answering = successor
    await context.workspace.change(connectionId, setIdentityProvider(sides(successor, 'https://idp.acme.example/sso2')))
  }
  return { handlers, context, connectionId, call, live, testNow, rollOver, providerId: publication!.providerId }
}

describe('what is live', () => {
  test('is what was tested, and there is nothing to undo', async () => {
    const { handlers, connectionId } = await setUp()
    const comparison = await handlers.compare({ connectionId })
    expect(comparison).toMatchObject({ isSame: true, isTested: true, previous: null })
    expect(comparison.live).toEqual(comparison.local)
    expect(comparison.live).toMatchObject({ domains: 'acme.example', 'sign-in-url': idp.config.idpSsoUrl })
    await expect(handlers.undo({ connectionId })).rejects.toMatchObject({
      problem: { code: 'publication.nothing-to-undo' },
    })
  })

  test('stays as it is while a change is tested; only what was tested takes its place', async () => {
    const { handlers, connectionId, live, testNow, rollOver } = await setUp()
    const before = await live()
    await rollOver()
    const { live: shown, local, isSame, isTested } = await handlers.compare({ connectionId })
    expect([isSame, isTested]).toEqual([false, false])
    expect(local['sign-in-url']).toBe('https://idp.acme.example/sso2')
    expect(local.certificates).not.toBe(shown.certificates)
    await expect(handlers.publish({ connectionId })).rejects.toMatchObject({
      problem: { code: 'publication.not-tested' },
    })

    const run = await testNow()
    expect(run.judgement?.verdict).toBe('accepted')
    expect(run.receipt?.configurationSha256).toBe(run.configurationSha256)
    expect(run.configurationSha256).not.toBe(before.configurationSha256)
    expect(await live()).toEqual(before)

    expect(await handlers.compare({ connectionId })).toMatchObject({ isSame: false, isTested: true })
    const { publication } = await handlers.publish({ connectionId })
    expect(publication).toMatchObject({ state: 'enabled', configurationSha256: run.configurationSha256 })
    expect((await live()).configurationSha256).toBe(run.configurationSha256)
  })

  test('is put back as it was before, and forward again', async () => {
    const { handlers, connectionId, live, testNow, rollOver } = await setUp()
    const before = await live()
    await rollOver()
    await testNow()
    await handlers.publish({ connectionId })
    const after = await live()
    const { previous } = await handlers.compare({ connectionId })
    expect(previous).toMatchObject({ isTested: true, replacedBy: 'own', canBeRestored: true })
    expect(previous?.values['sign-in-url']).toBe(idp.config.idpSsoUrl)
    await handlers.undo({ connectionId })
    expect(await live()).toMatchObject({ config: before.config, configurationSha256: before.configurationSha256 })
    await handlers.undo({ connectionId })
    expect((await live()).config).toEqual(after.config)
  })

  test('that somebody else changed is shown with what it was; an untested one is restored with a reason only', async () => {
    const { handlers, connectionId, call, live, providerId, context } = await setUp()
    const before = await live()
    const override = { reason: 'The identity provider moved' }
    const moved = { idpSsoUrl: 'https://idp.acme.example/moved', idpSloUrl: 'https://idp.acme.example/slo' }
    const config = { ...moved, judgingMode: 'interop' }
    const { body } = await call('POST', '/api-keys', { name: 'Other' })
    const other = await fetch(`${context.tenant.access().baseUrl}/api/v1/admin/sso/providers/${providerId}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${body.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ config, override }),
    })
    expect(other.status).toBe(200)
    await call('PATCH', `/providers/${providerId}`, { enabled: false })
    const { previous, live: shown } = await handlers.compare({ connectionId })
    expect(shown).toMatchObject({ 'sign-out-url': config.idpSloUrl, judging: 'interop' })
    expect(previous).toMatchObject({ replacedBy: 'api-key', isTested: true })
    await handlers.undo({ connectionId })
    expect((await live()).config).toEqual(before.config)
    await call('PATCH', `/providers/${providerId}`, { enabled: true })
    await expect(handlers.undo({ connectionId })).rejects.toMatchObject({ problem: { code: 'publication.not-tested' } })
    await handlers.undo({ connectionId, reason: 'It was right after all' })
    expect((await live()).config).toMatchObject(config)
  })
})

test('a test of a change is judged with that change alone, and never at another connection', async () => {
  const { call, providerId } = await setUp()
  const change = { config: { idpSsoUrl: 'https://idp.acme.example/sso2' } }
  const begun = (await call('POST', `/providers/${providerId}/change-test`, change)).body.test
  const { requestId, relayState } = readRequest(new URL(begun.start.url))
  expect(begun.start.url).toContain('/sso2')
  const handOut = (await call('GET', `/providers/${providerId}`)).body.provider.handOut
  const samlResponse = idp.respond({ handOut, now: new Date('2026-11-22T08:00:00Z'), requestId })
  const path = `/providers/${providerId}/change-test/${begun.id}/response`
  const otherChange = { config: { idpSsoUrl: 'https://idp.acme.example/sso3' } }
  expect((await call('POST', path, { samlResponse, relayState, change: otherChange })).status).toBe(409)
  expect((await call('POST', path, { samlResponse, relayState, change: {} })).status).toBe(409)
  const judged = await call('POST', path, { samlResponse, relayState, change })
  expect(judged.body.judgement.verdict).toBe('accepted')
  expect((await call('POST', path, { samlResponse, relayState, change })).status).toBe(409)
})

test('a change keeps the provider’s key pair, and an unusable one is refused by field', async () => {
  const { call, providerId, context, connectionId } = await setUp()
  const preview = (change: unknown) => call('POST', `/providers/${providerId}/change-preview`, change)
  expect((await preview({ config: { spPrivateKey: 'key' } })).status).toBe(400)
  expect((await preview({ config: { idpCertificate: 'no certificate' } })).body.message).toContain('idpCertificate')
  expect((await preview({ domains: ['gmail.com'] })).status).toBe(400)
  await context.workspace.change(connectionId, changeIntake(anIntake({ domains: ['acme.example', 'more.example'] })))
  const { body } = await preview({ domains: ['acme.example', 'more.example'] })
  expect(body.preview).toMatchObject({ domains: ['acme.example', 'more.example'], tested: false })
  expect((await call('GET', `/providers/${providerId}`)).body.provider.domains).toEqual(['acme.example'])
})
