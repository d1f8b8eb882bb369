import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { type Claimcheck, launchClaimcheck, pageAt } from '#test/support/electron/claimcheck.ts'
import { clickAndLeave } from '#test/support/electron/click-and-leave.ts'
import { keepWindowPicture } from '#test/support/electron/picture.ts'
import { loginWindow, passphrase, practiceConnection, signInAs } from '#test/support/electron/practice-connection.ts'

let app: Claimcheck

test.beforeAll(async () => {
  app = await launchClaimcheck()
})
test.afterAll(() => app?.close())

async function startTenant() {
  await app.ask('app', 'unlockSecrets', { passphrase })
  const tenant = await app.ask('tenant', 'start')
  if (tenant.state !== 'running') throw new Error('the tenant backend did not start')
  return tenant
}

const members = async () => (await app.ask('members', 'list', {})).members

test('publishes exactly what was tested, and signs in for real', async () => {
  const { connection, idp } = await practiceConnection(app)
  const connectionId = connection.id
  const [person] = idp.people
  expect(await app.answer('publication', 'createDraft', { connectionId })).toMatchObject({
    problem: { code: 'tenant.not-running' },
  })
  const tenant = await startTenant()
  expect(tenant.organisation).toBe('Example organisation')

  const { publication: draft } = await app.ask('publication', 'createDraft', { connectionId })
  expect(draft).toMatchObject({ state: 'draft', backendUrl: tenant.url, publishedAt: null })
  expect(draft?.serviceProvider?.acsUrl).toContain(tenant.url)
  expect((await app.ask('publication', 'createDraft', { connectionId })).publication).toEqual(draft)
  await app.ask('serviceProvider', 'registerAtPracticeIdp', { connectionId, target: 'draft' })
  expect(await app.answer('publication', 'publish', { connectionId })).toMatchObject({
    problem: { code: 'publication.not-tested' },
  })

  const { id: runId } = await app.ask('testLogin', 'start', { connectionId, target: 'draft' })
  await signInAs((await loginWindow(app, idp.url)).page, person!)
  const run = () => app.ask('testLogin', 'get', { runId })
  await expect.poll(async () => (await run()).state).toBe('judged')
  expect(await run()).toMatchObject({
    target: 'draft',
    judgement: { verdict: 'accepted' },
    outcome: { kind: 'created', role: 'member' },
    receipt: { verdict: 'accepted', configurationSha256: draft?.configurationSha256 },
  })
  expect((await members()).map(({ email }) => email)).toEqual(['owner@example.com'])

  expect(await app.answer('publication', 'setEnabled', { connectionId, enabled: true })).toMatchObject({
    problem: { code: 'publication.not-published' },
  })
  const published = await app.ask('publication', 'publish', { connectionId })
  expect(published.publication).toMatchObject({ state: 'published', configurationSha256: draft?.configurationSha256 })
  const enabled = await app.ask('publication', 'setEnabled', { connectionId, enabled: true })
  expect(enabled.publication).toMatchObject({ state: 'enabled' })
  expect(await app.ask('publication', 'compare', { connectionId })).toMatchObject({
    isSame: true,
    isTested: true,
    previous: null,
  })

  await expect.poll(() => app.electron.windows().length).toBe(1)
  await app.ask('tenant', 'openSignIn')
  const signIn = await pageAt(app.electron, (url) => url.startsWith(tenant.signInUrl), app.output)
  const bar = await pageAt(app.electron, (url) => url.includes('/login-bar/'), app.output)
  await expect(bar.locator('#purpose')).toHaveText('This is a real sign-in')
  await expect(signIn.getByLabel('Password')).toHaveCount(0)
  await signIn.getByLabel('E-mail address').fill(person!.email)
  await signIn.getByRole('button', { name: 'Continue' }).click()
  await signInAs(signIn, person!)
  await expect(signIn.getByRole('heading', { level: 1 })).toContainText('You are signed in to Example organisation')
  await keepWindowPicture(app.electron, 'Sign in', 'real-sign-in')
  expect((await members()).find(({ email }) => email === person!.email)).toMatchObject({ role: 'member', active: true })
  await clickAndLeave(bar.getByRole('button', { name: 'Close' }))
  await expect.poll(() => app.electron.windows().length).toBe(1)
})

test('a port that another program has taken is said so, and is used again once it is free', async () => {
  const before = await startTenant()
  await app.ask('tenant', 'stop')
  const other = createServer().listen(Number(new URL(before.url).port), '127.0.0.1')
  await once(other, 'listening')
  expect(await app.answer('tenant', 'start')).toMatchObject({ problem: { code: 'tenant.port-taken' } })
  expect(await app.ask('tenant', 'status')).toEqual({ state: 'stopped', place: { kind: 'here' } })
  other.close()
  await once(other, 'close')
  expect(await app.ask('tenant', 'start')).toEqual(before)
})

test('a backend that is killed is told to the window, and started again by the user', async () => {
  await app.window.evaluate(() => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    Reflect.get(window, 'claimcheck').tenant.changed((status: unknown) => heard.push(status))
  })
  const before = await startTenant()
  const known = await members()
  await app.electron.evaluate(({ app }) => {
    const backend = app.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('Tenant backend'))
    if (backend) process.kill(backend.pid, 'SIGKILL')
  })
  const heard = () => app.window.evaluate(() => Reflect.get(window, 'heard'))
  await expect.poll(heard).toEqual([expect.objectContaining({ state: 'stopped' })])
  expect(await app.ask('tenant', 'status')).toMatchObject({ state: 'stopped', problem: { code: 'tenant.crashed' } })
  expect(await app.ask('tenant', 'start')).toEqual(before)
  expect(await members()).toEqual(known)
})
