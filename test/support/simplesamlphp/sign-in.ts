import { CookieBrowser, type VisitedPage } from '../net/cookie-browser.ts'
import { ada } from './run-simplesamlphp.ts'

/** SimpleSAMLphp redirects with 302 too. */
export const simpleSamlPhpBrowser = () => new CookieBrowser([302, 303])

/**
 * Fills in its sign-in page.
 * @param page what the browser was given for a SAML request
 * @returns the page that would post the response to the application
 */
export function signInThere(
  browser: CookieBrowser,
  page: VisitedPage,
  { name, password }: { readonly name: string; readonly password: string } = ada,
): Promise<VisitedPage> {
  return browser.submit(page, { username: name, password })
}
