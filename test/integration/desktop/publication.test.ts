import { describe, expect, test } from 'vitest'
import { publicationHandlers } from '#main/desktop/ipc/handlers/publication.ts'
import { changeIntake, setIdentityProvider, setPublication } from '#main/workspace/connections/change-connection.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { anIdentityProvider, aPublication } from '#test/support/model/a-connection.ts'
import { aTestRun } from '#test/support/model/a-test-run.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

const idp = await makeSigningIdentity('ec-p256')
const identityProvider = anIdentityProvider({ signingCertificates: [idp.certificate.summary] })

/** A connection with its identity provider's side, and a real backend that wants receipts. */
async function setUp() {
  const backend = await openTestBackend()
  const { apiKey, call } = await backend.organisation({ policies: { requireTestReceipt: true } })
  const desk = await openTestDesk()
  desk.connectTo({ baseUrl: backend.url, apiKey })
  const { workspace } = desk.context
  const { id: connectionId } = await workspace.create(anIntake())
  await workspace.change(connectionId, setIdentityProvider(identityProvider))
  return { ...desk, backend, call, workspace, connectionId, handlers: publicationHandlers(desk.context) }
}

describe('a draft', () => {
  test('holds what the connection holds, and the backend makes its own side', async () => {
    const { handlers, connectionId, backend, call } = await setUp()
    const { publication } = await handlers.createDraft({ connectionId })
    expect(publication).toMatchObject({ backendUrl: backend.url, state: 'draft', signInUrl: `${backend.url}/sign-in` })
    const { body } = await call('GET', `/drafts/${publication?.providerId}`)
    expect(body.draft).toMatchObject({
      issuer: identityProvider.entityId,
      domains: ['customer.example'],
      config: { idpEntityId: identityProvider.entityId, idpSsoUrl: identityProvider.singleSignOn.url },
      configurationSha256: publication?.configurationSha256,
    })
  })

  test('is the same one again, brought up to date where the connection has changed', async () => {
    const { handlers, connectionId, workspace, told } = await setUp()
    const first = await handlers.createDraft({ connectionId })
    const again = await handlers.createDraft({ connectionId })
    expect(again).toEqual(first)
    expect(told).toHaveLength(1)
    await workspace.change(connectionId, changeIntake(anIntake({ domains: ['customer.example', 'more.example'] })))
    const changed = await handlers.createDraft({ connectionId })
    expect(changed.publication?.providerId).toBe(first.publication?.providerId)
    expect(changed.publication?.configurationSha256).not.toBe(first.publication?.configurationSha256)
  })

  test('that the backend has lost is made anew', async () => {
    const { handlers, connectionId, call } = await setUp()
    const first = await handlers.createDraft({ connectionId })
    await call('DELETE', `/drafts/${first.publication?.providerId}`)
    const second = await handlers.createDraft({ connectionId })
    expect(second.publication?.providerId).not.toBe(first.publication?.providerId)
  })

  test('of another backend stays there: here a new one is made', async () => {
    const { handlers, connectionId, workspace, backend } = await setUp()
    await workspace.change(connectionId, setPublication(aPublication({ state: 'enabled' })))
    for (const ask of [handlers.publish({ connectionId }), handlers.setEnabled({ connectionId, enabled: true })])
      await expect(ask).rejects.toMatchObject({ problem: { code: 'publication.other-backend' } })
    expect((await handlers.createDraft({ connectionId })).publication).toMatchObject({
      backendUrl: backend.url,
      state: 'draft',
    })
  })

  test('of a connection without an identity provider is refused by name', async () => {
    const { handlers, workspace } = await setUp()
    const empty = await workspace.create(anIntake())
    const oidc = await workspace.create(anIntake({ protocol: 'oidc' }))
    await expect(handlers.createDraft({ connectionId: empty.id })).rejects.toMatchObject({
      problem: { code: 'connection.identity-provider-missing' },
    })
    await expect(handlers.createDraft({ connectionId: oidc.id })).rejects.toMatchObject({
      problem: { code: 'openid.provider-missing' },
    })
  })
})

describe('publishing', () => {
  test('needs a draft, a test of it, and a receipt that the backend believes', async () => {
    const { handlers, connectionId, workspace } = await setUp()
    await expect(handlers.publish({ connectionId })).rejects.toMatchObject({
      problem: { code: 'publication.no-draft' },
    })
    const { publication } = await handlers.createDraft({ connectionId })
    await expect(handlers.publish({ connectionId })).rejects.toMatchObject({
      problem: { code: 'publication.not-tested' },
    })
    const receipt = {
      configurationSha256: publication!.configurationSha256,
      verdict: 'accepted' as const,
      codes: [],
      messageSha256: 'd'.repeat(64),
      testedAt: '2026-11-22T08:00:00.000Z',
      keyId: '0'.repeat(16),
      signature: 'made up',
    }
    const run = aTestRun({ connectionId, target: 'draft', state: 'judged', receipt })
    for (const other of [
      { receipt: { ...receipt, verdict: 'rejected' as const } },
      { receipt: { ...receipt, configurationSha256: 'e'.repeat(64) } },
      { target: 'application' as const },
    ]) {
      await workspace.runs.save({ ...run, ...other })
      await expect(handlers.publish({ connectionId })).rejects.toMatchObject({
        problem: { code: 'publication.not-tested' },
      })
    }
    await workspace.runs.save(run)
    await expect(handlers.publish({ connectionId })).rejects.toMatchObject({
      problem: { code: expect.stringMatching(/^publication\./) },
    })
    expect(workspace.get(connectionId).publication?.state).toBe('draft')
    await expect(handlers.setEnabled({ connectionId, enabled: true })).rejects.toMatchObject({
      problem: { code: 'publication.not-published' },
    })
  })

  test('while the backend is away says that it is away', async () => {
    const { handlers, connectionId, backend } = await setUp()
    await handlers.createDraft({ connectionId })
    await backend.backend.stop()
    await expect(handlers.createDraft({ connectionId })).rejects.toMatchObject({
      problem: { code: 'tenant.not-running' },
    })
  })
})
