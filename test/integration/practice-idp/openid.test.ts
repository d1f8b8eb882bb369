import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import { fetchDiscovery, fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { beginLogin } from '#main/oidc/relying-party/begin-login.ts'
import { finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import { refreshLogin } from '#main/oidc/relying-party/refresh-login.ts'
import type { LoginWishes, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import type { PracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { CookieBrowser, type VisitedPage } from '#test/support/net/cookie-browser.ts'
import { judgeFinished, loginContext } from '#test/support/oidc/login-judging.ts'
import { providerObject } from '#test/support/oidc/provider-object.ts'
import { REDIRECT_URI } from '#test/support/oidc/stock-provider.ts'
import { tokenGist } from '#test/support/oidc/token-judging.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

const MIRA = { username: 'mira', password: 'mira-practice' }
const client = {
  clientId: 'board',
  clientSecret: 'board-secret',
  authentication: 'client_secret_basic',
  redirectUris: [REDIRECT_URI],
} as const

/** oidc-provider keeps the time of the real clock, and so does whoever judges it. */
async function run() {
  const { idp, events } = await runPracticeIdp({ clock: () => new Date() }, null)
  await idp.registerClient(client)
  return { idp, events, ...(await describedBy(idp)) }
}

async function describedBy(idp: PracticeIdp) {
  const discovery = await fetchDiscovery(idp.issuer, { addresses: 'any' })
  const jwks = await fetchKeySet(discovery.bytes, { addresses: 'any' })
  if (jwks === undefined) throw new Error('no key set')
  const party: RelyingParty = {
    provider: providerObject(discovery.bytes),
    clientId: client.clientId,
    authentication: { method: 'client_secret_basic', secret: client.clientSecret },
    redirectUri: REDIRECT_URI,
    signingAlgorithm: 'RS256',
    decryptionKeys: [],
    clockSkewSeconds: 60,
    network: { addresses: 'any' },
  }
  return { discovery, jwks: jwks.bytes, party }
}

/** Visits what the provider redirects to, up to the application, which does not exist. */
async function follow(browser: CookieBrowser, first: VisitedPage): Promise<VisitedPage> {
  let page = first
  for (let step = 0; step < 10; step += 1) {
    const location = page.headers.get('location')
    if (location === null || location.startsWith(REDIRECT_URI)) return page
    page = await browser.get(new URL(location, page.url).href)
  }
  throw new Error('redirected without end')
}

const callbackOf = ({ headers }: VisitedPage) => new URL(headers.get('location') ?? '').searchParams

async function login(
  { party, jwks }: Awaited<ReturnType<typeof run>>,
  wishes: Partial<LoginWishes> = {},
  person = MIRA,
) {
  const browser = new CookieBrowser([])
  const begun = await beginLogin(party, { scopes: ['email', 'profile', 'groups'], ...wishes }, randomBytes)
  const page = await follow(browser, await browser.get(begun.url))
  const callback = callbackOf(await follow(browser, await browser.submit(page, person)))
  const finished = await finishLogin(party, begun, callback, { json: jwks, fetchedAt: new Date() })
  const judgement = await judgeFinished(
    callback,
    finished,
    loginContext(party, begun, jwks, { requiredClaims: ['email', 'groups'] }),
  )
  return { browser, begun, page, callback, finished, judgement }
}

test('describes itself without a fault', async () => {
  const { discovery, jwks, idp } = await run()
  expect(idp.discoveryUrl).toBe(discovery.url)
  const { verdict, findings } = judgeDiscovery(
    { discovery: discovery.bytes, jwks, jwksBefore: undefined },
    {
      ...{
        now: new Date(),
        mode: 'strict',
        issuer: idp.issuer,
        url: discovery.url,
        contentType: discovery.contentType,
      },
      ...{ tenantsLimited: false, clientAuthentication: 'client_secret_basic', signingAlgorithm: 'RS256' },
    },
  )
  const grave = findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code }) => code)
  expect({ verdict, grave }).toEqual({ verdict: 'valid', grave: ['discovery.endpoints.this-machine'] })
})

test('a person signs in, and the login is accepted by both with their profile', async () => {
  const running = await run()
  const { page, judgement, finished } = await login(running)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('<code>board</code>')])
  expect(page.headers.get('content-security-policy')).not.toContain('form-action')
  expect(finished.opinion).toEqual({ kind: 'accepted' })
  expect(tokenGist(judgement)).toMatchObject({ verdict: 'accepted', rootCauses: [], warnings: [] })
  expect(judgement.identity).toMatchObject({
    subject: 'mira',
    issuer: running.idp.issuer,
    profile: {
      email: 'mira.okafor@example.com',
      givenName: 'Mira',
      familyName: 'Okafor',
      groups: ['everyone', 'it-admins'],
    },
  })
  expect(running.events.map(({ kind }) => kind)).toContain('signed-in')
})

