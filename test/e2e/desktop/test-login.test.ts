import { expect, type Page, test } from '@playwright/test'
import type { TestRun } from '#shared/model/test-run.ts'
import { type Claimcheck, launchClaimcheck, pageAt } from '#test/support/electron/claimcheck.ts'
import { clickAndLeave } from '#test/support/electron/click-and-leave.ts'
import { keepWindowPicture } from '#test/support/electron/picture.ts'
import {
  loginWindow,
  type PracticeConnection,
  practiceConnection,
  production,
  signInAs,
} from '#test/support/electron/practice-connection.ts'
import { selfSignedServer } from '#test/support/electron/self-signed-server.ts'
import {
  postingPage,
  type SmallIdentityProvider,
  startSmallIdentityProvider,
} from '#test/support/electron/small-identity-provider.ts'

let app: Claimcheck
let practice: PracticeConnection

test.beforeAll(async () => {
  app = await launchClaimcheck()
  practice = await practiceConnection(app)
})
test.afterAll(() => app?.close())

const start = (connectionId = practice.connection.id) =>
  app.ask('testLogin', 'start', { connectionId, target: 'application' })

/** The run once it is over. */
async function ended({ id: runId }: TestRun): Promise<TestRun> {
  const get = () => app.ask('testLogin', 'get', { runId })
  await expect.poll(async () => (await get()).state, { timeout: 20_000 }).not.toBe('running')
  return get()
}

const loginWindows = () =>
  app.electron.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows().map((window) => window.getTitle()))

