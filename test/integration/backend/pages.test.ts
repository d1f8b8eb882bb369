import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page as Tab } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPage } from '#main/backend/http/pages/page.ts'
import { addressIn, readOutbox } from '#test/support/backend/links.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { samplePages } from '#test/support/backend/sample-pages.ts'
import { chromiumPath, openChromium } from '#test/support/serve-window/open-chromium.ts'

const desktop = { width: 1024, height: 720 }
const telephone = { width: 360, height: 640 }
/** Where to put a picture of every page; only who wants to look sets it. */
const pictures = process.env.CLAIMCHECK_PICTURES

describe.skipIf(chromiumPath === undefined)('the sign-in pages in Chromium (needs /usr/bin/chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  }, 60_000)
  afterAll(() => browser?.close())

  test.each(Object.entries(samplePages))(
    '%s is accessible, light and dark, and fits a telephone',
    async (name, page) => {
      const context = await browser.newContext({ viewport: desktop })
      const tab = await context.newPage()
      await tab.setContent(renderPage(page, { script: 'n', style: 'n' }))
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        expect(await violationsOn(tab)).toEqual([])
        for (const viewport of [telephone, desktop]) {
          await tab.setViewportSize(viewport)
          expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
          if (pictures) await tab.screenshot({ path: `${pictures}/${name}-${colorScheme}-${viewport.width}.png` })
        }
      }
      await context.close()
    },
    90_000,
  )

  test('a person signs in by a link and chooses a password, and no page breaks a rule of its policy', async () => {
    const world = await openTestBackend({ clock: () => new Date() })
    const tenant = await world.organisation({ owner: 'owner@elsewhere.example' })
    const context = await browser.newContext()
    const tab = await context.newPage()
    const complaints: string[] = []
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await tab.goto(`${world.url}/sign-in`)
    await tab.getByLabel('E-mail address').fill('owner@elsewhere.example')
    await tab.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'E-mail me a link instead' }).click()
    await tab.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await tab.goto(addressIn((await readOutbox(tenant, 1))[0]!))
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('link', { name: 'Choose a password' }).click()
    await tab.getByLabel('New password').fill('a sentence is good')
    await tab.getByRole('button', { name: 'Save password' }).click()
    await tab.getByRole('heading', { name: 'You are signed in to Acme' }).waitFor()
    await tab.getByRole('button', { name: 'Sign out' }).click()
    await tab.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})

async function violationsOn(page: Tab): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze()
  // Where nothing was looked at, nothing can be wrong.
  expect(passes.map(({ id }) => id)).toContain('color-contrast')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}
