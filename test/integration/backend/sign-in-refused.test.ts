import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '#test/support/backend/open-test-backend.ts'
import { openSignInWorld, type SignInWorld } from '#test/support/backend/sign-in-world.ts'
import { type Page, TestBrowser } from '#test/support/backend/test-browser.ts'
import { makeTestIdentityProvider } from '#test/support/backend/test-identity-provider.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

const attemptOf = (page: Page) => /att_[0-9a-z]{22}/.exec(page.text)?.[0]
const withoutNumber = (page: Page) => page.text.replace(/att_\w+|nonce="\w+"/g, '')

/** One login up to the callback, with a message of the test's making. */
async function arrive(world: SignInWorld, change: Parameters<SignInWorld['idp']['respond']>[1]) {
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const answering = { handOut: world.provider.handOut!, now: world.now(), requestId }
  return world.post(browser, world.idp.respond(answering, change), relayState)
}

test('every refused message gets one page and a number; the reason is in the log of the tenant', async () => {
  const world = await openSignInWorld()
  const stranger = await makeTestIdentityProvider()
  const faults = {
    audience: { audience: 'https://another.example/' },
    issuer: { issuer: 'https://another.example/' },
    key: { signing: { ...signingOf(stranger) } },
    foreignAddress: { attributes: [{ name: 'email', values: ['ada@another.example'] }] },
    noAddress: { attributes: [] },
    stale: { now: new Date(world.now().getTime() - 20 * MINUTE) },
  }
  const pages: Page[] = []
  for (const fault of Object.values(faults)) pages.push(await arrive(world, fault))
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 403))
  expect(new Set(pages.map(withoutNumber)).size).toBe(1)
  const attempts = await world.attempts()
  expect(attempts.map(({ id }) => id).toSorted()).toEqual(pages.map(attemptOf).toSorted())
  expect(attempts.every(({ result, reason }) => result === 'refused' && reason === 'response-refused')).toBe(true)
  const codesOf = (page: Page) => attempts.find(({ id }) => id === attemptOf(page))?.codes
  expect(codesOf(pages[0]!)).toContain('saml.audience.mismatch')
  expect(codesOf(pages[3]!)).toContain('saml.claim.email.foreign-domain')
  expect((await world.tenant.call('GET', '/members')).body.total).toBe(1)
})

const signingOf = ({ signing }: Awaited<ReturnType<typeof makeTestIdentityProvider>>) =>
  ({ key: signing.privateKey, hash: 'sha256', response: true, assertion: true }) as const

test('where encryption is demanded, a plain assertion signs nobody in, and an encrypted one does', async () => {
  const world = await openSignInWorld({ requireEncryption: true })
  const handOut = world.provider.handOut!
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const signing = { ...signingOf(world.idp), response: false }
  const plain = world.idp.respond({ handOut, now: world.now(), requestId }, { signing })
  const refused = await world.post(browser, plain, relayState)
  expect(refused.status).toBe(403)
  const attempt = (await world.attempts()).find(({ id }) => id === attemptOf(refused))
  expect(attempt?.codes).toContain('saml.encryption.missing')
  const to = new X509Certificate(handOut.serviceProvider.certificate.pem).publicKey
  const sealed = Buffer.from(plain, 'base64')
    .toString('utf8')
    .replace(/<(\w+):Assertion.*<\/\1:Assertion>/s, (assertion) => encryptedAssertion(assertion, { to }))
  expect((await world.post(browser, Buffer.from(sealed).toString('base64'), relayState)).status).toBe(303)
})

test('an assertion is good for one sign-in: not again in its flow, not in a new one, not without one', async () => {
  const world = await openSignInWorld({ allowIdpInitiated: true })
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const response = world.respond(requestId)
  expect((await world.post(browser, response, relayState)).status).toBe(303)
  expect((await world.post(browser, response, relayState)).status).toBe(403)
  const another = await world.start(browser)
  expect((await world.post(browser, response, another.relayState)).status).toBe(403)
  expect((await world.post(browser, response)).status).toBe(403)
  const unasked = world.respond(undefined)
  expect((await world.post(browser, unasked)).status).toBe(303)
  expect((await world.post(browser, unasked)).status).toBe(403)
  expect((await world.attempts()).map(({ reason }) => reason)).toContain('assertion-used')
})

