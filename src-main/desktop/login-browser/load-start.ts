import type { WebContents } from 'electron'
import { LoginInterrupted } from '#main/test-login/run/login-transport.ts'
import type { LoginStart } from '#shared/http-api/login-test.ts'

/**
 * Begins the sign-in: opens the address, or posts the form there as the page of an application would.
 * How the load ends is for `watchFailures` to tell.
 */
export function loadStart(page: Pick<WebContents, 'loadURL'>, { url, form }: LoginStart): void {
  // The navigation guard watches pages, not us.
  if (!/^https?:\/\//i.test(url)) throw new LoginInterrupted('failed', 'test-login.address-refused')
  const posting = form && {
    postData: [{ type: 'rawData' as const, bytes: Buffer.from(new URLSearchParams(form).toString()) }],
    extraHeaders: 'Content-Type: application/x-www-form-urlencoded',
  }
  page.loadURL(url, posting ?? {}).catch(() => undefined)
}
