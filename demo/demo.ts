import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '#build/runtime/locate.mjs'
import { launchClaimcheck, pageAt } from '#test/support/electron/claimcheck.ts'
import { signInAs } from '#test/support/electron/practice-connection.ts'
import { Workbench } from '#test/support/workbench/workbench.ts'
import { application, intake, passphrase, person } from './cast.ts'
import { print, Story } from './story.ts'

/**
 * The main job, in a real Electron window, driven as a person would: set up, test, understand, publish, sign in.
 * Exits 0 only if every step was seen to hold.
 */
const folder = join(projectRoot, 'demo-output')
const story = new Story(folder)
const began = performance.now()

print('Claimcheck: a SAML connection is set up, tested, understood and published.\n')
const app = await launchClaimcheck()
const bench = new Workbench(app)
const { main, window } = bench
const urls = { idp: '', tenant: '' }

try {
  await story.step('Start the practice IdP and the tenant backend', async () => {
    await bench.startPracticeIdp()
    urls.idp = new URL(await bench.value('Metadata URL')).origin
    await story.picture(window, 'practice-idp')
    await bench.startTenant(passphrase)
    urls.tenant = new URL(await bench.value('Sign-in page')).origin
    await story.picture(window, 'tenant')
  })

  await story.step("Create a connection and load the identity provider's metadata", async () => {
    await bench.createConnection(intake)
    await bench.loadMetadataUrl(`${urls.idp}/metadata`)
    await expect(main.getByRole('heading', { name: 'Checks' })).toBeVisible()
    await expect.poll(() => bench.stepState('Identity provider')).toBe('Done')
    story.saw(
      await bench
        .section('Checks')
        .getByText(/passed|checks/i)
        .first()
        .innerText(),
    )
    await story.picture(window, 'identity-provider')
  })

  await story.step('Make key, certificate and metadata for an application elsewhere, and register them', async () => {
    await bench.generateServiceProvider(application.entityId, application.acsUrl)
    await bench.registerAtPracticeIdp()
    await expect.poll(() => bench.stepState('Service provider')).toBe('Done')
    story.saw(`${application.entityId} is registered; nothing listens on ${application.acsUrl}`)
    await story.picture(window, 'service-provider')
  })

  await story.step('Run a live test login, and read the verdict', async () => {
    await bench.openStep('Test login')
    await testLogin('login-window')
    await expect(bench.verdict()).toContainText('Accepted')
    story.saw(await bench.verdict().innerText())
    await story.picture(window, 'verdict')
    await bench.showSection('Signatures')
    await story.picture(window, 'signatures')
    await saveReport()
    await bench.openStep('Claims')
    await expect(main.getByText('mira', { exact: false }).first()).toBeVisible()
    await story.picture(window, 'claims')
  })

  await story.step('Make a draft on the tenant backend, test it, publish it, enable it', async () => {
    await bench.openStep('Publish')
    await bench.button('Create draft').click()
    await bench.registerAtPracticeIdp()
    await testLogin('draft-login-window')
    await expect(bench.verdict()).toContainText('Accepted')
    story.saw(await bench.verdict().innerText())
    await story.picture(window, 'draft-tested')
    await bench.button('Publish tested configuration').click()
    const enable = main.getByRole('switch', { name: /^Enable for/ })
    await enable.click()
    await expect(enable).toBeChecked()
    await expect.poll(() => bench.stepState('Publish')).toBe('Done')
    await story.picture(window, 'published')
  })

  await story.step("Sign in for real, through the backend's sign-in page", async () => {
    await bench.button('Open the sign-in page').click()
    const page = await pageAt(app.electron, (url) => url.startsWith(`${urls.tenant}/sign-in`), app.output)
    await expect(page.getByLabel('Password')).toHaveCount(0)
    await story.picture(page, 'sign-in-page')
    await page.getByLabel(/e-mail/i).fill('mira.okafor@example.com')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL((url) => url.origin === urls.idp)
    await signInAs(page, person)
    await page.waitForURL((url) => url.origin === urls.tenant)
    await expect(page.getByText('Example organisation').first()).toBeVisible()
    story.saw(await page.locator('main').innerText())
    await story.picture(page, 'signed-in')
    await page.close()
    await bench.goTo('Tenant')
    await main.getByRole('tab', { name: 'Members' }).click()
    await expect(main.getByRole('row').filter({ hasText: 'mira' }).getByRole('combobox')).toHaveValue('member')
    await story.picture(window, 'members')
  })

  await story.step('Send the wrong audience, test again, and see the root cause', async () => {
    await bench.setFault('Wrong audience', true)
    await story.picture(window, 'fault')
    await bench.openConnection(intake.displayName)
    await bench.openStep('Test login')
    await testLogin('faulty-login-window')
    await expect(bench.verdict()).toContainText('Rejected')
    await expect(main.getByText(application.entityId).first()).toBeVisible()
    await expect(main.getByText('urn:example:another-application').first()).toBeVisible()
    await expect(main.locator('.cm-content')).toContainText('Error The assertion was issued for another application.')
    story.saw(await bench.verdict().innerText())
    await story.picture(window, 'root-cause')
    await bench
      .section('Findings')
      .getByRole('button', { name: /issued for another application/ })
      .click()
    await expect(main.getByText('saml.audience.mismatch').first()).toBeVisible()
    await bench.darken()
    await story.picture(window, 'root-cause-dark')
  })
  print(`\nEvery step held, in ${seconds()} s. Pictures, the evidence report and summary.json are in demo-output/.`)
} catch (error) {
  process.exitCode = 1
  print(`\nThe story ended here, after ${seconds()} s: ${error instanceof Error ? error.message : String(error)}`)
  await window.screenshot({ path: join(folder, 'stopped-here.png') }).catch(() => undefined)
} finally {
  story.end({ seconds: Number(seconds()), electron: await electronVersion() })
  await app.close()
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

/** In the login window: sign in at the practice IdP; the POST to the ACS is caught there. */
async function testLogin(pictureName: string): Promise<void> {
  const page: Page = await bench.startTestLogin(urls.idp)
  await expect(page.getByLabel('User name')).toBeVisible()
  await story.picture(page, pictureName)
  await signInAs(page, person)
  await expect(bench.verdict()).toBeVisible({ timeout: 20_000 })
}

/** The system's own dialog cannot be driven: it is told where to save. */
async function saveReport(): Promise<void> {
  const path = join(folder, 'evidence-report.html')
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await bench.button('Save report').click()
  await expect.poll(() => existsSync(path) && existsSync(path.replace('.html', '.json'))).toBe(true)
  story.saw('The evidence report is saved as HTML and JSON')
}

function electronVersion(): Promise<string> {
  return app.electron.evaluate(() => process.versions.electron).catch(() => 'unknown')
}
