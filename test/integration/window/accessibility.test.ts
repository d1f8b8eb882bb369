import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, openChromium } from '#test/support/serve-window/open-chromium.ts'
import { looks } from '#test/support/serve-window/places.ts'
import { type ServedWindow, serveWindow } from '#test/support/serve-window/serve-window.ts'
import { violationsOn } from '#test/support/serve-window/violations.ts'
import { openWindow } from '#test/support/serve-window/window-page.ts'

describe.skipIf(chromiumPath === undefined)('the window in Chromium (needs /usr/bin/chromium)', () => {
  let served: ServedWindow
  let browser: Browser
  beforeAll(async () => {
    served = await serveWindow()
    browser = await openChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  test.each(looks)(
    '%s at %s is accessible in both schemes, fits, and breaks no rule of its policy',
    async (scenario, place) => {
      const viewport = { width: 1024, height: 680 }
      const { page, complaints, close } = await openWindow(browser, served, { scenario, place, viewport })
      expect(await violationsOn(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate(overflow)).toBe(0)
      expect(complaints).toEqual([])
      await close()
    },
    // Two whole analyses, on a machine that may be busy.
    90_000,
  )
})

/** Pixels by which the page, or its main part, is wider than its room. */
const overflow = `(() => {
  const main = document.querySelector('main')
  return document.documentElement.scrollWidth - innerWidth + main.scrollWidth - main.clientWidth
})()`
