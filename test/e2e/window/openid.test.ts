import { expect, test } from '@playwright/test'
import { type Claimcheck, launchClaimcheck, pageAt } from '#test/support/electron/claimcheck.ts'
import { signInAs } from '#test/support/electron/practice-connection.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

const person = { username: 'mira', password: 'mira-practice' }
const intake = {
  provider: 'Generic OIDC',
  displayName: 'Customer Portal',
  applicationOwner: 'Robin',
  domain: 'example.com',
}
const redirectUri = 'https://app.customer.example/oidc/callback'

// One goes on from where the other ended.
test.describe.configure({ mode: 'serial' })

let app: Claimcheck
let bench: Workbench

test.beforeAll(async () => {
  app = await launchClaimcheck()
  bench = new Workbench(app)
})
test.afterAll(() => app?.close())

/** The practice identity provider's sign-in page in the login window. */
const signInPage = () => pageAt(app.electron, (url) => url.includes('/oidc-login/'), app.output)

async function logIn(): Promise<void> {
  await bench
    .button(/^Run test login/)
    .first()
    .click()
  await signInAs(await signInPage(), person)
  await expect(bench.main.getByRole('heading', { name: 'Findings', exact: true })).toBeVisible({ timeout: 40_000 })
}

const picture = async (name: string) => {
  await bench.window.screenshot({ path: `test-output/pictures/${name}.png`, fullPage: true })
}

test('from a new connection to a verdict, by the labels a person sees', async () => {
  test.setTimeout(180_000)
  const { main, window } = bench
  await bench.startPracticeIdp()
  await bench.createConnection(intake, 'OpenID Connect')
  await picture('openid-load')
  await bench.button('Use the practice IdP').click()
  await expect.poll(() => bench.stepState('Identity provider')).toBe('Done')
  await expect(bench.section('OpenID provider')).toContainText('/oidc')
  await picture('openid-provider')

  await bench.openStep('Service provider')
  await main.getByRole('textbox', { name: 'Redirect URI' }).first().fill(redirectUri)
  await picture('openid-client')
  await bench.button('Register at the practice IdP').click()
  await bench.setPassphrase('correct horse battery')
  await expect(main.getByText('The practice IdP knows this client.')).toBeVisible()
  await expect(main.getByText('Secret sealed')).toBeVisible()
  await picture('openid-hand-over')

  await bench.openStep('Test login')
  await logIn()
  await expect(bench.verdict()).toContainText('Accepted')
  await expect(bench.verdict()).toContainText('mira.okafor@example.com')
  await expect(bench.section('Signature')).toContainText('RS256')
  await bench.section('Requests to the provider').getByRole('button').click()
  const requests = bench.section('Requests to the provider')
  await expect(requests).toContainText('grant_type=authorization_code')
  await expect(requests).toContainText('Basic ••••••')
  await expect(requests).toContainText('a new ID Token of the same person')
  await picture('openid-accepted')
  await bench.darken()
  await picture('openid-accepted-dark')

  await bench.openStep('Claims')
  await expect(bench.section('Profile')).toContainText('mira.okafor@example.com')
  await expect(bench.section('Received')).toContainText('email_verified')
  await expect(window.getByText('uncaught')).toHaveCount(0)
})

test('publishes what was tested, and somebody signs in for real', async () => {
  test.setTimeout(180_000)
  const { main } = bench
  await bench.goTo('Tenant')
  await bench.button('Start the tenant backend').click()
  await expect(main.getByText('Example organisation')).toBeVisible({ timeout: 60_000 })
  const tenant = new URL(await bench.value('Sign-in page')).origin
  await bench.openConnection(intake.displayName)
  await bench.openStep('Publish')
  await bench.button('Create draft').click()
  await bench.button('Register again at the practice IdP').click()
  await expect(main.getByText('Registered as it is now.')).toBeVisible()
  await picture('openid-draft-dark')
  await logIn()
  await expect(bench.verdict()).toContainText('An account would be created for this user, as member.')
  await bench.button('Publish tested configuration').click()
  await main.getByRole('switch', { name: 'Enable for example.com' }).click()
  await expect.poll(() => bench.stepState('Publish')).toBe('Done')
  await expect(bench.section('4. Publish')).toContainText('What is live was tested')
  await picture('openid-published-dark')

  await bench.button('Open the sign-in page').click()
  const page = await pageAt(app.electron, (url) => url.startsWith(`${tenant}/sign-in`), app.output)
  await page.getByLabel(/e-mail/i).fill('mira.okafor@example.com')
  await expect(page.getByLabel('Password')).toHaveCount(0)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/oidc-login\//)
  await signInAs(page, person)
  await expect(page.getByText('You are signed in to Example organisation as Mira Okafor')).toBeVisible()
  await page.close()
})

