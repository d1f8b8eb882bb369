import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { CLIENT, type OpenidWorld, openOpenidWorld } from '#test/support/backend/openid-world.ts'
import { fieldOf, type Page, TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeSigningKey, SUBJECT, signJson } from '#test/support/oidc/token-message.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

describe('the provider ends sessions from behind', () => {
  test('one session by its name, all of a person by the subject, and nobody else', async () => {
    const world = await openOpenidWorld()
    const [first, second, other] = [new TestBrowser(), new TestBrowser(), new TestBrowser()]
    await signInAs(world, first, { sid: 'one' })
    await signInAs(world, second, { sid: 'two' })
    await signInAs(world, other, { sid: 'three', sub: 'grace', email: 'grace@example.com' })

    expect((await tell(world, { sid: 'one' })).status).toBe(200)
    expect(await signedIn(world, [first, second, other])).toEqual([false, true, true])
    await signInAs(world, first, { sid: 'four' })
    expect((await tell(world, { sub: SUBJECT, sid: 'nobody knows it' })).status).toBe(200)
    expect(await signedIn(world, [first, second, other])).toEqual([true, true, true])
    expect((await tell(world, { sub: SUBJECT })).status).toBe(200)
    expect(await signedIn(world, [first, second, other])).toEqual([false, false, true])
    const { events } = (await world.tenant.call('GET', '/audit')).body
    const ended = events.filter(({ action }: { action: string }) => action === 'sso.session.ended')
    expect(ended).toHaveLength(3)
    expect(ended[0].details).toMatchObject({ connection: world.provider.id, because: 'identity-provider' })
  })

  test('a person whose sessions have no name at the provider is named by the subject', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    await signInAs(world, browser, {})
    expect((await tell(world, { sub: SUBJECT, sid: 'never told before' })).status).toBe(200)
    expect(await signedIn(world, [browser])).toEqual([false])
  })

  test('a token is good once, also where two come at once', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    await signInAs(world, browser, {})
    const token = logoutToken(world, { sub: SUBJECT })
    const answers = await Promise.all([send(world, token), send(world, token)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
    await signInAs(world, browser, {})
    const again = await send(world, token)
    expect([again.status, again.headers.get('cache-control')]).toEqual([400, 'no-store'])
    expect(await again.json()).toMatchObject({ error: 'invalid_request' })
    expect((await world.attempts())[0]).toMatchObject({ reason: 'sign-out-used', codes: ['oidc.logout.seen'] })
    expect(await signedIn(world, [browser])).toEqual([true])
  })

  test.each<[string, Parameters<typeof logoutToken>[1], Parameters<typeof logoutToken>[2], string]>([
    ['signed by a stranger', {}, { signer: makeSigningKey('ES256', 'op-1') }, 'oidc.signature.invalid'],
    ['for another application', { aud: 'other' }, {}, 'oidc.audience.mismatch'],
    ['of another issuer', { iss: 'https://evil.example' }, {}, 'oidc.issuer.mismatch'],
    ['an ID Token', { events: undefined, nonce: 'n' }, {}, 'oidc.logout.not-a-logout-token'],
    ['with a nonce', { nonce: 'n' }, {}, 'oidc.logout.nonce'],
    ['naming nobody', { sub: undefined }, {}, 'oidc.logout.nobody'],
    ['without an id', { jti: undefined }, {}, 'oidc.logout.no-id'],
    ['of yesterday', { iat: seconds() - 86_400, exp: seconds() + 60 }, {}, 'oidc.issued-at.too-old'],
    ['without a signature', {}, { unsigned: true }, 'oidc.algorithm.none'],
  ])('%s: it ends nothing', async (_name, claims, how, code) => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    await signInAs(world, browser, {})
    const answer = await send(world, logoutToken(world, { sub: SUBJECT, ...claims }, how))
    expect(answer.status).toBe(400)
    expect((await world.attempts())[0]).toMatchObject({
      reason: 'sign-out-refused',
      codes: expect.arrayContaining([code]),
    })
    expect(await signedIn(world, [browser])).toEqual([true])
  })

  test('the token of one connection opens nothing at another', async () => {
    const [world, other] = [await openOpenidWorld(), await openOpenidWorld()]
    const browser = new TestBrowser()
    await signInAs(other, browser, {})
    expect((await send(other, logoutToken(world, { sub: SUBJECT }))).status).toBe(400)
    expect(await signedIn(other, [browser])).toEqual([true])
  })
})

