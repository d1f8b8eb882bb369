import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { locateRuntime, projectRoot } from '#build/runtime/locate.mjs'
import { launchClaimcheck } from '#test/support/electron/claimcheck.ts'
import { homeEnvironment } from '#test/support/electron/home.ts'
import { loginWindow, passphrase, practiceConnection, signInAs } from '#test/support/electron/practice-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'

let home: string

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'claimcheck-home-'))
})
test.afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))

const userData = () => join(home, '.config', 'Claimcheck')

test('keeps connections, runs, settings and keys over a restart; the identity provider is the same one', async () => {
  const first = await launchClaimcheck({ home })
  const { connection, idp } = await practiceConnection(first)
  const started = await first.ask('testLogin', 'start', { connectionId: connection.id, target: 'application' })
  const { page } = await loginWindow(first, idp.url)
  await signInAs(page, idp.people[0]!)
  const get = () => first.ask('testLogin', 'get', { runId: started.id })
  await expect.poll(async () => (await get()).state).toBe('judged')
  const run = await get()
  await first.ask('app', 'setColorScheme', { colorScheme: 'dark' })
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 720))
  await first.close()

  const second = await launchClaimcheck({ home })
  expect(await second.ask('connections', 'list')).toEqual([connection])
  expect(await second.ask('testLogin', 'list', { connectionId: connection.id })).toEqual([run])
  expect(await second.ask('testLogin', 'latest')).toMatchObject([{ id: run.id, verdict: 'accepted' }])
  expect(await second.ask('app', 'colorScheme')).toBe('dark')
  const size = await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  expect(size).toEqual([1100, 720])

  const target = { connectionId: connection.id, target: 'application' as const }
  expect(await second.ask('app', 'info')).toMatchObject({ secrets: 'passphrase-locked', problems: [] })
  expect(await second.answer('testLogin', 'start', target)).toMatchObject({ problem: { code: 'secrets.locked' } })
  expect(await second.answer('app', 'unlockSecrets', { passphrase: 'not this one' })).toMatchObject({
    problem: { code: 'secrets.wrong-passphrase', field: 'passphrase' },
  })
  await second.ask('app', 'unlockSecrets', { passphrase })
  expect(await second.ask('practiceIdp', 'start')).toMatchObject({
    metadataUrl: idp.metadataUrl,
    serviceProviders: [connection.serviceProvider?.entityId],
  })
  const again = await second.ask('testLogin', 'start', target)
  await signInAs((await loginWindow(second, idp.url)).page, idp.people[0]!)
  await expect
    .poll(async () => (await second.ask('testLogin', 'get', { runId: again.id })).judgement?.verdict)
    .toBe('accepted')
  await second.close()
})

test('killed in the middle of a test login, it loses nothing that was saved', async () => {
  const killed = await launchClaimcheck({ home })
  const { connection, idp } = await practiceConnection(killed)
  const { id: runId } = await killed.ask('testLogin', 'start', { connectionId: connection.id, target: 'application' })
  await loginWindow(killed, idp.url)
  const seen = () => killed.ask('testLogin', 'get', { runId }).then(({ timeline }) => timeline.map(({ kind }) => kind))
  await expect.poll(seen).toContain('page')
  const gone = once(killed.electron.process(), 'exit')
  killed.electron.process().kill('SIGKILL')
  await gone

  const next = await launchClaimcheck({ home })
  expect(await next.ask('connections', 'list')).toEqual([connection])
  expect(await next.ask('testLogin', 'list', { connectionId: connection.id })).toMatchObject([
    { id: runId, state: 'stopped', problem: { code: 'test-login.interrupted' } },
  ])
  expect(await next.ask('app', 'info')).toMatchObject({ problems: [] })
  await next.close()
})

test('starts with damaged files, says so, and keeps them and everything else', async () => {
  const first = await launchClaimcheck({ home })
  const { id: hurt } = await first.ask('connections', 'create', { intake: anIntake() })
  const whole = await first.ask('connections', 'create', { intake: anIntake({ displayName: 'Whole' }) })
  await first.ask('app', 'setColorScheme', { colorScheme: 'dark' })
  await first.close()
  const folder = join(userData(), 'workspace', 'connections', hurt)
  await truncate(join(folder, 'connection.json'), 50)
  await truncate(join(userData(), 'settings.json'), 5)

  const second = await launchClaimcheck({ home })
  expect(await second.ask('connections', 'list')).toEqual([whole])
  const { problems } = await second.ask('app', 'info')
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'workspace.connection-damaged',
    'workspace.settings-damaged',
  ])
  expect(await second.ask('app', 'colorScheme')).toBe('auto')
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^connection\.json\.damaged-/)])
  expect(await readdir(userData())).toContainEqual(expect.stringMatching(/^settings\.json\.damaged-/))
  await second.close()
})

test('a second start shows the first window and goes', async () => {
  const first = await launchClaimcheck({ home })
  const isRoot = process.getuid?.() === 0
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const second = spawn(
    locateRuntime().executable,
    [projectRoot, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    {
      env: homeEnvironment(home),
      stdio: 'ignore',
    },
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  const isShown = () =>
    first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))
  await expect.poll(isShown).toEqual([false])
  await first.close()
})

test('no file holds a key, a passphrase or a password, the log included', async () => {
  const app = await launchClaimcheck({ home })
  const { connection, idp } = await practiceConnection(app)
  await app.ask('tenant', 'start')
  await app.ask('testLogin', 'start', { connectionId: connection.id, target: 'application' })
  await signInAs((await loginWindow(app, idp.url)).page, idp.people[0]!)
  await expect.poll(async () => (await app.ask('testLogin', 'latest')).length).toBe(1)
  await app.answer('identityProvider', 'loadUrl', {
    connectionId: connection.id,
    url: 'https://user:hunter2@127.0.0.1:1/',
  })
  await app.close()
  const files = (await readdir(userData(), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['claimcheck.log', 'vault.json', 'connection.json']),
  )
  for (const file of files) {
    const content = await readFile(join(file.parentPath, file.name), 'latin1')
    for (const secret of [
      passphrase,
      'PRIVATE KEY-----',
      idp.people[0]!.password,
      'hunter2',
      'MIIEvQIBADANBgkqhkiG9w0BAQEF',
    ])
      expect(content.includes(secret), `${file.name} holds ${secret}`).toBe(false)
  }
})
