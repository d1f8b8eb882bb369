import { expect } from 'vitest'
import type { TestBackend, TestOrganisation } from './open-test-backend.ts'
import { fieldOf, type Page, type TestBrowser } from './test-browser.ts'

/** Asks for a link as a person does: address first, then the link. @returns the page that says to look into the mail */
export async function askForLink(
  { url }: Pick<TestBackend, 'url'>,
  browser: TestBrowser,
  email: string,
): Promise<Page> {
  const page = await browser.post(`${url}/sign-in`, { email, with: 'password' })
  if (page.status !== 200) return page
  return browser.post(`${url}/sign-in/link`, { email, formToken: fieldOf(page, 'formToken') })
}

export interface OutboxMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The newest first. Waits until so many are there: they are written after the page was answered. */
export async function readOutbox(tenant: TestOrganisation, count: number): Promise<OutboxMail[]> {
  const found = await expect.poll(() => tenant.call('GET', '/outbox').then(({ body }) => body.mails), { interval: 20 })
  await found.toHaveLength(count)
  return (await tenant.call('GET', '/outbox')).body.mails
}

export const addressIn = ({ text }: OutboxMail): string => {
  const address = /^https?:\S+$/m.exec(text)?.[0]
  if (address === undefined) throw new Error(`no address in ${text}`)
  return address
}

/** Opens the address in a mail and says yes. */
export async function followLink(browser: TestBrowser, address: string): Promise<Page> {
  const page = await browser.get(address)
  if (page.status !== 200) return page
  return browser.follow(await browser.post(address, { formToken: fieldOf(page, 'formToken') }))
}
