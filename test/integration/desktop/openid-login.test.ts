import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openidHandlers } from '#main/desktop/ipc/handlers/openid.ts'
import { TestLogins } from '#main/desktop/ipc/handlers/test-login.ts'
import type { PracticeClient } from '#main/desktop/processes/contracts.ts'
import { openidIpc, type TypedClient } from '#shared/ipc/openid.ts'
import { testLoginIpc } from '#shared/ipc/test-login.ts'
import { TestRun } from '#shared/model/test-run.ts'
import { cookieTransport } from '#test/support/desktop/cookie-transport.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { runPracticeIdp } from '#test/support/practice-idp/running-practice-idp.ts'

const REDIRECT = 'https://app.customer.example/oidc/callback'
const MIRA = { username: 'mira', password: 'mira-practice' }
const SECRET = 'secret-that-nobody-may-see'

const typed: TypedClient = {
  clientId: 'board',
  authentication: 'client_secret_basic',
  clientSecret: SECRET,
  redirectUri: REDIRECT,
  postLogoutRedirectUri: '',
  scopes: ['email', 'profile', 'groups'],
  prompt: '',
  maximumAge: '',
  acrValues: [],
  loginHint: '',
  tenants: [],
  emailTrust: 'verified',
}

interface SetUp {
  readonly client?: Partial<TypedClient>
  /** As the provider knows it, where that differs. */
  readonly registered?: Partial<PracticeClient>
  readonly login?: ReturnType<typeof cookieTransport>
  readonly domains?: string[]
  readonly openInBrowser?: (url: string) => Promise<void>
}

/** A desk with a connection to a practice identity provider, both sides there, the client registered. */
async function setUp({ client = {}, registered = {}, login = cookieTransport(MIRA), domains, openInBrowser }: SetUp) {
  const { idp } = await runPracticeIdp({ clock: () => new Date() }, null)
  const desk = await openTestDesk(login)
  const context = { ...desk.context, random: randomBytes, ...(openInBrowser && { openInBrowser }) }
  const openid = throughContract(openidIpc, openidHandlers(context))
  const testLogins = new TestLogins(context)
  const intake = anIntake({ protocol: 'oidc', provider: 'generic-oidc', domains: domains ?? ['example.com'] })
  const { id: connectionId } = await context.workspace.create(intake)
  await openid.loadUrl({ connectionId, url: idp.issuer })
  const { openidClient } = await openid.setClient({ connectionId, client: { ...typed, ...client } })
  const { clientId, authentication, redirectUri, key } = openidClient ?? expect.fail('no client')
  const wantsSecret = authentication.startsWith('client_secret')
  const { jwksJson, ...known }: PracticeClient = {
    ...{ clientId, authentication, redirectUris: [redirectUri] },
    postLogoutRedirectUris: client.postLogoutRedirectUri ? [client.postLogoutRedirectUri] : [],
    clientSecret: wantsSecret ? SECRET : null,
    jwksJson: key?.jwksJson ?? null,
    ...registered,
  }
  await idp.registerClient({
    ...known,
    clientSecret: known.clientSecret ?? undefined,
    ...(authentication === 'private_key_jwt' && { jwks: JSON.parse(jwksJson ?? '') }),
  })
  const handlers = throughContract(testLoginIpc, testLogins.handlers)
  const run = async (browser?: 'system', signOut = false) => {
    const input = { connectionId, target: 'application', signOut, ...(browser && { browser }) } as const
    const { id: runId } = await handlers.start(input)
    await expect.poll(async () => (await handlers.get({ runId })).state, { timeout: 20_000 }).not.toBe('running')
    const ended = await handlers.get({ runId })
    expect(TestRun.parse(JSON.parse(JSON.stringify(ended)))).toEqual(ended)
    expect(JSON.stringify(ended)).not.toContain(SECRET)
    return ended
  }
  return { idp, desk, openid, handlers, connectionId, run }
}

const rootCauses = ({ judgement }: TestRun) =>
  judgement?.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)

