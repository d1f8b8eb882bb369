import { randomBytes } from 'node:crypto'
import type { LoginContext } from '#main/checks/oidc/login/login-context.ts'
import { fetchDiscovery } from '#main/oidc/discovery/fetch-provider.ts'
import { beginLogin } from '#main/oidc/relying-party/begin-login.ts'
import { finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import type { RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { type PracticeIdp, startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { FaultId } from '#shared/model/practice-idp.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import { CookieBrowser, formsIn, type VisitedPage } from '../net/cookie-browser.ts'
import { judgeFinished, loginContext } from '../oidc/login-judging.ts'
import { providerObject } from '../oidc/provider-object.ts'
import { REDIRECT_URI } from '../oidc/stock-provider.ts'

const CLIENT_ID = 'board'

interface Loaded {
  readonly provider: RelyingParty['provider']
  readonly jwks: Uint8Array
  readonly secret: string
}

/** A connection by OpenID Connect with the practice identity provider, from discovery to verdict, over real HTTP. */
export class PracticeOpenidLogin {
  readonly idp: PracticeIdp
  #loaded: Loaded

  private constructor(idp: PracticeIdp, loaded: Loaded) {
    this.idp = idp
    this.#loaded = loaded
  }

  /** oidc-provider keeps the time of the real clock, and so does whoever judges it. */
  static async open(): Promise<PracticeOpenidLogin> {
    const idp = await startPracticeIdp({ clock: () => new Date(), random: randomBytes })
    const secret = 'board-secret'
    idp.registerClient({
      clientId: CLIENT_ID,
      clientSecret: secret,
      authentication: 'client_secret_basic',
      redirectUris: [REDIRECT_URI],
    })
    const login = new PracticeOpenidLogin(idp, { provider: {}, jwks: new Uint8Array(), secret })
    await login.loadDiscovery()
    await login.loadKeys()
    return login
  }

  get loaded(): Loaded {
    return this.#loaded
  }

  restore(loaded: Loaded): void {
    this.#loaded = loaded
  }

  switchOn(...faults: FaultId[]): void {
    this.idp.setFaults(faults)
  }

  switchOff(fault: FaultId): void {
    const status = this.idp.status()
    if (status.state === 'running') this.idp.setFaults(status.faults.filter((each) => each !== fault))
  }

  async loadDiscovery(): Promise<void> {
    const { bytes } = await fetchDiscovery(this.idp.issuer, { addresses: 'any' })
    // Without pushed requests, so that the client proves who it is at the token endpoint first.
    const { pushed_authorization_request_endpoint: _pushed, ...provider } = providerObject(bytes)
    this.#loaded = { ...this.#loaded, provider }
  }

  async loadKeys(): Promise<void> {
    const response = await fetch(String(this.#loaded.provider.jwks_uri))
    this.#loaded = { ...this.#loaded, jwks: new Uint8Array(await response.arrayBuffer()) }
  }

  /** As the identity provider's front page shows it. */
  async enterSecret(): Promise<void> {
    const page = await (await fetch(this.idp.url)).text()
    const [, secret = ''] = new RegExp(`<code>${CLIENT_ID}</code></td><td><code>([^<]*)</code>`).exec(page) ?? []
    this.#loaded = { ...this.#loaded, secret }
  }

  async run(): Promise<TokenJudgement> {
    const { provider, jwks, secret } = this.#loaded
    const party: RelyingParty = {
      provider,
      clientId: CLIENT_ID,
      authentication: { method: 'client_secret_basic', secret },
      redirectUri: REDIRECT_URI,
      signingAlgorithm: 'RS256',
      decryptionKeys: [],
      clockSkewSeconds: 60,
      network: { addresses: 'any' },
    }
    const begun = await beginLogin(party, { scopes: ['email', 'profile', 'groups'] }, randomBytes)
    const callback = await signIn(begun.url)
    const finished = await finishLogin(party, begun, callback, { json: jwks, fetchedAt: new Date() })
    const wishes: Partial<LoginContext> = {
      policy: { ...defaultJudgingPolicy, mode: 'strict' },
      requiredClaims: ['email', 'groups'],
      emailDomains: ['example.com'],
    }
    return judgeFinished(callback, finished, loginContext(party, begun, jwks, wishes))
  }
}

/** What the browser brings back to the application, which does not exist. */
export async function signIn(url: string): Promise<URLSearchParams> {
  const browser = new CookieBrowser([])
  const asking = await follow(browser, await browser.get(url))
  if (!formsIn(asking).some(({ fields }) => 'password' in fields)) throw new Error(`no sign-in page at ${asking.url}`)
  const { headers } = await follow(browser, await browser.post(asking.url, { use: 'mira' }))
  return new URL(headers.get('location') ?? '').searchParams
}

async function follow(browser: CookieBrowser, first: VisitedPage): Promise<VisitedPage> {
  let page = first
  for (let step = 0; step < 10; step += 1) {
    const location = page.headers.get('location')
    if (location === null || location.startsWith(REDIRECT_URI)) return page
    page = await browser.get(new URL(location, page.url).href)
  }
  throw new Error('redirected without end')
}
