import type { BackendOptions } from '#main/backend/backend.ts'
import type { NewOrganisation } from '#main/backend/organisations/initialise-organisation.ts'
import type { PracticeIdp } from '#main/practice-idp/practice-idp.ts'
import type { SetupLink } from '#shared/http-api/setup-link.ts'
import { formsIn } from '../net/cookie-browser.ts'
import { runPracticeIdp } from '../practice-idp/running-practice-idp.ts'
import { openTestBackend, type TestBackend, type TestOrganisation } from './open-test-backend.ts'
import { type Page, TestBrowser } from './test-browser.ts'

export interface SetupWorld extends TestBackend {
  readonly tenant: TestOrganisation
  readonly idp: PracticeIdp
  /** Without a slash at its end: the steps are below it. */
  readonly setupUrl: string
  readonly setupLink: SetupLink
  readonly browser: TestBrowser
  /** Enters our metadata at the identity provider, as its administrator would. */
  readonly registerThere: () => Promise<void>
  /** Chooses a provider and hands in the practice identity provider's metadata. */
  readonly handIn: () => Promise<Page>
  /** From the wizard through the identity provider's sign-in page to our verdict, in this browser or another. */
  readonly runTest: (browser?: TestBrowser) => Promise<Page>
}

/** A backend, a practice identity provider, and an open setup link between them. */
export async function openSetupWorld(
  options: Partial<BackendOptions> = {},
  organisation: Partial<NewOrganisation> = {},
): Promise<SetupWorld> {
  const world = await openTestBackend(options)
  const tenant = await world.organisation(organisation)
  const { idp } = await runPracticeIdp({ clock: options.clock ?? world.now }, null)
  const { setupUrl, setupLink } = (await tenant.call('POST', '/setup-link', { domains: ['example.com'] })).body
  const browser = new TestBrowser()
  return {
    ...world,
    ...{ tenant, idp, setupUrl, setupLink, browser },
    async registerThere() {
      const metadata = await fetch(`${world.url}/saml/metadata?connection=${setupLink.connectionId}`)
      idp.registerServiceProvider(await metadata.text())
    },
    async handIn() {
      await browser.post(`${setupUrl}/provider`, { provider: 'custom-saml' })
      return browser.post(`${setupUrl}/metadata`, { url: idp.metadataUrl })
    },
    async runTest(chosen = browser) {
      const begun = await chosen.post(`${setupUrl}/test`, {})
      const form = await chosen.follow(await chosen.get(begun.location?.href ?? begun.url))
      const signIn = formWith(form, 'username')
      const credentials = { ...signIn.fields, username: 'mira', password: 'mira-practice' }
      const answered = formWith(await chosen.follow(await chosen.post(signIn.action, credentials)), 'SAMLResponse')
      return chosen.post(answered.action, answered.fields, { crossSite: true })
    },
  }
}

function formWith(page: Page, field: string) {
  const form = formsIn(page).find(({ fields }) => field in fields)
  if (form === undefined) throw new Error(`no ${field} on ${page.url}: ${page.text}`)
  return form
}