test.each(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const)(
  'a login of a client by %s is judged, recorded and vouched for',
  async (authentication) => {
    const clientSecret = authentication.startsWith('client_secret') ? SECRET : ''
    const { idp, run } = await setUp({ client: { authentication, clientSecret } })
    const ended = await run()
    expect(rootCauses(ended)).toEqual([])
    expect(ended).toMatchObject({
      state: 'judged',
      problem: null,
      request: null,
      message: null,
      judgement: {
        verdict: 'accepted',
        identity: {
          nameId: 'mira',
          issuer: idp.issuer,
          attributes: { groups: ['everyone', 'it-admins'], email_verified: ['true'] },
          profile: { email: 'mira.okafor@example.com', givenName: 'Mira', groups: ['everyone', 'it-admins'] },
        },
        signatures: [{ covers: 'ID Token', algorithm: 'RS256', digest: 'SHA-256', verified: true }],
      },
      receipt: { verdict: 'accepted', configurationSha256: ended.configurationSha256 },
    })
    const { openid } = ended
    expect(openid?.request).toMatchObject({
      redirectUri: REDIRECT,
      parameters: { scope: 'openid email profile groups', code_challenge_method: 'S256', redirect_uri: REDIRECT },
    })
    expect(openid?.callback).toMatchObject({
      url: REDIRECT,
      parameters: { code: '••••••', state: openid?.request.parameters.state, iss: idp.issuer },
    })
    expect(openid?.token?.claims).toMatchObject({ sub: 'mira', nonce: openid?.request.parameters.nonce })
    expect(JSON.parse(openid?.documents.payload ?? '')).toEqual(openid?.token?.claims)
    expect(openid?.exchanges.map(({ purpose }) => purpose)).toEqual(['pushed-request', 'token', 'user-info', 'refresh'])
    expect(openid?.refresh).toMatchObject({ worked: true })
    expect(openid?.whatIf).toEqual([])
  },
)

test('no code, no token and no verifier is written down', async () => {
  let code = ''
  const login = cookieTransport(MIRA, (callback) => {
    code = new URL(callback.url).searchParams.get('code') ?? ''
    return callback
  })
  const { run } = await setUp({ login })
  const ended = await run()
  const text = JSON.stringify(ended)
  expect(code).not.toBe('')
  expect(text).not.toContain(code)
  expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  expect(ended.openid?.exchanges.find(({ purpose }) => purpose === 'token')?.form).toMatchObject({
    grant_type: 'authorization_code',
    code: '••••••',
    code_verifier: '••••••',
  })
})

test('a wrong client secret: the token request and its error body are shown, and who mends it', async () => {
  // Not pushed: the provider takes the request from the browser, and refuses the client only when it redeems the code.
  const { idp, openid, connectionId, run } = await setUp({ registered: { clientSecret: 'another-secret' } })
  const document = await (await fetch(idp.discoveryUrl)).json()
  delete document.pushed_authorization_request_endpoint
  const bytes = Uint8Array.from(Buffer.from(JSON.stringify(document)))
  await openid.loadDocument({ connectionId, source: 'paste', name: '', bytes })
  const ended = await run()
  expect(ended).toMatchObject({ state: 'judged', judgement: { verdict: 'rejected', identity: null } })
  expect(rootCauses(ended)).toEqual(['oidc.token-response.invalid-client'])
  const token = ended.openid?.exchanges.find(({ purpose }) => purpose === 'token')
  expect(token).toMatchObject({
    method: 'POST',
    headers: { authorization: 'Basic ••••••' },
    answer: { status: 401, body: expect.stringContaining('invalid_client') },
  })
  expect(JSON.stringify(ended)).not.toContain('another-secret')
})

test('where requests are pushed, a wrong secret is refused before any browser opens', async () => {
  const login = async () => expect.fail('a browser was opened')
  const { run } = await setUp({ registered: { clientSecret: 'another-secret' }, login })
  const ended = await run()
  expect(ended).toMatchObject({
    state: 'failed',
    problem: {
      code: 'test-login.not-begun',
      what: expect.stringContaining('The client secret is wrong'),
      remedy: expect.stringContaining('client secret'),
    },
    openid: {
      request: { isPushed: true, parameters: { scope: 'openid email profile groups' } },
      exchanges: [
        { purpose: 'pushed-request', answer: { status: 401, body: expect.stringContaining('invalid_client') } },
      ],
    },
  })
  expect(JSON.stringify(ended)).not.toContain('another-secret')
})

test('what the provider says in the callback is explained', async () => {
  const login = cookieTransport(MIRA, (callback) => {
    const url = new URL(callback.url)
    url.searchParams.delete('code')
    url.searchParams.set('error', 'access_denied')
    url.searchParams.set('error_description', 'AADSTS50105: The signed in user is not assigned to a role.')
    return { ...callback, url: url.href }
  })
  const { run } = await setUp({ login })
  const ended = await run()
  expect(rootCauses(ended)).toEqual(['oidc.callback.access-denied'])
  const finding = ended.judgement?.findings.find(({ code }) => code === 'oidc.callback.access-denied')
  expect(finding).toMatchObject({ detail: expect.stringContaining('AADSTS50105'), fix: expect.any(String) })
  expect(ended.openid?.exchanges.map(({ purpose }) => purpose)).toEqual(['pushed-request'])
})

