import type { Browser, Page } from '@playwright/test'
import type { ServedWindow } from './serve-window.ts'

interface WindowOptions {
  readonly scenario: string
  readonly place: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
}

export interface WindowPage {
  readonly page: Page
  /** What the page complained about: errors, refusals by the content security policy, React's warnings. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens the window in one state at one place, its clock at a fixed moment but running, and waits until it is drawn. */
export async function openWindow(browser: Browser, served: ServedWindow, options: WindowOptions): Promise<WindowPage> {
  const { scenario, place, colorScheme = 'light', viewport = { width: 1280, height: 800 } } = options
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.clock.setFixedTime(new Date('2026-11-22T08:00:30.000Z'))
  await page.goto(served.url(scenario, place))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  return { page, complaints, close: () => context.close() }
}
