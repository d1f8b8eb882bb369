import type { Locator } from '@playwright/test'

/**
 * Clicks what may close its own page, as the last step of a login does. Such a page can be gone before it answers that
 * it was clicked, which Playwright tells as an error; a page that stays open was not clicked, and fails.
 */
export async function clickAndLeave(target: Locator): Promise<void> {
  const page = target.page()
  try {
    await target.click()
  } catch (error) {
    if (page.isClosed()) return
    await page.waitForEvent('close', { timeout: 5_000 }).catch(() => {
      throw error
    })
  }
}