test('the session is remembered, prompt=login asks again, max_age is told', async () => {
  const running = await run()
  const { browser } = await login(running)
  const again = await beginLogin(running.party, { scopes: [] }, randomBytes)
  expect((await follow(browser, await browser.get(again.url))).headers.get('location')).toContain('code=')
  const forced = await beginLogin(running.party, { scopes: [], prompt: 'login', maximumAge: 60 }, randomBytes)
  expect((await follow(browser, await browser.get(forced.url))).text).toContain('Sign in')
})

test('a refresh gives another ID Token of the same user', async () => {
  const running = await run()
  const { finished } = await login(running, { scopes: ['email', 'groups', 'offline_access'], prompt: 'consent' })
  const refreshed = await refreshLogin(running.party, finished.tokens?.refreshToken ?? '')
  expect(refreshed.opinion).toEqual({ kind: 'accepted' })
  expect(refreshed.tokenResponse?.status).toBe(200)
  expect(JSON.stringify(refreshed.exchanges)).not.toContain(finished.tokens?.refreshToken)
})

describe('what goes wrong', () => {
  test('a wrong password keeps what was typed', async () => {
    const { party } = await run()
    const browser = new CookieBrowser([])
    const begun = await beginLogin(party, { scopes: [] }, randomBytes)
    const page = await follow(browser, await browser.get(begun.url))
    const refused = await browser.submit(page, { username: 'mira', password: 'wrong' })
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining('value="mira"')])
  })

  test('an unknown client or redirect URI ends in a page that says so', async () => {
    const { idp } = await run()
    const browser = new CookieBrowser([])
    for (const [id, uri] of [
      ['nobody', REDIRECT_URI],
      ['board', `${REDIRECT_URI}/`],
    ] as const) {
      const query = new URLSearchParams({ client_id: id, redirect_uri: uri, response_type: 'code', scope: 'openid' })
      const page = await browser.get(`${idp.issuer}/auth?${query}`)
      expect([page.status, page.text]).toEqual([
        400,
        expect.stringContaining('The OpenID Connect request was refused.'),
      ])
    }
  })

  test('nobody signs in at an interaction of another browser', async () => {
    const { party } = await run()
    const begun = await beginLogin(party, { scopes: [] }, randomBytes)
    const browser = new CookieBrowser([])
    const page = await follow(browser, await browser.get(begun.url))
    expect((await new CookieBrowser([]).get(page.url)).text).toContain('This sign-in has expired.')
  })

  test('a person without an e-mail address is told of, where one is required', async () => {
    const { judgement } = await login(await run(), {}, { username: 'noor', password: 'noor-practice' })
    expect(tokenGist(judgement).rootCauses).toEqual(['oidc.claim.email.missing'])
  })
})

describe('clients are registered by hand', () => {
  test('on the front page, which then shows ID and secret', async () => {
    const { idp } = await run()
    const browser = new CookieBrowser()
    const shown = await browser.submit(await browser.get(`${idp.url}/`), { redirect_uri: 'https://new.example/cb' })
    expect(shown.text).toContain('https://new.example/cb')
    expect(shown.text).toContain('board-secret')
  })

  test('and by script; what is no address is refused', async () => {
    const { idp } = await run()
    const post = (redirect_uri: string) =>
      fetch(`${idp.url}/clients`, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ redirect_uri, token_endpoint_auth_method: 'none', client_id: 'spa' }),
      })
    expect(await (await post('com.example.app:/cb')).json()).toEqual({ client_id: 'spa' })
    expect((await post('not an address')).status).toBe(415)
  })
})