test('signs out at the provider, in the browser that signed in, and keeps the token out of what is written down', async () => {
  const { run } = await setUp({ client: { postLogoutRedirectUri: 'https://app.customer.example/signed-out' } })
  const ended = await run(undefined, true)
  expect(ended).toMatchObject({
    state: 'judged',
    judgement: { verdict: 'accepted' },
    openid: { logout: { worked: true } },
  })
  expect(JSON.stringify(ended)).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
})

test('a sign-out that has nowhere to come back to is told, and spoils no verdict', async () => {
  const { run } = await setUp({})
  const ended = await run(undefined, true)
  expect(ended.judgement?.verdict).toBe('accepted')
  expect(ended.openid?.logout).toEqual({ worked: false, says: expect.stringContaining('no post-logout redirect URI') })
})

test('an answer to another request is refused', async () => {
  const login = cookieTransport(MIRA, (callback) => ({
    ...callback,
    url: callback.url.replace(/state=[^&]+/, 'state=anothers'),
  }))
  const { run } = await setUp({ login })
  const ended = await run()
  expect(ended.judgement?.verdict).toBe('rejected')
  expect(rootCauses(ended)).toContain('oidc.callback-state.mismatch')
})

test('an address of another domain is refused', async () => {
  const { run } = await setUp({ domains: ['customer.example'] })
  const ended = await run()
  expect(rootCauses(ended)).toEqual(['oidc.claim.email.foreign-domain'])
})

test('a tenant that may not sign in is refused, and the one change that would let it in is named', async () => {
  const { run } = await setUp({ client: { tenants: ['customer.example'] } })
  const ended = await run()
  expect(ended.judgement?.verdict).toBe('rejected')
  expect(rootCauses(ended)).toEqual(['oidc.tenant.missing'])
})

test('in the system’s browser the answer comes back to this computer, at any free port', async () => {
  const opened: string[] = []
  const answered: number[] = []
  const openInBrowser = async (url: string) => {
    opened.push(url)
    const callback = new URL(url).searchParams
    const redirect = callback.get('redirect_uri') ?? ''
    const signIn = cookieTransport(MIRA)
    void signIn({ url, form: null }, { url: redirect }, new AbortController().signal, () => undefined).then(
      async ({ url: back }) => {
        const elsewhere = await fetch(new URL('/favicon.ico', back))
        answered.push(elsewhere.status, (await fetch(back)).status)
      },
    )
  }
  const redirectUri = 'http://127.0.0.1/callback'
  const { idp, openid, connectionId, run } = await setUp({ client: { redirectUri }, openInBrowser })
  const document = await (await fetch(idp.discoveryUrl)).json()
  delete document.pushed_authorization_request_endpoint
  const bytes = Uint8Array.from(Buffer.from(JSON.stringify(document)))
  await openid.loadDocument({ connectionId, source: 'paste', name: '', bytes })
  const ended = await run('system')
  expect(rootCauses(ended)).toEqual([])
  expect(ended).toMatchObject({ state: 'judged', judgement: { verdict: 'accepted' } })
  expect(ended.openid?.request.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
  expect(opened).toHaveLength(1)
  expect(answered).toEqual([404, 200])
  // Nothing listens any more.
  await expect(fetch(ended.openid?.request.redirectUri ?? '')).rejects.toThrow()
})

test('the system’s browser is not opened for a redirect URI elsewhere', async () => {
  const { handlers, connectionId } = await setUp({})
  await expect(handlers.start({ connectionId, target: 'application', browser: 'system' })).rejects.toMatchObject({
    problem: { code: 'test-login.not-loopback' },
  })
})

test('a sign-in in the system’s browser can be stopped, and then nothing listens', async () => {
  const { handlers, connectionId } = await setUp({ client: { redirectUri: 'http://localhost/cb' } })
  const { id: runId, openid } = await handlers.start({ connectionId, target: 'application', browser: 'system' })
  await handlers.stop({ runId })
  await expect.poll(async () => (await handlers.get({ runId })).state).toBe('stopped')
  await expect(fetch(openid?.request.redirectUri ?? '')).rejects.toThrow()
})
