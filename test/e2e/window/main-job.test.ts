import { expect, test } from '@playwright/test'
import { launchClaimcheck, pageAt } from '#test/support/electron/claimcheck.ts'
import { signInAs } from '#test/support/electron/practice-connection.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'

const person = { username: 'mira', password: 'mira-practice' }
const application = { entityId: 'https://app.customer.example/saml', acsUrl: 'https://app.customer.example/saml/acs' }
const intake = { provider: 'Okta', displayName: 'Customer Portal', applicationOwner: 'Robin', domain: 'example.com' }

test('the main job, by the labels a person sees', async () => {
  test.setTimeout(180_000)
  const app = await launchClaimcheck()
  const bench = new Workbench(app)
  const { main } = bench
  const logIn = async (idp: string) => {
    await signInAs(await bench.startTestLogin(idp), person)
    await expect(bench.verdict()).toBeVisible({ timeout: 20_000 })
  }
  try {
    await bench.startPracticeIdp()
    const idp = new URL(await bench.value('Metadata URL')).origin
    await bench.startTenant('correct horse battery')
    const tenant = new URL(await bench.value('Sign-in page')).origin

    await bench.createConnection(intake)
    await bench.loadMetadataUrl(`${idp}/metadata`)
    await expect.poll(() => bench.stepState('Identity provider')).toBe('Done')
    await bench.generateServiceProvider(application.entityId, application.acsUrl)
    // The console's own words, with ours beside them.
    await expect(main.getByText('Audience URI (SP Entity ID)')).toBeVisible()
    await bench.registerAtPracticeIdp()

    await bench.openStep('Test login')
    await logIn(idp)
    await expect(bench.verdict()).toContainText('Accepted')
    await expect(bench.verdict()).toContainText('mira.okafor@example.com')
    await bench.openStep('Claims')
    await expect(bench.section('Profile')).toContainText('mira.okafor@example.com')

    await bench.openStep('Publish')
    await bench.button('Create draft').click()
    await bench.registerAtPracticeIdp()
    await logIn(idp)
    await expect(bench.verdict()).toContainText('An account would be created for this user, as member.')
    await bench.button('Publish tested configuration').click()
    await main.getByRole('switch', { name: 'Enable for example.com' }).click()
    await expect.poll(() => bench.stepState('Publish')).toBe('Done')

    await bench.button('Open the sign-in page').click()
    const page = await pageAt(app.electron, (url) => url.startsWith(`${tenant}/sign-in`), app.output)
    await page.getByLabel(/e-mail/i).fill('mira.okafor@example.com')
    await expect(page.getByLabel('Password')).toHaveCount(0)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL((url) => url.origin === idp)
    await signInAs(page, person)
    await expect(page.getByText('You are signed in to Example organisation as Mira Okafor')).toBeVisible()
    await page.close()
    await bench.goTo('Tenant')
    await main.getByRole('tab', { name: 'Members' }).click()
    await expect(main.getByRole('row').filter({ hasText: 'mira.okafor' }).getByRole('combobox')).toHaveValue('member')

    await bench.setFault('Wrong audience', true)
    await bench.openConnection(intake.displayName)
    await bench.openStep('Test login')
    await logIn(idp)
    await expect(bench.verdict()).toContainText('The assertion was issued for another application.')
    await expect(main.getByText('Identity provider administrator').first()).toBeVisible()
    await expect(main.getByText(application.entityId, { exact: true }).first()).toBeVisible()
    await expect(main.getByText('urn:example:another-application', { exact: true }).first()).toBeVisible()
    await expect(main.locator('.cm-content')).toContainText('Error The assertion was issued for another application.')
  } finally {
    await app.close()
  }
})