test('a wrong client secret: the request, the answer and who mends it, with no secret in sight', async () => {
  test.setTimeout(120_000)
  await bench.openConnection(intake.displayName)
  await bench.openStep('Service provider')
  await bench.button('Change client').click()
  await bench.main.getByLabel('Client secret').fill('not-the-secret')
  await bench.button('Save client').click()
  await bench.openStep('Test login')
  await bench
    .button(/^Run test login/)
    .first()
    .click()
  await expect(bench.verdict()).toContainText('refused the sign-in request', { timeout: 20_000 })
  const requests = bench.section('Requests to the provider')
  await expect(requests).toContainText('HTTP 401')
  await expect(requests).toContainText('invalid_client')
  await picture('openid-wrong-secret-dark')
  expect(await bench.main.innerText()).not.toContain('not-the-secret')

  // Where nothing is pushed, the token endpoint is the first to see it.
  await bench.openStep('Identity provider')
  const issuer = await bench.value('Issuer')
  const document = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
  delete document.pushed_authorization_request_endpoint
  await bench.button('Load another').click()
  await bench.main.getByRole('tab', { name: 'Paste' }).click()
  await bench.main.getByLabel('Discovery document, or key set').fill(JSON.stringify(document))
  await bench.button('Load provider').last().click()
  await expect(bench.section('OpenID provider')).toContainText('Pasted')
  await bench.openStep('Test login')
  await logIn()
  await expect(bench.verdict()).toContainText('Rejected')
  await expect(bench.section('Requests to the provider')).toContainText('Token request')
  await expect(bench.section('Requests to the provider')).toContainText('invalid_client')
  await picture('openid-token-error-dark')
})

test('a redirect URI with a scheme of the application’s own is caught as well', async () => {
  test.setTimeout(120_000)
  await bench.openConnection(intake.displayName)
  await bench.openStep('Service provider')
  await bench.button('Change client').click()
  await bench.main.getByRole('textbox', { name: 'Redirect URI', exact: true }).fill('com.example.portal:/callback')
  await bench.main.getByRole('combobox', { name: 'Client authentication' }).click()
  await bench.window.getByRole('option', { name: /public client/ }).click()
  await bench.button('Save client').click()
  await bench.button('Register again at the practice IdP').click()
  await expect(bench.main.getByText('Registered as it is now.')).toBeVisible()
  await bench.openStep('Test login')
  await logIn()
  await expect(bench.verdict()).toContainText('Accepted')
  await expect(bench.verdict()).toContainText('mira.okafor@example.com')
})

test('signs out at the provider in the window that signed in', async () => {
  test.setTimeout(120_000)
  await bench.openConnection(intake.displayName)
  await bench.openStep('Service provider')
  await bench.button('Change client').click()
  await bench.button('More settings').click()
  await bench.main.getByLabel('Post-logout redirect URI').fill('https://app.customer.example/signed-out')
  await bench.button('Save client').click()
  await bench.button('Register again at the practice IdP').click()
  await expect(bench.main.getByText('Registered as it is now.')).toBeVisible()
  await bench.openStep('Identity provider')
  // Without end_session_endpoint in the document that was pasted there would be nothing to test.
  await expect(bench.section('OpenID provider')).toContainText('/session/end')
  await bench.openStep('Test login')
  await bench.main.getByRole('switch', { name: 'Then sign out at the provider' }).click()
  await bench
    .button(/^Run test login/)
    .first()
    .click()
  await signInAs(await signInPage(), person)
  const page = await pageAt(app.electron, (url) => url.includes('/oidc/session/end'), app.output)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(bench.section('Requests to the provider')).toContainText('signed out and sent the browser back')
  await expect(bench.verdict()).toContainText('Accepted')
})

test('what the provider refuses is explained', async () => {
  test.setTimeout(120_000)
  await app.ask('practiceIdp', 'setFaults', { faults: ['openid-access-denied'] })
  await bench.openConnection(intake.displayName)
  await bench.openStep('Test login')
  await logIn()
  await app.ask('practiceIdp', 'setFaults', { faults: [] })
  await expect(bench.verdict()).toContainText('Rejected')
  await expect(bench.main).toContainText('access_denied: The user is not assigned to this application.')
  await picture('openid-access-denied-dark')
})