test.describe('at the practice identity provider', () => {
  test('catches, judges and writes down a login at a production address that does not exist', async () => {
    const [person] = practice.idp.people
    const started = await start()
    expect(started.state).toBe('running')
    const { bar, page } = await loginWindow(app, practice.idp.url)
    await expect(bar.locator('#purpose')).toHaveText('This is a test, nothing is saved')
    await expect(bar.locator('#address')).toContainText(practice.idp.url)
    await expect(bar.locator('#lock')).toHaveAttribute('aria-label', /Not encrypted, and never leaves this computer/)
    await keepWindowPicture(app.electron, 'Test login', 'login-window')
    await signInAs(page, person!)
    await expect(bar.getByRole('heading')).toHaveText('The response was caught')
    await keepWindowPicture(app.electron, 'Test login', 'login-window-caught')

    const run = await ended(started)
    expect(run.judgement?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(run).toMatchObject({
      state: 'judged',
      problem: null,
      message: { postedTo: production.acsUrl },
      judgement: { verdict: 'accepted', identity: { profile: { email: person!.email } } },
      receipt: { verdict: 'accepted', configurationSha256: run.configurationSha256 },
    })
    expect(run.timeline.map(({ kind }) => kind)).toEqual([
      'opened',
      'request',
      'redirect',
      'request',
      'page',
      'form',
      'page',
      'form',
      'caught',
      'judged',
    ])
    expect(JSON.stringify(run)).not.toContain(person!.password)
    // It closes by itself, and takes the foreign page with it.
    await expect.poll(loginWindows).toEqual(['Claimcheck'])
    await expect.poll(() => app.electron.windows().length).toBe(1)
  })

  test('names the wrong audience as the root cause, with both values and the place', async () => {
    await app.ask('practiceIdp', 'setFaults', { faults: ['wrong-audience'] })
    const started = await start()
    const { page } = await loginWindow(app, practice.idp.url)
    await signInAs(page, practice.idp.people[0]!)
    const run = await ended(started)
    await app.ask('practiceIdp', 'setFaults', { faults: [] })
    expect(run).toMatchObject({ state: 'judged', judgement: { verdict: 'rejected', identity: null } })
    const causes = run.judgement?.findings.filter(({ rootCause }) => rootCause)
    expect(causes).toEqual([
      expect.objectContaining({
        code: expect.stringContaining('audience'),
        expected: production.entityId,
        actual: expect.not.stringMatching(production.entityId),
        location: expect.objectContaining({ line: expect.any(Number), path: expect.stringContaining('Audience') }),
      }),
    ])
  })

  test('stops when the window is closed half-way, and keeps what was seen', async () => {
    const started = await start()
    await loginWindow(app, practice.idp.url)
    await app.electron.evaluate(({ BaseWindow }) => {
      for (const window of BaseWindow.getAllWindows()) if (window.getTitle() === 'Test login') window.close()
    })
    const run = await ended(started)
    expect(run).toMatchObject({ state: 'stopped', message: null, problem: { code: 'test-login.window-closed' } })
    expect(run.timeline.map(({ kind }) => kind)).toContain('page')
    expect(await app.ask('connections', 'get', { id: practice.connection.id })).toEqual(practice.connection)
  })

  test('stops by the button in the bar, and by the one in the main window', async () => {
    const byBar = await start()
    const { bar } = await loginWindow(app, practice.idp.url)
    expect(
      await app.answer('testLogin', 'start', { connectionId: practice.connection.id, target: 'application' }),
    ).toMatchObject({
      problem: { code: 'test-login.running' },
    })
    await clickAndLeave(bar.getByRole('button', { name: 'Stop' }))
    expect(await ended(byBar)).toMatchObject({ state: 'stopped', problem: { code: 'test-login.stopped' } })

    const byWindow = await start()
    await loginWindow(app, practice.idp.url)
    await app.ask('testLogin', 'stop', { runId: byWindow.id })
    expect(await ended(byWindow)).toMatchObject({ state: 'stopped', problem: { code: 'test-login.stopped' } })
    await expect.poll(loginWindows).toEqual(['Claimcheck'])
  })
})

test.describe('at other identity providers', () => {
  let identityProvider: SmallIdentityProvider | undefined
  test.afterEach(() => identityProvider?.close())

  /** The same application, at an identity provider entered by hand. */
  const at = async (ssoUrl: string, binding: 'redirect' | 'post' = 'redirect') => {
    await app.ask('identityProvider', 'enterByHand', {
      connectionId: practice.connection.id,
      entityId: 'https://small.example',
      ssoUrl,
      binding,
      certificate: (await selfSignedServer()).cert,
      signOutUrl: '',
    })
  }
  const button = '<form method="post" action="/next"><button>Next</button></form>'

  test('posts the request, follows a new window in its own view, and forgets every cookie', async () => {
    const pages: Record<string, string> = {
      '/sso': '<a target="_blank" href="/help">Help</a>',
      '/help': button,
      '/next': postingPage(production.acsUrl, 'bm90IFhNTA=='),
    }
    identityProvider = await startSmallIdentityProvider((path) => pages[path] ?? '')
    const { origin, seen } = identityProvider
    await at(`${origin}/sso`, 'post')
    const signIn = async () => {
      const started = await start()
      const page: Page = await pageAt(app.electron, (url) => url === `${origin}/sso`, app.output)
      await page.getByText('Help').click()
      await clickAndLeave(page.getByRole('button'))
      return ended(started)
    }
    const run = await signIn()
    expect(run).toMatchObject({ state: 'judged', message: { xml: 'not XML' }, judgement: { verdict: 'rejected' } })
    expect(seen.map(({ method, path, cookie }) => `${method} ${path} ${cookie ?? '-'}`)).toEqual([
      'POST /sso -',
      'GET /help idp-session=secret-cookie',
      'POST /next idp-session=secret-cookie',
    ])
    expect(new URLSearchParams(seen[0]?.body).get('SAMLRequest')).not.toBeNull()
    expect(JSON.stringify(run)).not.toContain('secret-cookie')

    await expect.poll(loginWindows).toEqual(['Claimcheck'])
    await signIn()
    expect(seen[3]).toMatchObject({ path: '/sso', cookie: undefined })
  })

  test('says that the response went to another address', async () => {
    identityProvider = await startSmallIdentityProvider(() => postingPage('https://old.customer.example/acs', 'PHg+'))
    await at(`${identityProvider.origin}/sso`)
    const run = await ended(await start())
    expect(run).toMatchObject({
      state: 'failed',
      message: null,
      problem: {
        code: 'test-login.posted-elsewhere',
        what: expect.stringContaining('https://old.customer.example/acs'),
      },
    })
    await keepWindowPicture(app.electron, 'Test login', 'login-window-failed')
  })

  test('never opens a page whose certificate is not trusted', async () => {
    identityProvider = await startSmallIdentityProvider(() => 'secret page', await selfSignedServer())
    await at(`${identityProvider.origin}/sso`)
    const run = await ended(await start())
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'test-login.tls' } })
    expect(run.timeline.map(({ kind }) => kind)).toContain('tls-error')
    expect(identityProvider.seen).toEqual([])
  })

  test('says that a host does not exist, and that a server does not answer', async () => {
    await at('https://idp.no-such-host.example/sso')
    expect(await ended(await start())).toMatchObject({ state: 'failed', problem: { code: 'test-login.unresolvable' } })
    const gone = await startSmallIdentityProvider(() => '')
    gone.close()
    await at(`${gone.origin}/sso`)
    expect(await ended(await start())).toMatchObject({ state: 'failed', problem: { code: 'test-login.unreachable' } })
  })
})
