import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld } from '#test/support/backend/sign-in-world.ts'
import { fieldOf, TestBrowser } from '#test/support/backend/test-browser.ts'

test('a person signs in through the identity provider and has an account from then on', async () => {
  const world = await openSignInWorld()
  const home = await world.signIn(new TestBrowser())
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
  const { members, total } = (await world.tenant.call('GET', '/members')).body
  expect(total).toBe(2)
  expect(members).toContainEqual(
    expect.objectContaining({ email: 'ada@acme.example', role: 'member', lastSignInAt: '2026-11-22T08:00:00.000Z' }),
  )
})

test('the second sign-in finds the same account, even under a new address', async () => {
  const world = await openSignInWorld()
  await world.signIn(new TestBrowser())
  world.advance(MINUTE)
  await world.signIn(new TestBrowser(), { email: 'ada.king@acme.example' })
  const { members, total } = (await world.tenant.call('GET', '/members')).body
  expect(total).toBe(2)
  expect(members).toContainEqual(
    expect.objectContaining({ email: 'ada.king@acme.example', lastSignInAt: '2026-11-22T08:01:00.000Z' }),
  )
})

test('an existing account is linked by its address and keeps its role', async () => {
  const world = await openSignInWorld()
  const home = await world.signIn(new TestBrowser(), { email: 'Owner@Acme.example', nameId: 'the-owner' })
  expect(home.text).toContain('<dd>owner</dd>')
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
})

test('a transient NameID is nobody tomorrow: the address finds the account, never the last person to bear it', async () => {
  const world = await openSignInWorld()
  const transient = { value: '_t1', format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }
  for (const email of ['ada@acme.example', 'bob@acme.example']) {
    const browser = new TestBrowser()
    const { requestId, relayState } = await world.start(browser)
    const response = world.idp.respond(
      { handOut: world.provider.handOut!, now: world.now(), requestId, email },
      { nameId: transient },
    )
    const home = await browser.follow(await world.post(browser, response, relayState))
    expect(home.text).toContain(email)
  }
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(3)
})

test('signing out ends the session at the server', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  const home = await world.signIn(browser)
  const stolen = new Map(browser.cookies)
  const out = await browser.post(`${world.url}/sign-out`, { formToken: fieldOf(home, 'formToken') })
  expect(out.location?.pathname).toBe('/sign-in')
  const thief = new TestBrowser()
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  expect((await thief.get(`${world.url}/`)).location?.pathname).toBe('/sign-in')
})

test('a session ends after twelve hours however busy, after two hours unused, and when the identity provider says so', async () => {
  const world = await openSignInWorld()
  const busy = new TestBrowser()
  await world.signIn(busy)
  for (let hour = 1; hour < 12; hour += 1) {
    world.advance(60 * MINUTE)
    expect((await busy.get(`${world.url}/`)).status).toBe(200)
  }
  world.advance(60 * MINUTE)
  expect((await busy.get(`${world.url}/`)).status).toBe(303)

  const idle = new TestBrowser()
  await world.signIn(idle)
  world.advance(121 * MINUTE)
  expect((await idle.get(`${world.url}/`)).status).toBe(303)

  const bounded = new TestBrowser()
  const { requestId, relayState } = await world.start(bounded)
  const ends = new Date(world.now().getTime() + 10 * MINUTE).toISOString()
  const xml = Buffer.from(world.respond(requestId), 'base64').toString('utf8')
  expect(xml).not.toContain('SessionNotOnOrAfter')
  const response = world.respondUntil(requestId, ends)
  await bounded.follow(await world.post(bounded, response, relayState))
  expect((await bounded.get(`${world.url}/`)).status).toBe(200)
  world.advance(10 * MINUTE + SECOND)
  expect((await bounded.get(`${world.url}/`)).status).toBe(303)
})