test.each(['one assertion', 'an assertion each'])(
  'of twenty posts at once, with %s, exactly one gets through',
  async (kind) => {
    const world = await openSignInWorld()
    const browser = new TestBrowser()
    const { requestId, relayState } = await world.start(browser)
    const same = world.respond(requestId)
    const posts = Array.from({ length: 20 }, () => (kind === 'one assertion' ? same : world.respond(requestId)))
    const pages = await Promise.all(posts.map((response) => world.post(browser, response, relayState)))
    expect(pages.map(({ status }) => status).toSorted()).toEqual([303, ...Array(19).fill(403)])
    expect((await world.tenant.call('GET', '/members')).body.total).toBe(2)
  },
)

test('a login that another browser began does not sign this one in', async () => {
  const world = await openSignInWorld()
  const attacker = new TestBrowser()
  const { requestId, relayState } = await world.start(attacker)
  const victim = new TestBrowser()
  await world.start(victim)
  const callback = await world.post(victim, world.respond(requestId), relayState)
  const finished = await victim.get(callback.location!.href)
  expect(finished.status).toBe(403)
  expect(finished.text).toContain('started in another browser')
  expect(victim.cookies.has('claimcheck-session')).toBe(false)
  // The handle is gone for the one who began, too.
  expect((await attacker.get(callback.location!.href)).status).toBe(403)
})

test('a flow waits ten minutes, a handle one', async () => {
  const world = await openSignInWorld()
  const late = new TestBrowser()
  const first = await world.start(late)
  world.advance(10 * MINUTE)
  expect((await world.post(late, world.respond(first.requestId), first.relayState)).status).toBe(403)

  const slow = new TestBrowser()
  const second = await world.start(slow)
  const callback = await world.post(slow, world.respond(second.requestId), second.relayState)
  world.advance(60 * SECOND)
  expect((await slow.get(callback.location!.href)).status).toBe(403)
})

test('a response belongs to the connection whose address it was posted to', async () => {
  const world = await openSignInWorld()
  const other = await world.tenant.call('POST', '/providers', {
    type: 'saml',
    issuer: 'Other',
    domain: 'other.example',
    enabled: true,
    config: world.idp.config,
  })
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  const acs = other.body.provider.handOut.serviceProvider.acsUrl
  const form = { SAMLResponse: world.respond(requestId), RelayState: relayState }
  expect((await browser.post(acs, form, { crossSite: true })).status).toBe(403)
  expect((await world.attempts())[0]).toMatchObject({ connectionId: other.body.provider.id, reason: 'flow-unknown' })
})

test('a disabled provider answers nowhere, and neither does a draft', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  const { requestId, relayState } = await world.start(browser)
  await world.tenant.call('PATCH', `/providers/${world.provider.id}`, { enabled: false })
  expect((await world.post(browser, world.respond(requestId), relayState)).status).toBe(404)
  expect((await browser.get(world.provider.handOut!.startUrl)).status).toBe(404)
  const chosen = await browser.post(`${world.url}/sign-in`, { email: 'ada@acme.example' })
  expect(chosen.text).toContain('Enter your password')
  const draft = await world.tenant.call('POST', '/drafts', { config: world.idp.config, domains: ['acme.example'] })
  expect((await browser.get(draft.body.draft.handOut.startUrl)).status).toBe(404)
})

test('where nobody is made on the way in, a stranger is told so and an invited person is not', async () => {
  const world = await openSignInWorld({}, { policies: { jitEnabled: false } })
  const refused = await world.signIn(new TestBrowser())
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('you have no account here')
  expect(await world.attempts()).toMatchObject([{ reason: 'no-account', userId: null }])
  const home = await world.signIn(new TestBrowser(), { email: 'owner@acme.example', nameId: 'owner-1' })
  expect(home.text).toContain('You are signed in to Acme')
})

test('what is no SAML response is refused as such', async () => {
  const world = await openSignInWorld()
  const browser = new TestBrowser()
  for (const [garbage, status] of [
    ['%%%', 403],
    [Buffer.from('<html/>').toString('base64'), 403],
    ['', 400],
    ['A'.repeat(1_990_000), 403],
    ['A'.repeat(2_100_000), 400],
  ] as const) {
    const { relayState } = await world.start(browser)
    expect((await world.post(browser, garbage, relayState)).status).toBe(status)
  }
  const twice = await fetch(world.provider.handOut!.serviceProvider.acsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'SAMLResponse=QQ==&SAMLResponse=QQ==',
  })
  expect(twice.status).toBe(400)
})
