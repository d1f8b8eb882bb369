import type { Browser, Page as Tab } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSetupWorld } from '#test/support/backend/setup-world.ts'
import { chromiumPath, openChromium } from '#test/support/serve-window/open-chromium.ts'

const desktop = { width: 1280, height: 800 }
const telephone = { width: 360, height: 640 }
const pictures = process.env.CLAIMCHECK_PICTURES

describe.skipIf(chromiumPath === undefined)('the set-up wizard in Chromium (needs /usr/bin/chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  }, 60_000)
  afterAll(() => browser?.close())

  test('from the link to an active connection, tested on a telephone, and no page breaks a rule of its policy', async () => {
    const world = await openSetupWorld({ clock: () => new Date() })
    const context = await browser.newContext({ viewport: desktop, permissions: ['clipboard-read', 'clipboard-write'] })
    const tab = await context.newPage()
    const complaints: string[] = []
    const listen = (page: Tab) =>
      page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()} ${message.text()}`))
    listen(tab)
    const look = async (name: string, page = tab) => {
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
      if (pictures) await page.screenshot({ path: `${pictures}/live-${name}.png`, fullPage: true })
    }
    await tab.goto(world.setupUrl)
    await look('provider')
    await tab.getByRole('button', { name: 'Custom SAML' }).click()
    await tab.getByRole('heading', { name: 'Enter our values at your identity provider' }).waitFor()
    await look('values')
    await tab.getByRole('button', { name: 'Copy ACS URL' }).click()
    await tab.getByRole('button', { name: 'Copy ACS URL' }).getByText('Copied').waitFor()
    expect(await tab.evaluate('navigator.clipboard.readText()')).toContain('/saml/acs?connection=conn_')
    await world.registerThere()

    await tab.getByRole('link', { name: 'Go on' }).click()
    const metadata = Buffer.from(await (await fetch(world.idp.metadataUrl)).arrayBuffer())
    await tab.getByLabel('Or a file').setInputFiles({ name: 'idp.xml', mimeType: 'application/xml', buffer: metadata })
    await expect.poll(() => tab.getByLabel('Or the metadata itself').inputValue()).toContain('EntityDescriptor')
    await tab.getByRole('button', { name: 'Check it' }).click()
    await tab.getByText('This metadata can be used.').waitFor()
    await look('metadata')

    const other = await browser.newContext({ viewport: telephone })
    const small = await other.newPage()
    listen(small)
    await small.goto(`${world.setupUrl}/test`)
    await look('telephone-test', small)
    await small.getByRole('button', { name: 'Run test login' }).click()
    await small.getByLabel('User name').fill('mira')
    await small.getByLabel('Password').fill('mira-practice')
    await small.keyboard.press('Enter')
    await small.getByRole('heading', { name: 'The test login worked' }).waitFor()
    await look('telephone-verdict', small)
    await small.getByRole('link', { name: 'Back to the set-up' }).click()
    await small.getByRole('button', { name: 'Finish: switch the connection on' }).waitFor()
    await other.close()

    await tab.getByRole('link', { name: 'Go on to the test' }).click()
    await look('test')
    await tab.getByRole('button', { name: 'Finish: switch the connection on' }).click()
    await tab.getByRole('heading', { name: 'Single sign-on is active' }).waitFor()
    await look('done')
    expect(complaints).toEqual([])
    const { providers } = (await world.tenant.call('GET', '/providers')).body
    expect(providers).toMatchObject([{ enabled: true }])
    await context.close()
  }, 120_000)
})