test('the session cookie is new at each sign-in, for the server alone, and no database row is one', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  await world.signIn(browser)
  const first = browser.cookies.get('claimcheck-session')
  await world.signIn(browser)
  const second = browser.cookies.get('claimcheck-session')
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(second).not.toBe(first)
  const stale = new TestBrowser()
  stale.cookies.set('claimcheck-session', first!)
  expect((await stale.get(`${world.url}/`)).status).toBe(303)
  const { requestId, relayState } = await world.start(browser)
  const callback = await world.post(browser, world.respond(requestId), relayState)
  const finished = await browser.get(callback.location!.href)
  expect(finished.headers.getSetCookie().join()).toMatch(/claimcheck-session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  const files = await world.everyByteStored()
  expect(files.includes(first!)).toBe(false)
})

test('where the provider wants HTTP-POST the browser carries the request in a form', async () => {
  const world = await openSignInWorld({ idpSsoBinding: 'post' })
  const page = await new TestBrowser().get(world.provider.handOut!.startUrl)
  expect(page.status).toBe(200)
  expect(page.text).toContain('<form method="post" action="https://idp.acme.example/sso">')
  expect(Buffer.from(fieldOf(page, 'SAMLRequest'), 'base64').toString('utf8')).toContain('<samlp:AuthnRequest')
  expect(page.text).toMatch(/<script src="\/sign-in\/submit.js" nonce="\w+" defer><\/script>/)
})

test('what the identity provider begins is accepted only where the connection allows it, and only after a question', async () => {
  const closed = await openSignInWorld()
  expect((await closed.post(new TestBrowser(), closed.respond(undefined))).status).toBe(403)

  const world = await openSignInWorld({ allowIdpInitiated: true })
  const browser = new TestBrowser()
  const asked = await browser.follow(await world.post(browser, world.respond(undefined), 'https://app.example/home'))
  expect(asked.text).toContain('Sign in to Acme?')
  expect(asked.text).toContain('ada@acme.example')
  expect(browser.cookies.has('claimcheck-session')).toBe(false)
  const form = { handle: fieldOf(asked, 'handle'), formToken: fieldOf(asked, 'formToken') }
  const foreign = await new TestBrowser().post(`${world.url}/sign-in/confirm`, form)
  expect(foreign.status).toBe(403)
  const home = await browser.follow(await browser.post(`${world.url}/sign-in/confirm`, form))
  expect(home.text).toContain('You are signed in to Acme as Ada Lovelace')
  expect((await browser.post(`${world.url}/sign-in/confirm`, form)).status).toBe(403)
})

test('what the identity provider says of the sign-in is shown: several factors, a password, or its own name for it', async () => {
  const world = await openSignInWorld()
  const several = {
    name: 'http://schemas.microsoft.com/claims/authnmethodsreferences',
    values: ['urn:oasis:names:tc:SAML:2.0:ac:classes:Password', 'http://schemas.microsoft.com/claims/multipleauthn'],
  }
  const shownFor = async (context?: string, attribute?: typeof several) => {
    const browser = new TestBrowser()
    const { requestId, relayState } = await world.start(browser)
    const attributes = [
      { name: 'email', values: ['ada@acme.example'] },
      ...(attribute === undefined ? [] : [attribute]),
    ]
    const answering = { handOut: world.provider.handOut!, now: world.now(), requestId }
    const response = world.idp.respond(answering, { attributes }, context === undefined ? {} : { context })
    const home = await browser.follow(await world.post(browser, response, relayState))
    return /<dt>Your identity provider asked for<\/dt><dd>([^<]*)<\/dd>/.exec(home.text)?.[1]
  }
  expect([
    await shownFor('https://refeds.org/profile/mfa'),
    await shownFor(undefined, several),
    await shownFor(),
    await shownFor('urn:acme:badge'),
  ]).toEqual(['Several factors (MFA)', 'Several factors (MFA)', 'A password', 'urn:acme:badge'])
})