describe('the person signs out here', () => {
  test('the browser goes on to the provider, with the ID Token as its hint, and comes back', async () => {
    const world = await openOpenidWorld()
    const document = { end_session_endpoint: `${world.op.issuer}/end` }
    world.lieAbout({ document })
    const browser = new TestBrowser()
    const away = await signOut(world, browser, await world.signIn(browser))
    expect(`${away.location?.origin}${away.location?.pathname}`).toBe(`${world.op.issuer}/end`)
    const asked = away.location!.searchParams
    expect(asked.get('client_id')).toBe(CLIENT)
    expect(asked.get('post_logout_redirect_uri')).toBe(world.relyingParty.postLogoutRedirectUri)
    const [, claims = ''] = asked.get('id_token_hint')!.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString()).sub).toBe(SUBJECT)
    expect(await signedIn(world, [browser])).toEqual([false])
    const back = `${world.relyingParty.postLogoutRedirectUri}?state=${asked.get('state')}`
    expect((await browser.get(back)).text).toContain('Here, and at your identity provider.')
    expect((await browser.get(back)).location?.pathname).toBe('/sign-in')
  })

  test('the ID Token is sealed where it is kept', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    const home = await world.signIn(browser)
    const kept = await world.everyByteStored()
    const hint = (await signOut(world, browser, home)).location!.searchParams.get('id_token_hint')!
    const [, claims = '', signature = ''] = hint.split('.')
    expect([claims, signature].map((part) => kept.includes(part))).toEqual([false, false])
  })

  test('it still opens after the encryption key was replaced', async () => {
    const world = await openOpenidWorld()
    const browser = new TestBrowser()
    await world.signIn(browser)
    await world.backend.stop()
    const { encryptionKey: before, ...options } = world.options
    const keys = { encryptionKey: randomBytes(32), previousEncryptionKeys: [before] }
    await (await openTestBackend({ ...options, ...keys })).backend.stop()
    const { url } = await openTestBackend({ ...options, encryptionKey: keys.encryptionKey })
    const away = await signOut({ ...world, url }, browser, await browser.get(`${url}/`))
    expect(away.location?.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
  })

  test('where the provider has no place to sign out, it ends here', async () => {
    const world = await openOpenidWorld({ lie: { document: { end_session_endpoint: undefined } } })
    const browser = new TestBrowser()
    const away = await signOut(world, browser, await world.signIn(browser))
    expect(away.location?.pathname).toBe('/sign-in')
    expect(await signedIn(world, [browser])).toEqual([false])
  })
})

const seconds = () => Math.floor(Date.now() / 1000)

async function signInAs(world: OpenidWorld, browser: TestBrowser, claims: Record<string, unknown>): Promise<void> {
  const { sub } = claims
  world.lieAbout({ claims, ...(sub === undefined ? {} : { userInfo: { sub } }) })
  expect((await world.signIn(browser)).text).toContain('You are signed in')
}

function logoutToken(
  { op }: OpenidWorld,
  claims: Record<string, unknown>,
  { signer = op.key, unsigned = false }: { signer?: OpenidWorld['op']['key']; unsigned?: boolean } = {},
): string {
  const header = { alg: signer.alg, kid: signer.kid, typ: 'logout+jwt' }
  const now = seconds()
  const all = {
    iss: op.issuer,
    aud: CLIENT,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    events: { [EVENT]: {} },
    ...claims,
  }
  if (!unsigned) return signJson(signer, header, all)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ ...header, alg: 'none' })}.${part(all)}.`
}

const send = ({ relyingParty }: OpenidWorld, token: string) =>
  fetch(relyingParty.backchannelLogoutUrl, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })

const tell = (world: OpenidWorld, claims: Record<string, unknown>) => send(world, logoutToken(world, claims))

const signedIn = ({ url }: OpenidWorld, browsers: readonly TestBrowser[]) =>
  Promise.all(browsers.map(async (browser) => (await browser.get(`${url}/`)).status === 200))

const signOut = (world: OpenidWorld, browser: TestBrowser, home: Page) =>
  browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
