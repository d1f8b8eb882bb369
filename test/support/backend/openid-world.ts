import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackendOptions } from '#main/backend/backend.ts'
import type { SignInAttempt } from '#main/backend/storage/stores/sign-in-attempts.ts'
import type { RelyingPartyHandOut } from '#shared/http-api/oidc-config.ts'
import type { ProviderDetail } from '#shared/http-api/provider.ts'
import { type Lie, type LyingProvider, startLyingProvider } from '../oidc/lying-provider.ts'
import { openTestBackend, type TestBackend, type TestOrganisation } from './open-test-backend.ts'
import { readStored } from './read-stored.ts'
import type { Page, TestBrowser } from './test-browser.ts'

export const CLIENT = 'claimcheck-client'
export const CLIENT_SECRET = 'a-secret-that-is-long-enough'

export interface OpenidWorld extends TestBackend {
  readonly tenant: TestOrganisation
  readonly op: LyingProvider
  readonly provider: ProviderDetail
  readonly relyingParty: RelyingPartyHandOut
  /** What the provider lies about from now on. */
  readonly lieAbout: (lie: Lie) => void
  /** From the sign-in page to the provider. */
  readonly start: (browser: TestBrowser, email?: string) => Promise<URL>
  /** The provider sends the browser back. */
  readonly comeBack: (browser: TestBrowser, callback: URLSearchParams) => Promise<Page>
  /** All of it, to the page that says who is signed in, or why nobody is. */
  readonly signIn: (browser: TestBrowser, email?: string) => Promise<Page>
  /** The tenant's own log of logins, the newest first. */
  readonly attempts: () => Promise<SignInAttempt[]>
  /** What is on disk. */
  readonly everyByteStored: () => Promise<Buffer>
}

interface Wanted {
  readonly config?: Record<string, unknown>
  readonly issuer?: (issuer: string) => string
  readonly lie?: Lie
  readonly options?: Partial<BackendOptions>
}

/** A backend with one organisation and one enabled OpenID provider for example.com. Both keep the time of the real clock. */
export async function openOpenidWorld({
  config = {},
  issuer = (own) => own,
  lie = {},
  options = {},
}: Wanted = {}): Promise<OpenidWorld> {
  const world = await openTestBackend({ clock: () => new Date(), ...options })
  const tenant = await world.organisation()
  const told: { -readonly [Name in keyof Lie]: Lie[Name] } = { ...lie }
  const op = await startLyingProvider(CLIENT, told)
  const created = await tenant.call('POST', '/providers', {
    type: 'oidc',
    issuer: issuer(op.issuer),
    domain: 'example.com',
    enabled: true,
    config: {
      clientId: CLIENT,
      clientSecret: CLIENT_SECRET,
      discoveryUrl: `${op.issuer}/.well-known/openid-configuration`,
      ...config,
    },
  })
  const { provider } = created.body as { provider: ProviderDetail }
  const { relyingParty } = provider
  if (relyingParty === null) throw new Error('an OpenID provider has a relying party')
  const start: OpenidWorld['start'] = async (browser, email = 'ada@example.com') => {
    const chosen = await browser.post(`${world.url}/sign-in`, { email, with: 'single-sign-on' })
    const { location, text } = await browser.get(chosen.location?.href ?? '')
    if (location === undefined) throw new Error(text)
    return location
  }
  const comeBack: OpenidWorld['comeBack'] = async (browser, callback) =>
    browser.follow(await browser.get(`${relyingParty.redirectUri}?${callback}`))
  return {
    ...world,
    ...{ tenant, op, provider, relyingParty, start, comeBack },
    lieAbout(next) {
      for (const name of Object.keys(told)) delete told[name as keyof Lie]
      Object.assign(told, lie, next)
    },
    signIn: async (browser, email) => comeBack(browser, op.authorize((await start(browser, email)).href)),
    attempts: () => readStored(world.options.dataFolder, tenant.orgId, (stores) => stores.signInAttempts.list(50)),
    async everyByteStored() {
      const folder = world.options.dataFolder
      return Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))))
    },
  }
}
