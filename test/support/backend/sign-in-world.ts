import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackendOptions } from '#main/backend/backend.ts'
import type { NewOrganisation } from '#main/backend/organisations/initialise-organisation.ts'
import type { SignInAttempt } from '#main/backend/storage/stores/sign-in-attempts.ts'
import type { ProviderDetail } from '#shared/http-api/provider.ts'
import { openTestBackend, type TestBackend, type TestOrganisation } from './open-test-backend.ts'
import { readStored } from './read-stored.ts'
import type { Page, TestBrowser } from './test-browser.ts'
import {
  type Answering,
  makeTestIdentityProvider,
  readRequest,
  type TestIdentityProvider,
} from './test-identity-provider.ts'

export interface SignInWorld extends TestBackend {
  readonly tenant: TestOrganisation
  readonly idp: TestIdentityProvider
  readonly provider: ProviderDetail
  /** From the sign-in page to the identity provider. */
  readonly start: (browser: TestBrowser, email?: string) => Promise<{ requestId: string; relayState: string }>
  /** The identity provider's form, posted across sites. */
  readonly post: (browser: TestBrowser, samlResponse: string, relayState?: string) => Promise<Page>
  readonly respond: (requestId: string | undefined, answering?: Partial<Answering>) => string
  /** One whose session the identity provider wants ended by then. */
  readonly respondUntil: (requestId: string, sessionNotOnOrAfter: string) => string
  /** The tenant's own log of logins, the newest first. */
  readonly attempts: () => Promise<SignInAttempt[]>
  /** What is on disk, log and all. */
  readonly everyByteStored: () => Promise<Buffer>
  /** All of it, to the page that says who is signed in. */
  readonly signIn: (browser: TestBrowser, answering?: Partial<Answering>) => Promise<Page>
}

/** A backend with one organisation and one enabled provider for acme.example. */
export async function openSignInWorld(
  config: Record<string, unknown> = {},
  organisation: Partial<NewOrganisation> = {},
  options: Partial<BackendOptions> = {},
): Promise<SignInWorld> {
  const world = await openTestBackend(options)
  const tenant = await world.organisation(organisation)
  const idp = await makeTestIdentityProvider()
  const created = await tenant.call('POST', '/providers', {
    type: 'saml',
    issuer: 'Acme',
    domain: 'acme.example',
    enabled: true,
    config: { ...idp.config, ...config },
  })
  const { provider } = created.body as { provider: ProviderDetail }
  const { handOut } = provider
  if (handOut === null) throw new Error('a SAML provider has a hand-out')
  const start: SignInWorld['start'] = async (browser, email = 'ada@acme.example') => {
    const chosen = await browser.post(`${world.url}/sign-in`, { email, with: 'single-sign-on' })
    const { location } = await browser.get(chosen.location?.href ?? '')
    return readRequest(location ?? new URL('about:blank'))
  }
  const post: SignInWorld['post'] = (browser, samlResponse, relayState) =>
    browser.post(
      handOut.serviceProvider.acsUrl,
      { SAMLResponse: samlResponse, ...(relayState === undefined ? {} : { RelayState: relayState }) },
      { crossSite: true },
    )
  const respond: SignInWorld['respond'] = (requestId, answering = {}) =>
    idp.respond({ handOut, now: world.now(), requestId, ...answering })
  return {
    ...world,
    tenant,
    idp,
    provider,
    start,
    post,
    respond,
    respondUntil: (requestId, sessionNotOnOrAfter) =>
      idp.respond({ handOut, now: world.now(), requestId }, {}, { sessionNotOnOrAfter }),
    attempts: () => readStored(world.options.dataFolder, tenant.orgId, (stores) => stores.signInAttempts.list(50)),
    async everyByteStored() {
      const folder = world.options.dataFolder
      return Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))))
    },
    async signIn(browser, answering) {
      const { requestId, relayState } = await start(browser, answering?.email)
      return browser.follow(await post(browser, respond(requestId, answering), relayState))
    },
  }
}
