import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { appHandlers } from '#main/desktop/ipc/handlers/app.ts'
import { connectionsHandlers } from '#main/desktop/ipc/handlers/connections.ts'
import { evidenceHandlers } from '#main/desktop/ipc/handlers/evidence.ts'
import { identityProviderHandlers } from '#main/desktop/ipc/handlers/identity-provider.ts'
import { tenantHandlers } from '#main/desktop/ipc/handlers/tenant.ts'
import { appIpc } from '#shared/ipc/app.ts'
import { connectionsIpc } from '#shared/ipc/connections.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'
import { aTestRun } from '#test/support/model/a-test-run.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

describe('connections', () => {
  test('every change is answered, stored and told', async () => {
    const { context, told } = await openTestDesk()
    const handlers = throughContract(
      connectionsIpc,
      connectionsHandlers(context, async () => undefined),
    )
    const made = await handlers.create({ intake: anIntake() })
    const renamed = await handlers.changeIntake({ id: made.id, intake: anIntake({ displayName: 'Renamed' }) })
    const strict = await handlers.changePolicy({ id: made.id, policy: { ...made.policy, mode: 'strict' } })
    const mapped = await handlers.changeMapping({ id: made.id, mapping: { ...made.mapping, email: ['upn'] } })
    expect(told).toEqual([made, renamed, strict, mapped].map((connection) => ['connections', 'changed', connection]))
    expect(await handlers.list()).toEqual([mapped])
    expect(await handlers.get({ id: made.id })).toEqual(mapped)
  })

  test('one that is removed stops its test login first, and comes back whole', async () => {
    const { context, told } = await openTestDesk()
    const stopRun = vi.fn(async () => undefined)
    const handlers = throughContract(connectionsIpc, connectionsHandlers(context, stopRun))
    const made = await handlers.create({ intake: anIntake() })
    await handlers.remove({ id: made.id })
    expect(stopRun).toHaveBeenCalledWith(made.id)
    expect(await handlers.list()).toEqual([])
    expect(await handlers.restore({ id: made.id })).toEqual(made)
    expect(told.slice(1)).toEqual([
      ['connections', 'removed', { id: made.id }],
      ['connections', 'changed', made],
    ])
  })
})

describe('the identity provider', () => {
  test('that is refused leaves the connection as it was, and nobody is told', async () => {
    const { context, told } = await openTestDesk()
    const { id: connectionId } = await context.workspace.create(anIntake())
    const before = context.workspace.get(connectionId)
    const handlers = identityProviderHandlers(context)
    const html = Buffer.from('<!doctype html><html></html>')
    const attempts = [
      handlers.loadUrl({ connectionId, url: 'not a url' }),
      handlers.loadDocument({ connectionId, source: 'file', name: 'page.html', bytes: Uint8Array.from(html) }),
      handlers.enterByHand({
        connectionId,
        entityId: '',
        ssoUrl: '',
        binding: 'post',
        certificate: '',
        signOutUrl: '',
      }),
    ]
    const problems = (await Promise.allSettled(attempts)).map(
      (result) => result.status === 'rejected' && result.reason.problem,
    )
    expect(problems).toMatchObject([
      { code: 'fetch.not-a-url', field: 'url' },
      { code: 'metadata.html', field: 'file' },
      { code: 'connection.entity-id-empty', field: 'entityId' },
    ])
    expect(context.workspace.get(connectionId)).toEqual(before)
    expect(told).toEqual([])
  })
})

describe('the report', () => {
  test('is one HTML and one JSON file of the same name, beside each other', async () => {
    const { context, dialog, folder } = await openTestDesk()
    const { id: connectionId } = await context.workspace.create(anIntake())
    const run = aTestRun({ connectionId, state: 'judged' })
    await context.workspace.runs.save(run)
    const handlers = evidenceHandlers(context)
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: join(folder, 'proof.html') })
    expect(await handlers.saveReport({ runId: run.id })).toEqual([
      join(folder, 'proof.html'),
      join(folder, 'proof.json'),
    ])
    expect(dialog.showSaveDialog.mock.lastCall?.[0].defaultPath).toBe('customer-test-login-2026-11-22.html')
    expect(await readFile(join(folder, 'proof.html'), 'utf8')).toMatch(/^<!doctype html>/i)
    expect(JSON.parse(await readFile(join(folder, 'proof.json'), 'utf8'))).toBeTypeOf('object')
  })

  test('is not written when the person cancels', async () => {
    const { context, dialog, folder } = await openTestDesk()
    const { id: connectionId } = await context.workspace.create(anIntake())
    await context.workspace.runs.save(aTestRun({ connectionId, state: 'judged' }))
    const before = await readdir(folder)
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await evidenceHandlers(context).saveReport({ runId: aTestRun().id })).toBeNull()
    expect(await readdir(folder)).toEqual(before)
  })
})

describe('the app', () => {
  test('tells of secrets and problems, keeps the colour scheme, copies text', async () => {
    const { context, clipboard, practiceIdp } = await openTestDesk()
    const handlers = throughContract(appIpc, appHandlers(context))
    expect(await handlers.info()).toEqual({
      version: '0.1.0',
      electron: '33.2.1',
      secrets: 'system',
      problems: [],
    })
    expect(await handlers.colorScheme()).toBe('auto')
    expect(await handlers.setColorScheme({ colorScheme: 'dark' })).toBe('dark')
    expect(await handlers.colorScheme()).toBe('dark')
    expect(context.nativeTheme.themeSource).toBe('dark')
    await handlers.setColorScheme({ colorScheme: 'auto' })
    expect(context.nativeTheme.themeSource).toBe('system')
    await handlers.copy({ text: 'https://idp.example' })
    expect(clipboard.writeText).toHaveBeenCalledWith('https://idp.example')
    await handlers.unlockSecrets({ passphrase: 'correct horse' })
    expect(practiceIdp.keepSigning).toHaveBeenCalled()
    await expect(handlers.replaceLostSecrets()).rejects.toMatchObject({
      problem: { code: 'secrets.not-lost' },
    })
  })
})

test('the sign-in page opens only while the backend runs', async () => {
  const openSignIn = vi.fn(async () => undefined)
  const stopped = tenantHandlers({ tenant: { status: { state: 'stopped' } } as never, openSignIn })
  await expect(stopped.openSignIn(undefined)).rejects.toMatchObject({ problem: { code: 'tenant.not-running' } })
  const status = { state: 'running', signInUrl: 'http://127.0.0.1:1/sign-in' }
  await tenantHandlers({ tenant: { status } as never, openSignIn }).openSignIn(undefined)
  expect(openSignIn).toHaveBeenCalledWith('http://127.0.0.1:1/sign-in')
})
