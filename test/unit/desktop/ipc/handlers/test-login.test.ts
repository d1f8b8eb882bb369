import { describe, expect, test } from 'vitest'
import { serviceProviderHandlers } from '#main/desktop/ipc/handlers/service-provider.ts'
import { TestLogins } from '#main/desktop/ipc/handlers/test-login.ts'
import { type CaughtCallback, LoginInterrupted, type LoginTransport } from '#main/test-login/run/login-transport.ts'
import { setIdentityProvider } from '#main/workspace/connections/change-connection.ts'
import { testLoginIpc } from '#shared/ipc/test-login.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'
import { anIdentityProvider } from '#test/support/model/a-connection.ts'
import { runId as runOf } from '#test/support/model/a-test-run.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { responseXml } from '#test/support/saml/response-message.ts'

const idp = await makeSigningIdentity('ec-p256')
const target = 'application' as const

/** Waits until somebody stops it, as a person who looks at the sign-in page. */
const untilStopped: LoginTransport['login'] = (_start, _callback, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new LoginInterrupted('stopped', 'test-login.stopped')))
  })

async function setUp(login: LoginTransport['login'] = untilStopped) {
  const desk = await openTestDesk(login)
  const { workspace } = desk.context
  const { id: connectionId } = await workspace.create(anIntake())
  const complete = async () => {
    await workspace.change(
      connectionId,
      setIdentityProvider(anIdentityProvider({ signingCertificates: [idp.certificate.summary] })),
    )
    const addresses = { entityId: 'https://app.example', acsUrl: 'https://app.example/acs', signOutUrl: '' }
    return serviceProviderHandlers(desk.context).generate({ connectionId, ...addresses })
  }
  const testLogins = new TestLogins(desk.context)
  return { ...desk, connectionId, complete, testLogins, handlers: throughContract(testLoginIpc, testLogins.handlers) }
}

describe('does not begin', () => {
  test('without both sides, or a draft, or a backend: there is no run', async () => {
    const { handlers, connectionId, complete, connectTo } = await setUp()
    const code = async (of: Parameters<typeof handlers.start>[0]) =>
      handlers.start(of).then(
        () => 'began',
        (error) => error.problem.code,
      )
    expect(await code({ connectionId, target })).toBe('connection.identity-provider-missing')
    expect(await code({ connectionId, target: 'draft' })).toBe('tenant.not-running')
    await complete()
    connectTo({ baseUrl: 'http://127.0.0.1:1', apiKey: 'key' })
    expect(await code({ connectionId, target: 'draft' })).toBe('publication.no-draft')
    expect(await handlers.list({ connectionId })).toEqual([])
  })

  test('without the key that this computer should hold', async () => {
    const { handlers, connectionId, complete, context } = await setUp()
    await complete()
    await context.secrets.removeAll('sp-key.')
    await expect(handlers.start({ connectionId, target })).rejects.toMatchObject({
      problem: { code: 'secrets.missing' },
    })
  })

  test('twice at once for one connection', async () => {
    const { handlers, connectionId, complete, testLogins } = await setUp()
    await complete()
    const [first, second] = await Promise.allSettled([
      handlers.start({ connectionId, target }),
      handlers.start({ connectionId, target }),
    ])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { problem: { code: 'test-login.running' } } })
    await testLogins.stopAll()
    expect(await handlers.start({ connectionId, target })).toMatchObject({ state: 'running' })
    await testLogins.stopAll()
  })
})

test('tells every window what passes and how it ended, and the run can be read', async () => {
  const caught: CaughtCallback = { method: 'GET', url: 'https://app.example/acs', body: new Uint8Array() }
  const { handlers, connectionId, complete, told } = await setUp(async (_start, _callback, _signal, onEvent) => {
    onEvent({ kind: 'page', method: null, url: 'https://idp.example/', status: 200, says: 'A page.' })
    return caught
  })
  await complete()
  const { id: runId } = await handlers.start({ connectionId, target })
  const events = () => told.filter(([feature]) => feature === 'testLogin')
  await expect.poll(() => events().length).toBe(2)
  const run = await handlers.get({ runId })
  expect(run).toMatchObject({ state: 'failed', problem: { code: 'test-login.no-response' } })
  expect(events()).toEqual([
    ['testLogin', 'passed', { runId, event: run.timeline[0] }],
    ['testLogin', 'ended', run],
  ])
  expect(await handlers.list({ connectionId })).toEqual([run])
  expect(await handlers.latest()).toMatchObject([{ id: runId, state: 'failed' }])
})

test("stops by its id, and a stranger's id stops nothing", async () => {
  const { handlers, connectionId, complete } = await setUp()
  await complete()
  const { id: runId } = await handlers.start({ connectionId, target })
  await handlers.stop({ runId: runOf(1) })
  expect((await handlers.get({ runId })).state).toBe('running')
  await handlers.stop({ runId })
  await expect.poll(async () => (await handlers.get({ runId })).state).toBe('stopped')
})

describe('a run beside the connection as it is now', () => {
  const answering =
    (audience: string): LoginTransport['login'] =>
    async () => {
      const conditions = `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`
      const samlResponse = Buffer.from(responseXml({ conditions })).toString('base64')
      const body = Buffer.from(new URLSearchParams({ SAMLResponse: samlResponse }).toString())
      return { method: 'POST', url: 'https://app.example/acs', body }
    }

  test('names the audience that differs, and follows the connection when it changes', async () => {
    const { handlers, connectionId, complete, testLogins, context } = await setUp(answering('https://app.example/'))
    await complete()
    const { id: runId } = await handlers.start({ connectionId, target })
    await testLogins.stop(connectionId)
    const audience = async () =>
      (await handlers.compare({ runId })).find(({ id }) => id === 'entity-id')?.sides.map(({ agrees }) => agrees)
    expect(await audience()).toEqual([true, true, true, false])
    const addresses = { entityId: 'https://app.example/', acsUrl: 'https://app.example/acs', signOutUrl: '' }
    await serviceProviderHandlers(context).generate({ connectionId, ...addresses })
    expect(await audience()).toEqual([true, true, false, true])
  })

  test('needs the sides that it compares', async () => {
    const { handlers, connectionId, complete, testLogins, context } = await setUp(answering('x'))
    await complete()
    const { id: runId } = await handlers.start({ connectionId, target })
    await testLogins.stop(connectionId)
    await context.workspace.change(connectionId, (connection) => ({ ...connection, serviceProvider: null }))
    await expect(handlers.compare({ runId })).rejects.toMatchObject({
      problem: { code: 'connection.service-provider-missing' },
    })
  })
})
